import CaseStore
import Casework
import Testing

/// Consents, referrals and the closing of a case in the store.
@Suite struct `The support of a case in the store` {
  private func rules(_ desk: Desk, _ id: RecordID) throws -> [String] {
    try desk.store.detail(RecordAddress(.case, id), limit: 99).deadlines.compactMap {
      if case .code(let rule) = $0["rule"] { rule } else { nil }
    }
  }

  @Test func `refuses a referral without a consent that covers it`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    func refer(_ scope: ConsentScope, _ stage: ReferralStage = .requested) throws -> RecordID {
      try desk.add(
        .referral,
        [
          "case": .to(.case, id), "recipient": .text("病院"), "on": .date(Desk.today),
          "scope": scope.fieldValue, "stage": stage.fieldValue,
        ])
    }
    #expect(problems { try refer(.medicalProviders) } == ["scope": .consentRequired])
    #expect(problems { try refer(.publicity) } == ["scope": .notSharing])
    // Of another case, refused, over, or for somebody else: none of them covers it.
    try desk.consent(try desk.addCase("B"), .medicalProviders)
    try desk.consent(id, .medicalProviders, ["status": .code("refused")])
    try desk.consent(id, .medicalProviders, ["recipient": .text("診療所")])
    try desk.consent(
      id, .medicalProviders,
      [
        "on": .date(Desk.today.adding(days: -9)), "expires": .date(Desk.today.adding(days: -1)),
      ])
    #expect(problems { try refer(.medicalProviders) } == ["scope": .consentRequired])
    // What was declined has shared nothing more.
    _ = try refer(.medicalProviders, .declined)
    try desk.consent(id, .medicalProviders)
    _ = try refer(.medicalProviders)
  }

  @Test func `opens a task for every sharing under a consent that is withdrawn, until it ends`()
    throws
  {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let consent = try desk.consent(id, .otherOrganisations)
    func refer(_ recipient: String) throws -> RecordID {
      try desk.add(
        .referral,
        [
          "case": .to(.case, id), "recipient": .text(recipient), "on": .date(Desk.today),
          "scope": ConsentScope.otherOrganisations.fieldValue,
        ])
    }
    let first = try refer("一")
    _ = try refer("二")
    func recalls() throws -> Int { try rules(desk, id).count { $0 == "recall_sharing" } }
    #expect(try recalls() == 0)
    try desk.change(.consent, consent, ["status": .code("withdrawn")])
    #expect(try desk.card(.consent, consent)["withdrawnOn"] == .date(Desk.today))
    #expect(try recalls() == 2)
    let day = try desk.store.page(.due(Desk.today, category: .practice), .first, count: 9)
    #expect(day.cards.count { $0["rule"] == .code("recall_sharing") } == 2)
    try desk.change(.referral, first, ["stage": .code("revoked")])
    #expect(try recalls() == 1)
    _ = try desk.store.undo()
    #expect(try recalls() == 2)
    #expect(
      problems { try desk.change(.consent, consent, ["status": .code("given")]) }
        == ["status": .historyKept])
  }

  @Test func `asks for consent from the intake on`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    #expect(try !rules(desk, id).contains("consent_missing"))
    try desk.change(.case, id, ["status": .code("intake")])
    #expect(try rules(desk, id).contains("consent_missing"))
    let assess = ["status": FieldValue.code("assessment")]
    #expect(problems { try desk.change(.case, id, assess) } == ["status": .consentRequired])
    for scope in ConsentScope.beforeAssessment { try desk.consent(id, scope) }
    #expect(try !rules(desk, id).contains("consent_missing"))
    try desk.change(.case, id, assess)
  }

  private func staff(_ value: FieldValue) -> RecordID? {
    if case .link(let link) = value { link.address.id } else { nil }
  }

  /// A case whose closing is asked for, with what the closing asks for.
  private func closing(_ desk: Desk) throws -> RecordID {
    let id = try desk.addCase(
      "A", ["closureReason": .code("goals_met"), "outcome": .text("x")])
    try desk.execute("UPDATE \"case\" SET status = 'active' WHERE id = \(id.rawValue)")
    try desk.change(.case, id, ["status": .code("closure_requested")], reason: "達成")
    return id
  }

  @Test func `lets a supervisor close, and another one where there is another`() throws {
    let desk = try Desk()
    let id = try closing(desk)
    #expect(staff(try desk.card(.case, id)["closureRequestedBy"]) == RecordID(1))
    let close = ["status": FieldValue.code("closed")]
    let other = try desk.add(
      .staff, ["name": .text("佐藤"), "isActive": .flag(true), "isSupervisor": .flag(true)])
    #expect(
      problems { try desk.change(.case, id, close, reason: "x") } == ["status": .otherSupervisor])
    let member = try desk.add(.staff, ["name": .text("鈴木"), "isActive": .flag(true)])
    func approve(as member: RecordID) throws -> Saved {
      let store = try desk.open(as: .coordinator(member))
      return try store.save(
        Change(
          .case, id: id, version: try desk.card(.case, id).version, values: close, reason: "確認",
          command: "status"))
    }
    #expect(problems { try approve(as: member) } == ["status": .supervisorOnly])
    _ = try approve(as: other)
    #expect(staff(try desk.card(.case, id)["closureApprovedBy"]) == other)
  }

  @Test func `lets the only supervisor approve their own request, and that is on record`() throws {
    let desk = try Desk()
    let id = try closing(desk)
    try desk.change(.case, id, ["status": .code("closed")], reason: "x")
    let card = try desk.card(.case, id)
    #expect(card["closureRequestedBy"] == card["closureApprovedBy"])
    #expect(!card["closureApprovedBy"].isAbsent)
  }

  @Test func `ends the roles of a closed case and counts how often it is opened again`() throws {
    let desk = try Desk()
    let id = try closing(desk)
    let volunteer = try desk.addVolunteer("内山")
    let role = try desk.assign(volunteer, to: id)
    try desk.change(.case, id, ["status": .code("closed")], reason: "x")
    #expect(try desk.card(.assignment, role)["until"] == .date(Desk.today))
    _ = try desk.store.undo()
    #expect(try desk.card(.assignment, role)["until"] == .date(Desk.today.adding(days: 80)))
    try desk.change(.case, id, ["status": .code("closed")], reason: "x")
    try desk.support(id)
    _ = try desk.addFollowUp(id, "電話", due: 1)
    try desk.change(
      .case, id, ["status": .code("active"), "owner": .to(.staff, RecordID(1))], reason: "再相談")
    let card = try desk.card(.case, id)
    #expect(card["reopenedCount"] == .number(1))
    #expect(card["closureRequestedBy"].isAbsent && card["closedOn"].isAbsent)
    #expect(
      problems { try desk.change(.case, id, ["reopenedCount": .number(9)]) }
        == ["reopenedCount": .readOnly])
  }

  @Test func `shows with a case its needs, its consents and its household`() throws {
    let desk = try Desk()
    let household = try desk.add(.household, ["name": .text("家族")])
    let member: [String: FieldValue] = ["household": .to(.household, household)]
    let one = try desk.addCase("A", member)
    let other = try desk.addCase("B", member.merging(["householdRole": .code("child")]) { $1 })
    _ = try desk.addCase("C")
    try desk.support(one)
    let detail = try desk.store.detail(RecordAddress(.case, one), limit: 99)
    #expect(detail.household.map(\.address.id) == [other])
    #expect(detail.household.first?["householdRole"] == .code("child"))
    #expect(detail.consents.count == 3)
    #expect(detail.needs.first?["housing"] == .code("stable"))
  }

  @Test func `names the danger with every record of the case, also to a volunteer`() throws {
    let desk = try Desk()
    let id = try desk.addCase(
      "A", ["neverContactAuthorities": .flag(true), "safeContact": .text("夜は不可")])
    let volunteer = try desk.addVolunteer("内山")
    try desk.assign(volunteer, to: id)
    let contact = try desk.add(
      .contact,
      [
        "case": .to(.case, id), "on": .date(Desk.today), "volunteer": .to(.volunteer, volunteer),
      ])
    for store in [desk.store, try desk.open(as: .volunteer(volunteer))] {
      let detail = try store.detail(RecordAddress(.contact, contact), limit: 9)
      #expect(detail.subject?["neverContactAuthorities"] == .flag(true))
      #expect(detail.subject?["safeContact"] == .text("夜は不可"))
    }
  }
}
