import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Widgets

@testable import Screens

/// The form of every kind: every field is reached, takes what its shape takes, and is saved alone.
@Suite struct `The form of a kind` {
  static let kinds = RecordKind.allCases.filter { !RecordDescription.of($0).isMadeByStore }

  /// A world in which every kind of record can be chosen.
  static let world: World = {
    var world = World.full
    for kind in RecordKind.allCases where kind != .case {
      let address = RecordAddress(kind, RecordID(50))
      var card = Card(address, version: 3, number: "N-50")
      card[RecordDescription.openField] = .flag(true)
      world.cards[kind] = [card]
    }
    return world
  }()

  private static func list(of kind: RecordKind) -> String {
    let onBar = ScreenID.bar.first { $0.screen.kind == kind }
    return onBar?.key ?? "8/\(kind.plural)<Enter>"
  }

  private static func added(_ kind: RecordKind, _ language: LabelLanguage = .ja) -> DeskHarness {
    var harness = DeskHarness(language: language, world: world)
    harness.type(list(of: kind) + "a")
    harness.unfold()
    return harness
  }

  private static func edited(_ kind: RecordKind) -> DeskHarness {
    var harness = DeskHarness(world: world)
    harness.type(list(of: kind) + (kind == .case ? "j" : "") + "e")
    return harness
  }

  /// The fields a form of the kind has, in any order.
  private static func expected(_ kind: RecordKind) -> Set<String> {
    let fields = RecordDescription.of(kind).fields.filter {
      $0.isWritable && !$0.uses.contains(.noForm)
    }
    return Set(fields.map { "0.\($0.name)" })
  }

