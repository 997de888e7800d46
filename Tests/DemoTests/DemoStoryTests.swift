import CaseStore
import Casework
import Foundation
import Testing

@testable import Demo

/// The stories that the fictional organisation always has, whatever its day and its seed: each is about
/// a part of the law that somebody who tries the program looks for.
@Suite struct DemoStoryTests {
  /// Days over two years, the first of a leap year's March among them, each with a seed of its own.
  private static let organisations: [(day: String, seed: UInt64)] = [
    ("2026-11-30", 1), ("2027-01-04", 2), ("2027-04-30", 3), ("2027-08-14", 4),
    ("2027-12-31", 5), ("2028-03-01", 6), ("2028-07-09", 7),
  ]

  private static func told(_ day: String, _ seed: UInt64) throws -> (RuleStore, CivilDate) {
    let today = try #require(CivilDate(iso: day))
    var store = RuleStore()
    DemoOrganisation(cases: 200, seed: seed, today: today)
      .fill({ store.save($0, at: $1) }, progress: { _, _ in })
    return (store, today)
  }

  @Test(arguments: organisations)
  func `a birth, a third application, detention, a fee, an incident`(
    day: String, seed: UInt64
  ) throws {
    let (store, today) = try Self.told(day, seed)
    try expectBirth(in: store, today)
    let third = Set(
      store.all(ProcedureRow.self).filter { $0.applicationNumber ?? 0 >= 3 }.map(\.case))
    let filed = store.all(StatusApplication.self)
      .filter { $0.type == .refugee && third.contains($0.case) }
    #expect(filed.contains { $0.result == nil && $0.documentsFiledOn == nil })
    let held = store.all(Detention.self)
    #expect(held.contains { $0.until == nil } && held.contains { $0.until != nil })
    let fees = store.all(Fee.self)
    #expect(fees.contains { $0.payer == .fund && $0.programme != nil && $0.amount ?? 0 > 0 })
    let incidents = store.all(Incident.self)
    #expect(incidents.contains { $0.closedOn != nil })
    #expect(
      incidents.contains { $0.reportedOn == nil && $0.reportLast.map { $0 >= today } ?? false })
    let duties = store.all(Duty.self)
    #expect(duties.contains { $0.type == .placementReport && $0.done == nil })
    #expect(
      duties.contains { $0.type == .placementLicence && $0.until.map { $0 > today } ?? false })
  }

  /// Of some weeks: the notice is in, a status is being applied for, and the sixty days run.
  private func expectBirth(in store: RuleStore, _ today: CivilDate) throws {
    let born = store.all(Person.self).filter { $0.birthCountry == .japan }
    #expect(born.count == 1)
    let child = try #require(born.first)
    let age = today.dayNumber - (child.birthDate?.dayNumber ?? 0)
    #expect((17...28).contains(age) && child.birthDatePrecision == .exact)
    #expect(child.household != nil && child.householdRole == .child && child.nationality != .japan)
    #expect(child.arrivedOn == nil && child.japaneseLevel == nil)
    let cases = store.records.filter { $0.key.kind == .case }.filter {
      guard case .link(let link)? = $0.value["person"] else { return false }
      return store.records[link.address].map(Person.init(values:)) == child
    }
    let record = try #require(cases.first)
    #expect(cases.count == 1 && record.value["status"] != nil)
    let of = Reference<Case>(record.key.id)
    let notices = store.all(OwnDeadline.self).filter { $0.case == of }
    #expect(notices.map(\.rule) == [.birthNotice] && notices.first?.done != nil)
    #expect(!store.all(ResidenceRow.self).contains { $0.case == of })
    #expect(!store.all(Attendance.self).contains { $0.case == of })
    #expect(!store.all(Note.self).contains { $0.case == of })
  }

  /// What the store makes of it: the days of the child stand on Today.
  @Test(arguments: [("2027-02-20", 3), ("2028-03-15", 4)] as [(String, UInt64)])
  func `the days of the child are due`(day: String, seed: UInt64) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "birth-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "demo.db").path
    let today = try #require(CivilDate(iso: day))
    try DemoOrganisation(cases: 200, seed: seed, today: today)
      .fill(storeAt: path, progress: { _, _ in })
    let now = Instant(Int64(today.dayNumber) * 86_400)
    let store = try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: { now })
    var found: [DeadlineRuleID: DeadlineRecord] = [:]
    try store.forEach(ListQuery(.deadline), fields: ["rule", "date", "done", "warnFrom"]) { card in
      let deadline = DeadlineRecord(card)
      if [.birthNotice, .statusAcquisition, .stayWithoutStatus].contains(deadline.rule) {
        found[deadline.rule] = deadline
      }
    }
    #expect(found[.birthNotice]?.done != nil)
    for rule in [DeadlineRuleID.statusAcquisition, .stayWithoutStatus] {
      let deadline = try #require(found[rule])
      #expect(deadline.done == nil)
      #expect(deadline.date.map { $0 >= today } == true)
      #expect(deadline.warnFrom.map { $0 <= today } == true, "\(rule)")
    }
  }
}
