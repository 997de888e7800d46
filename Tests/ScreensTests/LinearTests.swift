import Casework
import Cells
import DeskWorld
import Labels
import TestSupport
import Testing
import Widgets

@testable import Screens

/// A desk that is typed at line by line, and what it says.
private struct LinearDesk {
  var harness: DeskHarness
  private var reader = LinearReader()
  private var said: LinearPlace?

  init(
    _ language: LabelLanguage = .en, world: World = .full,
    viewer: Viewer = .coordinator(RecordID(1))
  ) {
    var settings = DeskSettings()
    settings.output = .linear
    harness = DeskHarness(
      Size(rows: LinearText.size.rows, columns: LinearText.size.columns), language: language,
      world: world, viewer: viewer, settings: settings)
    said = LinearText(harness.desk).place
  }

  /// Types a line and returns what is said of it.
  @discardableResult
  mutating func type(_ line: String) -> [String] {
    reader.take(line, at: harness.desk)
    while let act = reader.next(harness.desk) {
      switch act {
      case .event(let event): harness.send(event)
      case .command(let name): harness.give(name)
      }
    }
    let text = LinearText(harness.desk)
    defer { said = text.place }
    let noted = reader.takeNoted()
    guard noted.isEmpty else { return noted }
    let message = reader.takeMessage()
    return [text.answer(since: said, message)]
  }
}

extension LinearDesk {
  /// Goes on from field to field, as far as there are any.
  fileprivate mutating func go(to field: String) {
    for _ in 0..<40 where harness.form?.view.focused?.id.hasSuffix(field) == false { type("") }
  }
}

/// The desk where nothing is painted.
@Suite struct `The desk line by line` {
  @Test(arguments: LabelLanguage.allCases)
  func `says where one is in one line, whatever key is given`(language: LabelLanguage) {
    for command in CommandTable.all where command.name != .quit {
      for keys in command.keys {
        var desk = LinearDesk(language)
        desk.type("cases")
        let said = desk.type(keys.spelled)
        #expect(said.count == 1 && said[0].contains { $0.isLetter }, "\(keys.spelled): \(said)")
        #expect(!said[0].contains { $0.isNewline }, "\(keys.spelled)")
      }
    }
  }

  @Test func `gives every command by its name and by what it is called`() {
    for language in LabelLanguage.allCases {
      let words = Words(language)
      for command in CommandTable.all {
        let desk = LinearDesk(.en).harness.desk
        let steps = LineMeaning(desk).steps(of: words("command.\(command.name.rawValue)"))
        guard case .command(let name)? = steps?.first else {
          Issue.record("\(command.name.rawValue)")
          continue
        }
        // Two may be called alike: the first of the table is meant.
        #expect(
          words("command.\(name.rawValue)") == words("command.\(command.name.rawValue)"))
      }
    }
  }

  @Test func `takes what an input method sends, and yes in words`() {
    var desk = LinearDesk(.ja)
    desk.type("ケース")
    #expect(desk.type("２")[0].contains("2 / "))
    desk.type("ｒｎ")
    #expect(desk.harness.form != nil)
    desk.type("：Ｅｓｃ")
    #expect(desk.harness.form == nil)
    desk.type("戻る")
    #expect(desk.type("いいえ")[0].contains("2 / ") && desk.harness.desk.overlays.isEmpty)
    desk.type("/あ")
    #expect(desk.harness.desk.overlays.isEmpty)
  }

  @Test func `goes to a row by its number, and says it again for an empty line`() {
    var desk = LinearDesk()
    desk.type("cases")
    let second = desk.type("2")
    #expect(second[0].contains("2 of "))
    #expect(desk.type("") == second)
    #expect(desk.type("1")[0].contains("1 of "))
    #expect(desk.type("9999")[0].contains("9999"))
  }

  @Test func `reads the rows behind one another, and everything on a page`() {
    var desk = LinearDesk()
    desk.type("cases")
    let rows = desk.type("list")
    #expect(rows.count > 1 && rows.count <= 10 && Set(rows).count == rows.count)
    desk.type("1")
    desk.type("open")
    #expect(desk.type("read").count > 5)
  }

  @Test func `asks a form field by field and saves what was typed`() {
    var desk = LinearDesk()
    desk.type("cases")
    let first = desk.type("rn")
    #expect(first[0].contains("1 of "), "\(first)")
    desk.go(to: ".body")
    desk.type("seen: all well")
    #expect(desk.harness.form != nil)
    let saved = desk.type(":save")
    #expect(desk.harness.form == nil, "\(saved)")
    #expect(desk.harness.changes.last?.values["body"] == .text("seen: all well"))
  }

  @Test func `names the field that is wrong, and what mends it`() {
    var desk = LinearDesk()
    desk.type("cases")
    desk.type("rf")
    desk.go(to: ".due")
    desk.type("no day")
    let said = desk.type(":save")[0]
    let field = desk.harness.form?.view.focused
    #expect(field?.error != nil && said.contains(field?.error ?? "?"), "\(said)")
  }

  @Test func `finds a choice by its number, a part of it and its name`() {
    for typed in ["2", "e-mail", "email", "メール"] {
      var desk = LinearDesk()
      desk.type("cases")
      desk.type("rc")
      desk.go(to: ".medium")
      desk.type(typed)
      #expect(desk.harness.desk.overlays.count == 1, "\(typed)")
    }
  }

  @Test func `does not close a box for what is none of its letters`() {
    var desk = LinearDesk()
    desk.type("cases")
    desk.type("m")
    #expect(desk.harness.desk.overlays.count == 1)
    let said = desk.type("something")
    #expect(desk.harness.desk.overlays.count == 1 && said[0].contains("something"))
    desk.type("Esc")
    #expect(desk.harness.desk.overlays.isEmpty)
  }

  @Test func `shows nothing beside the list`() {
    var desk = LinearDesk()
    desk.type("cases")
    #expect(!desk.harness.desk.layout.isWide && desk.harness.desk.preview == nil)
  }

  @Test(arguments: Array(1...6) as [UInt64])
  func `never traps and always answers, whatever is typed`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let language = LabelLanguage.allCases[Int(seed) % LabelLanguage.allCases.count]
    let viewer: Viewer = seed % 3 == 0 ? .volunteer(RecordID(1)) : .coordinator(RecordID(1))
    var desk = LinearDesk(language, viewer: viewer)
    let words = Words(language)
    let named = CommandTable.all.filter { $0.name != .quit }
    for _ in 0..<150 {
      let command = named[Int.random(in: named.indices, using: &random)]
      let lines = [
        "", "1", "3", "-1", "12345678901234567890", "list", "read", "y", "n", "a", ":", ":save",
        ":Esc", "Esc", "Ctrl-S", "Tab", "-", "2026-12-01", "アミナ", "/ami", ":ami", "\u{1B}[31m", "?",
        command.keys.first?.spelled ?? "", words("command.\(command.name.rawValue)"),
        command.name.rawValue,
      ]
      let line = lines[Int.random(in: lines.indices, using: &random)]
      let said = desk.type(line)
      #expect(said.allSatisfy { !$0.contains { $0.isNewline } }, "\(line)")
      #expect(!said.isEmpty, "\(line)")
    }
  }
}
