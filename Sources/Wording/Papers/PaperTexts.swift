/// The words of papers in one language, with who translated and who checked them.
package struct PaperTexts: Sendable {
  /// What the names of their files begin with: `text-ar.tsv`.
  static let prefix = "text-"

  private struct Row {
    let text: String
    let isChecked: Bool
  }

  private let rows: [String: Row]

  private init(_ file: String) {
    var rows: [String: Row] = [:]
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 4 else { continue }
      rows[String(cells[0])] = Row(
        text: String(cells[1]).replacing("\\n", with: "\n"), isChecked: !cells[3].isEmpty)
    }
    self.rows = rows
  }

  /// Nil where the language has not this text.
  package subscript(key: String) -> String? { rows[key]?.text }

  /// Whether somebody who speaks the language has looked at all of these.
  package func areChecked(_ keys: some Sequence<String>) -> Bool {
    keys.allSatisfy { rows[$0]?.isChecked ?? true }
  }

  package var keys: Set<String> { Set(rows.keys) }

  /// The languages there are, by their codes, Japanese and English first.
  package static let languages: [String] = {
    let others = tables.keys.filter { $0 != "ja" && $0 != "en" }.sorted()
    return ["ja", "en"].filter { tables[$0] != nil } + others
  }()

  package static func of(_ language: String) -> PaperTexts { tables[language] ?? PaperTexts("") }

  private static let tables = Dictionary(
    uniqueKeysWithValues: EmbeddedResources.files.filter { $0.name.hasPrefix(prefix) }.map {
      (String($0.name.dropFirst(prefix.count).dropLast(4)), PaperTexts($0.text))
    })
}
