import Casework
import DeskWorld
import Labels
import Screens
import Testing

struct MergeTests {
  @Test func `shows what will move and saves with a note only after yes`() throws {
    var harness = DeskHarness()
    harness.type("2")
    // The third case has been taken in.
    harness.type("jjmd")
    #expect(harness.form != nil, "\(harness.screen)")
    harness.go(to: "survivingCase")
    harness.type("<Space><Enter><Ctrl-S>")
    #expect(harness.changes.isEmpty)
    let previews = harness.effects.compactMap { effect -> [Change]? in
      if case .preview(let changes) = effect { changes } else { nil }
    }
    #expect(previews.last?.first?.isMerge == true)
    #expect(harness.screen.contains(Words(.ja)("merge.ask")), "\(harness.screen)")
    harness.type("n")
    #expect(harness.changes.isEmpty && harness.form != nil)
    harness.type("<Ctrl-S>y")
    #expect(harness.changes.last?.isMerge == true && harness.form == nil)
  }

  @Test func `says in the form why it is refused`() throws {
    var harness = DeskHarness()
    harness.world.refusal = .problems([FieldProblem("survivingCase", .cannotSurvive)])
    harness.type("2jjmd")
    harness.go(to: "survivingCase")
    harness.type("<Space><Enter><Ctrl-S>")
    #expect(harness.form != nil)
    #expect(harness.screen.contains(/まとめられません|選んでください/), "\(harness.screen)")
  }

  private static func preview(_ change: Change, differing: [FieldConflict]) -> ChangePreview {
    let one = Link(RecordAddress(.case, RecordID(3)), number: "2026-0003", title: "A")
    let entries = RecordKind.allCases.map { kind in
      JournalEntry(
        sequence: 1, step: 1, at: Instant(0), who: nil, command: "status",
        record: Link(RecordAddress(kind, RecordID(5))), before: [:],
        after: ["case": .absent], reason: "", undoes: nil)
    }
    var preview = ChangePreview(change, link: one, entries: entries)
    preview.differences = differing
    return preview
  }

  private func asked(_ differing: [FieldConflict], _ language: LabelLanguage = .ja) throws
    -> DeskHarness
  {
    var harness = DeskHarness(language: language)
    harness.type("2jjmd")
    harness.go(to: "survivingCase")
    harness.type("<Space><Enter><Ctrl-S>")
    harness.type("n")
    let change = Change(
      .case, id: RecordID(3), version: 1,
      values: [
        "status": .code("duplicate"),
        "survivingCase": .link(Link(RecordAddress(.case, RecordID(1)), number: "2026-0001")),
      ], command: "status")
    #expect(change.isMerge)
    harness.receive(.previewed([Self.preview(change, differing: differing)]))
    return harness
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `shows first what differs and is confirmed only once all was seen`(
    language: LabelLanguage
  ) throws {
    let name = FieldConflict("nameRoman", yours: .text("LAYLA"), theirs: .text("NAZANIN"))
    var harness = try asked([name], language)
    let lines = harness.screen.split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.contains("LAYLA") }, "\(harness.screen)")
    let kind = Words(language)("kind.contact")
    let moved = lines.firstIndex { $0.contains(kind) } ?? lines.endIndex
    #expect(first < moved)
    #expect(!harness.screen.contains("y \(Words(language)("desk.yes"))"))
    harness.type("y")
    #expect(harness.changes.isEmpty && !harness.desk.overlays.isEmpty)
    for _ in 0..<40 { harness.type("j") }
    #expect(harness.screen.contains("y \(Words(language)("desk.yes"))"), "\(harness.screen)")
    // What was seen once needs not be on the screen.
    harness.type("kkky")
    #expect(harness.changes.last?.isMerge == true)
  }

  @Test(arguments: ["birthDate", "gender", "nationality"])
  func `asks once more where two people may be meant`(field: String) throws {
    let differing = FieldConflict(
      field, yours: field == "birthDate" ? .day("1990-01-02") : .code("x"),
      theirs: field == "birthDate" ? .day("1985-07-13") : .code("y"))
    var harness = try asked([differing])
    for _ in 0..<40 { harness.type("j") }
    harness.type("y")
    #expect(harness.changes.isEmpty)
    harness.type("n")
    #expect(harness.changes.isEmpty)
    harness = try asked([differing])
    harness.type("<End>yy")
    #expect(harness.changes.last?.isMerge == true)
  }
}

extension FieldValue {
  fileprivate static func day(_ text: String) -> FieldValue {
    CivilDate(iso: text).map(FieldValue.date) ?? .absent
  }
}
