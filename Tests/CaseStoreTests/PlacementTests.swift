import CaseStore
import Casework
import Foundation
import GRDB
import Testing

/// Placements in the store: one open way to a job, pauses, the permission to work and its result.
@Suite struct `Placements` {
  /// A case whose person may be introduced, a company and a job of it.
  private struct Scene {
    let desk: Desk
    let record: RecordID
    let company: RecordID
    let job: RecordID

    init() throws {
      desk = try Desk()
      record = try desk.addCase("A")
      company = try desk.add(.company, ["name": .text("清水食品")])
      job = try desk.add(
        .job,
        [
          "company": .to(.company, company), "occupation": .text("調理"),
          "receivedOn": .date(Desk.today), "employmentType": .code("regular"),
        ])
      try desk.consent(record, .companies)
    }

    @discardableResult
    func place(
      _ stage: PlacementStage = .prospect, of other: RecordID? = nil, job: RecordID? = nil,
      reason: String = ""
    ) throws -> RecordID {
      var values: [String: FieldValue] = [
        "case": .to(.case, other ?? record), "company": .to(.company, company),
        "on": .date(Desk.today), "stage": stage.fieldValue,
      ]
      if let job { values["job"] = .to(.job, job) }
      return try desk.add(.placement, values, reason: reason)
    }

    func move(_ id: RecordID, _ stage: PlacementStage, reason: String = "") throws {
      try desk.change(.placement, id, ["stage": stage.fieldValue], reason: reason)
    }

    func field(_ id: RecordID, _ name: String) throws -> FieldValue {
      try desk.card(.placement, id)[name]
    }

    /// A permission that a paper seen today shows.
    func permit(_ work: WorkPermission, _ more: [String: FieldValue] = [:]) throws {
      let paper = try desk.add(
        .document,
        [
          "case": .to(.case, record), "type": .code("designation_paper"),
          "on": .date(Desk.today),
        ])
      let values: [String: FieldValue] = [
        "case": .to(.case, record), "on": .date(Desk.today), "workPermission": work.fieldValue,
        "document": .to(.document, paper), "confirmedBy": .to(.staff, RecordID(1)),
        "confirmedOn": .date(Desk.today),
      ]
      try desk.add(.workPermission, values.merging(more) { $1 })
    }
  }

