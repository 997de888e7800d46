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

static int saw_text(const char *bytes, size_t length, void *user) {
  (void)user;
  // It is given all that is left, and says how much of it is text.
  size_t end = 0;
  while (end < length && (unsigned char)bytes[end] >= 0x20 && bytes[end] != 0x7F) end++;
  return (int)end;
}
static int saw_control(unsigned char control, void *user) {
  VTermCommands *commands = user;
  if (control == '\n') commands->line_feeds++; else commands->others++;
  return 1;
}
static int saw_escape(const char *bytes, size_t length, void *user) {
  (void)bytes;
  ((VTermCommands *)user)->others++;
  return (int)length;
}
static int saw_csi(const char *leader, const long arguments[], int count, const char *between,
                   char command, void *user) {
  (void)leader, (void)arguments, (void)count, (void)between, (void)command;
  ((VTermCommands *)user)->others++;
  return 1;
}
static int saw_string(const char *bytes, size_t length, void *user) {
  (void)bytes, (void)length;
  ((VTermCommands *)user)->others++;
  return 1;
}

void cvterm_count_commands(VTerm *terminal, VTermCommands *commands) {
  static const VTermParserCallbacks callbacks = {.text = saw_text,
                                                 .control = saw_control,
                                                 .escape = saw_escape,
                                                 .csi = saw_csi,
                                                 .osc = saw_string,
                                                 .dcs = saw_string};
  vterm_parser_set_callbacks(terminal, &callbacks, commands);
}
