#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "internal.h"

// From <term.h>, whose macros take names such as `lines` and `tab` away.
extern char *tigetstr(const char *);
extern int tigetflag(const char *);
extern int setupterm(const char *, int, int *);

enum { most_rows = 200, most_columns = 500 };

typedef struct Style {
  attr_t attributes;
  short pair;
} Style;

static SCREEN *screen;
static bool clears_scrollback;
static CursesSize size;
/// Whether ncurses comes to the last cell of the last row by inserting before it (tmux, screen).
/// Behind a wide character that ends one cell earlier it does so for nothing and breaks it.
static bool corner_breaks;
static Style styles[curses_styles];
/// Where the cursor is.
static int32_t shown_row, shown_column;
static int32_t colours;
/// The colours of each pair from 1 on.
static struct { int16_t ink, paper; } pairs[256];
static short pair_count;

void curses_use_utf8(void) {
  if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "");
}

int32_t curses_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool curses_has_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

static void use_colours(void) {
  colours = 0;
  pair_count = 0;
  const char *none = getenv("NO_COLOR");
  if ((none && *none) || start_color() == ERR || !has_colors()) return;
  use_default_colors();
  colours = COLORS;
}

int32_t curses_colours(void) { return colours; }

/// The pair of two colours, made when it is first asked for; 0 where there are no more.
static short pair(int16_t ink, int16_t paper) {
  if (ink < 0 && paper < 0) return 0;
  for (short i = 1; i <= pair_count; i++) {
    if (pairs[i].ink == ink && pairs[i].paper == paper) return i;
  }
  int most = sizeof pairs / sizeof pairs[0];
  if (pair_count + 1 >= (COLOR_PAIRS < most ? COLOR_PAIRS : most)) return 0;
  pair_count++;
  pairs[pair_count].ink = ink;
  pairs[pair_count].paper = paper;
  init_pair(pair_count, ink, paper);
  return pair_count;
}

void curses_set_style(int32_t style, CursesLook look) {
  attr_t attributes = (look.bold ? A_BOLD : A_NORMAL) | (look.dim ? A_DIM : A_NORMAL) |
                      (look.underlined ? A_UNDERLINE : A_NORMAL) |
                      (look.reversed ? A_REVERSE : A_NORMAL);
  styles[style] = (Style){attributes, colours ? pair(look.ink, look.paper) : 0};
}

static int clamp(int value, int most, int standard) {
  if (value <= 0) return standard;
  return value < most ? value : most;
}

static CursesSize window_size(void) {
  struct winsize window = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
  return (CursesSize){
      .rows = clamp(window.ws_row, most_rows, 24),
      .columns = clamp(window.ws_col, most_columns, 80),
  };
}

static void set_number(const char *name, int number) {
  char text[16];
  snprintf(text, sizeof text, "%d", number);
  setenv(name, text, 1);
}

static bool has(const char *capability) {
  const char *text = tigetstr(capability);
  return text && text != (const char *)-1;
}

// Until it was left once ncurses sends each movement of the cursor by itself, a hundred writes for a
// screen. It is left towards another terminal, which nobody sees, and entered again.
static void leave_unseen(void) {
  int nowhere = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC);
  int terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (nowhere >= 0 && terminal >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0) {
    endwin();
    dup2(terminal, STDOUT_FILENO);
    refresh();
  }
  if (nowhere >= 0) close(nowhere);
  if (terminal >= 0) close(terminal);
}

static CursesOpening start(const char *terminal) {
  int found = 0;
  if (setupterm(terminal, STDOUT_FILENO, &found) == ERR) return CursesOpeningUnknown;
  if (!tigetstr("cup")) return CursesOpeningIncapable;
  // A window may claim 65535 rows and columns, which ncurses would believe.
  CursesSize window = window_size();
  set_number("LINES", window.rows);
  set_number("COLUMNS", window.columns);
  screen = newterm(terminal, stdout, stdin);
  unsetenv("LINES");
  unsetenv("COLUMNS");
  // Where characters are pushed along a row, a wide one at its edge is left half on some terminals.
  if (screen) idcok(stdscr, FALSE);
  if (screen) leave_unseen();
  return screen ? CursesOpeningOpen : CursesOpeningIncapable;
}

CursesOpening curses_open(const char *terminal, bool session) {
  curses_use_utf8();
  restore_remember();
  if (screen || !signals_install(session, false)) return CursesOpeningIncapable;
  CursesOpening opening = start(terminal);
  if (opening != CursesOpeningOpen) {
    restore_modes();
    signals_remove();
    return opening;
  }
  raw();
  noecho();
  nonl();
  input_open();
  use_colours();
  corner_breaks = tigetflag("xenl") > 0 && !has("rmam") && has("sc") && (has("ich") || has("smir"));
  size = (CursesSize){0};
  screen_resize();
  restore_arm();
  write_terminal(PASTE_MARKS_ON);
  clears_scrollback = session;
  static bool registered;
  if (!registered) registered = atexit(curses_close) == 0;
  return CursesOpeningOpen;
}

