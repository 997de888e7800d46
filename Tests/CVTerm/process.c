#include <dlfcn.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utmp.h>

#include "cvterm.h"

pid_t cvterm_start(const char *path, char *const arguments[], char *const environment[],
                   int32_t rows, int32_t columns, int32_t *master, int32_t *slave) {
  struct winsize window = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  if (openpty(master, slave, NULL, NULL, &window) < 0) return -1;
  fcntl(*master, F_SETFD, FD_CLOEXEC);
  fcntl(*slave, F_SETFD, FD_CLOEXEC);
  fcntl(*master, F_SETFL, O_NONBLOCK);

  pid_t child = fork();
  if (child != 0) return child;
  // Other threads do not exist here any more: only calls that a signal handler might make.
  login_tty(*slave);
  for (int signal = 1; signal < NSIG; signal++) sigaction(signal, &(struct sigaction){0}, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  close_range(3, ~0U, 0);
  execve(path, arguments, environment);
  _exit(127);
}

int32_t cvterm_watch_process(pid_t process) { return (int32_t)syscall(SYS_pidfd_open, process, 0); }

const char *cvterm_own_path(void) {
  Dl_info info;
  return dladdr((const void *)cvterm_own_path, &info) ? info.dli_fname : "";
}
