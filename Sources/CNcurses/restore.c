#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

// From <term.h>, whose macros take names such as `lines` and `tab` away.
extern char *tigetstr(const char *);

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGQUIT};
enum { crash_count = sizeof crashes / sizeof crashes[0] };

static struct termios modes;
static struct sigaction previous[crash_count];
/// What leaves the screen, put together beforehand because a crash may not call ncurses.
static char leaving[256];
/// Holds what is written to standard error while the screen is open.
static int held = -1;
static int standard_error = -1;

void write_terminal(const char *text) {
  size_t length = strlen(text);
  while (length > 0) {
    ssize_t written = write(STDOUT_FILENO, text, length);
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

void restore_remember(void) { tcgetattr(STDIN_FILENO, &modes); }

void restore_modes(void) { tcsetattr(STDIN_FILENO, TCSANOW, &modes); }

/// Appends a capability without the delays that only paper terminals need.
static void append(const char *capability) {
  char *end = leaving + strlen(leaving);
  while (*capability && end < leaving + sizeof leaving - 1) {
    if (capability[0] == '$' && capability[1] == '<') {
      const char *close = strchr(capability, '>');
      if (close) {
        capability = close + 1;
        continue;
      }
    }
    *end++ = *capability++;
  }
  *end = '\0';
}

static void append_named(const char *name) {
  const char *capability = tigetstr(name);
  if (capability && capability != (const char *)-1) append(capability);
}

/// Standard error back in its place, followed by what it was told. Safe in a signal handler.
static void release_standard_error(void) {
  if (held < 0) return;
  dup2(standard_error, STDERR_FILENO);
  lseek(held, 0, SEEK_SET);
  char part[512];
  ssize_t length;
  while ((length = read(held, part, sizeof part)) > 0) {
    if (write(STDERR_FILENO, part, (size_t)length) < 0) break;
  }
  close(standard_error);
  close(held);
  held = -1;
}

static void hold_standard_error(void) {
  if (!isatty(STDERR_FILENO)) return;
  held = memfd_create("standard error", MFD_CLOEXEC);
  standard_error = dup(STDERR_FILENO);
  if (held < 0 || standard_error < 0 || dup2(held, STDERR_FILENO) < 0) held = -1;
}

/// The handler is reset by then, so that the signal raised again ends the process as it would have.
static void crash(int signal) {
  write_terminal(leaving);
  restore_modes();
  release_standard_error();
  raise(signal);
}

/// Appends a text where the terminal has a capability.
static void append_named_with(const char *name, const char *text) {
  const char *capability = tigetstr(name);
  if (capability && capability != (const char *)-1) append(text);
}

void restore_arm(void) {
  leaving[0] = '\0';
  append(PASTE_MARKS_OFF);
  // The cursor it moves is put back by what leaves the alternate screen.
  append_named_with("rmcup", ALL_ROWS_SCROLL);
  append_named("sgr0");
  append_named("rmkx");
  append_named("cnorm");
  append_named("rmcup");
  hold_standard_error();

  // A stack of its own, because an overflow of the stack is one of the crashes.
  static char stack[65536];
  sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
  struct sigaction action = {.sa_handler = crash, .sa_flags = SA_RESETHAND | SA_ONSTACK};
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &action, &previous[i]);
}

void restore_disarm(void) {
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &previous[i], NULL);
  release_standard_error();
}
