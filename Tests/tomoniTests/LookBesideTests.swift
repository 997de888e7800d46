import Casework
import Foundation
import Screens
import Testing

@testable import tomoni

/// When the record beside the list is read.
@Suite struct `A look beside the list` {
  private func reading(_ id: Int64) -> Effect {
    .read(.record(RecordAddress(.case, RecordID(id))), for: .beside)
  }

  @Test func `waits a moment, and is of the row that somebody stays on`() {
    var look = LookBeside()
    #expect(look.milliseconds == nil && look.due() == nil)
    for id in 1...9 { look.ask(reading(Int64(id))) }
    #expect(look.due() == nil)
    #expect(look.milliseconds.map { (1...61).contains($0) } == true)
    let deadline = ContinuousClock.now + .seconds(30)
    var found: Effect?
    while found == nil, .now < deadline {
      Thread.sleep(forTimeInterval: Double(look.milliseconds ?? 0) / 1000)
      found = look.due()
    }
    #expect(found == reading(9))
    // Once.
    #expect(look.due() == nil && look.milliseconds == nil)
  }
}
