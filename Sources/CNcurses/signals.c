#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/ioctl.h>
#include <sys/time.h>
#include <unistd.h>

#include "internal.h"

static const int caught[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGCONT, SIGTSTP};
enum { caught_count = sizeof caught / sizeof caught[0] };

static struct sigaction previous[caught_count], previous_alarm;
static volatile sig_atomic_t ended, resized, continued, stop, interrupted;
/// Whether SIGINT takes back what was begun, as it is sent by the key where lines are read.
static bool cancels;
static atomic_bool woken;
/// A byte in here ends the wait, also one that is about to begin. It lives as long as the process.
static int wake[2] = {-1, -1};
/// Takes what a terminal that is stuck does not; opened beforehand for the handler's use.
static int nowhere = -1;
static volatile sig_atomic_t stuck;
/// How often a terminal is looked at that may keep the end waiting, in microseconds.
enum { look_pause = 250000 };

static void end_wait(void) {
  ssize_t ignored = write(wake[1], "", 1);
  (void)ignored;  // A full pipe does it as well.
}

void curses_wake(void) {
  woken = true;
  end_wait();
}

/// Looks at the terminal from the signal to end on. Behind a client that was stopped or a line that
/// is dead it takes nothing in, and a write that has begun would wait for ever: where nothing moved
/// from one look to the next, what is still to be written is dropped, and the end goes its way.
static void look(int signal) {
  (void)signal;
  int error = errno;
  struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
  stuck = poll(&output, 1, 0) == 0 ? stuck + 1 : 0;
  if (stuck > 1) dup2(nowhere, STDOUT_FILENO);
  errno = error;
}

static void look_every(long microseconds) {
  struct timeval pause = {.tv_usec = microseconds};
  setitimer(ITIMER_REAL, &(struct itimerval){pause, pause}, NULL);
}

static void note(int signal) {
  int error = errno;
  switch (signal) {
    case SIGWINCH: resized = 1; break;
    case SIGCONT: continued = resized = 1; break;
    case SIGTSTP: stop = 1; break;
    case SIGINT:
      if (cancels) {
        interrupted = 1;
        break;
      }
      // Else it ends the program.
      __attribute__((fallthrough));
    default:
      ended = 1;
      look_every(look_pause);
      break;
  }
  end_wait();
  errno = error;
}

static void catch(int signal, void (*handler)(int), struct sigaction *old) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigaction(signal, &action, old);
}

bool signals_install(bool session, bool interrupt_cancels) {
  cancels = interrupt_cancels;
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) < 0) return false;
  if (nowhere < 0 && (nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)) < 0) return false;
  ended = resized = continued = stop = interrupted = stuck = 0;
  sigset_t signals;
  sigemptyset(&signals);
  for (int i = 0; i < caught_count; i++) {
    bool ignored = session && caught[i] == SIGTSTP;
    catch(caught[i], ignored ? SIG_IGN : note, &previous[i]);
    sigaddset(&signals, caught[i]);
  }
  catch(SIGALRM, look, &previous_alarm);
  sigaddset(&signals, SIGALRM);
  // Whoever started the program may have left them blocked.
  sigprocmask(SIG_UNBLOCK, &signals, NULL);
  return true;
}

void signals_remove(void) {
  look_every(0);
  sigaction(SIGALRM, &previous_alarm, NULL);
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

Wait signals_wait_line(int timeout, bool reads) {
  if (ended) return WaitEnded;
  // Without a terminal the end of what is read is no end of what was: it is for who reads to find.
  struct pollfd files[] = {{.fd = reads ? STDIN_FILENO : -1, .events = POLLIN},
                           {.fd = wake[0], .events = POLLIN}};
  int ready = poll(files, 2, timeout);
  if (ready < 0 && errno != EINTR) ended = 1;
  if (ready > 0 && files[1].revents) {
    char bytes[64];
    while (read(wake[0], bytes, sizeof bytes) > 0) continue;
  }
  if (ended) return WaitEnded;
  return ready > 0 && files[0].revents ? WaitReady : WaitTimeout;
}

bool signals_ended(void) { return ended; }

void signals_note_lost(void) { ended = 1; }

static bool take(volatile sig_atomic_t *flag) {
  bool was = *flag;
  *flag = 0;
  return was;
}

bool signals_take_woken(void) { return atomic_exchange(&woken, false); }
bool signals_take_resized(void) { return take(&resized); }
bool signals_take_interrupted(void) { return take(&interrupted); }
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
