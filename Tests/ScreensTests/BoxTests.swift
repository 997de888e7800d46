import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Widgets
import Wording

@testable import Screens

/// Boxes on top of the desk: what opens, answers and closes them.
@Suite struct `A box on top` {
  private func picker(_ harness: DeskHarness) -> ChoicePicker? {
    if case .picker(let picker)? = harness.desk.overlays.last { picker } else { nil }
  }

  @Test(arguments: DeskSize.allCases)
  func `that hands over hides not the row it is about`(size: DeskSize) {
    let boxes = Layout(size.size).boxes
    let picker = ChoicePicker(.owner, title: "", source: .staff, placeholder: "")
    for row in boxes.row..<boxes.row + boxes.rows {
      let place = picker.region(in: boxes, beside: nil, row: row)
      #expect(!(place.row..<place.row + place.rows).contains(row) && place.rows > 0)
      #expect(place.row >= boxes.row && place.row + place.rows <= boxes.row + boxes.rows)
      #expect(place.column + place.columns <= boxes.column + boxes.columns)
    }
    var harness = DeskHarness(size.size)
    harness.type("2jA")
    if size != .small { #expect(harness.screen.contains("S 評価"), "\(harness.screen)") }
    expectSound(harness.desk, "2jA")
  }

  // MARK: Letters

  /// The moves that each status allows, by the letters of the statuses, and no other.
  @Test(arguments: CaseStatus.allCases, LabelLanguage.allCases)
  func `of moves has a letter for each that is allowed`(
    status: CaseStatus, language: LabelLanguage
  ) throws {
    var world = World.full
    world.cards[.case]?[0]["status"] = status.fieldValue
    world.cards[.case]?[0]["isOpen"] = .flag(true)
    var harness = DeskHarness(language: language, world: world)
    harness.type("2m")
    let allowed = CaseMove.allowed(from: status)
    guard case .letters(let choice)? = harness.desk.overlays.last else {
      #expect(allowed.isEmpty)
      #expect(harness.desk.notice?.text == Words(language)("desk.noMoves"))
      return
    }
    #expect(
      Set(choice.view.items.map(\.label)) == Set(allowed.map { Words(language)($0.labelKey) }))
    #expect(choice.view.items.map(\.keys) == allowed.map { $0.letter.lowercased() })
    for letter in "abcdefghijklmnopqrstuvwxyz"
    where !choice.view.items.map(\.keys).contains("\(letter)") {
      var other = harness
      other.effects = []
      other.type(String(letter))
      #expect(other.desk.overlays.isEmpty && other.effects == [], "\(letter)")
      let unknown = other.desk.words("desk.unknownKey", String(letter))
      let named = CaseStatus.allCases.first { $0.letter.lowercased() == String(letter) }
      // Of a status that the case cannot go to it is said what comes first.
      #expect((other.desk.notice?.text == unknown) == (named == nil), "\(letter)")
      if let named {
        let label = Words(language)(named.labelKey)
        #expect(other.desk.notice?.text.contains(label) == true, "\(letter)")
      }
    }
    for target in allowed {
      var moved = harness
      moved.type(target.letter.lowercased())
      let needs = CaseMove(from: status, to: target)
      // What lacks nothing is saved at once, everything else asks in a form.
      let card = try #require(world.cards[.case]?.first)
      let asks = needs.needsReason || needs.requiredFields.contains { card[$0].isAbsent }
      #expect((moved.form != nil) == asks, "\(status) to \(target)")
      #expect(
        moved.form?.parts.last?.fixed ?? ["status": target.fieldValue] == [
          "status": target.fieldValue
        ])
      if !asks {
        #expect(
          moved.changes == [
            Change(
              .case, id: RecordID(1), version: 1, values: ["status": target.fieldValue],
              command: "status")
          ])
      }
    }
  }

  @Test(arguments: [("4", RecordKind.salon), ("3", .homestay), ("5", .placement)])
  func `of stages leaves out the present one, and saves the chosen one`(
    keys: String, kind: RecordKind
  ) throws {
    let field = try #require(RecordDescription.of(kind).statusField)
    var harness = DeskHarness(world: PictureWorld.full)
    harness.type(keys + "m")
    guard case .letters(let choice)? = harness.desk.overlays.last,
      case .choice(let catalogue) = field.shape,
      case .code(let current)? = harness.desk.subject?[field.name]
    else {
      Issue.record("\(harness.screen)")
      return
    }
    let others = catalogue.codes.filter { $0 != current }
    #expect(choice.view.items.map(\.label) == others.map { Words(.ja)(catalogue.labelKey($0)) })
    let first = try #require(choice.view.items.first?.keys)
    harness.type(first)
    let change = try #require(harness.changes.first, "\(harness.screen)")
    #expect(change.values == [field.name: .code(others[0])] && change.command == "status")
  }

  // MARK: Questions

  @Test(arguments: [
    ("y", true), ("Y", true), ("n", false), ("N", false), ("<Enter>", false), ("<Esc>", false),
    ("<Ctrl-C>", false), ("<Ctrl-G>", false),
  ])
  func `to answer yes or no takes nothing else for yes`(key: String, isYes: Bool) {
    var harness = DeskHarness()
    harness.type("q")
    for other in ["a", "q", "Q", " ", "<Tab>", "<Down>", "u"] {
      harness.type(other)
      #expect(harness.desk.overlays.count == 1, "\(other)")
    }
    #expect(!harness.effects.contains(.quit) && !harness.effects.contains(.undo))
    harness.type(key)
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.effects.contains(.quit) == isYes)
  }

  // MARK: Pickers

  @Test func `with several marks, keeps and unmarks them`() throws {
    let catalogue = try #require(RecordDescription.of(.host)["languages"]?.shape.catalogue)
    var harness = DeskHarness()
    harness.type("8ha")
    harness.go(to: "languages")
    harness.type(" <Enter><Down><Down><Enter>")
    #expect(picker(harness)?.isSeveral == true)
    #expect(picker(harness)?.chosen == [catalogue.codes[0], catalogue.codes[2]])
    #expect(
      picker(harness)?.view.items.map { $0.label.hasPrefix("* ") }.prefix(4) == [
        true, false, true, false,
      ])
    harness.type("<Up><Up><Enter><Tab>")
    #expect(harness.desk.overlays.count == 1)
    harness.type("<Ctrl-S>")
    #expect(harness.changes.last?.values["languages"] == .codes([catalogue.codes[2]]))
  }

  @Test func `with several of which none is left empties the field`() {
    var harness = DeskHarness()
    harness.type("8ha")
    harness.go(to: "languages")
    harness.type(" <Enter><Enter><Tab><Ctrl-S>")
    #expect(harness.changes.count == 1)
    #expect(harness.changes.last?.values["languages"] == nil)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `in which nothing is found says so, takes nothing and closes`(language: LabelLanguage) {
    var harness = DeskHarness(language: language)
    harness.type("2a")
    harness.go(to: "nationality")
    harness.type(" qqqqzzzz")
    #expect(picker(harness)?.view.items.isEmpty == true)
    #expect(harness.screen.contains(harness.desk.words("picker.nothing").prefix(8)))
    harness.type("<Enter><Down><PgDn>")
    #expect(picker(harness) != nil && picker(harness)?.view.typed == "qqqqzzzz")
    harness.type("<Esc>")
    #expect(harness.form?.view.focused?.id == "0.nationality")
    #expect(harness.desk.overlays.count == 1)
  }

  @Test func `of records asks for what is typed, and drops the answer to what was`() {
    var harness = DeskHarness()
    harness.type("2A")
    harness.type("鈴")
    #expect(harness.effects.last == .suggest(.staff, "鈴"))
    let stale = Link(RecordAddress(.staff, RecordID(8)), number: "ST-0008", title: "古 井")
    let fresh = Link(RecordAddress(.staff, RecordID(9)), number: "ST-0009", title: "鈴木 新")
    harness.receive(.suggestions(.staff, "鈴", [fresh]))
    harness.receive(.suggestions(.staff, "", [stale]))
    harness.receive(.suggestions(.host, "鈴", [stale]))
    #expect(picker(harness)?.view.items.map(\.detail) == ["ST-0009"])
    harness.type("<Enter>")
    #expect(harness.changes.last?.values == ["owner": .link(fresh)])
    #expect(harness.desk.overlays.isEmpty)
    let before = harness.desk
    harness.receive(.suggestions(.staff, "鈴", [stale]))
    #expect(harness.desk == before)
  }

  // MARK: Searching

  @Test(arguments: ["2", "8f", "1"], ["<Enter>", "<Down>", "<Tab>"])
  func `to search in is taken, gone on with and given up`(screen: String, taking: String) {
    let typed = screen == "2" ? "FATIMA" : "電話"
    var harness = DeskHarness(language: .en)
    harness.type(screen)
    let all = harness.desk.list.cards.map(\.address)
    harness.type("/\(typed)\(taking)")
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.desk.list.query.search == typed)
    #expect(harness.desk.list.cards.count == 1, "\(harness.screen)")
    // Opened again it holds what was searched; given up, the search is the one from before.
    harness.type("/zzz")
    #expect(harness.desk.list.query.search == typed + "zzz")
    #expect(harness.desk.list.cards.isEmpty)
    harness.type("<Esc>")
    #expect(harness.desk.list.query.search == typed)
    #expect(harness.desk.list.cards.count == 1)
    harness.type("<Esc>")
    #expect(harness.desk.list.query.search == "")
    #expect(harness.desk.list.cards.map(\.address) == all)
  }

  // MARK: Several at once

  @Test(arguments: [(2, "y", true), (2, "n", false), (2, "<Esc>", false), (4, "Y", true)])
  func `of what several would get is answered once for all`(count: Int, key: String, isYes: Bool) {
    var harness = DeskHarness()
    harness.type("2" + String(repeating: " ", count: count) + "A<Enter>")
    guard case .bulk(let preview)? = harness.desk.overlays.last else {
      Issue.record("\(harness.screen)")
      return
    }
    #expect(preview.changes.map(\.id) == (1...count).map { RecordID(Int64($0)) })
    #expect(harness.changes.isEmpty)
    harness.type(key)
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.changes.count == (isYes ? count : 0))
    #expect(harness.changes.allSatisfy { $0.values == ["owner": .link(DeskHarness.staff)] })
    #expect(harness.desk.list.marked.count == (isYes ? 0 : count))
  }

  // MARK: Drafts

  @Test func `of drafts has a letter for each, and one to begin anew`() throws {
    var harness = DeskHarness()
    for name in ["AAA", "BBB", "CCC"] {
      harness.type("2a")
      if case .letters? = harness.desk.overlays.last { harness.type("n") }
      harness.go(to: "nameRoman")
      harness.type("\(name)<Esc>")
    }
    #expect(harness.desk.drafts.map(\.title).sorted() == ["AAA", "BBB", "CCC"])
    harness.type("a")
    guard case .letters(let choice)? = harness.desk.overlays.last else {
      Issue.record("\(harness.screen)")
      return
    }
    #expect(choice.view.items.map(\.keys) == ["a", "b", "c", "n"])
    for (index, draft) in harness.desk.drafts.enumerated() {
      var resumed = harness
      resumed.type(choice.view.items[index].keys)
      #expect(resumed.form?.view["0.nameRoman"]?.text == draft.title)
      #expect(resumed.desk.notice?.text == Words(.ja)("desk.formRestored"))
      resumed.type("<Ctrl-S>")
      #expect(resumed.changes.map { $0.values["nameRoman"] } == [.text(draft.title)])
      #expect(!resumed.desk.drafts.contains { $0.key == draft.key })
      #expect(resumed.desk.drafts.count == 2)
    }
    // Thrown away, it comes back with u once the form is closed.
    let first = try #require(harness.desk.drafts.first)
    harness.type("a<Ctrl-X>y<Esc>")
    #expect(!harness.desk.drafts.contains { $0.key == first.key })
    harness.type("u")
    #expect(harness.form?.view["0.nameRoman"]?.text == first.title)
    #expect(!harness.effects.contains(.undo))
  }

  // MARK: The store is gone

  @Test(arguments: DeskSize.allCases, LabelLanguage.allCases)
  func `of a lost store stays over whatever is shown, and hides no cursor`(
    size: DeskSize, language: LabelLanguage
  ) {
    for keys in ["1", "2", "2l", "2rn", "2m", "2?", "2/a", "4p"] {
      var harness = DeskHarness(size.size, language: language, world: PictureWorld.full)
      harness.type(keys)
      let before = harness.desk.draw()
      harness.receive(.storeLost(.diskFull))
      let after = harness.desk.draw()
      expectSound(harness.desk, keys)
      #expect(after.cursor == before.cursor && after.showsCursor == before.showsCursor, "\(keys)")
      #expect(after != before, "\(keys)")
      #expect(harness.desk.lostStore == .diskFull)
      // The two last rows are as they were.
      for row in (size.size.rows - 2)..<size.size.rows {
        #expect((0..<size.size.columns).allSatisfy { after[row, $0] == before[row, $0] })
      }
    }
  }
}
