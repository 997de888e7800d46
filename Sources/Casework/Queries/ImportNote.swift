/// What the journal says of a sheet that came in, beside its records: no word of what stood in it.
package struct ImportNote: Hashable, Sendable {
  package let kind: RecordKind
  /// The name of the file, without a folder.
  package let file: String
  /// How many records its rows made or changed.
  package let rows: Int

  package init(_ kind: RecordKind, file: String, rows: Int) {
    self.kind = kind
    self.file = file
    self.rows = rows
  }

  /// Their words are `exportNote.<code>` in the label tables.
  private enum Detail: String {
    case kind = "importKind"
    case file = "importFile"
    case rows = "importRows"
  }

  package var details: [String: FieldValue] {
    [
      Detail.kind.rawValue: .text(kind.plural), Detail.file.rawValue: .text(file),
      Detail.rows.rawValue: .text(String(rows)),
    ]
  }

  package init?(_ entry: JournalEntry) {
    func text(_ detail: Detail) -> String? {
      if case .text(let text)? = entry.after[detail.rawValue] { text } else { nil }
    }
    guard entry.ownCommand == .imported,
      let kind = RecordKind.allCases.first(where: { $0.plural == text(.kind) }),
      let file = text(.file), let rows = text(.rows).flatMap({ Int($0) })
    else { return nil }
    self.init(kind, file: file, rows: rows)
  }
}
