import Cells
import TestSupport

/// A talk with the desk that is heard, in a terminal that only takes lines.
struct LinearTalk {
  let terminal: PseudoTerminal
  let opening: String

  init(_ arguments: [String], home: String) throws {
    terminal = try PseudoTerminal(
      running: BuiltProduct.path("tomoni"), arguments, environment: ["HOME": home],
      terminal: "dumb")
    try terminal.wait(until: "something is said", within: .seconds(30)) { Self.ends($0) > 0 }
    opening = Self.lines(terminal).last ?? ""
  }

  /// Types a line that has one answer, and returns it.
  func ask(_ line: String) throws -> String {
    let before = Self.ends(terminal)
    terminal.type(line + "\n")
    // What is typed stands there too.
    try terminal.wait(until: "an answer to \(line)", within: .seconds(30)) {
      Self.ends($0) >= before + 2
    }
    return Self.lines(terminal)[before + 1]
  }

  /// Goes on in a form until a field is asked that is called so.
  func go(to label: String) throws -> String {
    var answer = try ask(":Tab")
    for _ in 0..<30 where !Self.asked(answer).contains(label) { answer = try ask("") }
    return answer
  }

  /// The last sentences of an answer: what is asked, without what was said of the field before.
  private static func asked(_ answer: String) -> String {
    guard let place = answer.firstRange(of: /\d+ (?:of|\/) \d+/) else { return answer }
    return String(answer[place.lowerBound...])
  }

  static func ends(_ terminal: PseudoTerminal) -> Int {
    terminal.output.count { $0 == UInt8(ascii: "\n") }
  }

  private static func lines(_ terminal: PseudoTerminal) -> [String] {
    terminal.everything.split(separator: "\r\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }
}
