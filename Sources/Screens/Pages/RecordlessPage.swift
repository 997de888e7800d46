package import Casework

/// A page of a screen that shows no records: what is done with lists and their rows does not apply.
package protocol RecordlessPage: ListedPage {}

extension RecordlessPage {
  package var holdsRecords: Bool { false }
  package var query: ListQuery {
    get { ListQuery(.case) }
    set {}
  }
  package var marks: Marks {
    get { Marks() }
    set {}
  }
  package var beforeFilter: RecordAddress? {
    get { nil }
    set {}
  }
  package var cards: [Card] { [] }
  package var selected: Card? { nil }
  package var inReach: [Card] { [] }
  package var cardIndex: Int? { nil }
  package var addedKind: RecordKind { query.kind }
  package func showsOwn(_ scene: Scene) -> Bool { false }
  package func goes(to change: Change) -> Bool { false }
  package func restInReach(_ scene: Scene) -> [Effect] { [] }
  package func lists(_ kind: RecordKind) -> Bool { false }
  package mutating func want(_ address: RecordAddress?) {}
  package mutating func forget(_ address: RecordAddress) {}
  package func target(of card: Card) -> RecordAddress { card.address }
  package func peek(_ scene: Scene) -> [String] { [] }
  package mutating func reload(_ anchor: ListAnchor, _ scene: Scene) -> [Effect] { refresh(scene) }
}
