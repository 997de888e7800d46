import Casework
import Cells
import DeskWorld
import Labels
import TestSupport
import Testing
import Widgets

@testable import Screens

/// What was saved last, to be done again.
@Suite struct `A change to repeat` {
  private static func case_(_ id: Int64) -> FieldValue {
    .link(Link(RecordAddress(.case, RecordID(id))))
  }

  private static func note(_ id: Int64, _ body: String, on kind: RecordKind = .note) -> Change {
    Change(kind, values: ["case": case_(id), "body": .text(body)], reason: "r", command: "logNote")
  }

  private static func edit(_ id: Int64, _ city: String) -> Change {
    Change(
      .case, id: RecordID(id), version: 4, values: ["city": .text(city)], reason: "why",
      command: "edit")
  }

  @Test func `is one where all changes were the same but for whom they are about`() throws {
    let logged = try #require(
      RepeatableChange([Self.note(1, "a"), Self.note(2, "a"), Self.note(3, "a")]))
    #expect(logged.isAboutCase && logged.values == ["body": .text("a")])
    let link = Link(RecordAddress(.case, RecordID(8)), number: "2026-0008")
    #expect(
      logged.change(about: link)
        == Change(
          .note, values: ["case": .link(link), "body": .text("a")], reason: "r",
          command: "logNote"))
    let edited = try #require(RepeatableChange([Self.edit(1, "x"), Self.edit(2, "x")]))
    #expect(!edited.isAboutCase)
    let card = Card(RecordAddress(.case, RecordID(5)), version: 12, number: "2026-0005")
    #expect(
      edited.change(of: card)
        == Change(
          .case, id: RecordID(5), version: 12, values: ["city": .text("x")], reason: "why",
          command: "edit"))
  }

  @Test(arguments: [
    [], [note(1, "a"), note(2, "b")], [note(1, "a"), note(2, "a", on: .contact)],
    [edit(1, "x"), edit(2, "y")], [edit(1, "x"), note(1, "x")], [note(1, "x"), edit(1, "x")],
    [Change(.host, values: ["name": .text("n")], command: "add")],
  ])
  func `is none where they were not`(changes: [Change]) {
    #expect(RepeatableChange(changes) == nil)
  }
}

@Suite struct `The marks of rows` {
  private static let cards = (1...6).map {
    Card(RecordAddress(.case, RecordID(Int64($0))), number: "\($0)")
  }

  private func ids(_ marks: Screens.Marks) -> [Int64] {
    marks.marked.keys.map(\.id.rawValue).sorted()
  }

  /// Where a range begins, to which rows it then goes, and what is marked in the end.
  @Test(arguments: [
    (0, [3], [1, 2, 3, 4]), (3, [0], [1, 2, 3, 4]), (2, [5, 3], [3, 4]), (2, [5, 2], [3]),
    (2, [5, 0], [1, 2, 3]), (5, [5], [6]), (0, [5, 0, 1], [1, 2]),
  ])
  func `of a range are those between its ends`(start: Int, ends: [Int], expected: [Int64]) {
    var marks = Screens.Marks()
    marks.begin(at: Self.cards[start].address)
    for end in ends { marks.extend(to: end, among: Self.cards) }
    #expect(ids(marks) == expected)
    marks.cancelRange()
    #expect(ids(marks) == [] && marks.range == nil)
  }

  @Test func `from before a range stay when it is taken back`() {
    var marks = Screens.Marks()
    marks.mark([Self.cards[0], Self.cards[5]])
    marks.begin(at: Self.cards[2].address)
    marks.extend(to: 3, among: Self.cards)
    #expect(ids(marks) == [1, 3, 4, 6])
    marks.cancelRange()
    #expect(ids(marks) == [1, 6])
    marks.begin(at: Self.cards[2].address)
    marks.extend(to: 3, among: Self.cards)
    marks.end()
    #expect(ids(marks) == [1, 3, 4, 6] && marks.range == nil)
    marks.cancelRange()
    #expect(ids(marks) == [1, 3, 4, 6])
    marks.toggle(Self.cards[2])
    marks.forget(Self.cards[0].address)
    #expect(ids(marks) == [4, 6])
    marks.clear()
    #expect(ids(marks) == [])
  }

  @Test func `of a range whose start is gone do not change`() {
    var marks = Screens.Marks()
    marks.mark([Self.cards[1]])
    marks.begin(at: RecordAddress(.case, RecordID(77)))
    marks.extend(to: 3, among: Self.cards)
    #expect(ids(marks) == [2])
  }

