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

  @Test func `and how many there are is read after the screen, of the newest list alone`() {
    let cases = (1...3).map {
      Effect.read(.count(ListQuery(.case, search: "\($0)")), for: .screen(.cases))
    }
    let hosts = Effect.read(.count(ListQuery(.host)), for: .screen(.homestays))
    var putOff = PutOff()
    #expect(cases.allSatisfy { $0.isPutOff })
    for effect in [cases[0], hosts, cases[1], cases[2]] { putOff.ask(effect) }
    #expect([putOff.next(), putOff.next(), putOff.next()] == [hosts, cases[2], nil])
    #expect(putOff.isEmpty)
    #expect(!reading(1).isPutOff)
  }
}
