@testable import CaseStore
import Casework
import CustomDump
import GRDB
import Testing

/// A case that turned out to be a duplicate, and taking the merge back.
struct MergeTests {
  private struct Scene {
    let desk: Desk
    let duplicate: RecordID
    let survivor: RecordID
  }

  /// Two cases, the duplicate with a record of every kind that refers to a case.
  private static func scene() throws -> Scene {
    let desk = try Desk()
    let survivor = try desk.addCase("HASSAN AHMAD", ["city": .text("川崎市")])
    let duplicate = try desk.addCase(
      "HASAN AHMAD",
      [
        "phone": .text("090-1234-5678"), "city": .text("横浜市"),
        "neverContactAuthorities": .flag(true), "birthDate": .day("1990-01-01"),
        "birthDatePrecision": .code("year"),
      ])
    let third = try desk.addCase("THIRD")
    try desk.change(.case, third, ["survivingCase": .to(.case, duplicate)])
    let about: [String: FieldValue] = ["case": .to(.case, duplicate)]
    func add(_ kind: RecordKind, _ values: [String: FieldValue]) throws -> RecordID {
      try desk.add(kind, about.merging(values) { $1 })
    }
    let day = FieldValue.date(Desk.today.adding(days: -3))
    let volunteer = try desk.addVolunteer("V")
    _ = try add(.contact, ["on": day, "volunteer": .to(.volunteer, volunteer)])
    _ = try add(.note, ["on": day, "body": .text("x")])
    _ = try desk.addFollowUp(duplicate, "act", due: 3)
    let host = try desk.addHost("x")
    let stay = try add(.homestay, ["host": .to(.host, host), "start": day])
    _ = try add(.checkIn, ["homestay": .to(.homestay, stay), "on": day])
    try desk.need(duplicate)
    let apart = try desk.addHost("apart")
    _ = try add(.blockedPair, ["host": .to(.host, apart), "on": day, "reason": .text("x")])
    let company = try desk.add(.company, ["name": .text("x")])
    _ = try add(.placement, ["company": .to(.company, company), "on": day])
    let salon = try desk.add(.salon, ["theme": .text("料理"), "date": day])
    _ = try add(.attendance, ["salon": .to(.salon, salon)])
    _ = try add(
      .encounter,
      ["salon": .to(.salon, salon), "metName": .text("x"), "bothWish": .flag(true)])
    _ = try add(.candidate, ["on": day])
    _ = try add(.distinctPair, ["other": .to(.case, third), "on": day])
    let paper = try add(.document, ["type": .code("residence_card"), "on": day])
    let application = try add(.application, ["on": day, "receipt": .to(.document, paper)])
    _ = try add(.detention, ["on": day, "place": .text("x")])
    _ = try add(
      .fee, ["on": day, "amount": .number(6000), "application": .to(.application, application)])
    _ = try add(.allowance, ["on": day])
    let evidence: [String: FieldValue] = [
      "on": day, "document": .to(.document, paper), "confirmedBy": .to(.staff, RecordID(1)),
      "confirmedOn": day,
    ]
    _ = try add(.supportCategory, ["on": day, "supportCategory": .code("evacuee")])
    _ = try add(.procedure, ["on": day, "procedureStage": .code("appeal")])
    _ = try add(
      .residence,
      evidence.merging(["statusOfResidence": .code("student"), "expires": .day("2028-01-01")]) {
        $1
      })
    _ = try add(
      .workPermission, evidence.merging(["workPermission": .code("part_time_permission")]) { $1 })
    _ = try add(
      .ownDeadline, ["rule": .code("appeal"), "on": day, "due": .date(Desk.today)])
    let me = FieldValue.to(.staff, RecordID(1))
    _ = try add(
      .sighting,
      [
        "rule": .code("appeal"), "countedFrom": day, "about": .text("PR-0001"), "due": day,
        "on": day, "staff": me, "owner": me,
      ])
    try desk.support(duplicate)
    _ = try desk.refer(duplicate)
    _ = try add(.service, ["on": day, "serviceType": .code(ServiceType.allCases[0].rawValue)])
    _ = try add(.story, ["title": .text("x")])
    _ = try add(
      .comment, ["on": day, "volunteer": .to(.volunteer, volunteer), "body": .text("x")])
    try desk.assign(volunteer, to: duplicate)
    try desk.assign(volunteer, to: duplicate, from: 0)
    return Scene(desk: desk, duplicate: duplicate, survivor: survivor)
  }

  private static func change(_ scene: Scene, into survivor: RecordID? = nil) throws -> Change {
    Change(
      .case, id: scene.duplicate, version: try scene.desk.card(.case, scene.duplicate).version,
      values: [
        "status": .code("duplicate"),
        "survivingCase": .to(.case, survivor ?? scene.survivor),
      ], command: "status")
  }

