import Casework
import CustomDump
import Labels
import Testing
import Wording

@Suite struct MergeTextTests {
  private static let survivor = Made.link(
    .case, 1, number: "2026-0001", title: "SALMA", reading: "サルマ")
  private static let duplicate = Made.link(
    .case, 2, number: "2026-0002", title: "SALMAH", reading: "サルマー")

  private static func entry(
    _ link: Link, before: [String: FieldValue] = [:], after: [String: FieldValue]
  ) -> JournalEntry {
    JournalEntry(
      sequence: 1, step: 1, at: Instant(0), command: "status", record: link, before: before,
      after: after)
  }

  private var preview: ChangePreview {
    let change = Change(
      .case, id: RecordID(2), version: 1,
      values: ["status": CaseStatus.duplicate.fieldValue, "survivingCase": .link(Self.survivor)],
      command: "status")
    var preview = ChangePreview(
      change, link: Self.duplicate,
      entries: [
        Self.entry(Self.duplicate, after: ["survivingCase": .link(Self.survivor)]),
        Self.entry(Made.link(.person), after: ["phone": .text("090")]),
        Self.entry(Made.link(.contact, 1), after: ["case": .link(Self.survivor)]),
        Self.entry(Made.link(.contact, 2), after: ["case": .link(Self.survivor)]),
        Self.entry(Made.link(.assignment, 1), after: ["until": .date(Made.today)]),
      ])
    preview.differences = [
      FieldConflict("nationality", yours: .code("SYR"), theirs: .code("UKR")),
      FieldConflict("city", yours: .text("北区\n2"), theirs: .text("南区")),
    ]
    return preview
  }

  @Test func `says what becomes of both cases, what differs and what moves`() throws {
    try #require(preview.change.isMerge)
    let contact = Both { $0("kind.contact") }
    let assignment = Both { $0("kind.assignment") }
    let en = MergeText(Words(.en)).lines(preview)
    #expect(en[0] == "Merge 2026-0002 SALMAH into 2026-0001 SALMA")
    #expect(en[1].hasPrefix("Differs (kept in a note)  Nationality: Ukraine / Syria"), "\(en)")
    #expect(en[2].hasSuffix("南区 / 北区 2"), "\(en)")
    #expect(en.contains("Filled in  Phone: 090"), "\(en)")
    #expect(en.contains("\(contact.en): 2 move"), "\(en)")
    #expect(en.contains("\(assignment.en): 1 ends and does not move"), "\(en)")
    let ja = MergeText(Words(.ja)).lines(preview)
    #expect(ja.count == en.count && ja[0] == "2026-0002 サルマー を 2026-0001 サルマ にまとめる")
    #expect(ja.contains("\(contact.ja): 2 件を移す"), "\(ja)")
  }

  @Test func `doubts only where what tells two people apart differs`() throws {
    let doubt = try #require(MergeText(Words(.en)).doubt(preview))
    #expect(doubt.contains("Ukraine / Syria") && !doubt.contains("南区"))
    var alike = preview
    alike.differences.removeFirst()
    #expect(MergeText(Words(.en)).doubt(alike) == nil)
  }

  @Test func `keeps what differed in a note for staff on the case that stays`() throws {
    let staff = Made.link(.staff)
    let note = try #require(MergeText(Words(.ja)).note(preview, on: Made.today, staff: staff))
    #expect(note.kind == .note && note.values["case"] == .link(Self.survivor))
    #expect(note.values["confidentiality"] == Confidentiality.staffOnly.fieldValue)
    let body = ValueText(Words(.ja)).text(try #require(note.values["body"]), of: .text)
    #expect(body.split(separator: "\n").count == 3 && body.contains("2026-0002"))
    var alike = preview
    alike.differences = []
    #expect(MergeText(Words(.ja)).note(alike, on: Made.today, staff: staff) == nil)
  }
}
