#include "internal.h"

#include <curses.h>
// Its macros take names such as `lines` and `columns` away, hence a file of its own.
#include <term.h>

/// Into the last cell of the last row ncurses would write by way of the cell before it, and so cut
/// a wide character there in half (tmux and screen, which cannot switch the margin off). Where the
/// terminal stays at the margin after the last cell, as all of today do, nothing of it is needed.
void corner_write_directly(void) {
  if (eat_newline_glitch) auto_right_margin = FALSE;
}
