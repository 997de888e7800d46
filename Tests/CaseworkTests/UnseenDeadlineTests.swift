import Casework
import Testing

/// Whom a deadline is told that nobody has seen, and what counts as seen.
@Suite struct `A deadline that nobody has seen` {
  private static let owner = RecordID(5)

  private static func day(_ iso: String) -> CivilDate { CaseOfDeadlines.day(iso) }

  /// Refused on 1 May: an appeal until 8 May, of which its rule warns from 2 May on.
  private static func refused(isOwned: Bool = true) -> CaseOfDeadlines {
    var facts = CaseOfDeadlines()
    var record = facts.facts.case.record
    record.owner = isOwned ? Reference(owner) : nil
    facts.facts.case = DeadlineFacts.Row(RecordID(1), record)
    facts.facts.isOwned = isOwned
    facts.procedure(.denied, "2026-05-01", notice: "2026-05-01")
    return facts
  }

  private static func appeal(_ facts: CaseOfDeadlines, known: String? = nil) throws
    -> DeadlineRecord
  {
    DeadlineRecord(try #require(facts.first(.appeal)), of: facts.facts) { _ in known.map(day) }
  }

  private static func ladder(
    _ category: DeadlineCategory, warn: Int? = nil, cover: Int = 0, supervisor: Int
  ) -> Ladder {
    var ladder = Ladder()
    ladder.category = category
    (ladder.warnDays, ladder.coverDays, ladder.supervisorDays) = (warn, cover, supervisor)
    return ladder
  }

  /// The ready-made ladder: the cover at once, a supervisor after two days.
  @Test(arguments: [
    (nil, "2026-05-02", "2026-05-04"), ("2026-05-03", "2026-05-03", "2026-05-05"),
    // It reaches a supervisor by the day before it is due.
    ("2026-05-06", "2026-05-06", "2026-05-07"), ("2026-05-07", "2026-05-07", "2026-05-07"),
    ("2026-05-20", "2026-05-20", "2026-05-22"),
  ])
  func `goes to the cover and to a supervisor`(
    known: String?, since: String, supervisor: String
  ) throws {
    let appeal = try Self.appeal(Self.refused(), known: known)
    #expect(appeal.unseenSince == Self.day(since) && appeal.coverFrom == Self.day(since))
    #expect(appeal.supervisorFrom == Self.day(supervisor))
  }

  @Test func `goes where the organisation's own ladder says, the later of two`() throws {
    var facts = Self.refused()
    facts.facts.ladders = Ladder.standing([
      Self.ladder(.critical, supervisor: 9),
      Self.ladder(.critical, cover: 1, supervisor: 3),
    ])
    let appeal = try Self.appeal(facts)
    #expect(appeal.coverFrom == Self.day("2026-05-03"))
    #expect(appeal.supervisorFrom == Self.day("2026-05-05"))
  }

  @Test func `goes to a supervisor at once where nobody works with the case`() throws {
    var facts = Self.refused(isOwned: false)
    #expect(try Self.appeal(facts).supervisorFrom == Self.day("2026-05-02"))
    // Whose owner has gone was seen by nobody who is here.
    facts = Self.refused()
    facts.facts.isOwned = false
    Self.see(&facts, due: "2026-05-08")
    #expect(try Self.appeal(facts).supervisorFrom == Self.day("2026-05-02"))
  }

  private static func see(
    _ facts: inout CaseOfDeadlines, due: String, for owner: RecordID = owner
  ) {
    var seen = Sighting()
    seen.rule = .appeal
    seen.countedFrom = day("2026-05-01")
    seen.about = "PR-0200"
    seen.due = day(due)
    seen.on = day("2026-05-03")
    (seen.staff, seen.owner) = (Reference(RecordID(6)), Reference(owner))
    facts.facts.sightings.append(DeadlineFacts.Row(RecordID(90), seen))
  }

  private static func told(_ own: OwnDeadline, by staff: RecordID) -> OwnDeadline {
    var own = own
    own.staff = Reference(staff)
    return own
  }

  @Test func `is seen of its day and for its owner alone`() throws {
    var facts = Self.refused()
    Self.see(&facts, due: "2026-05-08")
    var appeal = try Self.appeal(facts)
    #expect(appeal.seenOn == Self.day("2026-05-03") && appeal.seenBy?.id == RecordID(6))
    #expect(appeal.unseenSince == nil && appeal.supervisorFrom == nil)
    // Of another day it has not been seen, until its owner sets that day.
    facts.own(.appeal, on: "2026-05-04", due: "2026-05-07")
    appeal = try Self.appeal(facts)
    #expect(appeal.seenOn == nil && appeal.unseenSince != nil)
    facts.facts.own[0] = DeadlineFacts.Row(
      RecordID(40), Self.told(facts.facts.own[0].record, by: Self.owner))
    #expect(try Self.appeal(facts).seenOn == Self.day("2026-05-04"))
    // Who said of the end of a stay what happened has seen it, though it is not done.
    var stay = Self.refused()
    stay.residence(.student, "2025-01-10", expires: "2026-01-10")
    stay.own(.periodOfStay, on: "2026-01-12", done: "2026-01-12")
    stay.facts.own[0] = DeadlineFacts.Row(
      RecordID(40), Self.told(stay.facts.own[0].record, by: Self.owner))
    let end = DeadlineRecord(try #require(stay.first(.periodOfStay)), of: stay.facts)
    #expect(end.done == nil && end.seenBy?.id == Self.owner)
    // Nor has another owner.
    facts = Self.refused()
    Self.see(&facts, due: "2026-05-08", for: RecordID(7))
    #expect(try Self.appeal(facts).unseenSince != nil)
  }

  @Test func `is warned of earlier where the organisation says so, and of law never later`() throws
  {
    func warned(_ rule: DeadlineRuleID, _ days: Int, _ category: DeadlineCategory) throws -> Int {
      var facts = Self.refused()
      facts.residence(.student, "2026-01-10", expires: "2027-01-10", months: 12)
      facts.document(.passport, "2026-01-10", expires: "2027-01-10")
      facts.facts.ladders = Ladder.standing([Self.ladder(category, warn: days, supervisor: 2)])
      let record = DeadlineRecord(try #require(facts.first(rule)), of: facts.facts)
      return (record.date?.dayNumber ?? 0) - (record.warnFrom?.dayNumber ?? 0)
    }
    #expect(try warned(.periodOfStay, 110, .critical) == 110)
    #expect(try warned(.periodOfStay, 30, .critical) == 90)
    #expect(try warned(.documentExpiry, 20, .practice) == 20)
    // What opens on its day is not earlier because of that.
    #expect(try warned(.renewalWindow, 20, .practice) == 0)
  }

  @Test func `is no more once it is answered, and before it is not told`() throws {
    var facts = Self.refused()
    facts.procedure(.appeal, "2026-05-03")
    let done = DeadlineRecord(try #require(facts.first(.appeal)), of: facts.facts)
    #expect(done.done != nil && done.unseenSince == nil && done.supervisorFrom == nil)
  }

  @Test func `is on a ready-made ladder of every category but that of contact`() {
    #expect(
      Set(Ladder.readyMade.keys) == Set(DeadlineCategory.allCases).subtracting([.contact]))
  }
}
