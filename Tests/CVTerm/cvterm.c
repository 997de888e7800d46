#include "cvterm.h"

static int changed(VTermProp property, VTermValue *value, void *user) {
  VTermModes *modes = user;
  if (property == VTERM_PROP_ALTSCREEN) modes->alternate_screen = value->boolean;
  if (property == VTERM_PROP_CURSORVISIBLE) modes->cursor_visible = value->boolean;
  return 1;
}

void cvterm_watch(VTerm *terminal, VTermModes *modes) {
  static const VTermScreenCallbacks callbacks = {.settermprop = changed};
  VTermScreen *screen = vterm_obtain_screen(terminal);
  vterm_screen_set_callbacks(screen, &callbacks, modes);
  vterm_screen_enable_altscreen(screen, 1);
  vterm_screen_reset(screen, 1);
}

VTermGlyph cvterm_glyph(VTerm *terminal, int32_t row, int32_t column) {
  VTermScreenCell cell = {0};
  VTermGlyph glyph = {0};
  vterm_screen_get_cell(vterm_obtain_screen(terminal), (VTermPos){row, column}, &cell);
  glyph.columns = cell.width;
  // What follows the first 0 was left there by other characters.
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++) {
    if (cell.chars[i] == UINT32_MAX) {
      glyph.columns = 0;
      break;
    }
    glyph.scalars[glyph.scalar_count++] = cell.chars[i];
  }
  glyph.foreground = VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ? -1 : cell.fg.indexed.idx;
  glyph.background = VTERM_COLOR_IS_DEFAULT_BG(&cell.bg) ? -1 : cell.bg.indexed.idx;
  glyph.bold = cell.attrs.bold;
  glyph.underline = cell.attrs.underline;
  glyph.reverse = cell.attrs.reverse;
  return glyph;
}
