import Casework
import Cells
import Foundation
import Screens
import Testing

@testable import tomoni

/// When a volunteer's search is read.
@Suite struct `A volunteer's search` {
  private func search(_ text: String) -> [Effect] {
    let query = ListQuery(.case, search: text)
    return [.read(.count(query), for: .screen(.cases)), .lookUp(LookUp(text, in: [.case]))]
  }

  @Test func `is read once they rest, and only as it is then`() {
    var rested = RestedSearch()
    #expect(rested.milliseconds == nil && rested.due() == [])
    for text in ["s", "sa", "sal"] {
      for effect in search(text) {
        #expect(effect.isSearch)
        rested.ask(effect)
      }
    }
    #expect(rested.due() == [])
    let deadline = ContinuousClock.now + .seconds(30)
    var found: [Effect] = []
    while found.isEmpty, .now < deadline {
      Thread.sleep(forTimeInterval: Double(rested.milliseconds ?? 0) / 1000)
      found = rested.due()
    }
    #expect(found == search("sal"))
    #expect(rested.milliseconds == nil && rested.due() == [])
  }

  @Test func `is read before a key that goes on with what was found`() {
    var rested = RestedSearch()
    for effect in search("sal") { rested.ask(effect) }
    #expect(rested.due(before: .key(.character("m"))) == [])
    #expect(rested.due(before: .key(.backspace)) == [])
    #expect(rested.due(before: .tick) == [])
    #expect(rested.due(before: .key(.enter)) == search("sal"))
    #expect(rested.due(before: .key(.enter)) == [])
  }

  @Test func `is what is looked for, and not what is opened`() {
    let box = Effect.lookUp(LookUp("sal", in: [.case]))
    #expect(box.isSearch && Effect.suggest(.case, "s").isSearch)
    #expect(!Effect.suggest(.case, "").isSearch && !search("")[0].isSearch)
    #expect(!Effect.detail(RecordAddress(.case, RecordID(1)), for: .open).isSearch)
  }
}