  /// Every row of every table but the journal, its versions, its moves and what counts them.
  private static func contents(_ desk: Desk) throws -> [String: [String]] {
    try desk.raw { db in
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
          AND name NOT LIKE 'journal%' AND name NOT LIKE 'searchIndex%' AND name NOT IN ('deadline', 'caseSerial', 'statusMove')
          ORDER BY name
          """)
      return try tables.reduce(into: [:]) { contents, table in
        contents[table] = try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { row in
          row.filter { $0.0 != "version" }.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
        }.sorted()
      }
    }
  }

  private static func deadlines(_ desk: Desk) throws -> [String] {
    try desk.raw {
      try String.fetchAll(
        $0, sql: "SELECT \"case\" || rule || date || ifnull(done, '') FROM deadline ORDER BY 1")
    }
  }

  @Test func `moves everything that refers to the duplicate, by the field lists`() throws {
    let scene = try Self.scene()
    let desk = scene.desk
    let moved = RecordKind.allCases.filter { kind in
      ![.case, .assignment].contains(kind)
        && !RecordDescription.of(kind).references(to: .case).isEmpty
    }
    #expect(moved.count >= 12)
    for kind in moved {
      let query = ListQuery(
        kind, filters: [FieldFilter("case", .equals(.to(.case, scene.duplicate)))])
      // A new kind of record about a case belongs in the scene.
      #expect(try desk.store.count(query).value > 0, "\(kind)")
    }
    let saved = try desk.store.save(try Self.change(scene))
    #expect(Set(saved.entries.map(\.step)).count == 1)
    for kind in moved {
      for (id, isThere) in [(scene.duplicate, false), (scene.survivor, true)] {
        let query = ListQuery(kind, filters: [FieldFilter("case", .equals(.to(.case, id)))])
        #expect(try (desk.store.count(query).value > 0) == isThere, "\(kind)")
      }
    }
    let survivor = try desk.card(.case, scene.survivor)
    #expect(survivor["phone"] == .text("090-1234-5678") && survivor["city"] == .text("川崎市"))
    #expect(survivor["neverContactAuthorities"] == .flag(true))
    #expect(survivor["birthDate"] == .day("1990-01-01"))
    #expect(survivor["birthDatePrecision"] == .code("year"))
    #expect(survivor["workPermission"] == .code("part_time_permission"))
    #expect(survivor["stayExpires"] == .day("2028-01-01"))
    let duplicate = try desk.card(.case, scene.duplicate)
    #expect(duplicate["statusOfResidence"] == .absent)
    #expect(try desk.card(.case, RecordID(3))["survivingCase"] == .to(.case, scene.survivor))
  }

  @Test func `undo leaves every record as it was, field by field`() throws {
    let scene = try Self.scene()
    let desk = scene.desk
    let (before, due) = (try Self.contents(desk), try Self.deadlines(desk))
    #expect(before.values.joined().count > 30)
    _ = try desk.store.save(try Self.change(scene))
    #expect(try Self.contents(desk) != before)
    _ = try desk.store.undo()
    expectNoDifference(try Self.contents(desk), before)
    #expect(try Self.deadlines(desk) == due)
    _ = try desk.store.redo()
    #expect(try desk.card(.case, scene.duplicate)["status"] == .code("duplicate"))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `the volunteer of the duplicate sees neither case`() throws {
    let scene = try Self.scene()
    let session = try scene.desk.open(as: .volunteer(RecordID(1)))
    #expect(try session.count(ListQuery(.case)).value == 1)
    _ = try scene.desk.store.save(try Self.change(scene))
    #expect(try session.count(ListQuery(.case)).value == 0)
    #expect(try session.count(ListQuery(.contact)).value == 0)
    _ = try scene.desk.store.undo()
    #expect(try session.count(ListQuery(.case)).value == 1)
  }

  @Test func `a preview says what will move and where the persons differ`() throws {
    let scene = try Self.scene()
    let before = try Self.contents(scene.desk)
    let preview = try #require(scene.desk.store.preview([try Self.change(scene)]).first)
    #expect(preview.refusal == nil && preview.survivor?.number == "2026-0001")
    expectNoDifference(
      preview.differences,
      [
        FieldConflict("nameRoman", yours: .text("HASAN AHMAD"), theirs: .text("HASSAN AHMAD")),
        FieldConflict("city", yours: .text("横浜市"), theirs: .text("川崎市")),
      ])
    let kinds = Set(preview.entries.compactMap { $0.record?.address.kind })
    #expect(kinds.isSuperset(of: [.contact, .residence, .assignment, .person, .case]))
    #expect(try Self.contents(scene.desk) == before)
  }

  @Test func `refuses a case that cannot survive, and says what both have`() throws {
    let scene = try Self.scene()
    let desk = scene.desk
    for wrong in [scene.duplicate, RecordID(3)] {
      try desk.execute("UPDATE \"case\" SET status = 'duplicate' WHERE id = 3")
      let found = problems { try desk.store.save(try Self.change(scene, into: wrong)) }
      #expect(found == ["survivingCase": .cannotSurvive])
    }
    try desk.add(
      .attendance, ["case": .to(.case, scene.survivor), "salon": .to(.salon, RecordID(1))])
    let before = try Self.contents(desk)
    guard
      case .problems(let found)? = refusal({ try desk.store.save(try Self.change(scene)) }),
      let problem = found.first
    else {
      Issue.record("not refused")
      return
    }
    #expect(problem.code == .bothHave && problem.arguments.first == .label("kind.attendance"))
    #expect(try Self.contents(desk) == before)
  }

  @Test func `an import goes to the case that survived`() throws {
    let scene = try Self.scene()
    try scene.desk.change(.case, scene.duplicate, ["sourceNumber": .text("77")])
    _ = try scene.desk.store.save(try Self.change(scene))
    let row = ImportRow(
      number: 2, values: ["sourceNumber": .text("77"), "nameRoman": .text("HASSAN AHMAD")])
    let report = try scene.desk.store.importRows(.case, [row], options: ImportOptions())
    #expect(report.rows[0].link?.address.id == scene.survivor)
  }
}
