import Cells
import Foundation
import TestSupport
import Testing

/// The terminal is asked once what it is, and no answer becomes a key, however it comes.
@Suite struct `What a terminal answers` {
  private static let line = "\u{1B}[24;2R"
  private static let wide = "\u{1B}[24;3R"
  private static let dark = "\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\"
  private static let light = "\u{1B}]11;rgb:ff/ff/f0\u{07}"
  private static let end = "\u{1B}[?62;22c"

  /// Everything the probe asks has been sent.
  private func waitUntilAsked(_ probe: PseudoTerminal) throws {
    try probe.wait(until: "it is asked") {
      $0.output.contains("\u{1B}[6n".utf8) && $0.output.contains("\u{1B}[c".utf8)
    }
  }

  /// What the probe says it has found, without the time it took.
  private func found(_ probe: PseudoTerminal) throws -> String {
    try probe.wait(until: "it has found out") { $0.row(1).contains("found") }
    return probe.row(1)
  }

  @Test func `is asked once, after the first frame`() throws {
    let probe = try startProbe(answers: true, background: "1c1c/1c1c/1c1c")
    #expect(try found(probe).hasPrefix("found 1 dark"))
    let text = String(decoding: probe.output, as: UTF8.self)
    #expect(text.components(of: "\u{1B}[6n") == 2 && text.components(of: "\u{1B}]11;?") == 2)
    let asked = text.range(of: "\u{1B}[6n")
    let drawn = text.range(of: "Probe")
    #expect(asked.map { asked in drawn.map { $0.lowerBound < asked.lowerBound } == true } == true)
    // What it was asked with is not seen.
    #expect(probe.row(23).hasSuffix("角") && !probe.row(23).contains("─"))
  }

  private static let answers: [(String, String)] = [
    ("\(line)\(dark)\(end)", "found 1 dark"), ("\(wide)\(light)\(end)", "found 2 light"),
    ("\(line)\(end)", "found 1 -"), (end, "found - -"), ("\(dark)\(line)\(end)", "found 1 dark"),
  ]

  @Test(arguments: answers)
  func `is understood in whatever it says`(answer: String, found: String) throws {
    let probe = try startProbe()
    try waitUntilAsked(probe)
    probe.type(answer)
    #expect(try self.found(probe).hasPrefix(found))
    probe.type("j")
    try probe.wait(until: "the key came") { $0.row(1).hasSuffix(" j.") }
  }

  /// A slow line cuts it anywhere, and what is typed meanwhile stays what it was.
  @Test(arguments: Array(1..<(line + dark + end).utf8.count))
  func `may come in two pieces`(cut: Int) throws {
    let probe = try startProbe()
    try waitUntilAsked(probe)
    let answer = Array((Self.line + Self.dark + Self.end).utf8)
    probe.send(bytes: Array(answer[..<cut]))
    probe.listen(for: .milliseconds(40))
    probe.send(bytes: Array(answer[cut...]) + Array("x".utf8))
    try probe.wait(until: "the key came") { $0.row(1).hasSuffix("x.") }
    #expect(
      probe.row(1).split(separator: " ").filter { !$0.contains("x.") }.joined(separator: " ")
        .hasPrefix("found 1 dark"), "\(cut): \(probe.row(1))")
    #expect(!probe.row(1).contains("escape"), "\(cut): \(probe.row(1))")
  }

  @Test func `may come late, between what is typed`() throws {
    let probe = try startProbe()
    try waitUntilAsked(probe)
    probe.type("ab")
    try probe.waitForEvents("a b")
    probe.listen(for: .milliseconds(1100))
    probe.type(Self.line + Self.dark + Self.end + "c")
    try probe.wait(until: "the key came") { $0.row(1).hasSuffix(" c.") }
    #expect(probe.row(1).hasPrefix("a b found 1 dark"))
  }

  @Test func `may never come`() throws {
    let probe = try startProbe()
    try waitUntilAsked(probe)
    probe.type("a")
    probe.press(.escape)
    probe.listen(for: .milliseconds(200))
    probe.type("]b[c")
    try probe.waitForEvents("a escape ] b [ c")
  }

  @Test(arguments: ["linux", "vt100", "vt220"])
  func `is not asked for colours that it would show as text`(terminal: String) throws {
    let probe = try startProbe(terminal: terminal)
    try waitUntilAsked(probe)
    #expect(!probe.output.contains("\u{1B}]".utf8))
  }
}

extension String {
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count
  }
}
