import Casework
import CustomDump
import Testing

/// What a write brings with it in the record itself, before it is checked.
@Suite struct `What a record settles` {
  private static let today = CivilDate(iso: "2026-10-03") ?? CivilDate(dayNumber: 0)
  private static let earlier = CivilDate(iso: "2026-09-01") ?? CivilDate(dayNumber: 0)
  private static let staff = Reference<Staff>(RecordID(7))

  private static func context(
    _ origin: WriteOrigin = .person, reason: String = ""
  ) -> WriteContext {
    WriteContext(today: today, staff: staff, reason: reason, origin: origin)
  }

  private func settled<R: Record>(
    _ record: R, before: R? = nil, _ context: WriteContext = Self.context()
  ) -> R {
    var record = record
    record.settle(before: before, in: context)
    return record
  }

  private func placement(_ stage: PlacementStage, _ change: (inout Placement) -> Void = { _ in })
    -> Placement
  {
    var placement = Placement()
    placement.stage = stage
    change(&placement)
    return placement
  }

  // MARK: Days

  @Test func `is the day of a stage reached now, for whoever adds and whoever moves`() {
    for before in [nil, placement(.offer)] {
      let now = settled(placement(.offerAccepted), before: before)
      #expect(now.offerAcceptedOn == Self.today)
      let working = settled(placement(.started), before: before)
      #expect(working.startedOn == Self.today && working.offerAcceptedOn == nil)
    }
    var referral = Referral()
    referral.stage = .declined
    #expect(settled(referral).answeredOn == Self.today)
    #expect(settled(referral, before: Referral()).answeredOn == Self.today)
    var goal = Goal()
    goal.stage = .dropped
    #expect(settled(goal).endedOn == Self.today)
    var consent = Consent()
    consent.status = .withdrawn
    #expect(settled(consent).withdrawnOn == Self.today)
  }

  @Test func `is no day that somebody said`() {
    let said = placement(.offerAccepted) { $0.offerAcceptedOn = Self.earlier }
    #expect(settled(said, before: placement(.offer)).offerAcceptedOn == Self.earlier)
    var referral = Referral()
    (referral.stage, referral.answeredOn) = (.accepted, Self.earlier)
    #expect(settled(referral).answeredOn == Self.earlier)
    var goal = Goal()
    (goal.stage, goal.endedOn) = (.achieved, Self.earlier)
    #expect(settled(goal).endedOn == Self.earlier)
  }

  @Test func `is no day where the stage stays`() {
    let before = placement(.offerAccepted)
    #expect(settled(before, before: before).offerAcceptedOn == nil)
    var referral = Referral()
    referral.stage = .accepted
    #expect(settled(referral, before: referral).answeredOn == nil)
    var consent = Consent()
    consent.status = .withdrawn
    #expect(settled(consent, before: consent).withdrawnOn == nil)
    var goal = Goal()
    goal.stage = .achieved
    #expect(settled(goal, before: goal).endedOn == nil)
  }

  @Test func `is no day that only a sheet could know`() {
    let sheet = Self.context(.sheet)
    #expect(settled(placement(.started), sheet).startedOn == nil)
    #expect(settled(placement(.changeOfStatusGranted), sheet).statusResult == .granted)
    #expect(settled(placement(.changeOfStatusGranted), sheet).statusDecidedOn == nil)
    var stay = Homestay()
    stay.stage = .hostAgreed
    #expect(settled(stay, sheet).hostAgreedOn == nil)
    var host = Host()
    host.stage = .suspended
    #expect(settled(host, sheet).suspendedOn == nil)
    #expect(sheet.day == nil && Self.context(.redo(isSheet: true)).day == nil)
    #expect(Self.context(.redo(isSheet: false)).day == Self.today)
  }

  @Test func `is not the day of the work for who is retained from the first`() {
    #expect(settled(placement(.retained)).startedOn == nil)
    let working = placement(.started) { $0.startedOn = Self.earlier }
    let kept = placement(.retentionSupport) { $0.startedOn = Self.earlier }
    #expect(settled(kept, before: working).startedOn == Self.earlier)
  }

  // MARK: Steps back