  @Test(arguments: kinds, LabelLanguage.allCases)
  func `is walked through field by field and back`(kind: RecordKind, language: LabelLanguage) throws
  {
    var harness = Self.added(kind, language)
    let form = try #require(harness.form, "\(harness.screen)")
    #expect(form.subject == Words(language)("kind.\(kind.rawValue)"))
    #expect(
      Set(form.view.fields.filter { !$0.isHeading }.map(\.id)) == Self.expected(kind))
    let expected = form.view.fields.map(\.id)
    #expect(Set(expected).count == expected.count)
    var seen: [String] = []
    for _ in expected {
      seen.append(harness.form?.view.focused?.id ?? "")
      harness.type("<Tab>")
    }
    #expect(seen == expected)
    // There is no field behind the last one, and no way out by Tab.
    #expect(harness.desk.notice?.text == Words(language)("desk.formEnd"))
    #expect(harness.form?.view.focused?.id == expected.last)
    seen = []
    for _ in expected {
      seen.append(harness.form?.view.focused?.id ?? "")
      harness.type("<S-Tab>")
    }
    #expect(seen == expected.reversed())
    #expect(harness.form?.view.focused?.id == expected.first)
    #expect(harness.form?.isChanged(DeskHarness.today, Words(language)) == false)
    harness.type("<Esc>")
    #expect(harness.desk.overlays.isEmpty && harness.desk.drafts.isEmpty && harness.changes.isEmpty)
  }

  @Test(arguments: kinds, DeskSize.allCases)
  func `shows the field with the focus at every size`(kind: RecordKind, size: DeskSize) {
    var harness = Self.added(kind)
    harness.send(.resize(size.size))
    for field in harness.form?.view.fields ?? [] {
      let frame = harness.desk.draw()
      expectSound(harness.desk, "\(field.id) of \(kind)")
      let row = (0..<frame.size.columns).map { frame[frame.cursor.row, $0].text }.joined()
      let label = field.label.prefix(4)
      let above = (0...frame.cursor.row).map { line in
        (0..<frame.size.columns).map { frame[line, $0].text }.joined()
      }
      #expect(
        row.contains(label) || above.contains { $0.contains(label) }, "\(field.label) of \(kind)")
      harness.type("<Tab>")
    }
  }

  /// What is typed into a field of each shape, and what is then saved.
  private static func typed(_ facts: FieldFacts, today: CivilDate) -> (
    keys: String, value: FieldValue
  )? {
    switch facts.shape {
    case .text, .longText: return ("<Ctrl-U>abc", .text("abc"))
    case .number(let range): return ("<Ctrl-U>\(range.lowerBound)", .number(range.lowerBound))
    case .date where facts.isBirth: return ("<Ctrl-U>1990-03-05", date("1990-03-05"))
    case .date: return ("<Ctrl-U>2026-05-01", date("2026-05-01"))
    case .time:
      return ("<Ctrl-U>9:05", ClockTime(hour: 9, minute: 5).map(FieldValue.time) ?? .absent)
    case .flag: return (" ", .flag(true))
    case .choice(let catalogue):
      guard let last = catalogue.codes.last else { return nil }
      return (
        " <End>" + String(repeating: "<Down>", count: catalogue.codes.count) + "<Enter>",
        .code(last)
      )
    case .choices(let catalogue):
      guard let first = catalogue.codes.first else { return nil }
      return (" <Enter><Tab>", .codes([first]))
    case .reference(let kind):
      guard kind != .case, kind != .staff else { return nil }
      return (" <Enter>", .link(Link(RecordAddress(kind, RecordID(50)), number: "N-50")))
    case .instant: return nil
    }
  }

  private static func date(_ iso: String) -> FieldValue {
    CivilDate(iso: iso).map(FieldValue.date) ?? .absent
  }

  @Test(arguments: kinds) func `saves of an edited record the field typed in and no other`(
    kind: RecordKind
  ) throws {
    let opened = Self.edited(kind)
    let form = try #require(opened.form, "\(opened.screen)")
    var tried = 0
    for entry in form.entries {
      guard let (keys, value) = Self.typed(entry.facts, today: DeskHarness.today),
        value != entry.initial
      else { continue }
      tried += 1
      var harness = opened
      while harness.form?.view.focused?.id != entry.id { harness.type("<Tab>") }
      harness.type(keys + "<Ctrl-S>")
      // A record that goes into another is looked at first.
      if case .bulk? = harness.desk.overlays.last { harness.type("y") }
      let change = harness.changes.last
      let wanted = [entry.facts.name: value]
      #expect(change?.values == wanted, "\(entry.id) of \(kind): \(harness.screen)")
      #expect(change?.kind == kind && change?.id == form.parts.first?.card?.address.id)
      #expect(change?.version == form.parts.first?.card?.version)
      #expect(change?.command == "edit")
    }
    #expect(tried > 0)
  }

  @Test(arguments: kinds) func `saves of a new record what stood there and the field typed in`(
    kind: RecordKind
  ) throws {
    let opened = Self.added(kind)
    let form = try #require(opened.form)
    var plain = opened
    plain.type("<Ctrl-S>")
    let base = try #require(plain.changes.last, "\(plain.screen)")
    #expect(base.kind == kind && base.id == nil && base.version == nil && base.command == "add")
    // What is seen is what is saved.
    let shown = form.entries.filter { !$0.offered.isAbsent }.map(\.facts.name)
    #expect(Set(base.values.keys).isSuperset(of: shown))
    for entry in form.entries {
      guard let (keys, value) = Self.typed(entry.facts, today: DeskHarness.today),
        entry.facts.shape != .flag
      else { continue }
      var harness = opened
      while harness.form?.view.focused?.id != entry.id { harness.type("<Tab>") }
      harness.type(keys + "<Ctrl-S>")
      if case .bulk? = harness.desk.overlays.last { harness.type("y") }
      let wanted = base.values.merging([entry.facts.name: value]) { $1 }
      #expect(harness.changes.last?.values == wanted, "\(entry.id) of \(kind)")
    }
  }

  @Test(arguments: kinds) func `that is not touched saves nothing of an edited record`(
    kind: RecordKind
  ) {
    var harness = Self.edited(kind)
    #expect(harness.form != nil)
    harness.type("<Ctrl-S>")
    #expect(harness.desk.overlays.isEmpty && harness.changes.isEmpty)
  }

  struct Unreadable: CustomTestStringConvertible, Sendable {
    let keys: String
    let field: String
    let typed: String
    var testDescription: String { "\(field) \(typed)" }
  }

  static let unreadable = [
    Unreadable(keys: "2rf", field: "due", typed: "someday"),
    Unreadable(keys: "2rf", field: "due", typed: "2026-02-30"),
    Unreadable(keys: "4a", field: "begins", typed: "25:00"),
    Unreadable(keys: "4a", field: "capacity", typed: "many"),
    Unreadable(keys: "2a", field: "birthDate", typed: "yesterday-ish"),
  ]

  @Test(arguments: unreadable, LabelLanguage.allCases)
  func `with what cannot be read is not saved and keeps it`(
    row: Unreadable, language: LabelLanguage
  ) {
    var harness = DeskHarness(language: language, world: Self.world)
    harness.type(row.keys)
    harness.unfold()
    harness.go(to: row.field)
    harness.type("<Ctrl-U>\(row.typed)")
    let last = harness.form?.view.fields.last?.id
    while harness.form?.view.focused?.id != last { harness.type("<Tab>") }
    harness.type("<Ctrl-S>")
    #expect(harness.changes.isEmpty)
    let focused = harness.form?.view.focused
    #expect(focused?.id == "0.\(row.field)")
    #expect(focused?.text == row.typed)
    #expect(focused?.error?.isEmpty == false)
    harness.type("<Ctrl-U>")
    #expect(harness.form?.view.focused?.error == nil)
  }
}

/// The sizes at which a desk is looked at.
enum DeskSize: CaseIterable, Sendable {
  case small, narrow, usual, wide

  var size: Size {
    switch self {
    case .small: Size(rows: 10, columns: 40)
    case .narrow: Size(rows: 20, columns: 60)
    case .usual: Size(rows: 24, columns: 80)
    case .wide: Size(rows: 40, columns: 140)
    }
  }
}
