import Casework
import CustomDump
import GRDB
import Testing

@testable import CaseStore

/// The statuses that records reached, kept with every write and made anew from the journal.
@Suite struct `The statuses that were reached` {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func pass(days: Int) {
    desk.now = Instant(desk.now.rawValue + Int64(days) * 86_400)
  }

  /// Every row, and since when every record stands in its stage.
  private func kept() throws -> [String] {
    try desk.raw { db in
      let moves = try Row.fetchAll(
        db,
        sql: """
          SELECT sequence, recordKind, record, status, day, ifnull(undoes, '-') FROM statusMove
          ORDER BY sequence
          """)
      let since = try RecordKind.allCases.filter { RecordDescription.of($0)["stageSince"] != nil }
        .flatMap { kind in
          try Row.fetchAll(
            db,
            sql: "SELECT '\(kind.rawValue)', id, stageSince FROM \(kind.table) ORDER BY id")
        }
      return (moves + since).map { row in
        (0..<row.count).map { "\(row[$0] as DatabaseValue)" }.joined(separator: " ")
      }
    }
  }

  /// A little of everything that sets a status: forms, a sheet, undo, redo, a merge.
  private func work() throws {
    let person = try desk.addCase("Amina")
    try desk.support(person)
    let host = try desk.addHost("佐藤家")
    let stay = try desk.add(
      .homestay,
      ["case": .to(.case, person), "host": .to(.host, host), "start": .date(Desk.today)])
    pass(days: 2)
    try desk.change(.homestay, stay, ["stage": .code("guest_agreed")])
    pass(days: 1)
    try desk.change(.homestay, stay, ["stage": .code("host_agreed")])
    pass(days: 3)
    _ = try desk.store.undo()
    pass(days: 1)
    _ = try desk.store.redo()
    let company = try desk.add(.company, ["name": .text("青葉")])
    _ = try desk.store.importRows(
      .placement,
      [
        ImportRow(
          number: 2,
          values: [
            "case": .text("Amina"), "company": .text("青葉"), "occupation": .text("調理"),
            "stage": .code("offer_accepted"), "on": .date(Desk.today),
          ])
      ], options: ImportOptions())
    let other = try desk.add(
      .placement,
      [
        "case": .to(.case, person), "company": .to(.company, company), "on": .date(Desk.today),
        "occupation": .text("清掃"),
      ])
    pass(days: 4)
    try desk.change(.placement, other, ["stage": .code("candidate_withdrew")])
    let twin = try desk.addCase("Amina B.")
    try desk.change(
      .case, twin,
      ["status": .code("duplicate"), "survivingCase": .to(.case, person)])
    pass(days: 1)
    _ = try desk.store.undo()
  }

  @Test func `are the same where they are made anew from the journal`() throws {
    try work()
    let before = try kept()
    #expect(before.count > 25)
    try desk.execute(
      """
      DELETE FROM statusMove; DELETE FROM derived WHERE name = 'statuses';
      UPDATE homestay SET stageSince = '2020-01-01'; UPDATE placement SET stageSince = NULL;
      """)
    _ = try desk.open()
    expectNoDifference(try kept(), before)
  }

  @Test func `name every kind that has a status, a stage or a result`() throws {
    try work()
    let kinds = try desk.raw { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT recordKind FROM statusMove")
    }
    #expect(
      Set(kinds).isSuperset(of: [
        "case", "homestay", "placement", "host", "hostadult", "consent", "goal", "company",
      ]))
    for kind in kinds.compactMap(RecordKind.init(rawValue:)) {
      #expect(RecordDescription.of(kind).statusField != nil)
    }
  }

  @Test func `are not asked of the text of the journal by any trigger or view`() throws {
    let texts = try desk.raw { db in
      try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    }
    #expect(texts.count > 40)
    for text in texts { #expect(!text.contains("instr("), "\(text.prefix(80))") }
  }

  @Test func `tell who waits longest, whichever way they came to wait`() throws {
    let salon = try desk.add(
      .salon,
      ["theme": .text("x"), "date": .date(Desk.today.adding(days: 30)), "capacity": .number(1)])
    func place(_ name: String) throws -> RecordID {
      try desk.add(
        .attendance, ["salon": .to(.salon, salon), "case": .to(.case, try desk.addCase(name))])
    }
    func result(_ place: RecordID) throws -> FieldValue {
      try desk.card(.attendance, place)["result"]
    }
    let first = try place("A")
    let waiting = try ["B", "C"].map(place)
    let report = try desk.store.importRows(
      .attendance,
      [
        ImportRow(
          number: 2,
          values: [
            "salon": .text(RecordAddress(.salon, salon).number), "guestName": .text("D"),
            "result": .code("registered"),
          ])
      ], options: ImportOptions())
    let sheet = try #require(report.rows.first?.link).address.id
    // Who asks anew waits from then on.
    try desk.change(.attendance, waiting[0], ["result": .code("cancelled")])
    try desk.change(.attendance, waiting[0], ["result": .code("registered")])
    #expect(try result(waiting[0]) == .code("waitlisted"))
    var taken = first
    for next in [waiting[1], sheet, waiting[0]] {
      try desk.change(.attendance, taken, ["result": .code("cancelled")])
      #expect(try result(next) == .code("registered"))
      taken = next
    }
  }
}

