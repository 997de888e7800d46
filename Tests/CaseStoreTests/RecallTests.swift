import CaseStore
import Casework
import Testing

/// A consent that is taken back, and a host who is suspended: who is to hear of it.
@Suite struct `Who is to hear of it` {
  private func due(_ desk: Desk, _ guest: RecordID, _ rule: String) throws -> Int {
    try desk.store.detail(RecordAddress(.case, guest), limit: 99).deadlines
      .count { $0["rule"] == .code(rule) }
  }

  @Test func `is named where a consent is taken back, and a referral goes no further`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let referral = try desk.refer(id, to: "難民支援協会")
    let stage = { (code: String) in ["stage": FieldValue.code(code)] }
    try desk.change(.referral, referral, stage("accepted"))
    let consent = RecordID(1)
    let saved = try desk.change(.consent, consent, ["status": .code("withdrawn")])
    #expect(saved.touched.map(\.cause) == [.recall])
    #expect(saved.touched.first?.whom.map(\.title) == ["難民支援協会"])
    #expect(
      problems { try desk.change(.referral, referral, stage("done")) }
        == ["scope": .consentRequired])
    // Back is no telling, and forward again is.
    try desk.change(.referral, referral, stage("requested"))
    #expect(
      problems { try desk.change(.referral, referral, stage("accepted")) }
        == ["scope": .consentRequired])
    // Declined on the same day, they still know: until somebody has told them to stop.
    try desk.change(.referral, referral, stage("declined"))
    #expect(try due(desk, id, "recall_sharing") == 1)
    try desk.change(.referral, referral, stage("revoked"))
    #expect(try due(desk, id, "recall_sharing") == 0)
  }

  @Test func `is no organisation that was done with before`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let referral = try desk.refer(id)
    try desk.change(.referral, referral, ["stage": .code("done")])
    desk.now = Instant(desk.now.rawValue + 5 * 86_400)
    let saved = try desk.change(.consent, RecordID(1), ["status": .code("withdrawn")])
    #expect(saved.touched.first?.whom.isEmpty == true)
    #expect(try due(desk, id, "recall_sharing") == 0)
  }

  @Test func `is each company, host and volunteer by name`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let host = try desk.addHost("清水家")
    try desk.add(
      .homestay,
      ["case": .to(.case, id), "host": .to(.host, host), "start": .date(Desk.today)])
    let named = try desk.store.page(ListQuery(.consent), .first, count: 9, fields: []).cards
    let consent = try #require(named.first?.address.id)
    let saved = try desk.change(.consent, consent, ["status": .code("withdrawn")])
    #expect(saved.touched.first?.whom.map(\.title) == ["清水家"])
    try desk.assign(try desk.addVolunteer("佐藤"), to: id)
    let volunteers = try desk.consent(id, .volunteers)
    let other = try desk.change(.consent, volunteers, ["status": .code("withdrawn")])
    #expect(other.touched.first?.whom.map(\.title) == ["佐藤"])
  }

  @Test func `is each guest of a host who is suspended, and the reason is kept as the concern`()
    throws
  {
    let desk = try Desk()
    let (there, planned) = (try desk.addCase("A"), try desk.addCase("B"))
    let host = try desk.addHost("x", beds: 2)
    func stay(_ guest: RecordID, _ stage: String, from: Int) throws -> RecordID {
      try desk.add(
        .homestay,
        [
          "case": .to(.case, guest), "host": .to(.host, host), "stage": .code(stage),
          "start": .date(Desk.today.adding(days: from)),
          "end": .date(Desk.today.adding(days: 30)),
          "guestAgreedOn": .date(Desk.today), "hostAgreedOn": .date(Desk.today),
        ])
    }
    _ = try stay(planned, "proposed", from: 3)
    let first = try stay(there, "in_progress", from: -3)
    let suspend = ["stage": FieldValue.code("suspended")]
    #expect(problems { try desk.change(.host, host, suspend) } == ["concern": .required])
    let saved = try desk.change(.host, host, suspend, reason: "夜の物音")
    #expect(saved.touched.first?.whom.map(\.title) == ["A", "B"])
    #expect(saved.touched.first?.isUnexplained == false)
    #expect(try desk.card(.host, host)["concern"] == .text("夜の物音"))
    try desk.change(
      .host, host, ["stage": .code("approved"), "concern": .absent], reason: "確認済み")
    let end = try desk.change(
      .homestay, first,
      [
        "stage": .code("ended_early"), "end": .date(Desk.today),
        "endReason": .code("safety_concern"),
      ])
    #expect(end.touched.first?.subject.title == "x" && end.touched.first?.isUnexplained == true)
    // Where she sleeps now stands on Today until somebody knows.
    #expect(try due(desk, there, "guest_whereabouts") == 1)
    try desk.change(.homestay, first, ["moveOnState": .code("secured")])
    #expect(try due(desk, there, "guest_whereabouts") == 0)
  }

  @Test func `puts no doubt over what was confirmed`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let about: [String: FieldValue] = ["case": .to(.case, id), "on": .date(Desk.today)]
    let paper = try desk.add(
      .document, about.merging(["type": .code("designation_paper")]) { $1 })
    let confirmed = try desk.add(
      .workPermission,
      about.merging([
        "workPermission": .code("permitted_within_designation"), "document": .to(.document, paper),
        "confirmedBy": .to(.staff, RecordID(1)), "confirmedOn": .date(Desk.today),
      ]) { $1 })
    let doubt = about.merging(["workPermission": .code("to_be_confirmed")]) { $1 }
    #expect(problems { try desk.add(.workPermission, doubt) } == ["workPermission": .saysLess])
    try desk.add(
      .workPermission, doubt.merging(["corrects": .to(.workPermission, confirmed)]) { $1 })
  }
}
