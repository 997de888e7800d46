import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Widgets

@testable import Screens

/// The three lines that frame a desk, whatever has to stand in them.
@Suite struct `A line of the desk` {
  private static let organisation = "特定非営利活動法人難民と移住者のための総合支援センターともに東京"
  private static let person = "ラヒミ・ファティマ・ザフラ・アルマスリ・ビント・アブドゥッラー"

  private static func harness(
    _ size: Size, _ language: LabelLanguage, isDemo: Bool = true
  ) -> DeskHarness {
    var harness = DeskHarness(size, language: language)
    harness.desk.surroundings.organisation = organisation
    harness.desk.surroundings.viewerLink.title = person
    harness.desk.surroundings.isDemo = isDemo
    return harness
  }

  private func row(_ index: Int, _ desk: Desk) -> String {
    let frame = desk.draw()
    return (0..<frame.size.columns).map { frame[index, $0].text }.joined()
  }

  @Test(arguments: DeskSize.allCases, LabelLanguage.allCases)
  func `of tabs says that data is fictional before who looks`(
    size: DeskSize, language: LabelLanguage
  ) {
    for screen in ["1", "2", "5", "8L"] {
      var harness = Self.harness(size.size, language)
      harness.type(screen)
      let text = row(0, harness.desk)
      expectSound(harness.desk, screen)
      let active = harness.desk.screen.kind == .lodging ? "registers" : harness.desk.screen.name
      let label = harness.desk.words("screen.\(active)")
      #expect(text.contains(label), "\(text)")
      // It is set off from the others.
      let frame = harness.desk.draw()
      let set = (0..<size.size.columns).filter { frame[0, $0].role == .heading }
      #expect(set.map { frame[0, $0].text }.joined() == label)
      #expect(!text.contains(Self.organisation.suffix(4)))
      if size.size.columns >= 80 {
        #expect(text.contains(harness.desk.words("header.demo")), "\(text)")
        for name in ["header.overdue", "header.today"] {
          #expect(text.contains(harness.desk.words(name)), "\(text)")
        }
      }
      if size.size.columns >= 100 {
        #expect(text.contains(language.rawValue.uppercased()), "\(text)")
        // Every screen is called by its name, not by its digit alone.
        for name in ScreenID.bar.map(\.screen.name) + ["registers"] {
          #expect(text.contains(harness.desk.words("screen.\(name)")), "\(text)")
        }
      }
    }
  }

