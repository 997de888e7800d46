import Casework
import Cells
import DeskWorld
import Foundation
import Labels
import Screens
import Testing

/// No key is handled outside a table, and no row of a table is without effect.
@Suite struct `The keys of every mode` {
  /// A place of the desk: the mode it is to be, and how to get there.
  struct Place: CustomTestStringConvertible, Sendable {
    let mode: String
    var testDescription: String { mode }
    private let world: World
    private let lead: @Sendable (inout DeskHarness) -> Void

    init(
      _ mode: String, _ world: World = PictureWorld.full,
      _ lead: @escaping @Sendable (inout DeskHarness) -> Void
    ) {
      (self.mode, self.world, self.lead) = (mode, world, lead)
    }

    init(_ mode: String, _ keys: String, _ world: World = PictureWorld.full) {
      self.init(mode, world) { $0.type(keys) }
    }

    func opened() -> DeskHarness {
      var harness = DeskHarness(world: world)
      lead(&harness)
      return harness
    }
  }

  static let places: [Place] =
    [
      Place("form", "2rnab cd<Left><Left><Tab>"), Place("form", "2rnab cd<Left><Left>"),
      Place("form") { $0.open("2rn", at: "on", typing: "2026-05-01") },
      Place("fieldPicker") { $0.open("2a", at: "nationality", typing: " ") },
      Place("fieldPicker") { $0.open("2a", at: "nationality", typing: " <PgDn><PgDn>") },
      Place("form") { $0.open("2rc", at: "channel") },
      Place("form", alike) { $0.open("2a", at: "nameRoman", typing: "OLENA") },
      Place("picker", "2?a b<Left><Left>"), Place("finder", ":"),
      Place("finder", ":a b<Left><Left>"),
      Place("finder", ":<PgDn><PgDn>"),
      Place("picker", "2?<PgDn><PgDn>"),
      Place("severalPicker") { $0.open("8ha", at: "languages", typing: " ") },
      Place("severalPicker") { $0.open("8ha", at: "languages", typing: " <Down>") },
      Place("search", "2/a b<Left><Left>"), Place("search", "4R/a b<Left><Left>", roll),
      Place("filterWords", "2/担当:"), Place("filterWords", "2/担当:<Down>"),
      Place("report", "6j", ReportWorld.world),
      Place("reportWork", ReportWorld.world) { harness in
        harness.type("6j")
        harness.world.report = nil
        harness.type("R")
      },
      Place("work", slow) { $0.type("2gm") },
      Place("letters", "2m"), Place("today", "1", DayWorld.full),
      Place("registers", "8"), Place("registers", "8<Down><Right>"),
      Place("entry", journal) { $0.type("7<Enter>") },
      Place("entry", journal) { $0.type("7<Enter><Down>") },
      Place("bars", "8Bp", PictureWorld.registers), Place("bars", "8BpG", PictureWorld.registers),
      Place("confirm", "q"),
      Place("bulk", "2Vmu", cases(18)), Place("bulk", "2Vmu<PgDn>", cases(18)),
      Place("manyBulk", "2Vmu2", cases(40)), Place("manyBulk", "2Vmu2<PgDn>", cases(40)),
      Place("conflict") { $0.conflict() },
      Place("conflict") {
        $0.conflict()
        $0.type("<Down>l")
      },
      Place("brief", "2jb"), Place("brief", "2jb<PgDn>"), Place("fileName", "2oca b<Left><Left>"),
      Place("brief") { $0.readSmall("") }, Place("brief") { $0.readSmall("<PgDn>") },
      Place("prefix", "2g"),
      Place("paperName", "2Prenewal<Enter>"),
      Place("letterForm", letters) { $0.type("8/templates<Enter>e<Tab><Tab><Tab>") },
      Place("letter", letters) { $0.type("2<Enter><Esc>8/templates<Enter>tp") },
      Place("letter", letters) { $0.type("2<Enter><Esc>8/templates<Enter>tp<PgDn><PgDn>") },
      Place("cards", "2<Enter>txtc", spoken), Place("cards", "2<Enter>txtc#10<Enter>1", spoken),
      Place("cards", spoken) { harness in
        harness.type("2<Enter>txtc#10<Enter>")
        harness.send(.resize(Size(rows: 10, columns: 40)))
        harness.type("jj")
      },
      Place("cardText", "2<Enter>txtc#10", spoken), training(""), training("j"), training("2"),
      training("jj<Enter>1234"), training("1234n"),
      training("1234") { $0.send(.resize(Size(rows: 10, columns: 40))) },
      training("1234<PgDn><PgDn>") { $0.send(.resize(Size(rows: 10, columns: 40))) },
    ] + SheetPlaces.all + [
      Place("roll", "4R", roll), Place("roll", "4Rj", roll), Place("roll", "4R/a<Enter>", roll),
      Place("calendar", "4p"), Place("calendar", "4phhhhhhhhhhhhhh"), Place("calendar", "4pll"),
      Place("stays", "3p"),
      Place("stays", "3pjl"), Place("stays", "3p-ll"), Place("board", "5p"), Place("board", "5pl"),
    ]

