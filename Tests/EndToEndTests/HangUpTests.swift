import Cells
import Foundation
import TestSupport
import Testing

/// The connection breaks while somebody types.
///
/// 20 hang-ups by default; the whole 1,000 by
/// `HANG_UPS=1000 swift test --skip-build --disable-xctest --filter HangUpTests`.
@Suite(.serialized) struct HangUpTests {
  static let count = ProcessInfo.processInfo.environment["HANG_UPS"].flatMap { Int($0) } ?? 20
  /// What the end may take of a processor; a program that spins until then takes more.
  static let littleTime = Duration.milliseconds(250)
  @Test func `ends the desk at once, wherever somebody is in a text`() throws {
    let store = try DemoStore()
    var random = SplitMix(seed: 2026)
    for run in 0..<Self.count {
      let typing = Typing(run, using: &random)
      let desk = try openForm(of: store)
      // The form comes back as it was left: in the line for the action, at the text before.
      desk.press(run == 0 ? [.tab] : [.end, .control("u")])
      let shown = try typing.begin(in: desk)
      let before = desk.processorTime
      typing.goOn(in: desk)
      desk.hangUp()
      let exit = try desk.waitForExit(within: .seconds(1))
      guard case .code = exit else { throw Killed(run: run, exit: exit) }
      #expect(desk.processorTime - before < Self.littleTime, "run \(run)")
      try expectTextReturns(shown, of: typing.text, in: store, run: run)
    }
  }

  struct Killed: Error {
    var run: Int
    var exit: PseudoTerminal.Exit
  }

  /// A desk with the form of a new follow-up.
  private func openForm(of store: DemoStore) throws -> PseudoTerminal {
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.type("2")
    try desk.wait(for: "案件番号")
    desk.type("rf")
    try desk.wait(for: "次の対応")
    return desk
  }

  /// Expects that a new desk, in the same form, shows again what the terminal had shown, and no
  /// more than what was typed.
  private func expectTextReturns(
    _ shown: String, of typed: String, in store: DemoStore, run: Int
  ) throws {
    let desk = try openForm(of: store)
    try desk.wait(for: "[" + shown)
    let line = try #require(desk.rows.first { $0.contains("[" + shown) })
    let field = line.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }
    #expect(typed.hasPrefix(field.trimmingCharacters(in: .whitespaces)), "run \(run): \(line)")
    desk.type("\u{1B}Q")
    _ = try desk.waitForExit()
  }
}

/// One text and how far it is typed before the line breaks.
private struct Typing {
  let text: String
  /// So many characters are there for sure.
  private let begun: Int
  private let pause: Duration

  init(_ run: Int, using random: inout SplitMix) {
    let words = ["面談", "電話", "手紙", "訪問", "来所", "書類", "連絡", "Note", "ｶｸﾆﾝ"]
    // Told apart from every other run and from the rest of the screen.
    let start = "第\(run)回"
    text = start + (0..<6).map { _ in words.randomElement(using: &random) ?? "" }.joined()
    begun = start.count + Int.random(in: 0...5, using: &random)
    pause = .milliseconds(Int.random(in: 0...60, using: &random))
  }

  /// Types the first characters, and waits until the terminal shows them.
  func begin(in desk: PseudoTerminal) throws -> String {
    let shown = String(text.prefix(begun))
    desk.type(shown)
    try desk.wait(for: shown)
    return shown
  }

  /// Types the rest, stopping for a while in between.
  func goOn(in desk: PseudoTerminal) {
    let rest = Array(text.dropFirst(begun))
    desk.type(String(rest.prefix(3)))
    desk.listen(for: pause)
    desk.type(String(rest.dropFirst(3)))
  }
}
