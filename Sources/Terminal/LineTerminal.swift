import CNcurses
import Glibc

/// What is typed line by line, where nothing is painted: for a screen reader, a terminal that cannot
/// place its cursor, or a script in a pipe.
///
/// It writes nothing: what is said goes its own way. A process has at most one of it or of a screen.
package struct LineTerminal: ~Copyable {
  /// What came.
  package enum Input: Hashable, Sendable {
    case line(String)
    /// The key that takes back what was begun.
    case cancelled
    /// Nothing, so long; or somebody woke it.
    case timeout
    /// All was read, the terminal is gone, or the system asks to end; stays so.
    case ended
  }

  /// Nobody types more on a line.
  private static let longest = 65_536

  private let isSession: Bool
  /// What was read and not handed out yet.
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  /// - Throws: `TerminalError` where the system refuses.
  package static func open(for place: CursesScreen.Place) throws(TerminalError) -> LineTerminal {
    guard lines_open(place == .session) else { throw .cannotStart(terminal: "") }
    return LineTerminal(isSession: place == .session)
  }

  private init(isSession: Bool) { self.isSession = isSession }

  deinit { lines_close() }

  /// Waits for what comes next.
  ///
  /// - Parameter reads: whether a line is wanted; else it waits where it is.
  package mutating func next(within milliseconds: Int, reads: Bool) -> Input {
    if reads, let line = takeLine() { return .line(line) }
    if reads, isAtEnd { return .ended }
    switch lines_wait(Int32(clamping: max(0, milliseconds)), reads) {
    case .ended: return .ended
    case .interrupted: return .cancelled
    case .timeout: return .timeout
    case .ready: break
    }
    read()
    if let line = takeLine() { return .line(line) }
    return isAtEnd ? .ended : .timeout
  }

  /// Stops the program, as Ctrl-Z does elsewhere, until the shell continues it.
  package func suspend() { if !isSession { lines_suspend() } }

  private mutating func read() {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = unsafe Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] }
    if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { isAtEnd = true }
    // What has no end is no line that somebody typed.
    if bytes.count > Self.longest, !bytes.contains(Self.newline) { bytes = [] }
  }

  private static let newline = UInt8(ascii: "\n")

  private mutating func takeLine() -> String? {
    guard let end = bytes.firstIndex(of: Self.newline) ?? (isAtEnd ? bytes.endIndex : nil),
      !bytes.isEmpty
    else { return nil }
    let line = bytes[..<end]
    bytes = Array(bytes[min(end + 1, bytes.endIndex)...])
    let text = String(decoding: line, as: UTF8.self)
    return text.hasSuffix("\r") ? String(text.dropLast()) : text
  }
}