void screen_leave(void) {
  write_terminal(PASTE_MARKS_OFF);
  // ncurses said which rows scroll, for the size the window had then.
  if (has("csr")) write_terminal(ALL_ROWS_SCROLL);
  endwin();
}

void screen_return(void) {
  if (!isendwin()) endwin();
  write_terminal(PASTE_MARKS_ON);
  clearok(curscr, TRUE);
  refresh();
}

void curses_close(void) {
  if (!screen) return;
  screen_leave();
  if (clears_scrollback) write_terminal("\033[H\033[2J\033[3J");
  input_close();
  delscreen(screen);
  screen = NULL;
  restore_modes();
  restore_disarm();
  signals_remove();
}

void curses_suspend(void) {
  screen_leave();
  signals_stop();
}

bool screen_resize(void) {
  CursesSize before = size;
  size = window_size();
  if (size.rows == before.rows && size.columns == before.columns) return false;
  resize_term(size.rows, size.columns);
  // What the terminal did to the old content is its own affair.
  clearok(curscr, TRUE);
  return true;
}

CursesSize curses_size(void) { return size; }

void curses_erase(void) { erase(); }

void curses_put(int32_t row, int32_t column, int32_t style, const uint32_t *scalars,
                size_t count) {
  cchar_t cells[most_columns];
  int used = 0;
  for (size_t next = 0; next < count && used < most_columns; used++) {
    // setcchar keeps one spacing scalar and the marks that join it.
    wchar_t text[CCHARW_MAX + 1] = {L' '};
    int length = 1;
    int width = curses_width(scalars[next]);
    if (width != 0) text[0] = width > 0 ? (wchar_t)scalars[next++] : (next++, L'?');
    for (; next < count && curses_width(scalars[next]) == 0; next++) {
      if (length < CCHARW_MAX) text[length++] = (wchar_t)scalars[next];
    }
    setcchar(&cells[used], text, styles[style].attributes, styles[style].pair, NULL);
  }
  mvadd_wchnstr(row, column, cells, used);
}

void curses_mend_corner(int32_t style, const uint32_t *scalars, size_t count) {
  if (!corner_breaks) return;
  attr_t attributes = styles[style].attributes;
  short number = styles[style].pair;
  char text[256], ink[16] = "", paper[16] = "";
  if (number) {
    if (pairs[number].ink >= 0) snprintf(ink, sizeof ink, "\033[38;5;%dm", pairs[number].ink);
    if (pairs[number].paper >= 0) snprintf(paper, sizeof paper, "\033[48;5;%dm", pairs[number].paper);
  }
  // Past ncurses, which finds the cursor and the attributes as it left them. By its place: what a
  // terminal restores of a saved cursor is more than its place.
  int used = snprintf(text, sizeof text, "\033[%d;%dH\033[m%s%s%s%s%s", size.rows,
                      size.columns - 2, attributes & A_BOLD ? "\033[1m" : "",
                      attributes & A_UNDERLINE ? "\033[4m" : "",
                      attributes & A_REVERSE ? "\033[7m" : "", ink, paper);
  mbstate_t state = {0};
  for (size_t i = 0; i < count && used < (int)sizeof text - 24; i++) {
    size_t length = wcrtomb(text + used, (wchar_t)scalars[i], &state);
    if (length != (size_t)-1) used += (int)length;
  }
  snprintf(text + used, sizeof text - (size_t)used, "\033[m\033[%d;%dH", shown_row + 1,
           shown_column + 1);
  write_terminal(text);
}

void curses_ask(void) {
  char text[64];
  // In the last row, where no terminal takes the answer for a key, and drawn once more after it.
  snprintf(text, sizeof text, "\033[%d;1H\342\224\200\033[6n\033[%d;%dH", size.rows,
           shown_row + 1, shown_column + 1);
  write_terminal(text);
  input_expect_answer();
  // These have no text of that kind and would show it.
  const char *name = termname();
  bool plain = strncmp(name, "linux", 5) == 0 || strncmp(name, "vt", 2) == 0;
  if (!plain) write_terminal("\033]11;?\033\\");
  write_terminal("\033[c");
  wredrawln(stdscr, size.rows - 1, 1);
  refresh();
}

void curses_redraw_row(int32_t row) { wredrawln(stdscr, row, 1); }

void curses_show(int32_t row, int32_t column, bool cursor) {
  curs_set(cursor);
  move(row, column);
  refresh();
  shown_row = row;
  shown_column = column;
}

void curses_repaint(void) { clearok(curscr, TRUE); }