  /// An entry of more fields than a screen has rows.
  static let journal: World = {
    var world = World.full
    let fields = RecordDescription.of(.case).stored.map(\.name)
    world.history = [
      JournalEntry(
        sequence: 1, step: 1, at: Instant(0), who: DeskHarness.staff, command: "edit",
        record: Link(RecordAddress(.case, RecordID(2)), number: "2026-0002"),
        before: Dictionary(uniqueKeysWithValues: fields.map { ($0, .text("a")) }),
        after: Dictionary(uniqueKeysWithValues: fields.map { ($0, .text("b")) }))
    ]
    return world
  }()

  static func cases(_ count: Int) -> World {
    var world = World.full
    world.cards[.case] = (1...Int64(count)).map { id in
      var card = Card(RecordAddress(.case, RecordID(id)), version: 1, number: "2026-\(id)")
      card["status"] = .code("active")
      card["isOpen"] = .flag(true)
      return card
    }
    return world
  }

  /// A letter of the organisation's own, longer than a screen.
  static let letters: World = {
    var world = World.full
    var card = Card(RecordAddress(.template, RecordID(7)), version: 1, number: "L-0007")
    card[\LetterTemplate.name] = .text("Invitation")
    card[\LetterTemplate.language] = .code("en")
    card[\LetterTemplate.recipient] = LetterRecipient.person.fieldValue
    card[\LetterTemplate.body] = .text((1...90).map { "line \($0)" }.joined(separator: "\n"))
    card[\LetterTemplate.isOpen] = .flag(true)
    world.cards[.template] = [card]
    return world
  }()

  /// The fictional day, which is for the demo.
  private static func training(
    _ keys: String, _ then: @escaping @Sendable (inout DeskHarness) -> Void = { _ in }
  ) -> Place {
    Place("training", TrainingWorld.world) { harness in
      harness.desk.surroundings.isDemo = true
      harness.type("tt")
      then(&harness)
      harness.type(keys)
    }
  }

  /// People who read one of the languages of the cards.
  static let spoken: World = {
    var world = World.full
    world.cards[.case] = world.cards[.case]?.map { card in
      var card = card
      card[Person.name(\.languages)] = .codes(["my"])
      return card
    }
    return world
  }()

  static let slow: World = {
    var world = World.full
    world.isSlow = true
    return world
  }()

  static let alike: World = {
    var facts = DuplicateFacts()
    facts.names = ["nameRoman": "olena"]
    var world = World.full
    if let match = DuplicateMatch(facts, facts) {
      world.duplicates = [Duplicate(Link(RecordAddress(.case, RecordID(1))), match)]
    }
    return world
  }()

  static let roll: World = {
    var world = PictureWorld.full
    world.cards[.attendance] = (1...Int64(40)).map { id in
      var card = Card(RecordAddress(.attendance, RecordID(id)), version: 1, number: "T-\(id)")
      card["guestName"] = .text("a b \(id)")
      card["case"] = id == 2 ? World.full.link(.case, 0) : .absent
      card["result"] = AttendanceResult.registered.fieldValue
      return card
    }
    return world
  }()

  /// Everything a keyboard sends.
  static let alphabet: [Key] =
    (0x20...0x7E).compactMap { Unicode.Scalar($0).map { Key.character(Character($0)) } }
    + "abcdefghijklmnopqrstuvwxyz".map(Key.control) + (1...12).map(Key.function)
    + [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown,
    ]

