import CSystem
import Glibc

/// Confines this process as a session is, and says what became of it, seen from inside.
func confine() -> String {
  let file = open("/etc/passwd", O_RDONLY)
  close(STDERR_FILENO)
  let answers = [system_confine(), system_forbid_programs()]
  var core = rlimit()
  getrlimit(__rlimit_resource_t(4), &core)
  let mask = umask(0)
  umask(mask)
  let folder = getcwd(nil, 0).map { String(cString: $0) } ?? ""
  return """
    answers \(answers), umask \(String(mask, radix: 8)), core \(core.rlim_max), \
    dumpable \(isDumpable()), file \(fcntl(file, F_GETFD)), \
    standard error \(fcntl(STDERR_FILENO, F_GETFD)), folder \(folder)
    """
}

/// Swift cannot call `prctl` by its name, because it takes any number of arguments.
private func isDumpable() -> Int32 {
  typealias Control = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
  let getDumpable: Int32 = 3
  guard let control = dlsym(nil, "prctl") else { return -1 }
  return unsafeBitCast(control, to: Control.self)(getDumpable, 0, 0, 0, 0)
}