  @Test(arguments: DeskSize.allCases, LabelLanguage.allCases)
  func `of tabs has the screens that a person chose, in their order`(
    size: DeskSize, language: LabelLanguage
  ) {
    let settings = SettingsFile("set screens jobs cases registers\n").settings
    var harness = DeskHarness(size.size, language: language, settings: settings)
    let words = harness.desk.words
    func tabs(_ names: [String]) -> String {
      names.enumerated().map { "\($0 < 3 ? String($0 + 1) : "gr")\(words("screen.\($1)"))" }
        .joined(separator: " ")
    }
    func shown(_ desk: Desk) -> String {
      row(0, desk).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    // Without Today it opens on the first of them.
    #expect(harness.desk.screen == .jobs)
    let own = ["jobs", "cases", "registers"]
    func isShown(_ names: [String]) -> Bool {
      let all = tabs(names).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return shown(harness.desk).hasPrefix(all) || size.size.columns < 80
    }
    #expect(isShown(own), "\(row(0, harness.desk))")
    harness.type("2")
    #expect(harness.desk.screen == .cases)
    harness.type("]")
    #expect(harness.desk.screen == .jobs)
    harness.type("3")
    #expect(harness.desk.overlays.last?.page?.id == .registers)
    harness.type("<Esc>gr")
    #expect(harness.desk.screen == .reports)
    // Where one is stands there too, without a digit.
    #expect(isShown(own + ["reports"]), "\(row(0, harness.desk))")
    harness.type("4")
    #expect(harness.desk.screen == .reports)
    #expect(harness.desk.notice?.text.contains("4") == true)
    harness.type("gt")
    #expect(harness.desk.screen == .today)
    expectSound(harness.desk, "\(size)")
  }

  /// From the widest to the narrowest: the organisation goes first, then the person.
  @Test func `of tabs leaves out whole names, never a half`() {
    let harness = Self.harness(Size(rows: 24, columns: 260), .ja)
    #expect(row(0, harness.desk).contains("\(Self.person)@\(Self.organisation)  JA"))
    var widths: [Int] = []
    for columns in (40...260).reversed() {
      var smaller = harness
      smaller.send(.resize(Size(rows: 24, columns: columns)))
      let text = row(0, smaller.desk)
      let hasPerson = text.contains(Self.person)
      let hasOrganisation = text.contains(Self.organisation)
      #expect(hasPerson || !hasOrganisation)
      #expect(hasPerson == text.contains("ラヒミ"), "\(columns): \(text)")
      #expect(hasOrganisation == text.contains("特定"), "\(columns): \(text)")
      widths.append((hasPerson ? 1 : 0) + (hasOrganisation ? 1 : 0))
    }
    #expect(widths == widths.sorted(by: >))
    #expect(Set(widths) == [0, 1, 2])
  }

  @Test(arguments: LabelLanguage.allCases)
  func `of hints keeps help at any width and loses whole hints alone`(language: LabelLanguage) {
    var harness = Self.harness(Size(rows: 24, columns: 200), language)
    harness.type("2")
    let words = harness.desk.words
    let help = words("command.help.hint")
    let all = row(23, harness.desk)
    let known = Set(all.split(separator: "  ").map { String($0).trimmed })
    var before = 200
    for columns in (40...200).reversed() {
      harness.send(.resize(Size(rows: 24, columns: columns)))
      let text = row(23, harness.desk)
      #expect(text.contains("?\(help)") || text.contains("? \(help)"), "\(columns): \(text)")
      #expect(text.count { !$0.isWhitespace } <= before)
      before = text.count { !$0.isWhitespace }
      // Two blanks stand between two English hints.
      if language == .en {
        let shown = Set(text.split(separator: "  ").map { String($0).trimmed })
        #expect(shown.subtracting([""]).isSubset(of: known), "\(columns): \(text)")
      }
    }
  }

  @Test(arguments: [("2v", "mode.range"), ("2tx", "mode.person")])
  func `of hints names what the desk is in`(keys: String, label: String) {
    for language in LabelLanguage.allCases {
      var harness = DeskHarness(language: language, world: PictureWorld.full)
      harness.type("2")
      #expect(!row(23, harness.desk).hasPrefix("  \(harness.desk.words(label))"))
      harness.type(keys)
      #expect(
        row(23, harness.desk).hasPrefix("  \(harness.desk.words(label)) "), "\(harness.screen)")
    }
  }

  @Test(arguments: DeskSize.allCases, LabelLanguage.allCases)
  func `of hints gives way to a sentence, in two rows at most, and cuts no cell in two`(
    size: DeskSize, language: LabelLanguage
  ) {
    var harness = DeskHarness(size.size, language: language)
    let last = size.size.rows - 1
    for (text, rows) in [
      ("保存しました。", 1), (String(repeating: "保存しました。", count: 40), 2),
      (String(repeating: "x y ", count: 90), 2),
    ] {
      for isError in [false, true] {
        harness.desk.notice = Desk.Notice(text: text, isError: isError)
        expectSound(harness.desk, "\(size)")
        let frame = harness.desk.draw()
        #expect(row(last - rows + 1, harness.desk).hasPrefix(" \(text.prefix(6))"))
        #expect(frame[last - rows + 1, 1].role == (isError ? .error : .plain))
      }
    }
    harness.type("j")
    #expect(row(last, harness.desk).contains(harness.desk.words("command.help.hint")))
  }

