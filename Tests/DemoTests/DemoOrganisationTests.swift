import Casework
import CustomDump
import Testing

@testable import Demo

@Suite struct DemoOrganisationTests {
  /// A Sunday, a Monday, New Year, a leap day.
  static let days = ["2026-11-22", "2026-11-23", "2027-01-01", "2028-02-29"]

  /// An organisation of 200 cases as it stands on each day, told once for all tests.
  static let organisations: [String: RuleStore] = {
    var told: [String: RuleStore] = [:]
    for (index, day) in days.enumerated() {
      // A day that is none is missing in what the tests then ask for.
      told[day] = CivilDate(iso: day).map { Self.told(200, seed: UInt64(index), today: $0) }
    }
    return told
  }()

  @Test func `is the same for the same seed and day`() {
    let first = Self.told(60).fingerprint
    #expect(Self.told(60).fingerprint == first)
    #expect(Self.told(60, seed: 2).fingerprint != first)
    #expect(Self.told(60, today: Self.today.adding(days: 1)).fingerprint != first)
  }

  @Test(arguments: days) func `keeps every rule, in the order of time`(day: String) throws {
    let store = try #require(Self.organisations[day])
    expectNoDifference(store.complaints, [])
    #expect(store.stepsBack == 0)
    #expect(store.all(Case.self).count == 200)
  }

  @Test(arguments: [1, 2, 7, 60]) func `works at any size`(cases: Int) {
    let store = Self.told(cases)
    expectNoDifference(store.complaints, [])
    #expect(store.all(Case.self).count == cases)
  }

  @Test func `is several offices where it is large`() {
    let store = Self.told(210)
    expectNoDifference(store.complaints, [])
    #expect(store.all(Case.self).count == 210)
    #expect(store.stepsBack == 1)
    #expect(store.all(Host.self).count > 30)
  }

  @Test func `has no cases where none are asked for`() {
    #expect(Self.told(0).changeCount == 0)
  }

  @Test func `reports each new case`() {
    var reports: [Int] = []
    var store = RuleStore()
    Self.organisation(30).fill(
      { store.save($0, at: $1) },
      progress: { done, total in
        #expect(total == 30)
        reports.append(done)
      })
    #expect(reports == Array(1...30))
  }

  @Test(arguments: days) func `shows every status, stage and kind`(day: String) throws {
    let store = try #require(Self.organisations[day])
    #expect(store.missing(CaseStatus.self, in: \Case.status) == [])
    #expect(store.missing(StayStage.self, in: \Homestay.stage) == [])
    #expect(store.missing(HostStage.self, in: \Host.stage) == [])
    #expect(store.missing(PlacementStage.self, in: \Placement.stage) == [])
    #expect(store.missing(CompanyStage.self, in: \Company.stage) == [])
    #expect(store.missing(VolunteerStatus.self, in: \Volunteer.status) == [])
    #expect(store.missing(SessionType.self, in: \Salon.type) == [])
    #expect(store.missing(SessionStatus.self, in: \Salon.status) == [])
    #expect(store.missing(AttendanceResult.self, in: \Attendance.result) == [])
    #expect(store.missing(PersonRole.self, in: \Attendance.personRole) == [])
    #expect(store.missing(ContactMedium.self, in: \Contact.medium) == [])
    #expect(store.missing(Confidentiality.self, in: \Note.confidentiality) == [])
    let closures = Set(store.all(Case.self).compactMap(\.closureReason))
    #expect(ClosureReason.allCases.filter { !closures.contains($0) } == [])
    let endings = Set(store.all(Homestay.self).compactMap(\.endReason))
    #expect(StayEndReason.allCases.filter { !endings.contains($0) } == [])
  }

  @Test func `works on three of five cases, none older than some three years`() throws {
    let today = try #require(CivilDate(iso: "2026-11-22"))
    let cases = try #require(Self.organisations["2026-11-22"]).all(Case.self)
    let working = cases.count {
      [.assessment, .planning, .active, .monitoring].contains($0.status)
    }
    #expect((110...135).contains(working))
    let opened = cases.compactMap(\.opened)
    #expect(opened.allSatisfy { $0 < today && $0 > today.adding(days: -1250) })
    #expect(opened.contains { $0 < today.adding(days: -500) })
  }

  @Test(arguments: days) func `leaves about a dozen next steps due`(day: String) throws {
    let today = try #require(CivilDate(iso: day))
    let store = try #require(Self.organisations[day])
    let open = store.all(FollowUp.self).filter { $0.done == nil }
    #expect((10...15).contains(open.count { $0.due.map { $0 <= today } ?? false }))
    #expect(open.contains { $0.due == today })
    #expect(open.contains { $0.due.map { $0 < today } ?? false })
    #expect(open.count { $0.due.map { $0 > today && $0 <= today.adding(days: 7) } ?? false } > 10)

    let steps = Dictionary(grouping: open, by: \.case)
    #expect(steps.values.allSatisfy { $0.count == 1 })
    let working = store.all(Case.self).count { !$0.status.isEnd }
    #expect((3...15).contains(working - steps.count))
  }

  private static let today = CivilDate(dayNumber: 20_779)

  private static func organisation(
    _ cases: Int, seed: UInt64 = 1, today: CivilDate = today
  ) -> DemoOrganisation {
    DemoOrganisation(cases: cases, seed: seed, today: today)
  }

  private static func told(
    _ cases: Int, seed: UInt64 = 1, today: CivilDate = today
  ) -> RuleStore {
    var store = RuleStore()
    organisation(cases, seed: seed, today: today)
      .fill({ store.save($0, at: $1) }, progress: { _, _ in })
    return store
  }
}