  @Test(arguments: [
    (PlacementStage.started, PlacementStage.offer, nil as CivilDate?, nil as CivilDate?),
    (.started, .offerAccepted, earlier, nil),
    (.offerAccepted, .finalInterview, nil, earlier),
    (.retentionSupport, .started, earlier, earlier),
  ])
  func `takes back the days of what a step back takes back`(
    from: PlacementStage, to: PlacementStage, accepted: CivilDate?, started: CivilDate?
  ) {
    let days: (inout Placement) -> Void = {
      ($0.offerAcceptedOn, $0.startedOn) = (Self.earlier, Self.earlier)
    }
    let now = settled(placement(to, days), before: placement(from, days))
    #expect(now.offerAcceptedOn == accepted && now.startedOn == started)
  }

  @Test func `keeps a day that is said with the step back`() {
    let before = placement(.started) { $0.startedOn = Self.earlier }
    let now = placement(.offer) { $0.startedOn = Self.today }
    #expect(settled(now, before: before).startedOn == Self.today)
  }

  @Test func `empties the end of what is opened again`() {
    let before = placement(.left) { $0.endedOn = Self.earlier }
    let now = placement(.started) { $0.endedOn = Self.earlier }
    #expect(settled(now, before: before).endedOn == nil)
  }

  @Test func `drops a result that was entered by mistake`() {
    let before = placement(.changeOfStatusGranted) {
      ($0.statusResult, $0.statusDecidedOn) = (.granted, Self.earlier)
    }
    for stage in [PlacementStage.offer, .enteredByMistake] {
      let now = placement(stage) {
        ($0.statusResult, $0.statusDecidedOn) = (.granted, Self.earlier)
      }
      let result = settled(now, before: before)
      #expect(result.statusResult == nil && result.statusDecidedOn == nil)
    }
    let onward = placement(.started) {
      ($0.statusResult, $0.statusDecidedOn) = (.granted, Self.earlier)
    }
    #expect(settled(onward, before: before).statusResult == .granted)
  }

  @Test func `forgets for whom it waited once it waits no more`() {
    let now = placement(.offer) { $0.pausedFor = Reference(RecordID(3)) }
    #expect(settled(now).pausedFor == nil)
    let waiting = placement(.offer) {
      ($0.pausedOn, $0.pausedFor) = (Self.earlier, Reference(RecordID(3)))
    }
    #expect(settled(waiting).pausedFor == Reference(RecordID(3)))
  }

  @Test func `takes back what an answer and an end took back say`() {
    var accepted = Referral()
    (accepted.stage, accepted.answeredOn) = (.accepted, Self.earlier)
    var requested = accepted
    requested.stage = .requested
    #expect(settled(requested, before: accepted).answeredOn == nil)
    requested.answeredOn = Self.today
    #expect(settled(requested, before: accepted).answeredOn == Self.today)
    var ended = Goal()
    (ended.stage, ended.endedOn) = (.achieved, Self.earlier)
    var open = ended
    open.stage = .open
    #expect(settled(open, before: ended).endedOn == nil)
    open.stage = .dropped
    #expect(settled(open, before: ended).endedOn == Self.earlier)
  }

  /// The day alone is enough: nobody is told anything under it from then on.
  @Test func `takes a consent back whose day of withdrawal is entered`() {
    var given = Consent()
    (given.scope, given.on) = (.companies, Self.earlier)
    #expect(given.allows(.companies, to: nil, on: Self.today))
    var dated = given
    dated.withdrawnOn = Self.today
    #expect(!dated.allows(.companies, to: nil, on: Self.today))
    #expect(dated.allows(.companies, to: nil, on: Self.today.adding(days: -1)))
    for origin in [WriteOrigin.person, .sheet] {
      #expect(settled(dated, before: given, Self.context(origin)).status == .withdrawn)
      #expect(settled(dated, Self.context(origin)).status == .withdrawn)
    }
    #expect(settled(given, before: given).status == .given)
  }

  // MARK: Stays

  private func stay(_ stage: StayStage, host: Int64 = 1, guest: Int64 = 1) -> Homestay {
    var stay = Homestay()
    stay.stage = stage
    (stay.host, stay.case) = (Reference(RecordID(host)), Reference(RecordID(guest)))
    (stay.guestAgreedOn, stay.hostAgreedOn) = (Self.earlier, Self.earlier)
    return stay
  }

