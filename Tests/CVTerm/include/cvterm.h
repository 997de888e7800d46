/// libvterm for tests, with what Swift cannot read from it, and programs in pseudo terminals.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <vterm.h>

typedef struct VTermModes {
  bool alternate_screen;
  bool cursor_visible;
} VTermModes;

/// Keeps `modes` up to date from now on.
void cvterm_watch(VTerm *terminal, VTermModes *modes);

typedef struct VTermGlyph {
  uint32_t scalars[VTERM_MAX_CHARS_PER_CELL];
  int32_t scalar_count;
  int32_t columns;     ///< 0 in the right half of a wide character
  int32_t foreground;  ///< number in the palette; -1 for the terminal's own
  int32_t background;
  bool bold, underline, reverse;
} VTermGlyph;

VTermGlyph cvterm_glyph(VTerm *terminal, int32_t row, int32_t column);

typedef struct VTermCommands {
  int64_t line_feeds;
  int64_t others;  ///< all that is neither text nor the end of a line
} VTermCommands;

/// From now on counts what the bytes ask of the terminal, and does nothing of it.
void cvterm_count_commands(VTerm *terminal, VTermCommands *commands);

/// Starts a program as the leader of a session in a new pseudo terminal, with no signal blocked or
/// ignored and no other file open. Returns its process id, or -1.
///
/// The slave side is handed out too, so that the terminal outlives the program.
pid_t cvterm_start(const char *path, char *const arguments[], char *const environment[],
                   int32_t rows, int32_t columns, int32_t *master, int32_t *slave);
/// A file that is readable once the process has ended.
int32_t cvterm_watch_process(pid_t process);

/// The path of the binary that holds this code: the bundle of the tests.
const char *cvterm_own_path(void);
