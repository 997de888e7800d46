#include <cairo-pdf.h>
#include <errno.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cprint.h"
#include "internal.h"

static cairo_status_t send(void *context, const unsigned char *bytes, unsigned count) {
  int descriptor = *(int *)context;
  while (count > 0) {
    ssize_t sent = write(descriptor, bytes, count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return CAIRO_STATUS_WRITE_ERROR;
    bytes += sent;
    count -= (unsigned)sent;
  }
  return CAIRO_STATUS_SUCCESS;
}

print_book *print_open(int descriptor, double width, double height, const char *title) {
  print_book *book = calloc(1, sizeof *book);
  if (!book) return NULL;
  book->descriptor = descriptor;
  book->surface = cairo_pdf_surface_create_for_stream(send, &book->descriptor, width, height);
  // Else the file would say when it was made, and be another each time.
  cairo_pdf_surface_set_metadata(
      book->surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cairo_pdf_surface_set_metadata(book->surface, CAIRO_PDF_METADATA_TITLE, title);
  book->cairo = cairo_create(book->surface);
  book->context = pango_cairo_create_context(book->cairo);
  // Paper has no grid of dots that letters would have to stand on.
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options(book->context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(book->context, 72);
  pango_context_set_round_glyph_positions(book->context, FALSE);
  return book;
}

bool print_has_family(const print_book *book, const char *family) {
  PangoFontFamily **families = NULL;
  int count = 0;
  bool found = false;
  pango_font_map_list_families(pango_context_get_font_map(book->context), &families, &count);
  for (int i = 0; i < count && !found; i++) {
    found = !strcmp(pango_font_family_get_name(families[i]), family);
  }
  g_free(families);
  return found;
}

void print_line(
    print_book *book, double x1, double y1, double x2, double y2, double thickness, double grey) {
  cairo_set_source_rgb(book->cairo, grey, grey, grey);
  cairo_set_line_width(book->cairo, thickness);
  // Without them the corners of boxes would be open.
  cairo_set_line_cap(book->cairo, CAIRO_LINE_CAP_SQUARE);
  cairo_move_to(book->cairo, x1, y1);
  cairo_line_to(book->cairo, x2, y2);
  cairo_stroke(book->cairo);
}

void print_fill(print_book *book, double x, double y, double width, double height, double grey) {
  cairo_set_source_rgb(book->cairo, grey, grey, grey);
  cairo_rectangle(book->cairo, x, y, width, height);
  cairo_fill(book->cairo);
}

bool print_code(print_book *book, const char *text, double x, double y, double size) {
  QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
  if (!code) return false;
  // Four empty fields on each side, without which readers do not find it.
  double field = size / (code->width + 8);
  cairo_set_source_rgb(book->cairo, 0, 0, 0);
  for (int row = 0; row < code->width; row++) {
    for (int column = 0; column < code->width; column++) {
      if (!(code->data[row * code->width + column] & 1)) continue;
      cairo_rectangle(book->cairo, x + (column + 4) * field, y + (row + 4) * field, field, field);
    }
  }
  // All at once: else there would be light seams between the fields.
  cairo_fill(book->cairo);
  QRcode_free(code);
  return true;
}

void print_page(print_book *book) { cairo_show_page(book->cairo); }

bool print_close(print_book *book) {
  g_object_unref(book->context);
  cairo_destroy(book->cairo);
  cairo_surface_finish(book->surface);
  bool done = cairo_surface_status(book->surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy(book->surface);
  free(book);
  return done;
}
