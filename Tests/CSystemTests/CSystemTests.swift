import CSystem
import Cells
import Glibc
import TestSupport
import Testing

@Suite struct CSystemTests {
  @Test(arguments: ["--session", "--desk"])
  func `a confined process still has its screen and nothing that others could read`(place: String)
    throws
  {
    let probe = try PseudoTerminal(
      running: BuiltProduct.path("terminal-probe"), ["--confined", place],
      size: Size(rows: 24, columns: 140))
    try probe.wait(
      for: "answers [0, 0], umask 77, core 0, dumpable 0, file -1, standard error 0, folder /")
    probe.type("q")
    #expect(try probe.waitForExit() == .code(0))
  }

  @Test func `starts no program and opens no socket once that is forbidden`() async {
    // The code it exits with is the first step that went wrong.
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
