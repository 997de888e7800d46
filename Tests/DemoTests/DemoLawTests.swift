import CaseStore
import Casework
import Foundation
import Testing

@testable import Demo

/// The law in the fictional organisation: who stands how, and what is due.
@Suite struct DemoLawTests {
  private static func missing<V: CaseIterable & Hashable>(_ found: [V]) -> [V] {
    let found = Set(found)
    return V.allCases.filter { !found.contains($0) }
  }

  /// Statuses of work and study that hardly anybody has whom such an organisation supports.
  private static let ofOtherPeople: Set<StatusOfResidence> = [
    .artist, .culturalActivities, .entertainer, .instructor, .intraCompanyTransferee, .journalist,
    .legalAccounting, .medical, .nursingCare, .professor, .religiousActivities, .researcher,
    .skillDevelopment, .skilledLabor, .trainee,
  ]

  @Test(arguments: DemoOrganisationTests.days)
  func `shows every value of each axis`(day: String) throws {
    let store = try #require(DemoOrganisationTests.organisations[day])
    #expect(Self.missing(store.all(SupportCategoryRow.self).map(\.supportCategory)) == [])
    let stages = Self.missing(store.all(ProcedureRow.self).map(\.procedureStage))
    #expect(stages == [])
    let residences = store.all(ResidenceRow.self)
    #expect(
      Set(Self.missing(residences.map(\.statusOfResidence))).isSubset(of: Self.ofOtherPeople))
    #expect(Self.missing(residences.compactMap(\.stayBasis)) == [])
    #expect(Self.missing(residences.compactMap(\.designatedActivityKind)) == [])
    #expect(Self.missing(store.all(WorkPermissionRow.self).map(\.workPermission)) == [])
  }

  @Test func `fits together over time`() throws {
    let store = try #require(DemoOrganisationTests.organisations["2026-11-22"])
    let residences = Dictionary(grouping: store.all(ResidenceRow.self), by: \.case)
    #expect(residences.count > 120)
    for rows in residences.values {
      let days = rows.compactMap(\.on)
      #expect(days.count == rows.count && days == days.sorted())
    }
    #expect(residences.values.contains { $0.count > 1 })
    let changes = store.records.keys.count {
      [.supportCategory, .procedure, .residence, .workPermission, .document].contains($0.kind)
    }
    #expect(changes < 200 * 9)
  }

  @Test func `leaves deadlines of many rules due, some late`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "law-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "demo.db").path
    let day = Int64(20_779)
    try DemoOrganisation(cases: 200, seed: 1, today: CivilDate(dayNumber: Int(day)))
      .fill(storeAt: path, progress: { _, _ in })
    let store = try CaseStore.open(
      path, as: .coordinator(RecordID(1)), clock: { Instant(day * 86_400) })
    var due: [String: [CivilDate]] = [:]
    let today = CivilDate(dayNumber: Int(day))
    try store.forEach(
      ListQuery(.deadline, filters: [FieldFilter("isOpen", .equals(.flag(true)))]),
      fields: ["rule", "date", "warnFrom"]
    ) { card in
      guard case .code(let rule) = card["rule"], case .date(let date) = card["date"],
        case .date(let warn) = card["warnFrom"]
      else {
        Issue.record("a deadline without its rule or its days: \(card)")
        return
      }
      if warn <= today { due[rule, default: []].append(date) }
    }
    #expect(due.count >= 8, "\(due.keys.sorted())")
    for rule in ["appeal", "period_of_stay", "renewal_window", "provisional_release"] {
      #expect(due[rule]?.isEmpty == false, "\(rule)")
    }
    let legal = ["appeal", "period_of_stay", "provisional_release"].flatMap { due[$0] ?? [] }
    #expect(legal.contains { $0 < today } && legal.contains { $0 >= today })
    #expect(legal.count { $0 < today.adding(days: -7) } < 12)
  }
}