  @Test func `of a box keeps its keys below what is said`() {
    var harness = DeskHarness()
    harness.type("2rn")
    harness.desk.notice = Desk.Notice(text: "NOTICE")
    #expect(row(22, harness.desk).hasPrefix(" NOTICE"))
    #expect(row(23, harness.desk).contains("Ctrl-S"))
  }

  @Test(arguments: LabelLanguage.allCases, ["2", "2rn", "2r", "2m"])
  func `of a desk that waits shows the one key that ends it`(language: LabelLanguage, keys: String)
  {
    var harness = DeskHarness(language: language)
    harness.type(keys)
    harness.desk.notice = Desk.Notice(text: "NOTICE")
    harness.desk.isWaiting = true
    let words = harness.desk.words
    let help = words(keys == "2rn" ? "desk.waitingHelp" : "desk.waitingHelp.browse")
    let line = harness.desk.overlays.isEmpty ? 23 : 22
    // Above a form the sentence has as many rows as it needs.
    let said = (line - 2...line).map { row($0, harness.desk) }
    #expect(
      said.contains { $0.hasPrefix(" \(words("desk.waiting"))  \(help.prefix(10))") }, "\(said)")
    #expect(!harness.screen.contains("NOTICE"))
    // Where the sentence stands in the place of the keys it names the one there is.
    if line == 22 {
      #expect(row(23, harness.desk).trimmed == "Esc \(words("modeKey.stopWaiting"))")
    } else {
      #expect(row(23, harness.desk).contains("Esc"))
    }
  }
}

/// Keys that a person gave a command are shown wherever the command is.
@Suite struct `A command with another key` {
  static let hinted = CommandTable.all.filter { command in
    command.hint != nil && [.everywhere, .list, .record].contains(command.place)
      // They are hinted where there are rolls, and letters.
      && !["rollCall", "copyLetter", "previewLetter"].contains(command.name.rawValue)
  }

  @Test(arguments: hinted, LabelLanguage.allCases)
  func `is hinted, helped and found by it`(command: Command, language: LabelLanguage) throws {
    let name = command.name.rawValue
    let file = SettingsFile("bind everywhere F7 \(name)\n")
    #expect(file.problems.isEmpty)
    let settings = file.settings
    #expect(settings.commands.spelledKeys[name] == "F7")
    var harness = DeskHarness(
      Size(rows: 40, columns: 230), language: language, world: PictureWorld.full, settings: settings
    )
    // Back is hinted at where it leads to another page, and not out of the program.
    harness.type(name == "picture" ? "4" : name == "back" ? "2<Enter>" : "2")
    let words = Words(language)
    let frame = harness.desk.draw()
    let hints = (0..<230).map { frame[39, $0].text }.joined()
    #expect(
      hints.contains("F7 \(words("command.\(name).hint"))"), "\(hints)")
    for opener in ["?", ":"] {
      var found = harness
      found.type(opener + "F7")
      let items: [PickerView.Item]
      switch found.desk.overlays.last {
      case .picker(let picker): items = picker.view.items
      case .find(let box): items = box.view.items
      default:
        Issue.record("no picker")
        continue
      }
      let first = try #require(items.first)
      #expect(first.label.hasPrefix(words("command.\(name)")), "\(opener)")
      #expect(first.detail.hasPrefix("F7"))
    }
    // The key does what the old one did.
    var old = harness
    for key in try #require(command.keys.first).keys { old.send(.key(key)) }
    harness.type("<F7>")
    #expect(harness.desk == old.desk)
    #expect(harness.effects == old.effects)
  }

  @Test(arguments: CommandSet.fixedKeys.map(\.spelled).sorted())
  func `is never one of those that lead out`(keys: String) {
    let file = SettingsFile("bind everywhere \(keys) undo\nunbind everywhere \(keys)\n")
    #expect(file.problems.map(\.line) == [1, 2])
    #expect(file.settings.commands == .standard)
  }
}
