import Casework
import Testing

@testable import CaseStore

/// What a program keeps of the file in its own memory.
@Suite struct `The memory of a store` {
  @Test func `is little where many look side by side, for volunteers too`() throws {
    let desk = try Desk()
    let volunteer = try desk.addVolunteer("内山")
    for viewer in [Viewer.coordinator(RecordID(1)), .volunteer(volunteer)] {
      let store = try desk.open(as: viewer)
      func kibibytes() throws -> Int64 {
        try store.read(for: .everybody) { db in
          try -(db.row("PRAGMA cache_size")?.number(at: 0) ?? 0)
        }
      }
      // What a volunteer reads over keeps little from the beginning.
      let few = Int64(CaseStore.fewKibibytes)
      #expect(try kibibytes() == (viewer.isCoordinator ? Int64(StoreFile.kibibytesOfPages) : few))
      try store.keepFewPages()
      #expect(try kibibytes() == 256)
      #expect(try store.count(ListQuery(.case)).value == 0)
    }
  }
}
