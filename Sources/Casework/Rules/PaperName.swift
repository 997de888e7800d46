/// A name by which a paper or a letter is filled: `residence.expires`, `open.company.contactPerson`.
///
/// There is one list of such names: the tables of papers use them too, where they may say beside how a
/// value is written. Which record is meant by the first word is said by who fills it.
package struct PaperName: Hashable, Sendable {
  /// As it is written.
  package let text: String
  /// What a person keeps back with it.
  package let withheldBy: WithheldItem?
  /// The kind of record that the field stands in, and the field; nil for what no record says.
  package let source: Source?

  package struct Source: Hashable, Sendable {
    package let kind: RecordKind
    package let field: String
  }

  /// The record among many that a first word means, and of which kind it is.
  package static let subjects: [(name: String, kind: RecordKind)] = [
    ("case", .case), ("residence", .residence), ("procedure", .procedure),
    ("passport", .document), ("residenceCard", .document), ("candidate", .candidate),
    ("work", .placement), ("newWork", .placement), ("lastWork", .placement),
    ("open", .placement), ("stay", .homestay), ("visit", .followUp),
  ]

  /// Records of the case one below the other; in a letter only those that are of nobody else.
  package static let lists: [String: RecordKind] = ["started": .placement]

  /// The first word of what stands in a record of a list.
  package static let row = "row"

  /// What no record says.
  package static let plain = ["today", "organisation.name", "organisation.phone", "staff.name"]

  /// What a letter may name, outside a list.
  package static let all: [PaperName] =
    plain.map { PaperName(text: $0, withheldBy: nil, source: nil) }
    + subjects.flatMap { name, kind in (rows[kind] ?? []).map { $0.name(after: name) } }

  /// The names within a list.
  package static func within(_ list: String) -> [PaperName] {
    (lists[list].flatMap { rows[$0] } ?? []).map { $0.name(after: row) }
  }

  /// What a letter names by this; nil for what none may name.
  ///
  /// - Parameter list: the list in which it stands, if in one.
  package static func named(_ text: String, in list: String? = nil) -> PaperName? {
    byText[text] ?? list.flatMap { within($0).first { $0.text == text } }
  }

  /// Whether a name, or longer names, begin with this one, in a list or outside of any.
  package static func isBegun(by text: String) -> Bool { beginnings.contains(text) }

  /// What a person keeps back with a field of a record, wherever it is told.
  package static func withheldBy(_ kind: RecordKind, _ field: String) -> WithheldItem? {
    if let row = rows[kind]?.first(where: { $0.field == field }) { return row.withheldBy }
    // A case shows what its person is.
    let kinds = kind == .case ? [kind, .person] : [kind]
    return kinds.lazy.flatMap(LetterField.of).first { $0.field == field }?.withheldBy
  }

  private static let byText = Dictionary(uniqueKeysWithValues: all.map { ($0.text, $0) })

  private static let beginnings: Set<String> = {
    let names = all + lists.keys.flatMap(within)
    return Set(
      names.flatMap { name in
        let parts = name.text.split(separator: ".")
        return (1...parts.count).map { parts.prefix($0).joined(separator: ".") }
      })
  }()

  private struct Row: Sendable {
    let kind: RecordKind
    let field: String
    let withheldBy: WithheldItem?

    func name(after first: String) -> PaperName {
      PaperName(
        text: "\(first).\(field)", withheldBy: withheldBy,
        source: Source(kind: kind, field: field))
    }
  }

  private static let rows: [RecordKind: [Row]] = Dictionary(
    grouping: ResourceTable.rows("paperField").compactMap { cells -> Row? in
      guard cells.count == 3, let kind = RecordKind(rawValue: cells[0]) else { return nil }
      return Row(kind: kind, field: cells[1], withheldBy: WithheldItem(rawValue: cells[2]))
    }, by: \.kind)
}
