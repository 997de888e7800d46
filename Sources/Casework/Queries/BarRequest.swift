/// The records of a list as bars.
package struct BarRequest: Hashable, Sendable {
  package var query: ListQuery

  package init(_ query: ListQuery) { self.query = query }

  /// More records than this are not added up; the picture says that there are more.
  package static let mostCards = 1000
}

extension TargetBars {
  /// What is read of each record of a kind.
  package func fields(of kind: RecordKind) -> [String] {
    let all =
      RecordDescription.of(kind).titleFields + [name]
      + [group, pace?.first, pace?.last].compactMap(\.self)
      + measures.flatMap { [$0.done, $0.target] }
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

package struct BarRows: Hashable, Sendable {
  package var page: Page
  /// How many count towards the target of a record from which day on; nil for no day known.
  package var days: [RecordID: [CivilDate?: Int]]

  package init(_ page: Page = Page(cards: []), days: [RecordID: [CivilDate?: Int]] = [:]) {
    self.page = page
    self.days = days
  }
}
