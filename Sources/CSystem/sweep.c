#include "csystem.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
enum { ending_count = sizeof ending / sizeof *ending, most = 8 };

/// What a signal handler reads: a name that is there as a whole, or NULL.
static char *volatile unfinished[most];

static void sweep(int signal) {
  int error = errno;
  for (int i = 0; i < most; i++) {
    char *path = unfinished[i];
    if (path) unlink(path);
  }
  errno = error;
  // The handler was for once: the signal now does what it does without one.
  raise(signal);
}

/// Where nobody else has said what a signal does.
static void catch_once(int signal) {
  struct sigaction old, action = {.sa_handler = sweep, .sa_flags = SA_RESETHAND | SA_NODEFER};
  if (sigaction(signal, NULL, &old) == 0 && !(old.sa_flags & SA_SIGINFO) &&
      old.sa_handler == SIG_DFL)
    sigaction(signal, &action, NULL);
}

int system_sweep(const char *path) {
  for (int i = 0; i < most; i++) {
    if (unfinished[i]) continue;
    unfinished[i] = strdup(path);
    if (!unfinished[i]) return -1;
    for (int j = 0; j < ending_count; j++) catch_once(ending[j]);
    return i;
  }
  return -1;
}

void system_keep(int place) {
  if (place < 0 || place >= most) return;
  char *path = unfinished[place];
  unfinished[place] = NULL;
  free(path);
}