  @Test func `take newer values of what is marked, and of nothing else`() {
    var marks = Screens.Marks()
    marks.mark([Self.cards[0]])
    marks.refresh([1, 2].map { Card(RecordAddress(.case, RecordID($0)), version: 9, number: "n") })
    #expect(marks.marked.values.map(\.version) == [9])
    #expect(ids(marks) == [1])
  }
}

@Suite struct `The layout` {
  struct Row: CustomTestStringConvertible, Sendable {
    let rows: Int
    let columns: Int
    let isWide: Bool
    let list: Region
    let detail: Region
    let peek: Int
    var testDescription: String { "\(columns)x\(rows)" }
  }

  private static func region(_ row: Int, _ column: Int, _ rows: Int, _ columns: Int) -> Region {
    Region(row: row, column: column, rows: rows, columns: columns)
  }

  static let table = [
    Row(
      rows: 10, columns: 40, isWide: false, list: region(2, 0, 6, 40), detail: region(2, 0, 7, 40),
      peek: 1),
    Row(
      rows: 24, columns: 80, isWide: false, list: region(2, 0, 20, 80),
      detail: region(2, 0, 21, 80), peek: 1),
    Row(
      rows: 24, columns: 109, isWide: false, list: region(2, 0, 20, 109),
      detail: region(2, 0, 21, 109), peek: 1),
    Row(
      rows: 24, columns: 110, isWide: true, list: region(2, 0, 21, 65),
      detail: region(2, 68, 21, 42), peek: 0),
    Row(
      rows: 40, columns: 140, isWide: true, list: region(2, 0, 37, 83),
      detail: region(2, 86, 37, 54), peek: 0),
  ]

  @Test(arguments: table) func `gives each part its own rows and columns`(row: Row) {
    let layout = Layout(Size(rows: row.rows, columns: row.columns))
    #expect(!layout.isTooSmall && layout.isWide == row.isWide)
    #expect(layout.tabs == Self.region(0, 0, 1, row.columns))
    #expect(layout.criteria == Self.region(1, 0, 1, row.columns))
    #expect(layout.list == row.list)
    #expect(layout.detail == row.detail)
    #expect(layout.peek == Self.region(row.rows - 2, 0, row.peek, row.columns))
    #expect(layout.status == Self.region(row.rows - 2, 0, 1, row.columns))
    #expect(layout.hints == Self.region(row.rows - 1, 0, 1, row.columns))
    #expect(layout.boxes == Self.region(1, 0, row.rows - 3, row.columns))
    #expect(layout.page == Self.region(1, 0, row.rows - 2, row.columns))
  }

  @Test(arguments: [(9, 40), (10, 39), (9, 300), (300, 39), (1, 30)])
  func `is too small below forty by ten, and says so`(rows: Int, columns: Int) {
    let size = Size(rows: rows, columns: columns)
    #expect(Layout(size).isTooSmall && Layout(size).listRows >= 1)
    let harness = DeskHarness(size, language: .en)
    let frame = harness.desk.draw()
    let shown = (0..<30).map { frame[0, $0].text }.joined()
    #expect(shown == "Screen too small (needs 40x10)")
  }

  @Test(arguments: DeskSize.allCases, ["2rn", "2jrn", "2a", "2jl<Tab>e"])
  func `of a form is stacked without overlap in what it has`(size: DeskSize, keys: String) throws {
    var harness = DeskHarness(size.size)
    harness.type(keys)
    let form = try #require(harness.form)
    let layout = Layout(size.size)
    let parts = FormRegions(
      form, in: layout, words: harness.desk.words, width: .system)
    let whole = (layout.isWide ? layout.list : layout.body).inset(bottom: 1)
    #expect(parts.warning.rows == parts.warningText.count)
    #expect((parts.warning.rows == 0) == form.warning(harness.desk.words).isEmpty)
    let below = form.duplicates == nil ? 0 : DuplicateWatch.rows(of: whole.rows)
    #expect(parts.duplicates.rows == below)
    #expect(parts.warning.row == whole.row)
    #expect(parts.fields.row == parts.warning.row + parts.warning.rows)
    #expect(parts.duplicates.row == parts.fields.row + parts.fields.rows)
    #expect(parts.duplicates.row + parts.duplicates.rows == whole.row + whole.rows)
    for part in [parts.warning, parts.fields, parts.duplicates] {
      #expect(part.column == whole.column && part.columns == whole.columns)
    }
    // The second person of the world has a rule of contact.
    #expect((parts.warning.rows > 0) == keys.hasPrefix("2j"))
  }
}