  @Test func `are open once for a person and a job, in whichever case`() throws {
    let scene = try Scene()
    let first = try scene.place(job: scene.job)
    #expect(problems { try scene.place(job: scene.job) } == ["job": .openPlacementThere])
    let person = try scene.desk.card(.case, scene.record)["person"]
    let again = try scene.desk.add(.case, ["person": person, "opened": .date(Desk.today)])
    #expect(
      problems { try scene.place(of: again, job: scene.job) } == ["job": .openPlacementThere])
    try scene.place(of: scene.desk.addCase("B"), job: scene.job)
    try scene.place()
    try scene.place()
    try scene.move(first, .notSelected)
    let second = try scene.place(job: scene.job)
    #expect(
      problems { try scene.move(first, .offer, reason: "x") } == ["job": .openPlacementThere])
    try scene.move(second, .candidateWithdrew)
    try scene.move(first, .prospect, reason: "x")
  }

  @Test func `are open once in the database itself`() throws {
    let scene = try Scene()
    try scene.place(job: scene.job)
    let twice = """
      INSERT INTO placement ("case", company, job, stage, "on")
      SELECT "case", company, job, 'offer', "on" FROM placement
      """
    #expect(throws: DatabaseError.self) { try scene.desk.execute(twice) }
    try scene.desk.execute(twice.replacingOccurrences(of: "'offer'", with: "'not_selected'"))
    #expect(throws: DatabaseError.self) {
      try scene.desk.execute("UPDATE placement SET stage = 'offer'")
    }
  }

  @Test func `are open once where two processes try at the same time`() throws {
    let scene = try Scene()
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 1...5 {
      let job = try scene.desk.add(
        .job,
        [
          "company": .to(.company, scene.company), "occupation": .text("介護"),
          "receivedOn": .date(Desk.today),
        ])
      let locked = try DatabaseQueue(path: scene.desk.path)
      var writers: [(Process, Pipe)] = []
      try locked.inTransaction(.immediate) { _ in
        for _ in 1...2 {
          let (process, output) = (Process(), Pipe())
          process.executableURL = tests.appending(path: "StoreWriter")
          process.arguments = [
            scene.desk.path, "\(scene.record.rawValue)", "x", "1",
            "\(scene.company.rawValue)", "\(job.rawValue)",
          ]
          process.standardOutput = output
          try process.run()
          writers.append((process, output))
        }
        for (process, _) in writers { try process.waitUntilAtLock(of: scene.desk.path) }
        return .commit
      }
      let said = writers.map { process, output in
        let text = String(
          decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
      }
      #expect(said.count { Int64($0) != nil } == 1)
      #expect(said.contains("openPlacementThere"))
      let count = try scene.desk.raw {
        try Int.fetchOne(
          $0, sql: "SELECT count(*) FROM placement WHERE job = ?", arguments: [job.rawValue])
      }
      #expect(count == 1)
    }
  }

  @Test func `wait while the person has accepted another, in one step`() throws {
    let scene = try Scene()
    let accepted = try scene.place(.offer)
    let waiting = try scene.place(.firstInterview)
    let over = try scene.place(.notSelected)
    try scene.move(accepted, .offerAccepted)
    #expect(try scene.field(accepted, "offerAcceptedOn") == .date(Desk.today))
    #expect(try scene.field(waiting, "pausedOn") == .date(Desk.today))
    #expect(try scene.field(over, "pausedOn") == .absent)
    #expect(try scene.field(accepted, "pausedOn") == .absent)
    #expect(problems { try scene.move(waiting, .offer) } == ["stage": .placementPaused])
    _ = try scene.desk.store.undo()
    #expect(try scene.field(accepted, "stage") == .code("offer"))
    #expect(try scene.field(waiting, "pausedOn") == .absent)
    _ = try scene.desk.store.redo()
    #expect(try scene.field(waiting, "pausedOn") == .date(Desk.today))
  }

  @Test(arguments: [PlacementStage.offer, .offerRetracted, .offerDeclined])
  func `go on where the acceptance comes to nothing`(_ stage: PlacementStage) throws {
    let scene = try Scene()
    let accepted = try scene.place(.offer)
    let waiting = try scene.place(.firstInterview)
    let byHand = try scene.place(.cvPreparation)
    try scene.desk.change(.placement, byHand, ["pausedOn": .date(Desk.today)])
    try scene.move(accepted, .offerAccepted)
    try scene.move(accepted, stage, reason: "x")
    #expect(try scene.field(waiting, "pausedOn") == .absent)
    #expect(try scene.field(byHand, "pausedOn") == .date(Desk.today))
    try scene.move(waiting, .offer)
  }

  @Test func `wait for another acceptance where one comes to nothing`() throws {
    let scene = try Scene()
    let first = try scene.place(.offer)
    let second = try scene.place(.offer)
    let waiting = try scene.place(.firstInterview)
    try scene.move(first, .offerAccepted)
    try scene.desk.change(.placement, second, ["pausedOn": .absent])
    try scene.move(second, .offerAccepted)
    #expect(try scene.field(first, "pausedOn") == .date(Desk.today))
    try scene.move(first, .candidateWithdrew)
    #expect(try scene.field(waiting, "pausedOn") == .date(Desk.today))
    guard case .link(let link) = try scene.field(waiting, "pausedFor") else {
      Issue.record("waits for nothing")
      return
    }
    #expect(link.address.id == second)
    try scene.move(second, .offerRetracted)
    #expect(try scene.field(waiting, "pausedOn") == .absent)
    #expect(try scene.field(waiting, "pausedFor") == .absent)
  }

  @Test func `wait from the start where the person has accepted another`() throws {
    let scene = try Scene()
    let accepted = try scene.place(.offerAccepted)
    let new = try scene.place()
    #expect(try scene.field(new, "pausedOn") == .date(Desk.today))
    guard case .link(let link) = try scene.field(new, "pausedFor") else {
      Issue.record("waits for nothing")
      return
    }
    #expect(link.address.id == accepted)
    #expect(problems { try scene.move(new, .offer) } == ["stage": .placementPaused])
    // Of another case of the person, but not of somebody else.
    let person = try scene.desk.card(.case, scene.record)["person"]
    let again = try scene.desk.add(.case, ["person": person, "opened": .date(Desk.today)])
    #expect(try scene.field(scene.place(of: again), "pausedOn") == .date(Desk.today))
    #expect(try scene.field(scene.place(of: scene.desk.addCase("B")), "pausedOn") == .absent)
    // What is over does not wait, and what is accepted does not either.
    #expect(try scene.field(scene.place(.notSelected), "pausedOn") == .absent)
    try scene.move(accepted, .offerRetracted)
    #expect(try scene.field(new, "pausedOn") == .absent)
    #expect(try scene.field(scene.place(), "pausedOn") == .absent)
  }

  @Test func `wait where an end is taken back after another was accepted`() throws {
    let scene = try Scene()
    let over = try scene.place(.notSelected)
    try scene.place(.offerAccepted)
    try scene.move(over, .firstInterview, reason: "x")
    #expect(try scene.field(over, "pausedOn") == .date(Desk.today))
  }

  @Test func `make the person employed from the first day of work on, in one step`() throws {
    let scene = try Scene()
    let person = try scene.desk.card(.case, scene.record)["person"]
    let again = try scene.desk.add(.case, ["person": person, "opened": .date(Desk.today)])
    func register(_ record: RecordID, _ stage: Readiness) throws -> RecordID {
      try scene.desk.add(
        .candidate,
        ["case": .to(.case, record), "on": .date(Desk.today), "stage": stage.fieldValue])
    }
    let own = try register(scene.record, .jobReady)
    let other = try register(again, .paused)
    let stranger = try register(scene.desk.addCase("B"), .jobReady)
    func stages() throws -> [FieldValue] {
      try [own, other, stranger].map { try scene.desk.card(.candidate, $0)["stage"] }
    }
    try scene.permit(.unrestricted)
    let id = try scene.place(.offerAccepted)
    let before: [FieldValue] = [.code("job_ready"), .code("paused"), .code("job_ready")]
    #expect(try stages() == before)
    try scene.move(id, .started)
    let after: [FieldValue] = [.code("employed"), .code("employed"), .code("job_ready")]
    #expect(try stages() == after)
    _ = try scene.desk.store.undo()
    #expect(try stages() == before)
    #expect(try scene.field(id, "stage") == .code("offer_accepted"))
    _ = try scene.desk.store.redo()
    #expect(try stages() == after)
    // Who looks for another job meanwhile stays registered so.
    try scene.desk.change(.candidate, own, ["stage": .code("job_ready")], reason: "転職希望")
    try scene.move(id, .retentionSupport)
    #expect(try stages().first == .code("job_ready"))
  }

  @Test func `do not begin after the end of the stay`() throws {
    let scene = try Scene()
    func stay(_ until: Int, _ more: [String: FieldValue] = [:]) throws -> RecordID {
      let values: [String: FieldValue] = [
        "case": .to(.case, scene.record), "statusOfResidence": .code("student"),
        "on": .date(Desk.today.adding(days: until - 365)),
        "expires": .date(Desk.today.adding(days: until)), "periodMonths": .number(12),
      ]
      return try scene.desk.add(.residence, values.merging(more) { $1 })
    }
    try scene.permit(.unrestricted)
    let id = try scene.place(.offerAccepted)
    let over = try stay(-1)
    #expect(problems { try scene.move(id, .started) } == ["stage": .stayEnded])
    #expect(problems { try scene.place(.started) } == ["stage": .stayEnded])
    try scene.desk.change(
      .residence, over, ["renewalAppliedOn": .date(Desk.today.adding(days: -30))])
    try scene.move(id, .started)
    _ = try scene.desk.store.undo()
    try scene.desk.change(.residence, over, ["renewalDecidedOn": .date(Desk.today)])
    scene.desk.now = Instant(scene.desk.now.rawValue + 86_400)
    #expect(problems { try scene.move(id, .started) } == ["stage": .stayEnded])
    _ = try stay(364, ["on": .date(Desk.today)])
    try scene.move(id, .started)
  }

  @Test func `begin while an application carries the stay on, and not once it was refused`() throws
  {
    let scene = try Scene()
    try scene.permit(.unrestricted)
    let id = try scene.place(.offerAccepted)
    _ = try scene.desk.add(
      .residence,
      [
        "case": .to(.case, scene.record), "statusOfResidence": .code("student"),
        "on": .date(Desk.today.adding(days: -366)), "periodMonths": .number(12),
        "expires": .date(Desk.today.adding(days: -1)),
      ])
    #expect(problems { try scene.move(id, .started) } == ["stage": .stayEnded])
    let application = try scene.desk.add(
      .application,
      [
        "case": .to(.case, scene.record), "type": .code("renewal"),
        "on": .date(Desk.today.adding(days: -30)),
      ])
    try scene.move(id, .started)
    _ = try scene.desk.store.undo()
    try scene.desk.change(
      .application, application, ["result": .code("denied"), "resultOn": .date(Desk.today)])
    scene.desk.now = Instant(scene.desk.now.rawValue + 86_400)
    #expect(problems { try scene.move(id, .started) } == ["stage": .stayEnded])
  }

  @Test func `lose the days of what a step back takes back`() throws {
    let scene = try Scene()
    let id = try scene.place(.offer)
    try scene.move(id, .offerAccepted)
    try scene.permit(.unrestricted)
    try scene.move(id, .retentionSupport)
    #expect(try scene.field(id, "startedOn") == .date(Desk.today))
    try scene.desk.change(
      .placement, id, ["stage": PlacementStage.left.fieldValue, "endedOn": .date(Desk.today)])
    try scene.move(id, .started, reason: "x")
    #expect(try scene.field(id, "endedOn") == .absent)
    #expect(try scene.field(id, "startedOn") == .date(Desk.today))
    try scene.move(id, .offerAccepted, reason: "x")
    #expect(try scene.field(id, "startedOn") == .absent)
    #expect(try scene.field(id, "offerAcceptedOn") == .date(Desk.today))
    // A day that is said in the same save stays.
    let planned = FieldValue.date(Desk.today.adding(days: -1))
    try scene.desk.change(
      .placement, id, ["stage": PlacementStage.offer.fieldValue, "startedOn": planned],
      reason: "x")
    #expect(try scene.field(id, "offerAcceptedOn") == .absent)
    #expect(try scene.field(id, "startedOn") == planned)
  }

  @Test func `end on a day, and are for a job of their company`() throws {
    let scene = try Scene()
    try scene.permit(.unrestricted)
    let id = try scene.place(.started, job: scene.job)
    #expect(problems { try scene.move(id, .left) } == ["endedOn": .required])
    let other = try scene.desk.add(.company, ["name": .text("森建設")])
    #expect(
      problems {
        try scene.desk.change(.placement, id, ["company": .to(.company, other)])
      } == ["job": .otherCompany])
  }

  @Test func `are listed with their job, and stand on its timeline`() throws {
    let scene = try Scene()
    let id = try scene.place(job: scene.job)
    let page = try scene.desk.store.page(ListQuery(.placement), .from(id), count: 5)
    guard case .link(let link)? = page.cards.first?["job"] else {
      Issue.record("no job")
      return
    }
    #expect(link.address.id == scene.job)
    let detail = try scene.desk.store.detail(RecordAddress(.job, scene.job), limit: 5)
    #expect(detail.timeline.map(\.address.id) == [id])
  }

  @Test func `go by their own occupation before that of the job`() throws {
    let scene = try Scene()
    try scene.permit(.withinDesignation, ["occupation": .text("調理")])
    let id = try scene.place(.started, job: scene.job)
    #expect(
      problems { try scene.desk.change(.placement, id, ["occupation": .text("介護")]) }
        == ["stage": .permissionOccupation])
  }

  @Test func `stay awake where staff woke them`() throws {
    let scene = try Scene()
    let accepted = try scene.place(.offer)
    let waiting = try scene.place(.firstInterview)
    try scene.move(accepted, .offerAccepted)
    try scene.desk.change(.placement, waiting, ["pausedOn": .absent])
    try scene.desk.change(.placement, accepted, ["notes": .text("x")])
    try scene.move(accepted, .changeOfStatusApplied)
    #expect(try scene.field(waiting, "pausedOn") == .absent)
    #expect(try scene.field(waiting, "pausedFor") == .absent)
  }

  @Test func `reach the start of work by a confirmed permission alone`() throws {
    let scene = try Scene()
    let id = try scene.place(.offerAccepted, job: scene.job)
    #expect(problems { try scene.move(id, .started) } == ["stage": .permissionMissing])
    #expect(problems { try scene.place(.started) } == ["stage": .permissionMissing])
    try scene.desk.add(
      .workPermission, ["case": .to(.case, scene.record), "on": .date(Desk.today)])
    #expect(problems { try scene.move(id, .started) } == ["stage": .permissionMissing])
    try scene.permit(.namedEmployer, ["employer": .text("別の会社")])
    #expect(problems { try scene.move(id, .started) } == ["stage": .permissionEmployer])
    try scene.permit(.withinDesignation, ["employer": .text("清水 食品")])
    try scene.move(id, .started)
    #expect(try scene.field(id, "startedOn") == .date(Desk.today))
    // Another company needs a look at the paper again.
    let other = try scene.desk.add(.company, ["name": .text("森建設")])
    #expect(
      problems {
        try scene.desk.change(
          .placement, id, ["company": .to(.company, other), "job": .absent])
      } == ["stage": .permissionEmployer])
  }

  @Test func `are not stopped when a sheet tells of them`() throws {
    let scene = try Scene()
    let options = ImportOptions()
    let rows = [
      ImportRow(
        number: 2,
        values: [
          "case": .text("2026-0001"), "company": .text("清水食品"), "stage": .code("started"),
          "startedOn": .date(Desk.today),
        ]),
      ImportRow(
        number: 3,
        values: [
          "case": .text("2026-0001"), "company": .text("清水食品"), "occupation": .text("x"),
          "stage": .code("change_of_status_granted"),
        ]),
    ]
    let report = try scene.desk.store.importRows(.placement, rows, options: options)
    #expect(report.isWritten && !report.hasRefusedRows)
    let granted = try scene.desk.store.count(Indicator.statusChanges.query(Desk.today))
    #expect(granted == ListCount(1))
  }

  @Test func `keep the result of a change of status`() throws {
    let scene = try Scene()
    let id = try scene.place(.changeOfStatusApplied)
    try scene.move(id, .changeOfStatusGranted)
    #expect(try scene.field(id, "statusResult") == .code("granted"))
    #expect(try scene.field(id, "statusDecidedOn") == .date(Desk.today))
    try scene.move(id, .changeOfStatusApplied, reason: "x")
    #expect(try scene.field(id, "statusResult") == .absent)
    #expect(try scene.field(id, "statusDecidedOn") == .absent)
    try scene.move(id, .changeOfStatusGranted)
    try scene.permit(.unrestricted)
    try scene.move(id, .started)
    try scene.desk.change(
      .placement, id, ["stage": PlacementStage.left.fieldValue, "endedOn": .date(Desk.today)])
    #expect(try scene.field(id, "statusResult") == .code("granted"))
    let query = Indicator.statusChanges.query(Desk.today)
    #expect(try scene.desk.store.count(query) == ListCount(1))
    let refused = try scene.place(.changeOfStatusApplied)
    try scene.move(refused, .changeOfStatusRefused)
    #expect(try scene.field(refused, "statusResult") == .code("refused"))
    #expect(try scene.desk.store.count(query) == ListCount(1))
    #expect(
      problems { try scene.desk.change(.placement, refused, ["statusResult": .code("granted")]) }
        == ["statusResult": .otherResult])
    try scene.move(id, .enteredByMistake, reason: "x")
    #expect(try scene.field(id, "statusResult") == .absent)
    #expect(try scene.field(id, "statusDecidedOn") == .absent)
    #expect(try scene.desk.store.count(query) == ListCount(0))
  }

  @Test func `stand in a store from before as they are`() throws {
    let scene = try Scene()
    try scene.place(.changeOfStatusGranted, job: scene.job)
    try scene.desk.execute(
      """
      DROP TRIGGER placementOnce; DROP TRIGGER placementStillOnce;
      INSERT INTO placement ("case", company, job, stage, "on")
      SELECT "case", company, job, 'offer', "on" FROM placement
      """)
    let sql = try String(contentsOf: Self.migration, encoding: .utf8)
    let triggers = try #require(sql.range(of: "CREATE TRIGGER placementOnce"))
    try scene.desk.execute(String(sql[triggers.lowerBound...]))
    try scene.move(RecordID(2), .offerAccepted)
    #expect(
      problems { try scene.place(job: scene.job) } == ["job": .openPlacementThere])
  }

  private static let migration = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Resources/Schema/010-jobs.sql")

  @Test func `are not redone where what they rest on is gone, else for the same reason`() throws {
    let scene = try Scene()
    let colleague = try scene.desk.add(.staff, ["name": .text("同僚")])
    let id = try scene.place(.cvScreening, job: scene.job)
    try scene.move(id, .firstInterview)
    try scene.move(id, .cvScreening, reason: "日程の変更")
    _ = try scene.desk.store.undo()
    #expect(try scene.desk.store.redo().entries.first?.reason == "日程の変更")
    try scene.move(id, .firstInterview)
    _ = try scene.desk.store.undo()
    // Somebody else writes down that the person takes the consent back.
    let consent = try #require(
      try scene.desk.store.page(ListQuery(.consent), .first, count: 9).cards
        .first { $0["scope"] == ConsentScope.companies.fieldValue })
    _ = try scene.desk.open(as: .coordinator(colleague)).save(
      Change(
        .consent, id: consent.address.id, version: consent.version,
        values: ["status": .code("withdrawn")], command: "edit"))
    #expect(problems { try scene.desk.store.redo() } == ["stage": .consentRequired])
    #expect(try scene.field(id, "stage") == PlacementStage.cvScreening.fieldValue)
  }

  @Test func `are found by whom and what they are about`() throws {
    let scene = try Scene()
    let other = try scene.desk.addCase("SANDY")
    _ = try scene.place(job: scene.job)
    _ = try scene.place(of: other, job: scene.job)
    func found(_ text: String) throws -> Int {
      try scene.desk.store.page(ListQuery(.placement, search: text), .first, count: 9).cards.count
    }
    #expect(try found("sandy") == 1)
    #expect(try found("清水") == 2)
    #expect(try found("清水 sandy") == 1)
    #expect(try found("清水 nobody") == 0)
  }
}
