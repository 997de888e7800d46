import CaseStore
import Casework
import Foundation
import Screens
import Synchronization
import Testing

@testable import tomoni

/// Long work beside the desk: what is said meanwhile, and that stopping it leaves nothing.
@Suite struct `The workshop` {
  private static let request = ReportRequest(
    ReportLayout("x", .month, []), in: ReportWorldPeriod.month, comparedWith: nil)

  private func work(
    _ run: @escaping @Sendable (CaseStore, LongWork.Tell) throws(Refusal) -> PageAnswer
  ) -> LongWork {
    LongWork(
      page: .screen(.reports), run: run, tell: { .working(Self.request, $0) },
      refused: { .unread(Self.request, $0) })
  }

  private static let done = PageAnswer.count(ListQuery(.case), ListCount(1))

  private func store(_ folder: URL) throws -> CaseStore {
    let path = folder.appending(path: "tomoni.db").path
    try StoreSetup.create(path, organisation: "x", coordinator: "y", account: "z") { Instant(0) }
    return try CaseStore.open(path, as: .coordinator(RecordID(1))) { Instant(0) }
  }

  /// Waits for what the workshop says, a minute at most.
  private func wait(_ shop: Workshop, _ isMeant: (Reply) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(60)
    while .now < deadline {
      if shop.take().contains(where: isMeant) { return true }
      Thread.sleep(forTimeInterval: 0.005)
    }
    return false
  }

  @Test func `answers with a store of its own, and tells how far it is`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try store(folder)
    let shop = Workshop()
    let flag = Flag()
    shop.start(
      work { store, tell throws(Refusal) in
        var done = 1
        while !flag.isSet { if tell(done, 100_000) { done += 1 } }
        return .count(ListQuery(.case), try store.count(ListQuery(.staff)))
      }, through: store.door, at: Instant(0))
    let isTold = wait(shop) { reply in
      if case .read(.working(_, let progress), _) = reply {
        progress.total == 100_000
      } else {
        false
      }
    }
    #expect(isTold)
    // The desk reads meanwhile.
    #expect(try store.count(ListQuery(.staff)).value == 1)
    flag.set()
    #expect(wait(shop) { $0 == .read(Self.done, for: .screen(.reports)) })
  }

  @Test func `stops when told, and begins anew in the place of what it does`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try store(folder)
    let shop = Workshop()
    let endless = work { _, tell throws(Refusal) in
      while tell(1, 2) {}
      throw .stopped
    }
    shop.start(endless, through: store.door, at: Instant(0))
    shop.stop()
    #expect(wait(shop) { $0 == .read(.unread(Self.request, .stopped), for: .screen(.reports)) })
    shop.start(endless, through: store.door, at: Instant(0))
    shop.start(work { _, _ in Self.done }, through: store.door, at: Instant(0))
    #expect(wait(shop) { $0 == .read(Self.done, for: .screen(.reports)) })
    // Another page that is overtaken is told, and is not left waiting.
    shop.start(endless, through: store.door, at: Instant(0))
    let other = LongWork(
      page: .work, run: { _, _ in .stayPlan(StayProposals([])) }, tell: { _ in nil },
      refused: { .refused(.stayOptions(nil), $0) })
    shop.start(other, through: store.door, at: Instant(0))
    var told: [Reply] = []
    #expect(
      wait(shop) {
        told.append($0)
        return $0 == .stayPlan(StayProposals([]))
      })
    #expect(told.first == .read(.unread(Self.request, .stopped), for: .screen(.reports)))
    // What was overtaken says no more.
    Thread.sleep(forTimeInterval: 0.05)
    #expect(shop.take() == [])
    shop.close(within: .seconds(5))
  }
}

private final class Flag: Sendable {
  private let value = Mutex(false)
  var isSet: Bool { value.withLock { $0 } }
  func set() { value.withLock { $0 = true } }
}

private enum ReportWorldPeriod {
  static let month = ReportPeriod(
    .month, containing: CivilDate(dayNumber: 20_779), fiscalYearStart: 4)
}
