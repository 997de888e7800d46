#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int system_confine(void) {
  umask(077);
  if (setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0}) < 0) return errno;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0) return errno;
  // A closed standard file would let the next file that is opened take its number.
  for (int file = 0; file <= 2; file++) {
    if (fcntl(file, F_GETFD) < 0 && open("/dev/null", O_RDWR) != file) return EBADF;
  }
  if (close_range(3, ~0U, 0) < 0) return errno;
  if (chdir("/") < 0) return errno;
  return 0;
}

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the numbers of the system calls of this processor are not known here"
#endif

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, action)
#define REFUSED (SECCOMP_RET_ERRNO | EPERM)
#define REFUSE(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1), RETURN(REFUSED)

int system_forbid_programs(void) {
  struct sock_filter filter[] = {
      // A call by the numbers of another architecture would mean something else.
      LOAD(arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
      RETURN(SECCOMP_RET_KILL_PROCESS),
      LOAD(nr),
#if defined(__x86_64__)
      // The second numbering that this processor has for the same calls.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      RETURN(REFUSED),
#endif
      REFUSE(SYS_execve),
      REFUSE(SYS_execveat),
      REFUSE(SYS_ptrace),
      REFUSE(SYS_socket),
      // It makes the calls above on behalf of the process, past this filter.
      REFUSE(SYS_io_uring_setup),
      RETURN(SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {.len = sizeof filter / sizeof filter[0], .filter = filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) return errno;
  long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
  // A positive answer is the thread that could not be brought along.
  return result == 0 ? 0 : result > 0 ? EAGAIN : errno;
}
