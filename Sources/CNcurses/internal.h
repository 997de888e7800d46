/// What the files of this target share.
#pragma once

#include <stdbool.h>

#include "cncurses.h"

// restore.c: the terminal as it was found, to be given back even by a crash.

/// Remembers the modes of the terminal; before newterm.
void restore_remember(void);
/// Prepares what a crash writes, catches crashes, and holds back standard error; after newterm.
void restore_arm(void);
/// Undoes `restore_arm`; standard error then shows what it was told meanwhile.
void restore_disarm(void);
/// Sets the modes that `restore_remember` found.
void restore_modes(void);

/// Asks the terminal to mark pasted text, and to stop it.
#define PASTE_MARKS_ON "\033[?2004h"
#define PASTE_MARKS_OFF "\033[?2004l"
/// Makes every row scroll again; the cursor goes to the first cell.
#define ALL_ROWS_SCROLL "\033[r"
/// Writes straight to the terminal, past the buffer of ncurses, which is empty between updates.
void write_terminal(const char *text);

// signals.c

typedef enum Wait { WaitReady, WaitTimeout, WaitEnded } Wait;

/// `interrupt_cancels`: whether SIGINT is an event (`signals_take_interrupted`) and no end.
bool signals_install(bool session, bool interrupt_cancels);
void signals_remove(void);
/// Waits for the terminal, a signal or a wake, `timeout` milliseconds or for ever.
Wait signals_wait(int timeout);
/// The same where lines are read, from a terminal or not; without `reads` what is typed waits.
Wait signals_wait_line(int timeout, bool reads);
bool signals_ended(void);
/// Ends the program as a signal would: the terminal refuses to be read.
void signals_note_lost(void);
/// Each is true once after it happened.
bool signals_take_woken(void);
bool signals_take_resized(void);
bool signals_take_interrupted(void);
bool signals_take_stop(void);
bool signals_take_continued(void);
/// Stops the process group as if SIGTSTP had not been caught.
void signals_stop(void);

// input.c

/// Prepares the reading of keys; after newterm.
void input_open(void);
void input_close(void);
/// From now on an answer to `curses_ask` may come.
void input_expect_answer(void);

// screen.c

/// Takes the new size; false where it is the old one.
bool screen_resize(void);
/// Leaves the screen to others, and comes back to it.
void screen_leave(void);
void screen_return(void);
