#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "internal.h"

// From <term.h>, whose macros take names such as `lines` and `tab` away.
extern char *tigetstr(const char *);
extern int tigetflag(const char *);
extern int setupterm(const char *, int, int *);

enum { most_rows = 200, most_columns = 500 };
enum { accent_pair = 1, muted_pair, warning_pair, error_pair };

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
static Style styles[8];

void curses_use_utf8(void) {
  if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "");
}

int32_t curses_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool curses_has_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

/// Roles without colour: for terminals that have none and people who want none.
static void use_attributes(void) {
  styles[CursesStylePlain] = (Style){A_NORMAL, 0};
  styles[CursesStyleHeading] = (Style){A_BOLD, 0};
  styles[CursesStyleMuted] = (Style){A_DIM, 0};
  styles[CursesStyleAccent] = (Style){A_BOLD | A_UNDERLINE, 0};
  styles[CursesStyleWarning] = (Style){A_BOLD | A_REVERSE, 0};
  styles[CursesStyleError] = (Style){A_BOLD | A_REVERSE | A_UNDERLINE, 0};
  styles[CursesStyleSelected] = (Style){A_REVERSE, 0};
  styles[CursesStyleField] = (Style){A_UNDERLINE, 0};
}

/// Of 256 colours, accent and muted are the ones with the same contrast (4.5 to 1) on black and on
/// white; warning and error bring their own background.
static void use_colours(void) {
  const char *none = getenv("NO_COLOR");
  if ((none && *none) || start_color() == ERR || !has_colors()) return;
  use_default_colors();
  bool many = COLORS >= 256;
  init_pair(accent_pair, many ? 63 : COLOR_MAGENTA, -1);
  init_pair(muted_pair, many ? 243 : -1, -1);
  init_pair(warning_pair, many ? 16 : COLOR_BLACK, many ? 220 : COLOR_YELLOW);
  // Of the first sixteen: a row that is overdue is not to cost a slow line more than others.
  init_pair(error_pair, many ? 15 : COLOR_WHITE, COLOR_RED);
  styles[CursesStyleAccent] = (Style){A_NORMAL, accent_pair};
  styles[CursesStyleMuted] = (Style){many ? A_NORMAL : A_DIM, muted_pair};
  styles[CursesStyleWarning] = (Style){A_NORMAL, warning_pair};
  styles[CursesStyleError] = (Style){many ? A_NORMAL : A_BOLD, error_pair};
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
  if (screen) leave_unseen();
  return screen ? CursesOpeningOpen : CursesOpeningIncapable;
}

CursesOpening curses_open(const char *terminal, bool session) {
  curses_use_utf8();
  restore_remember();
  if (screen || !signals_install(session)) return CursesOpeningIncapable;
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
  use_attributes();
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

void curses_put(int32_t row, int32_t column, CursesStyle style, const uint32_t *scalars,
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

void curses_mend_corner(CursesStyle style, const uint32_t *scalars, size_t count) {
  if (!corner_breaks) return;
  attr_t attributes = styles[style].attributes;
  char text[256];
  // Past ncurses, which finds the cursor and the attributes as it left them.
  int used = snprintf(text, sizeof text, "\0337\033[%d;%dH\033[m%s%s%s", size.rows,
                      size.columns - 2, attributes & A_BOLD ? "\033[1m" : "",
                      attributes & A_UNDERLINE ? "\033[4m" : "",
                      attributes & A_REVERSE ? "\033[7m" : "");
  mbstate_t state = {0};
  for (size_t i = 0; i < count && used < (int)sizeof text - 16; i++) {
    size_t length = wcrtomb(text + used, (wchar_t)scalars[i], &state);
    if (length != (size_t)-1) used += (int)length;
  }
  snprintf(text + used, sizeof text - (size_t)used, "\033[m\0338");
  write_terminal(text);
}

void curses_redraw_row(int32_t row) { wredrawln(stdscr, row, 1); }

void curses_show(int32_t row, int32_t column, bool cursor) {
  curs_set(cursor);
  move(row, column);
  refresh();
}

void curses_repaint(void) { clearok(curscr, TRUE); }