  @Test func `asks both sides anew for another home and another guest`() {
    for other in [stay(.met, host: 2), stay(.met, guest: 2)] {
      let now = settled(other, before: stay(.met))
      #expect(now.guestAgreedOn == nil && now.hostAgreedOn == nil)
    }
    let same = settled(stay(.met), before: stay(.met))
    #expect(same.guestAgreedOn == Self.earlier && same.hostAgreedOn == Self.earlier)
  }

  @Test func `asks those anew whose agreement a step back takes back`() {
    let toProposed = settled(stay(.proposed), before: stay(.confirmed))
    #expect(toProposed.guestAgreedOn == nil && toProposed.hostAgreedOn == nil)
    let toGuest = settled(stay(.guestAgreed), before: stay(.confirmed))
    #expect(toGuest.guestAgreedOn == Self.earlier && toGuest.hostAgreedOn == nil)
    let forward = settled(stay(.confirmed), before: stay(.met))
    #expect(forward.guestAgreedOn == Self.earlier && forward.hostAgreedOn == Self.earlier)
  }

  // MARK: Hosts

  @Test func `says why a host is suspended, and no day once that is over`() {
    var host = Host()
    host.stage = .suspended
    let now = settled(host, before: Host(), Self.context(reason: "夜の大声"))
    #expect(now.concern.text == "夜の大声" && now.suspendedOn == Self.today)
    var said = host
    said.concern = "鍵が壊れている"
    #expect(settled(said, Self.context(reason: "x")).concern.text == "鍵が壊れている")
    var cleared = now
    cleared.stage = .approved
    let after = settled(cleared, before: now)
    #expect(after.suspendedOn == nil && after.concern.text == "夜の大声")
  }

  // MARK: Cases

  private func `case`(_ status: CaseStatus, _ change: (inout Case) -> Void = { _ in }) -> Case {
    var record = Case()
    record.status = status
    change(&record)
    return record
  }

  @Test func `names who asks for a closing and who approves it`() {
    let asked = settled(
      `case`(.closureRequested), before: `case`(.active), Self.context(reason: "就職"))
    #expect(asked.closureRequestedBy == Self.staff && asked.closedOn == nil)
    #expect(asked.closureRequestedOn == Self.today && asked.closureRequestReason == "就職")
    var closing = asked
    closing.status = .closed
    let closed = settled(closing, before: asked)
    #expect(closed.closureApprovedBy == Self.staff && closed.closedOn == Self.today)
    var back = asked
    back.status = .active
    let goesOn = settled(back, before: asked)
    #expect(goesOn.closureRequestedBy == nil && goesOn.closureRequestedOn == nil)
    #expect(goesOn.closureRequestReason.isEmpty)
  }

  @Test func `counts how often a case was opened again and forgets its end`() {
    let closed = `case`(.closed) {
      ($0.closedOn, $0.reopenedCount) = (Self.earlier, 1)
      ($0.closureRequestedBy, $0.closureApprovedBy) = (Self.staff, Self.staff)
    }
    var open = closed
    open.status = .active
    let now = settled(open, before: closed)
    #expect(now.reopenedCount == 2 && now.closedOn == nil)
    #expect(now.closureRequestedBy == nil && now.closureApprovedBy == nil)
    #expect(settled(closed, before: closed) == closed)
    #expect(settled(`case`(.closed)).closedOn == nil)
  }

  // MARK: What is kept of people who know each other

  @Test func `keeps nothing of an encounter whose wish is taken back`() {
    var encounter = Encounter()
    (encounter.bothWish, encounter.metName, encounter.notes) = (true, "森", "x")
    let before = encounter
    encounter.bothWish = false
    let now = settled(encounter, before: before)
    #expect(now.metName.isEmpty && now.met == nil && now.notes.text.isEmpty)
    #expect(settled(encounter) == encounter)
  }

  // MARK: The description

