import CaseStore
import Casework
import Foundation
import Testing

@testable import Demo

@Suite struct DemoStoreTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "demo-\(UUID().uuidString)")
  private var path: String { folder.appending(path: "demo.db").path }
  private let demo = DemoOrganisation(
    cases: 200, seed: 1, today: CivilDate(dayNumber: 20_779))

  @Test func `fills a real store once`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try demo.fill(storeAt: path, progress: { _, _ in })
    #expect(try OpenedStore(path).isDemo())

    let store = try CaseStore.open(
      path, as: .coordinator(RecordID(1)), clock: { Instant(20_779 * 86_400) })
    #expect(store.organisation.name == DemoOrganisation.name(in: .ja))
    #expect(store.viewerLink.reading == DemoOrganisation.coordinator(in: .ja).name)
    #expect(try store.count(ListQuery(.case)).value == 200)
    let numbers = try numbersInOrderOfOpening(store)
    #expect(numbers == numbers.sorted())
    let verdict = try store.verifyJournal()

    try demo.fill(storeAt: path, progress: { _, _ in Issue.record("filled a second time") })
    #expect(try store.count(ListQuery(.case)).value == 200)
    #expect(try store.verifyJournal() == verdict)
  }

  @Test func `fills a store with more than one office`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let large = DemoOrganisation(cases: 260, seed: 3, today: CivilDate(dayNumber: 20_779))
    try large.fill(storeAt: path, progress: { _, _ in })
    let store = try CaseStore.open(
      path, as: .coordinator(RecordID(1)), clock: { Instant(20_779 * 86_400) })
    #expect(try store.count(ListQuery(.case)).value == 260)
    #expect(try store.verifyJournal().isWhole)
  }

  @Test func `fills a store that was left empty`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: Stopped.self) {
      try demo.fill(storeAt: path) { done, _ in if done == 20 { throw Stopped() } }
    }
    try demo.fill(storeAt: path, progress: { _, _ in })
    let store = try CaseStore.open(
      path, as: .coordinator(RecordID(1)), clock: { Instant(20_779 * 86_400) })
    #expect(try store.count(ListQuery(.case)).value == 200)
  }

  private struct Stopped: Error {}

  private func numbersInOrderOfOpening(_ store: CaseStore) throws -> [String] {
    var cases: [(opened: CivilDate, number: String)] = []
    try store.forEach(
      ListQuery(.case, sort: SortOrder("number")), fields: ["number", "opened"]
    ) { card in
      if case .date(let opened) = card["opened"] { cases.append((opened, card.number)) }
    }
    #expect(cases.count == 200)
    return cases.sorted { ($0.opened, $0.number) < ($1.opened, $1.number) }.map(\.number)
  }
}
