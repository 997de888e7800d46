import Casework
import Fold
import GRDB

/// What is searched of a record, as it says it.
struct SearchedTexts {
  /// The case it is about.
  let about: Int64?
  let names: [String]
  let notes: [String]
}

/// The text of a record that the search box looks into, as the store keeps it.
struct SearchText: Equatable {
  /// The case it is about.
  var about: Int64?
  var names: String
  var notes: String

  init(_ texts: SearchedTexts) {
    about = texts.about
    names = Self.lines(texts.names.flatMap(Self.spellings))
    notes = Self.lines(texts.notes.map(Fold.key))
  }

  fileprivate init(_ row: RowBytes) {
    about = row.number(at: 0)
    (names, notes) = (row.text(at: 1) ?? "", row.text(at: 2) ?? "")
  }

  var isEmpty: Bool { names.isEmpty && notes.isEmpty }

  /// Every word between blanks, every field on a line.
  private static func lines(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.map { " \($0) " }.joined(separator: "\n")
  }

  /// A name as it is written, and where it is written in a script that needs no blanks also without:
  /// 田中 花子 is looked for as 田中花子.
  private static func spellings(_ name: String) -> [String] {
    let folded = Fold.key(name)
    guard folded.contains(" "), folded.utf8.contains(where: { $0 >= 0xE3 }) else { return [folded] }
    return [folded, folded.filter { $0 != " " }]
  }
}

/// The text of a record with the words that the index keeps of it.
struct SearchEntry {
  let text: SearchText
  let tokens: [DatabaseValue]

  init(_ text: SearchText) {
    self.text = text
    tokens = [
      SearchPairs.document(text.names), SearchPairs.document(text.notes),
      // Only what is about no case is ranked by its names, and heard.
      text.about == nil ? Self.words(text.names) : "",
    ].map(\.databaseValue)
  }

  private static func words(_ names: String) -> String {
    let sounds = Fold.soundKeys(ofNames: names).sorted().map(SearchPairs.sound)
    return ([SearchPairs.words(names)] + sounds).joined(separator: " ")
  }
}

extension Database {
  /// Brings what is searched of a record up to date.
  func indexSearch(_ address: RecordAddress, _ plan: IndexPlan) throws {
    if plan.search.isEmpty { return }
    try keep(searchedTexts(address, plan).map { SearchEntry(SearchText($0)) }, of: address)
  }

  /// What is to be searched of a record; nil where it is gone or nothing of it is searched.
  func searchedTexts(_ address: RecordAddress, _ plan: IndexPlan) throws -> SearchedTexts? {
    if plan.search.isEmpty { return nil }
    return try rows(
      Condition(sql: plan.searchSelect, arguments: [address.id.rawValue.databaseValue])
    ) { row in
      let texts = (1...plan.searchedTexts).map { row.text(at: $0) ?? "" }
      return SearchedTexts(
        about: row.number(at: 0), names: Array(texts.prefix(plan.searchedNames)),
        notes: Array(texts.dropFirst(plan.searchedNames)))
    }.first
  }

  /// Keeps the text of a record in the place of what was kept before; takes it away for nil.
  func keep(_ entry: SearchEntry?, of address: RecordAddress) throws {
    guard let key = SearchKey.of(address)?.databaseValue else { return }
    let old = try rows(
      Condition(
        sql: "SELECT about, names, notes FROM searchText WHERE id = ?", arguments: [key])
    ) { SearchText($0) }.first
    let entry = entry.flatMap { $0.text.isEmpty ? nil : $0 }
    if old == entry?.text { return }
    if let old {
      // The index takes words away that it is told again.
      try run(
        "INSERT INTO searchIndex (searchIndex, rowid, names, notes, words) VALUES ('delete', ?, ?, ?, ?)",
        [key] + SearchEntry(old).tokens)
    }
    guard let entry else { return try run("DELETE FROM searchText WHERE id = ?", [key]) }
    let text = entry.text
    let values = [
      text.about?.databaseValue ?? .null, text.names.databaseValue, text.notes.databaseValue,
    ]
    // Not `INSERT OR REPLACE`: SQLite sets a point to go back to before it, at which the index writes
    // the words that it has gathered to the file, each time.
    if old == nil {
      try run(
        "INSERT INTO searchText (about, names, notes, id) VALUES (?, ?, ?, ?)", values + [key])
    } else {
      try run(
        "UPDATE searchText SET about = ?, names = ?, notes = ? WHERE id = ?", values + [key])
    }
    try run(
      "INSERT INTO searchIndex (rowid, names, notes, words) VALUES (?, ?, ?, ?)",
      [key] + entry.tokens)
  }

  /// Joins the pieces of the index into one: until then it keeps the words of texts that were taken away.
  func joinSearchPieces() throws {
    try execute(sql: "INSERT INTO searchIndex (searchIndex) VALUES ('optimize')")
  }

  func clearSearch() throws {
    try execute(
      sql: "DELETE FROM searchText; INSERT INTO searchIndex (searchIndex) VALUES ('delete-all')")
  }
}
