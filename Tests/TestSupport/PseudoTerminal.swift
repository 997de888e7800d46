import CVTerm
package import Cells
import Glibc

/// A program running in a terminal that a test reads and types into.
///
/// Nothing here sleeps: every wait ends as soon as what it waits for is there, and at the latest
/// after its time. The program is killed when the value goes.
package final class PseudoTerminal {
  /// How a program ended.
  package enum Exit: Hashable {
    case code(Int32)
    case signal(Int32)
  }

  let process: pid_t
  private let processWatch: Int32
  private var master: Int32
  private var slave: Int32
  private var exit: Exit?
  /// The time on processors of a program that has ended.
  private var usedTime: Duration?
  let emulator: OpaquePointer
  let modes: UnsafeMutablePointer<VTermModes>
  package private(set) var size: Size
  /// Everything the program sent, as it came.
  package private(set) var output: [UInt8] = []
  /// Whether it answers what a program asks of it, as most terminals do.
  package var answers = false
  /// What it says stands behind its text, such as `1c1c/1c1c/1c1c`; nil where it does not say so.
  package var background: String?
  /// The beginning of a character whose end has not come yet.
  private var unshown: [UInt8] = []

  /// Starts a program.
  /// - Parameters:
  ///   - path: Where it is; see `BuiltProduct`.
  ///   - environment: Added to PATH, LANG and TERM, which are all it has otherwise.
  ///   - terminal: The TERM.
  package init(
    running path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    size: Size = Size(rows: 24, columns: 80), terminal: String = "xterm-256color",
    answers: Bool = false, background: String? = nil
  ) throws {
    (self.answers, self.background) = (answers, background)
    var variables = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": terminal]
    variables.merge(environment) { $1 }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + settings { free(text) } }

    master = -1
    slave = -1
    process = cvterm_start(
      path, &words, &settings, Int32(size.rows), Int32(size.columns), &master, &slave)
    guard process > 0 else { throw StartFailure(path: path) }
    processWatch = cvterm_watch_process(process)
    self.size = size
    emulator = vterm_new(1, 1)
    modes = .allocate(capacity: 1)
    modes.initialize(to: VTermModes())
    vterm_set_utf8(emulator, 1)
    cvterm_watch(emulator, modes)
    resizeEmulator()
  }

  deinit {
    if exit == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    for file in [master, slave, processWatch] where file >= 0 { close(file) }
    vterm_free(emulator)
    modes.deallocate()
  }

  // MARK: What a person does

  /// Types a text as it is.
  package func type(_ text: String) { send(bytes: Array(text.utf8)) }

  /// Sends bytes as they are; gives up after ten seconds in which the program reads nothing.
  package func send(bytes: [UInt8]) {
    var rest = bytes[...]
    let deadline = ContinuousClock.now + .seconds(10)
    while !rest.isEmpty, ContinuousClock.now < deadline {
      let written = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else {
        read(within: .milliseconds(20), orUntilWritable: true)
      }
    }
  }

  /// Changes the size of the window.
  package func resize(to size: Size) {
    self.size = size
    resizeEmulator()
    var window = winsize()
    window.ws_row = UInt16(clamping: size.rows)
    window.ws_col = UInt16(clamping: size.columns)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// The emulator has a size also where the window claims none or one beyond all screens, and
  /// never less than the two columns of a wide character, without which it crashes.
  private func resizeEmulator() {
    size.rows = size.rows > 0 ? min(size.rows, 200) : 24
    size.columns = size.columns > 0 ? min(max(size.columns, 2), 500) : 80
    vterm_set_size(emulator, Int32(size.rows), Int32(size.columns))
  }

  /// Closes the terminal, as when a window is closed or a connection breaks.
  package func hangUp() {
    for file in [master, slave] { close(file) }
    master = -1
    slave = -1
  }

  package func signal(_ number: Int32) { kill(process, number) }

  /// All that the program has written so far, also what is no longer on the screen.
  package var everything: String { String(decoding: output, as: UTF8.self) }

  // MARK: Waiting

  /// Waits until the screen shows a text.
  package func wait(for text: String, within limit: Duration = .seconds(10)) throws {
    try wait(until: "the screen shows \"\(text)\"", within: limit) { $0.screen.contains(text) }
  }

  /// Waits until the screen shows a text no more.
  package func wait(untilGone text: String, within limit: Duration = .seconds(10)) throws {
    try wait(until: "\"\(text)\" is gone", within: limit) { !$0.screen.contains(text) }
  }

  /// Waits until something holds.
  /// - Throws: `Timeout` with the screen in it, also where the program ended before.
  package func wait(
    until description: String, within limit: Duration = .seconds(10),
    _ condition: (PseudoTerminal) throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + limit
    while true {
      let isOver = hasEnded || ContinuousClock.now >= deadline
      read(within: .zero)
      if try condition(self) { return }
      if isOver { throw Timeout(waitedFor: description, exit: exit, screen: screen) }
      // Not everything that is waited for shows itself in output.
      read(within: min(.milliseconds(20), deadline - ContinuousClock.now))
    }
  }

  /// Leaves the program by its key and returns all that it ever wrote.
  package func quit() throws -> String {
    type("Q")
    _ = try waitForExit()
    return everything
  }

  /// Waits until the program has ended, and says how.
  package func waitForExit(within limit: Duration = .seconds(10)) throws -> Exit {
    try wait(until: "the program has ended", within: limit) { $0.hasEnded }
    read(within: .zero)
    guard let exit else { throw Timeout(waitedFor: "an end", exit: nil, screen: screen) }
    return exit
  }

  /// Whether the program has ended by now.
  package var hasEnded: Bool {
    guard exit == nil else { return true }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, WNOHANG, &usage) == process else { return false }
    usedTime = [usage.ru_utime, usage.ru_stime].reduce(.zero) {
      $0 + .seconds($1.tv_sec) + .microseconds($1.tv_usec)
    }
    let signal = status & 0x7F
    exit = signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
    return true
  }

  /// Takes in all output there is, and where there is none waits for some or for the end.
  private func read(within limit: Duration, orUntilWritable waitsToWrite: Bool = false) {
    var files = [
      pollfd(fd: master, events: Int16(waitsToWrite ? POLLIN | POLLOUT : POLLIN), revents: 0),
      pollfd(fd: exit == nil ? processWatch : -1, events: Int16(POLLIN), revents: 0),
    ]
    poll(&files, 2, Int32(clamping: max(0, Int((limit / .milliseconds(1)).rounded(.up)))))
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while master >= 0, case let count = Glibc.read(master, &buffer, buffer.count), count > 0 {
      output += buffer[..<count]
      show(buffer[..<count])
    }
  }

  /// Hands whole characters to the emulator, which loses one that comes in two pieces.
  private func show(_ bytes: ArraySlice<UInt8>) {
    let all = unshown + bytes
    let tail = all.suffix(3).lastIndex { $0 >= 0xC0 }
    let lacks = tail.map { all.count - $0 < (all[$0] >= 0xF0 ? 4 : all[$0] >= 0xE0 ? 3 : 2) }
    let end = lacks == true ? tail ?? all.count : all.count
    unshown = Array(all[end...])
    all[..<end].withUnsafeBytes {
      _ = vterm_input_write(emulator, $0.baseAddress?.assumingMemoryBound(to: CChar.self), end)
    }
    answer(all[..<end])
  }

  /// Says what a program asked the terminal, in the order in which it asked.
  private func answer(_ asked: ArraySlice<UInt8>) {
    var buffer = [CChar](repeating: 0, count: 256)
    let count = vterm_output_read(emulator, &buffer, buffer.count)
    guard answers else { return }
    if let background, asked.contains(Array("\u{1B}]11;?".utf8)) {
      send(bytes: Array("\u{1B}]11;rgb:\(background)\u{1B}\\".utf8))
    }
    send(bytes: buffer[..<count].map(UInt8.init(bitPattern:)))
  }

  /// How long the program has been on a processor so far, in user and kernel mode.
  package var processorTime: Duration {
    if let usedTime { return usedTime }
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return .zero
    }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Lets time pass in which the program may say something.
  package func listen(for time: Duration) {
    let end = ContinuousClock.now + time
    while ContinuousClock.now < end { read(within: end - ContinuousClock.now) }
  }

  /// Whether the program has taken in everything that was typed.
  package var hasReadEverything: Bool {
    var count: Int32 = 0
    return ioctl(slave, UInt(FIONREAD), &count) == 0 && count == 0
  }

  /// The modes of the line, to compare before and after a program.
  package var lineMode: LineMode {
    var modes = termios()
    tcgetattr(slave, &modes)
    return LineMode(
      input: modes.c_iflag, output: modes.c_oflag, control: modes.c_cflag, local: modes.c_lflag)
  }
}
