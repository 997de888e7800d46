import Casework
import CustomDump
import Testing

/// Where somebody is held, since when, and when they are visited next.
@Suite struct `A detention` {
  private static let today = CivilDate(dayNumber: 20_785)

  private static func detention(
    until: Int? = nil, visit: Int? = nil, ended: DetentionEnd? = nil
  ) -> Detention {
    var record = Detention()
    (record.place, record.on) = ("東日本入国管理センター", today.adding(days: -40))
    record.until = until.map { today.adding(days: $0) }
    record.nextVisit = visit.map { today.adding(days: $0) }
    record.ended = ended
    return record
  }

  private static func codes(_ record: Detention) -> [String] {
    record.problems(before: nil, facts: CaseFacts(today: today)).map { "\($0.field) \($0.code)" }
  }

  @Test func `ends today where nobody says when it ended`() {
    var record = Self.detention(ended: .provisionalRelease)
    record.settle(before: Self.detention(), in: WriteContext(today: Self.today))
    #expect(record.until == Self.today)
    // A visit that was planned falls away; one that is entered with the end is asked about.
    var planned = Self.detention(visit: 4, ended: .removed)
    planned.settle(before: Self.detention(visit: 4), in: WriteContext(today: Self.today))
    #expect(planned.nextVisit == nil && Self.codes(planned) == [])
    var entered = Self.detention(visit: 5, ended: .removed)
    entered.settle(before: Self.detention(visit: 4), in: WriteContext(today: Self.today))
    #expect(Self.codes(entered) == ["nextVisit doesNotFit"])
    var ofSheet = Self.detention(ended: .provisionalRelease)
    ofSheet.settle(before: nil, in: WriteContext(today: Self.today, origin: .sheet))
    #expect(ofSheet.until == nil)
    var known = Self.detention(until: -3, ended: .monitoring)
    known.settle(before: Self.detention(), in: WriteContext(today: Self.today))
    #expect(known.until == Self.today.adding(days: -3))
  }

  @Test func `has no visit after its end, and no end before it began`() {
    #expect(Self.codes(Self.detention(visit: 4)) == [])
    #expect(Self.codes(Self.detention(until: -1, visit: -1)) == [])
    #expect(Self.codes(Self.detention(until: -1, visit: 4)) == ["nextVisit doesNotFit"])
    #expect(Self.codes(Self.detention(until: -41)) == ["until endBeforeStart"])
  }

  @Test func `of another person is nowhere for a visit`() {
    var visit = Contact()
    visit.case = Reference(RecordID(1))
    visit.detention = Reference(RecordID(7))
    var facts = CaseFacts(today: Self.today)
    for (owner, problems) in [(1, []), (2, [FieldProblem(\Contact.detention, .otherCase)])] {
      facts.casesOfLinks = ["detention": RecordID(Int64(owner))]
      expectNoDifference(visit.problems(before: nil, facts: facts), problems)
    }
  }
}
