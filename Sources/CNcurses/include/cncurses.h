/// The small part of libncursesw that the program needs, in plain C types.
///
/// A process has one screen. All of this belongs to one thread, except `curses_wake`.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How cells of one style look.
typedef struct CursesLook {
  int16_t ink;    ///< the number of a colour, -1 for the terminal's own
  int16_t paper;  ///< likewise
  bool bold, dim, underlined, reversed;
} CursesLook;

typedef enum __attribute__((enum_extensibility(closed))) CursesInputKind : int32_t {
  CursesInputKindCharacter,  ///< `value` is the scalar, control characters included
  CursesInputKindFunction,   ///< `value` is the number of the key
  CursesInputKindEnter,
  CursesInputKindBackTab,
  CursesInputKindBackspace,
  CursesInputKindDelete,
  CursesInputKindUp,
  CursesInputKindDown,
  CursesInputKindLeft,
  CursesInputKindRight,
  CursesInputKindHome,
  CursesInputKindEnd,
  CursesInputKindPageUp,
  CursesInputKindPageDown,
  CursesInputKindPaste,  ///< its text follows, to be fetched with `curses_paste_byte`
  CursesInputKindResize,
  CursesInputKindResumed,
  CursesInputKindAnswered,  ///< the terminal answered `curses_ask`; see `curses_answer`
  CursesInputKindTimeout,  ///< the time is over, or `curses_wake` was called
  CursesInputKindEnded,    ///< a signal to end came or the terminal is gone; stays so
} CursesInputKind;

typedef struct CursesInput {
  CursesInputKind kind;
  uint32_t value;
} CursesInput;

typedef struct CursesSize {
  int32_t rows;
  int32_t columns;
} CursesSize;

/// Makes characters UTF-8 whatever the environment says: every screen since 2000 is, and no file
/// that the environment names is read.
void curses_use_utf8(void);
/// The columns of a scalar as the C library says it: 0 joins the cell before it, -1 is not shown.
int32_t curses_width(uint32_t scalar);

/// Whether standard input and output are both a terminal.
bool curses_has_terminal(void);

typedef enum __attribute__((enum_extensibility(closed))) CursesOpening : int32_t {
  CursesOpeningOpen,
  CursesOpeningUnknown,    ///< terminfo does not know the terminal
  CursesOpeningIncapable,  ///< it cannot place its cursor, or the system refused
} CursesOpening;

/// Takes the terminal as the one that terminfo calls `terminal`.
///
/// A session ignores SIGTSTP and, when it closes, also clears the scrollback.
CursesOpening curses_open(const char *terminal, bool session);
/// Gives the terminal back as it was found. Does nothing where none is open.
void curses_close(void);
/// Stops the process group until it is continued; `CursesInputKindResumed` follows.
void curses_suspend(void);

typedef enum __attribute__((enum_extensibility(closed))) LinesWait : int32_t {
  LinesWaitReady,        ///< there is something to read, or its end
  LinesWaitTimeout,      ///< the time is over, or `curses_wake` was called
  LinesWaitInterrupted,  ///< SIGINT came, which takes back what was begun
  LinesWaitEnded,        ///< a signal to end came; stays so
} LinesWait;

/// Takes over the signals for a program that reads lines and has no screen; no terminal is needed.
///
/// A session ignores SIGTSTP. False where the system refused.
bool lines_open(bool session);
void lines_close(void);
/// Waits for a line so many milliseconds; without `reads` for a signal or a wake alone.
LinesWait lines_wait(int32_t timeout, bool reads);
/// Stops the process group until it is continued.
void lines_suspend(void);

/// The size in cells: at most 200 by 500, at least 1 by 1, and 24 by 80 where none is known.
CursesSize curses_size(void);
/// How many colours the terminal has; 0 where it has none, or NO_COLOR asks for none.
int32_t curses_colours(void);
/// Says how a style looks, of which there are as many as `curses_styles`.
void curses_set_style(int32_t style, CursesLook look);
enum { curses_styles = 128 };

/// What the terminal answered.
typedef struct CursesAnswer {
  int32_t line_columns;  ///< in how many columns it draws a horizontal line; 0 where it did not say
  bool has_background;
  uint16_t red, green, blue;  ///< of the background
  int32_t delay;              ///< in milliseconds
} CursesAnswer;

/// Asks the terminal how it draws a line and what its background is; once, after the first
/// `curses_show`. Nothing waits for it: `CursesInputKindAnswered` comes when it answers, if it does.
void curses_ask(void);
CursesAnswer curses_answer(void);

/// Blanks every cell.
void curses_erase(void);
/// Writes a run of cells of one style. What does not fit in the row is left out.
void curses_put(int32_t row, int32_t column, int32_t style, const uint32_t *scalars,
                size_t count);
/// Writes the last three cells of the screen once more, a wide character and what stands behind it,
/// where the terminal is one in which ncurses breaks them. After `curses_show`.
void curses_mend_corner(int32_t style, const uint32_t *scalars, size_t count);
/// Lets the next `curses_show` send every cell of a row.
void curses_redraw_row(int32_t row);
/// Brings everything written onto the screen, with the cursor there even where it is hidden.
void curses_show(int32_t row, int32_t column, bool cursor);
/// Lets the next `curses_show` repaint every cell.
void curses_repaint(void);

/// Waits for what comes next, at most `timeout` milliseconds; -1 waits for ever.
CursesInput curses_next(int32_t timeout);
/// The next key that has already come; `CursesInputKindTimeout` where none has.
CursesInput curses_pending(void);
/// The next byte of a paste; -1 where none came for some seconds or the terminal is gone.
int32_t curses_paste_byte(void);
/// Ends the wait of `curses_next`. May be called from any thread.
void curses_wake(void);
