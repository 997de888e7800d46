/// A list that somebody keeps under a name: which records, in which order (保存した一覧).
///
/// It is its owner's alone until they share it.
package struct SavedView: Record {
  package var name = ""
  /// The kind of record that it lists, by its code.
  package var listed = ""
  package var words: LongText = ""
  package var sort = ""
  package var isShared = false
  package var isRemoved = false
  package var owner = Reference<Staff>(RecordID(0))

  package init() {}

  package static let kind = RecordKind.savedView
  package static let letter = "LV"
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let access = Access(reads: .none, isPrivate: true)
  package static let fields: [Field<SavedView>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 24)),
    Field("listed", \.listed, required: true, uses: .noForm),
    // What narrows it, as the search box of its list reads it, by stable codes.
    Field("words", \.words, uses: .noForm, column: Column(3, width: 30)),
    // The field it is ordered by, with `-` in front for descending; empty for the kind's own order.
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
  package static func views(of kind: RecordKind) -> ListQuery {
    ListQuery(
      .savedView,
      filters: [
        FieldFilter(\SavedView.listed, .equals(.text(kind.rawValue))),
        FieldFilter(\SavedView.isRemoved, .equals(.flag(false))),
      ])
  }
}