  /// What the store calls is what the struct does, and nothing else of the values changes.
  @Test(arguments: RecordKind.allCases)
  func `leaves a record alone that stays as it is`(kind: RecordKind) {
    let description = RecordDescription.of(kind)
    let values = kind.recordType.init().values.filter {
      description[$0.key]?.origin == .stored
    }
    for origin in [WriteOrigin.person, .sheet] {
      let context = Self.context(origin)
      expectNoDifference(description.settled(values, before: values, in: context), values)
    }
  }

  @Test func `does the same through the description`() {
    let description = RecordDescription.of(.goal)
    let before: [String: FieldValue] = ["goal": .text("住まい"), "stage": .code("open")]
    let now = before.merging(["stage": .code("achieved")]) { $1 }
    expectNoDifference(
      description.settled(now, before: before, in: Self.context()),
      now.merging(["endedOn": .date(Self.today)]) { $1 })
    // What does not fit a field is left for the check to refuse.
    let wrong = now.merging(["due": .text("soon")]) { $1 }
    #expect(
      description.settled(wrong, before: before, in: Self.context())["due"] == .text("soon"))
  }

  @Test func `knows which ways of writing say something new`() {
    let origins: [WriteOrigin] = [
      .person, .sheet, .undo, .redo(isSheet: true), .redo(isSheet: false), .merge,
    ]
    #expect(origins.map(\.isNew) == [true, true, false, false, false, false])
    #expect(origins.map(\.isSheet) == [false, true, false, true, false, false])
  }
}

/// Rules that a change of something else than the stage would have passed.
@Suite struct `What is asked again` {
  private static let today = CivilDate(iso: "2026-10-03") ?? CivilDate(dayNumber: 0)

  @Test func `is the consent of a referral that becomes another person's`() {
    var referral = Referral()
    (referral.recipient, referral.on) = ("JAR", Self.today)
    referral.case = Reference(RecordID(1))
    var moved = referral
    moved.case = Reference(RecordID(2))
    var facts = CaseFacts(today: Self.today)
    #expect(moved.problems(before: referral, facts: facts).map(\.code) == [.consentRequired])
    #expect(referral.problems(before: referral, facts: facts) == [])
    var consent = Consent()
    (consent.scope, consent.on) = (.otherOrganisations, Self.today)
    facts.consents = [consent]
    #expect(moved.problems(before: referral, facts: facts) == [])
  }

  @Test func `is the day of a gathering that an attendance is moved to`() {
    var attended = Attendance()
    (attended.result, attended.guestName) = (.attended, "森")
    attended.salon = Reference(RecordID(1))
    var moved = attended
    moved.salon = Reference(RecordID(2))
    var facts = CaseFacts(today: Self.today)
    facts.dayOfGathering = Self.today.adding(days: 3)
    #expect(moved.problems(before: attended, facts: facts).map(\.code) == [.notYetTaken])
    facts.dayOfGathering = Self.today
    #expect(moved.problems(before: attended, facts: facts) == [])
  }

  @Test func `is every further stage of a placement that waits`() {
    var waiting = Placement()
    (waiting.stage, waiting.pausedOn) = (.offer, Self.today.adding(days: -9))
    (waiting.startedOn, waiting.on) = (
      Self.today.adding(months: -24), Self.today.adding(months: -24)
    )
    for stage in [PlacementStage.offerAccepted, .started, .retained] {
      var moved = waiting
      moved.stage = stage
      let problems = moved.problems(before: waiting, facts: CaseFacts(today: Self.today))
      #expect(problems.map(\.code).contains(.placementPaused), "\(stage)")
    }
    var ended = waiting
    ended.stage = .candidateWithdrew
    #expect(ended.problems(before: waiting, facts: CaseFacts(today: Self.today)) == [])
  }

  @Test func `is the consent to a host family of who never had a bed there`() {
    var proposed = Homestay()
    (proposed.stage, proposed.start) = (.declined, Self.today)
    (proposed.host, proposed.case) = (Reference(RecordID(1)), Reference(RecordID(1)))
    var extended = proposed
    (extended.stage, extended.end) = (.extended, Self.today.adding(days: 9))
    var facts = CaseFacts(today: Self.today, reason: "x")
    facts.stay = StayFacts()
    #expect(
      extended.problems(before: proposed, facts: facts).map(\.code).contains(.consentRequired))
  }
}
