import CaseStore
import Casework
import Foundation

/// Makes the store of a fictional organisation, once.
struct DemoFilling {
  let path: String
  let cases: Int
  let seed: UInt64
  let clock: CaseStore.Clock

  /// Leaves a filled demo alone, fills an empty one, makes one where there is none.
  ///
  /// - Parameter anew: throw away what is there and begin again.
  /// - Throws: `Failure` where a store is there that is not a demo: its records may be real.
  func prepare(anew: Bool) throws {
    if FileManager.default.fileExists(atPath: path) {
      guard try StoreSetup.isDemo(path) else { throw Failure(.cannotWrite, "cli.notADemo", path) }
      if anew { try remove() }
    }
    if !FileManager.default.fileExists(atPath: path) {
      try StoreSetup.create(
        path, organisation: DemoOrganisation.name, coordinator: DemoOrganisation.coordinatorName,
        account: "", isDemo: true, clock: clock)
    }
    try fill()
  }

  private func remove() throws {
    for suffix in ["", "-wal", "-shm", ".journal-key"] {
      let file = path + suffix
      guard FileManager.default.fileExists(atPath: file) else { continue }
      do {
        try FileManager.default.removeItem(atPath: file)
      } catch {
        throw Failure(.cannotWrite, "cli.fileNotWritable", file)
      }
    }
  }

  /// All in one transaction: a filling that was stopped leaves an empty store, not half a one.
  private func fill() throws {
    let moment = Moment(clock())
    let viewer = try Keyring(path).demoCoordinator()
    let store = try CaseStore.open(path, as: viewer, clock: { moment.instant })
    guard try store.count(ListQuery(.case)).value == 0 else { return }
    let organisation = DemoOrganisation(
      cases: cases, seed: seed, today: clock().dateInJapan, coordinator: viewer.address.id)
    let progress = Progress(of: cases)
    try store.bulk { writer in
      try organisation.fill { change, instant in
        moment.instant = instant
        return try writer.save(change)
      } progress: { done, _ in
        progress.show(done)
      }
    }
  }

  /// The moment the story has come to, for the journal.
  private final class Moment {
    var instant: Instant
    init(_ instant: Instant) { self.instant = instant }
  }
}
