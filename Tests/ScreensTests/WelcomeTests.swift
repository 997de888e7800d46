import Cells
import Labels
import TestSupport
import Testing

@testable import Screens

/// The screen of somebody who has no store yet.
@Suite struct `The first screen` {
  private static let sizes = [(10, 40), (20, 60), (24, 80), (40, 140)]

  private func welcome(
    _ size: Size = Size(rows: 24, columns: 80), _ language: LabelLanguage = .en
  ) -> Welcome {
    Welcome(
      path: "/home/mori/.local/share/tomoni/tomoni.db", size: size, language: language,
      width: .system, terminal: TerminalFacts(colours: 256))
  }

  @discardableResult
  private func type(_ text: String, into welcome: inout Welcome) -> Welcome.Outcome? {
    var outcome: Welcome.Outcome?
    for letter in text { outcome = welcome.update(.key(.character(letter))) ?? outcome }
    return outcome
  }

  @Test(arguments: sizes, LabelLanguage.allCases)
  func `offers three ways on, says where the store would be, and cuts nothing`(
    size: (Int, Int), language: LabelLanguage
  ) {
    let words = Words(language)
    let text = welcome(Size(rows: size.0, columns: size.1), language).draw().text
    for choice in ["demo", "begin", "sheet"] {
      #expect(text.contains(words("welcome.\(choice)")), "\(choice)")
    }
    guard size.0 >= 20 else { return }
    let joined = text.filter { !$0.isWhitespace }
    for choice in ["demo", "begin", "sheet"] {
      let help = words("welcome.\(choice).help").filter { !$0.isWhitespace }
      #expect(joined.contains(help), "\(help)")
    }
    #expect(joined.contains("/home/mori/.local/share/tomoni/tomoni.db"))
  }

  @Test func `goes to the demo at once`() {
    var one = welcome()
    #expect(type("d", into: &one) == .demo)
    var two = welcome()
    #expect(two.update(.key(.enter)) == .demo)
    // With the input method left on.
    var three = welcome()
    #expect(type("ｄ", into: &three) == .demo)
  }

  @Test(arguments: [("b", false), ("i", true), ("j\n", false), ("jj\n", true), ("k\n", true)])
  func `begins with two names`(keys: String, bringsSheet: Bool) {
    var welcome = welcome()
    for key in keys { _ = welcome.update(.key(key == "\n" ? .enter : .character(key))) }
    // Names with the letters that choose.
    type("Kita bid", into: &welcome)
    #expect(welcome.update(.key(.enter)) == nil)
    type(" Mori Aki ", into: &welcome)
    #expect(
      welcome.update(.key(.enter))
        == .begin(organisation: "Kita bid", coordinator: "Mori Aki", bringsSheet: bringsSheet))
  }

  @Test func `names what is missing, and keeps what was typed`() {
    var welcome = welcome()
    type("bKita", into: &welcome)
    #expect(welcome.update(.key(.control("s"))) == nil)
    #expect(welcome.fault == Words(.en)("welcome.missing.coordinator"))
    type("Aki", into: &welcome)
    #expect(welcome.fault == nil)
    // Back and in again, also by the other way.
    _ = welcome.update(.key(.escape))
    #expect(welcome.draw().text.contains(Words(.en)("welcome.demo")))
    type("i", into: &welcome)
    #expect(
      welcome.update(.key(.control("s")))
        == .begin(organisation: "Kita", coordinator: "Aki", bringsSheet: true))
    // It could not be done: what was typed stands there still.
    welcome.fault = "no room"
    let text = welcome.draw().text
    #expect(text.contains("Kita") && text.contains("Aki") && text.contains("no room"))
  }

  @Test func `speaks the next language at a key, whose name it shows`() {
    var welcome = welcome()
    for language in LabelLanguage.allCases.dropFirst(2) + [.ja, .en] {
      #expect(welcome.draw().text.contains(Words(language)("welcome.language")))
      type("t", into: &welcome)
      #expect(welcome.language == language)
    }
  }

  @Test func `is left by q and by the end of the terminal, and not by Ctrl-C`() {
    var welcome = welcome()
    #expect(welcome.update(.key(.control("c"))) == nil)
    #expect(welcome.update(.key(.escape)) == nil)
    #expect(type("q", into: &welcome) == .leave)
    #expect(welcome.update(.ended) == .leave)
  }

  @Test func `has no key that does nothing`() {
    for (mode, opened) in [(Welcome.mode, ""), (Welcome.formMode, "bKita")] {
      #expect(!mode.keys.isEmpty)
      for key in mode.keys.flatMap(\.all) {
        var welcome = welcome()
        type(opened, into: &welcome)
        // From the second field there is a way to both sides.
        if !opened.isEmpty { _ = welcome.update(.key(.tab)) }
        let before = welcome
        #expect(welcome.update(.key(key)) != nil || welcome != before, "\(mode.name) \(key)")
      }
    }
  }
}
