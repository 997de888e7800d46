import CaseStore
import Casework
import Testing

@Suite struct `Gatherings that repeat, in the store` {
  private let desk: Desk
  private let first: RecordID

  init() throws {
    desk = try Desk()
    first = try desk.add(
      .salon,
      [
        "theme": .text("日本語教室"), "date": .day("2026-10-03"), "place": .text("会館"),
        "status": .code("held"), "headcountCitizens": .number(4), "repeats": .code("weekly"),
        "repeatsUntil": .day("2026-10-24"),
      ])
  }

  private func dates() throws -> [FieldValue] {
    try desk.store.page(
      ListQuery(.salon, sort: SortOrder("date")), .first, count: 99, fields: ["date"]
    ).cards.map { $0["date"] }
  }

  private static let month = ["2026-10-03", "2026-10-10", "2026-10-17", "2026-10-24"]

  @Test func `are made in one step, planned and without the heads of the first`() throws {
    #expect(try dates() == Self.month.map(FieldValue.day))
    let second = try desk.card(.salon, RecordID(first.rawValue + 1))
    #expect(second["theme"] == .text("日本語教室") && second["place"] == .text("会館"))
    #expect(second["status"] == .code("planned") && second["headcountCitizens"].isAbsent)
    #expect(second["repeats"].isAbsent && second["repeatsUntil"].isAbsent)
    _ = try desk.store.undo()
    #expect(try dates() == [])
    _ = try desk.store.redo()
    #expect(try dates().count == 4)
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `go on later without bringing back a day that was moved`() throws {
    try desk.change(.salon, RecordID(first.rawValue + 1), ["date": .day("2026-10-11")])
    try desk.change(.salon, first, ["theme": .text("教室")])
    #expect(try dates().count == 4)
    try desk.change(.salon, first, ["repeatsUntil": .day("2026-11-07")])
    #expect(
      try dates()
        == ["2026-10-03", "2026-10-11", "2026-10-17", "2026-10-24", "2026-10-31", "2026-11-07"]
        .map(FieldValue.day))
  }

  @Test func `are not made again from a sheet, which has a row for each`() throws {
    let row = ImportRow(
      number: 2,
      values: [
        "theme": .text("x"), "date": .day("2026-10-04"), "repeats": .code("weekly"),
        "repeatsUntil": .day("2026-10-25"),
      ])
    #expect(try desk.store.importRows(.salon, [row], options: ImportOptions()).isWritten)
    #expect(try dates().count == 5)
  }

  @Test func `need a last day within a year`() throws {
    func problems(_ values: [String: FieldValue]) -> Refusal? {
      refusal { try desk.change(.salon, RecordID(first.rawValue + 1), values) }
    }
    #expect(
      problems(["repeats": .code("weekly")])
        == .problems([FieldProblem("repeatsUntil", .required)]))
    #expect(
      problems(["repeatsUntil": .day("2026-11-01")])
        == .problems([FieldProblem("repeats", .required)]))
    #expect(
      problems(["repeats": .code("weekly"), "repeatsUntil": .day("2027-11-01")])
        == .problems([FieldProblem("repeatsUntil", .seriesTooLong)]))
  }
}

@Suite struct `Who met whom` {
  @Test func `is kept only where both wish it, and stands on both cases`() throws {
    let desk = try Desk()
    let (a, b) = (try desk.addCase("A"), try desk.addCase("B"))
    let salon = try desk.add(.salon, ["theme": .text("x"), "date": .date(Desk.today)])
    let values: [String: FieldValue] = [
      "case": .to(.case, a), "salon": .to(.salon, salon), "met": .to(.case, b),
    ]
    #expect(
      refusal { try desk.add(.encounter, values) }
        == .problems([FieldProblem("bothWish", .wishRequired)]))
    let id = try desk.add(.encounter, values.merging(["bothWish": .flag(true)]) { $1 })
    for person in [a, b] {
      let timeline = try desk.store.detail(RecordAddress(.case, person), limit: 9).timeline
      #expect(timeline.map(\.address) == [RecordAddress(.encounter, id)])
      #expect(timeline.first?["on"] == .date(Desk.today))
    }
    try desk.change(.salon, salon, ["date": .date(Desk.today.adding(days: 1))])
    #expect(try desk.card(.encounter, id)["on"] == .date(Desk.today.adding(days: 1)))
    #expect(
      refusal { try desk.change(.encounter, id, ["met": .to(.case, a)]) }
        == .problems([FieldProblem("met", .samePerson)]))
    // Who takes back the wish is no longer named.
    try desk.change(.encounter, id, ["bothWish": .flag(false)])
    #expect(try desk.card(.encounter, id)["met"].isAbsent)
  }
}
