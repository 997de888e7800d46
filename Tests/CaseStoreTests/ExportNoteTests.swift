import CaseStore
import Casework
import Testing

@Suite struct `What leaves the store` {
  private func note(_ query: ListQuery, rows: Int = 3) -> ExportNote {
    ExportNote(query, columns: ["number", "status"], format: "csv", rows: rows)
  }

  @Test func `is in the journal, and neither undone nor taken for a change`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    try desk.change(.case, id, ["city": .text("川崎市")])
    _ = try desk.store.undo()
    try desk.store.noteExport(note(ListQuery(.case, filters: [.open])))
    let entry = try #require(try desk.store.journal(JournalFilter(), limit: 1).first)
    #expect(entry.ownCommand == .exported && entry.who?.address == entry.record?.address)
    #expect(entry.at == desk.now && entry.before.isEmpty)
    #expect(
      entry.after == [
        "exportKind": .text("cases"), "exportFormat": .text("csv"), "exportRows": .text("3"),
        "exportColumns": .text("number,status"), "exportFilters": .text("isOpen=yes"),
      ])
    #expect(try desk.store.verifyJournal().isWhole)
    // What was undone before it can still be done again, and is what is undone next.
    _ = try desk.store.redo()
    #expect(try desk.card(.case, id)["city"] == .text("川崎市"))
    #expect(try desk.store.undo().entries.allSatisfy { $0.command == "undo" })
  }

  @Test func `keeps no word that somebody typed about a person`() {
    let link = Link(RecordAddress(.staff, RecordID(1)), number: "ST-0001", title: "Mori Aki")
    let note = note(
      ListQuery(
        .case, search: "SALMA",
        filters: [
          FieldFilter("nameRoman", .equals(.text("SALMA"))),
          FieldFilter("status", .equals(.code("on_hold"))),
          FieldFilter("owner", .equals(.link(link))),
          FieldFilter("birthDate", .equals(.date(CivilDate(dayNumber: 0)))),
        ]))
    #expect(
      note.details[.filters] == "nameRoman status=on_hold owner=ST-0001 birthDate search")
    #expect(!note.details.values.contains { $0.contains("SALMA") || $0.contains("Mori") })
  }

  @Test func `is not a volunteer's to take`() throws {
    let desk = try Desk()
    let volunteer = try desk.open(as: .volunteer(desk.addVolunteer("v")))
    #expect(refusal { try volunteer.noteExport(note(ListQuery(.case))) } == .notPermitted)
  }
}
