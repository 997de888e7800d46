import CSystem
import Glibc
import Testing

/// Each closure runs in a process of its own and answers by its exit code: the first thing that did
/// not hold, or 0.
@Suite struct CSystemTests {
  @Test func `a confined process has nothing that others could read`() async {
    await #expect(processExitsWith: .success) {
      let file = open("/etc/passwd", O_RDONLY)
      close(STDIN_FILENO)
      guard system_confine() == 0 else { exit(1) }
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(4), &limit)
      guard umask(0) == 0o077 else { exit(2) }
      guard limit.rlim_cur == 0, limit.rlim_max == 0 else { exit(3) }
      guard fcntl(file, F_GETFD) == -1 else { exit(4) }
      guard fcntl(STDIN_FILENO, F_GETFD) >= 0 else { exit(5) }
      var folder = [CChar](repeating: 0, count: 64)
      getcwd(&folder, folder.count)
      guard folder[0] == 47, folder[1] == 0 else { exit(6) }
      exit(0)
    }
  }

  @Test func `starts no program and opens no socket once that is forbidden`() async {
    await #expect(processExitsWith: .success) {
      // First that these things work at all.
      guard socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 else { exit(1) }
      var process: pid_t = 0
      var words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/true"), nil]
      guard posix_spawn(&process, "/bin/true", nil, nil, &words, nil) == 0 else { exit(2) }

      guard system_forbid_programs() == 0 else { exit(3) }
      guard socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) == -1, errno == EPERM else { exit(4) }
      guard execv("/bin/true", &words) == -1, errno == EPERM else { exit(5) }
      guard posix_spawn(&process, "/bin/true", nil, nil, &words, nil) == EPERM else { exit(6) }
      guard open("/etc/passwd", O_RDONLY) >= 0 else { exit(7) }
      exit(0)
    }
  }
}