  /// What a person sees but for the two last rows, and what the desk asks for.
  private static func seen(_ harness: DeskHarness) -> (rows: [Substring], effects: [Effect]) {
    (
      harness.screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2).map(
        \.self),
      harness.effects
    )
  }

  @Test(arguments: places) func `are those of its table`(place: Place) throws {
    var opened = place.opened()
    let mode = try #require(opened.desk.mode)
    let name = mode.name
    #expect(name == place.mode, "\(opened.screen)")
    // The sentence of the last key is gone after any other.
    opened.send(.key(.function(12)))
    guard !mode.closesByOthers else {
      #expect(opened.desk.mode == nil)
      return
    }
    #expect(opened.desk.mode == mode)
    opened.effects = []
    let before = Self.seen(opened)
    let commands = opened.desk.overlays.isEmpty ? CommandTable.all.flatMap(\.keys) : []
    for key in Self.alphabet where !mode.has(key) {
      if commands.contains(where: { $0.keys.first == key || $0.keys.dropFirst().first == key }) {
        continue
      }
      var harness = opened
      harness.send(.key(key))
      let after = Self.seen(harness)
      #expect(after.rows == before.rows, "\(key) in \(mode.name)")
      #expect(after.effects == before.effects, "\(key) in \(mode.name)")
    }
  }

  @Test func `do something, each of them somewhere`() {
    var used: [String: Set<Key>] = [:]
    for place in Self.places {
      let opened = place.opened()
      for key in opened.desk.mode?.keys.flatMap(\.all) ?? [] {
        var harness = opened
        harness.send(.key(key))
        let isChanged = harness.desk != opened.desk
        if isChanged || harness.effects != opened.effects {
          used[place.mode, default: []].insert(key)
        }
      }
      for key in opened.desk.mode?.takesText == true ? KeyMode.editing.flatMap(\.all) : [] {
        var harness = opened
        harness.send(.key(key))
        if harness.desk != opened.desk { used["editing", default: []].insert(key) }
      }
    }
    // Waiting is a matter of the loop around the desk, and the first screen has no desk yet
    // (`WelcomeTests`).
    let elsewhere = ["waiting", "welcome", "welcomeForm"]
    for mode in KeyMode.all where !elsewhere.contains(mode.name) {
      // The form of a letter has the keys of every form, and its own.
      let others = mode.name == "letterForm" ? used["form"] ?? [] : []
      let idle = Set(mode.keys.flatMap(\.all)).subtracting(used[mode.name] ?? [])
        .subtracting(others)
      #expect(idle == [], "\(mode.name)")
    }
    #expect(Set(KeyMode.editing.flatMap(\.all)).subtracting(used["editing"] ?? []) == [])
  }

  @Test func `stand in no two rows of one table`() {
    for mode in KeyMode.all {
      let keys = mode.keys.flatMap(\.all)
      #expect(Set(keys).count == keys.count, "\(mode.name)")
      #expect(!keys.isEmpty || mode.closesByOthers)
    }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `have a word and a sentence`(language: LabelLanguage) {
    let words = Words(language)
    for mode in KeyMode.all {
      #expect(words.text(ifAny: "keyMode.\(mode.name)") != nil, "\(mode.name)")
      for key in mode.keys + KeyMode.editing {
        #expect(words.text(ifAny: key.action.labelKey) != nil, "\(key.action)")
        #expect(words.text(ifAny: key.action.labelKey + ".help") != nil, "\(key.action)")
      }
    }
    let used = Set((KeyMode.all.flatMap(\.keys) + KeyMode.editing).map(\.action))
    #expect(used == Set(ModeAction.allCases))
  }

  @Test func `stand as literals in no other source`() throws {
    let pattern = try Regex(
      #"\.(character|control|function)\(("|[0-9])|\.cancels|ListSelection\.Step\(key"#
        + #"|(case|key ==|key !=) \.(enter|tab|backTab|escape|backspace|home|end)\b"#)
    let folder = Repository.root.appending(path: "Sources/Screens")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let sources = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    #expect(sources.count > 80)
    // A heard desk types what a line of words stands for.
    let typing = ["KeySequence.swift", "LineMeaning.swift"]
    for file in sources where !typing.contains(file.lastPathComponent) {
      let found = try String(contentsOf: file, encoding: .utf8).matches(of: pattern)
      #expect(found.isEmpty, "\(file.lastPathComponent)")
    }
  }
}

extension DeskHarness {
  /// Opens a form and goes to a field.
  fileprivate mutating func open(_ keys: String, at field: String, typing text: String = "") {
    type(keys)
    go(to: field)
    type(text)
  }

  /// Two fields that somebody else saved meanwhile.
  fileprivate mutating func conflict() {
    open("2e", at: "phone", typing: "070-0000-0000")
    open("", at: "city", typing: "川崎市")
    world.refusal = .conflict(
      [
        FieldConflict("city", yours: .text("川崎市"), theirs: .text("横浜市")),
        FieldConflict("phone", yours: .text("070-0000-0000"), theirs: .absent),
      ], currentVersion: 9)
    type("<Ctrl-S>")
    world.refusal = nil
  }
}

private enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}

extension DeskHarness {
  /// Reads a page where it has more rows than the screen.
  fileprivate mutating func readSmall(_ keys: String) {
    send(.resize(Size(rows: 10, columns: 40)))
    type("2jb" + keys)
  }
}
