#include <stdlib.h>
#include <string.h>

#include "cprint.h"
#include "internal.h"

/// Whether a list with commas names a family.
static bool names(const char *families, const char *family) {
  size_t length = strlen(family);
  for (const char *name = families; name; name = strchr(name, ',')) {
    if (*name == ',') name++;
    if (!strncmp(name, family, length) && (name[length] == ',' || !name[length])) return true;
  }
  return false;
}

/// The first character of a run that is drawn by another font than those named, or by none.
static uint32_t missing_in(const PangoGlyphItem *run, const char *text, const char *families) {
  PangoFontDescription *font = pango_font_describe(run->item->analysis.font);
  bool named = names(families, pango_font_description_get_family(font));
  pango_font_description_free(font);
  for (int i = 0; i < run->glyphs->num_glyphs; i++) {
    PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
    // What is not seen, such as a mark of direction, needs no font.
    if (glyph == PANGO_GLYPH_EMPTY) continue;
    if (glyph & PANGO_GLYPH_UNKNOWN_FLAG) return glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
    if (named) continue;
    const char *at = text + run->item->offset + run->glyphs->log_clusters[i];
    gunichar character = g_utf8_get_char(at);
    if (!g_unichar_isspace(character)) return character;
  }
  return 0;
}

static uint32_t find_missing(PangoLayout *layout, const char *families) {
  const char *text = pango_layout_get_text(layout);
  PangoLayoutIter *iter = pango_layout_get_iter(layout);
  uint32_t missing = 0;
  do {
    const PangoGlyphItem *run = pango_layout_iter_get_run_readonly(iter);
    if (run) missing = missing_in(run, text, families);
  } while (!missing && pango_layout_iter_next_run(iter));
  pango_layout_iter_free(iter);
  return missing;
}

print_text *print_lay(
    print_book *book, const char *text, const print_style *style, uint32_t *missing) {
  print_text *laid = calloc(1, sizeof *laid);
  if (!laid) return NULL;
  pango_context_set_base_dir(
      book->context, style->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language(book->context, pango_language_from_string(style->language));
  laid->layout = pango_layout_new(book->context);
  // The paper says its direction; a name in other letters does not turn a line around.
  pango_layout_set_auto_dir(laid->layout, FALSE);
  PangoFontDescription *font = pango_font_description_new();
  pango_font_description_set_family(font, style->families);
  pango_font_description_set_size(font, (int)(style->size * PANGO_SCALE));
  if (style->bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(laid->layout, font);
  pango_font_description_free(font);
  pango_layout_set_width(laid->layout, (int)(style->width * PANGO_SCALE));
  pango_layout_set_wrap(laid->layout, PANGO_WRAP_WORD_CHAR);
  PangoAlignment sides[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
  pango_layout_set_alignment(laid->layout, sides[style->side]);
  pango_layout_set_text(laid->layout, text, -1);
  *missing = find_missing(laid->layout, style->families);
  return laid;
}

void print_drop(print_text *text) {
  g_object_unref(text->layout);
  free(text);
}

int print_lines(const print_text *text) { return pango_layout_get_line_count(text->layout); }

/// From the top of one line to the top of the next.
static double spread(PangoLayoutIter *iter) {
  int top, bottom;
  pango_layout_iter_get_line_yrange(iter, &top, &bottom);
  return (double)(bottom - top) / PANGO_SCALE;
}

void print_heights(const print_text *text, double *heights) {
  PangoLayoutIter *iter = pango_layout_get_iter(text->layout);
  do {
    *heights++ = spread(iter);
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
}

double print_width(const print_text *text) {
  PangoRectangle logical;
  pango_layout_get_extents(text->layout, NULL, &logical);
  return (double)logical.width / PANGO_SCALE;
}

void print_draw(
    print_book *book, const print_text *text, int first, int count, double x, double y,
    double grey) {
  cairo_set_source_rgb(book->cairo, grey, grey, grey);
  PangoLayoutIter *iter = pango_layout_get_iter(text->layout);
  int line = 0;
  do {
    if (line >= first && line < first + count) {
      PangoRectangle logical;
      int top, bottom;
      pango_layout_iter_get_line_extents(iter, NULL, &logical);
      pango_layout_iter_get_line_yrange(iter, &top, &bottom);
      double baseline = (double)(pango_layout_iter_get_baseline(iter) - top) / PANGO_SCALE;
      cairo_move_to(book->cairo, x + (double)logical.x / PANGO_SCALE, y + baseline);
      pango_cairo_show_layout_line(book->cairo, pango_layout_iter_get_line_readonly(iter));
      y += spread(iter);
    }
    line++;
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
}
