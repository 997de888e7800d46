/// Some columns of a board.
package struct BoardRequest: Hashable, Sendable {
  /// The search and the filters of the list; the board sets the stage itself.
  package var query: ListQuery
  package var columns: [String]
  /// How many cards of each column at most, in the order of the board.
  package var depth: Int

  package init(_ query: ListQuery, columns: [String], depth: Int) {
    self.query = query
    self.columns = columns
    self.depth = depth
  }
}

extension StageColumns {
  /// What is read of each record of a kind.
  package func fields(of kind: RecordKind) -> [String] {
    let description = RecordDescription.of(kind)
    let open = description[RecordDescription.openField]?.name
    let all = [title, field] + [below, description.dueField, open].compactMap(\.self) + beside
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

package struct BoardRows: Hashable, Sendable {
  /// By the codes of their stages.
  package var cards: [String: [Card]]
  /// Of every column, counted up to `mostCounted`.
  package var counts: [String: ListCount]
  /// The records in stages without a column.
  package var ended: ListCount

  package static let mostCounted = 99

  package init(
    cards: [String: [Card]] = [:], counts: [String: ListCount] = [:],
    ended: ListCount = ListCount(0)
  ) {
    self.cards = cards
    self.counts = counts
    self.ended = ended
  }
}