/// What a write brings with it in other records.
@Suite struct `A consequence` {
  @Test func `says for which kinds and which ways of writing it comes`() {
    func count(_ kind: RecordKind, _ origin: WriteOrigin) -> Int {
      Consequence.of(kind, by: origin).count
    }
    #expect(count(.attendance, .person) == 2 && count(.attendance, .sheet) == 2)
    #expect(count(.attendance, .undo) == 1 && count(.attendance, .redo(isSheet: true)) == 1)
    #expect(count(.placement, .person) == 3 && count(.placement, .sheet) == 3)
    #expect(count(.placement, .undo) == 0)
    #expect(count(.salon, .person) == 2 && count(.salon, .sheet) == 1)
    #expect(count(.case, .person) == 4 && count(.case, .sheet) == 1)
    #expect(count(.homestay, .person) == 2 && count(.hostAdult, .sheet) == 1)
    for kind in RecordKind.allCases { #expect(count(kind, .merge) == 0, "\(kind)") }
    let moving: Set<RecordKind> = Set(Consequence.all.flatMap(\.kinds))
    for kind in RecordKind.allCases where !moving.contains(kind) {
      #expect(count(kind, .person) == 0)
    }
  }

  /// A merge moves a stay from one case of a person to another: nobody agrees to it anew.
  @Test func `of a merge changes nothing that a move would settle`() throws {
    let desk = try Desk()
    let person = try desk.addCase("Amina")
    let twin = try desk.addCase("Amina B.")
    let host = try desk.addHost("佐藤家")
    let stay = try desk.add(
      .homestay,
      [
        "case": .to(.case, twin), "host": .to(.host, host), "start": .date(Desk.today),
        "stage": .code("met"), "guestAgreedOn": .date(Desk.today.adding(days: -3)),
        "hostAgreedOn": .date(Desk.today.adding(days: -2)),
      ])
    try desk.change(
      .case, twin, ["status": .code("duplicate"), "survivingCase": .to(.case, person)])
    let card = try desk.card(.homestay, stay)
    #expect(card["case"] == .to(.case, person))
    #expect(card["guestAgreedOn"] == .date(Desk.today.adding(days: -3)))
    #expect(card["hostAgreedOn"] == .date(Desk.today.adding(days: -2)))
    _ = try desk.store.undo()
    #expect(try desk.card(.homestay, stay)["case"] == .to(.case, twin))
  }

  @Test func `comes in the same step, and goes with it`() throws {
    let desk = try Desk()
    let person = try desk.addCase("Amina")
    let host = try desk.addHost("佐藤家")
    try desk.add(
      .homestay, ["case": .to(.case, person), "host": .to(.host, host), "start": .date(Desk.today)])
    let saved = try desk.store.save(
      Change(
        .hostAdult,
        values: [
          "host": .to(.host, host), "name": .text("同居人"), "result": .code("concern"),
          "notes": .text("夜の大声"), "on": .date(Desk.today), "staff": .to(.staff, RecordID(1)),
        ], command: "add"))
    #expect(saved.entries.map { $0.record?.address.kind } == [.hostAdult, .host])
    let suspended = try desk.card(.host, host)
    #expect(suspended["stage"] == .code("suspended"))
    #expect(suspended["concern"] == .text("夜の大声"))
    #expect(suspended["suspendedOn"] == .date(Desk.today))
    _ = try desk.store.undo()
    #expect(try desk.card(.host, host)["stage"] == .code("approved"))
    #expect(try desk.card(.host, host)["concern"] == .absent)
    _ = try desk.store.redo()
    #expect(try desk.card(.host, host)["stage"] == .code("suspended"))
  }
}
