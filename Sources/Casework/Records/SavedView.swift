/// A list or a report that somebody keeps under a name: which records in which order, or which
/// numbers (保存した一覧).
///
/// It is its owner's alone until they share it.
package struct SavedView: Record {
  package var name = ""
  /// The kind of record that it lists, by its code; of a report `report`.
  package var listed = ""
  package var words: LongText = ""
  package var sort = ""
  package var isShared = false
  package var isRemoved = false
  package var owner = Reference<Staff>(RecordID(0))

  package init() {}

  /// What stands in the place of a kind where a report is kept.
  package static let report = "report"

  package static let kind = RecordKind.savedView
  package static let letter = "LV"
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let access = Access(reads: .none, isPrivate: true)
  package static let fields: [Field<SavedView>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 24)),
    Field("listed", \.listed, required: true, uses: .noForm),
    // What narrows it, as the search box of its list reads it, by stable codes; of a report its
    // sections and numbers.
    Field("words", \.words, uses: .noForm, column: Column(3, width: 30)),
    // The field it is ordered by, with `-` in front for descending; empty for the kind's own order.
    // Of a report the length of its periods.
    Field("sort", \.sort, uses: .noForm),
    Field("isShared", \.isShared, column: Column(4, width: 6)),
    // Who threw it away can take that back like any other change.
    Field("isRemoved", \.isRemoved, uses: .noForm),
    Field(
      "owner", \.owner, required: true, uses: [.filter, .noForm], column: Column(5, width: 12)),
  ]
}

extension ListQuery {
  /// The views of lists of a kind that somebody may open.
  package static func views(of kind: RecordKind) -> ListQuery { views(listing: kind.rawValue) }

  /// The reports that somebody keeps and that somebody may open.
  package static let reports = views(listing: SavedView.report)

  private static func views(listing code: String) -> ListQuery {
    ListQuery(
      .savedView,
      filters: [
        FieldFilter(\SavedView.listed, .equals(.text(code))),
        FieldFilter(\SavedView.isRemoved, .equals(.flag(false))),
      ])
  }
}
