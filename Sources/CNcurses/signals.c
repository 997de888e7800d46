#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "internal.h"

static const int caught[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGCONT, SIGTSTP};
enum { caught_count = sizeof caught / sizeof caught[0] };

static struct sigaction previous[caught_count];
static volatile sig_atomic_t ended, resized, continued, stop;
static atomic_bool woken;
/// A byte in here ends the wait, also one that is about to begin. It lives as long as the process.
static int wake[2] = {-1, -1};

static void end_wait(void) {
  ssize_t ignored = write(wake[1], "", 1);
  (void)ignored;  // A full pipe does it as well.
}

void curses_wake(void) {
  woken = true;
  end_wait();
}

static void note(int signal) {
  int error = errno;
  switch (signal) {
    case SIGWINCH: resized = 1; break;
    case SIGCONT: continued = resized = 1; break;
    case SIGTSTP: stop = 1; break;
    default: ended = 1; break;
  }
  end_wait();
  errno = error;
}

static void catch(int signal, void (*handler)(int), struct sigaction *old) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigaction(signal, &action, old);
}

bool signals_install(bool session) {
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) < 0) return false;
  ended = resized = continued = stop = 0;
  sigset_t signals;
  sigemptyset(&signals);
  for (int i = 0; i < caught_count; i++) {
    bool ignored = session && caught[i] == SIGTSTP;
    catch(caught[i], ignored ? SIG_IGN : note, &previous[i]);
    sigaddset(&signals, caught[i]);
  }
  // Whoever started the program may have left them blocked.
  sigprocmask(SIG_UNBLOCK, &signals, NULL);
  return true;
}

void signals_remove(void) {
  for (int i = 0; i < caught_count; i++) sigaction(caught[i], &previous[i], NULL);
}

Wait signals_wait(int timeout) {
  if (ended) return WaitEnded;
  struct pollfd files[] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = wake[0], .events = POLLIN}};
  int ready = poll(files, 2, timeout);
  if (ready == 0) return WaitTimeout;
  if (ready < 0 && errno != EINTR) ended = 1;
  if (ready > 0 && files[1].revents) {
    char bytes[64];
    while (read(wake[0], bytes, sizeof bytes) > 0) continue;
  }
  if (ready > 0 && files[0].revents) {
    // Readable without a byte is the end of a terminal that was closed.
    int bytes = 0;
    bool gone = files[0].revents & (POLLHUP | POLLERR | POLLNVAL);
    if (gone || ioctl(STDIN_FILENO, FIONREAD, &bytes) < 0 || bytes == 0) ended = 1;
  }
  return ended ? WaitEnded : WaitReady;
}

bool signals_ended(void) { return ended; }

static bool take(volatile sig_atomic_t *flag) {
  bool was = *flag;
  *flag = 0;
  return was;
}

bool signals_take_woken(void) { return atomic_exchange(&woken, false); }
bool signals_take_resized(void) { return take(&resized); }
bool signals_take_stop(void) { return take(&stop); }
bool signals_take_continued(void) { return take(&continued); }

void signals_stop(void) {
  // The whole group, as the key does it in other programs: a parent such as sudo stops with us.
  catch(SIGTSTP, SIG_DFL, NULL);
  kill(0, SIGTSTP);
  catch(SIGTSTP, note, NULL);
  // Where nobody could continue us the system did not stop us, and no SIGCONT came.
  continued = resized = 1;
}
