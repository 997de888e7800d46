package import Casework
package import Labels

/// Why a file cannot be read as a sheet at all; the words are `sheet.<code>` in the label tables.
package enum SheetProblem: Error, Hashable, Sendable {
  case empty
  case tooLarge(megabytes: Int)
  /// Something that is no text.
  case notText
  /// Another format than those that are read, by the name of its words.
  case otherFormat(String)
  /// An archive that is no workbook.
  case noWorkbook
  /// A workbook that is damaged, or made to do damage.
  case brokenWorkbook
  /// This machine lacks what reads workbooks.
  case workbooksUnread
  /// Several sheets may be meant, by their names.
  case whichSheet([String])
  /// No sheet has that name; the names there are.
  case noSuchSheet(String, [String])
  /// The text is plausible in no encoding, or in several.
  case unclearEncoding
  /// A quote opened in this row is never closed.
  case openQuote(row: Int)
  /// Something stands between a closing quote and the comma.
  case textAfterQuote(row: Int)
  /// The header cannot be decoded.
  case unreadableHeader
  /// The system cannot decode the encoding.
  case encodingMissing(String)
  /// No column of the header is a field of the record.
  case noKnownColumn
  /// Records of the kind follow from others and cannot be brought in.
  case derivedKind(RecordKind)
  /// Far more columns are fields of another kind of record: how many, and how many of this one.
  case otherKind(RecordKind, fields: Int, than: RecordKind, own: Int)
  /// Two columns, by their headings and their positions, lead to one field.
  case sameField(String, String, [Int])
  /// A column may be a field, by the key of its label, or something else that must not be taken for
  /// it: the person says which.
  case unclearColumn(String, field: String, key: String)
  /// A column that was to be mapped is not in the header.
  case noSuchColumn(String)
  /// Several columns, by their positions, have the heading by which one was to be mapped.
  case severalColumns(String, [Int])
  /// What was to be a column is a field, and what was to be its field is a column.
  case turnedRound(String, field: String)
  /// A field that a column was to be mapped to does not exist.
  case noSuchField(String)

  /// What is wrong with the file and what to do, in words.
  package func sentence(_ words: Words) -> String {
    switch self {
    case .empty: words("sheet.empty")
    case .tooLarge(let megabytes): words("sheet.tooLarge", String(megabytes))
    case .notText: words("sheet.notText")
    case .otherFormat(let name): words("sheet.otherFormat", words("sheet.format.\(name)"))
    case .noWorkbook: words("sheet.noWorkbook")
    case .brokenWorkbook: words("sheet.brokenWorkbook")
    case .workbooksUnread: words("sheet.workbooksUnread")
    case .whichSheet(let names):
      words("sheet.whichSheet", names.joined(separator: words("list.separator")))
    case .noSuchSheet(let name, let names):
      words("sheet.noSuchSheet", name, names.joined(separator: words("list.separator")))
    case .unclearEncoding: words("sheet.unclearEncoding", Self.encodings)
    case .openQuote(let row): words("sheet.openQuote", String(row))
    case .textAfterQuote(let row): words("sheet.textAfterQuote", String(row))
    case .unreadableHeader: words("sheet.unreadableHeader", Self.encodings)
    case .encodingMissing(let name): words("sheet.encodingMissing", name)
    case .noKnownColumn: words("sheet.noKnownColumn")
    case .derivedKind(let kind): words("sheet.derivedKind", name(of: kind, words))
    case .otherKind(let other, let count, let kind, let ownCount):
      words(
        "sheet.otherKind", name(of: other, words), String(count), name(of: kind, words),
        String(ownCount), other.plural)
    case .sameField(let one, let other, let positions):
      words(
        "sheet.sameField", one, other,
        positions.map { "\(SheetColumn.letters($0))=-" }.joined(separator: " / "))
    case .unclearColumn(let name, let field, let key):
      words("sheet.unclearColumn", name, words(key), field)
    case .noSuchColumn(let name): words("sheet.noSuchColumn", name)
    case .severalColumns(let name, let positions):
      words(
        "sheet.severalColumns", name,
        positions.map(SheetColumn.letters).joined(separator: words("list.separator")),
        SheetColumn.letters(positions.first ?? 0))
    case .turnedRound(let column, let field):
      words("sheet.turnedRound", "\(field)=\(column)", "\(column)=\(field)")
    case .noSuchField(let name): words("sheet.noSuchField", name)
    }
  }

  /// The same at the desk, where nothing is typed behind a command.
  package func deskSentence(_ words: Words) -> String {
    switch self {
    case .whichSheet(let names):
      words("sheet.desk.whichSheet", names.joined(separator: words("list.separator")))
    case .noSuchSheet(let name, _): words("sheet.desk.noSuchSheet", name)
    case .unclearEncoding, .unreadableHeader: words("sheet.desk.unclearEncoding")
    default: sentence(words)
    }
  }

  /// What can be told of an encoding.
  private static let encodings = SheetEncoding.allCases
    .map { "--encoding \($0.rawValue)" }.joined(separator: " / ")

  /// Several records of a kind, within a sentence.
  private func name(of kind: RecordKind, _ words: Words) -> String {
    words("kind.\(kind.rawValue).plural").lowercased()
  }
}
