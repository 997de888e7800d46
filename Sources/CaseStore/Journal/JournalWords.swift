import GRDB

/// The numbers by which entries of the journal name who, by which command, and of which kind: as far
/// as one transaction has asked for them.
struct JournalWords {
  private var numbers: [String: DatabaseValue] = [:]

  /// The number of a word, given to it now where it has none; null for nil.
  mutating func number(of word: String?, in db: Database) throws -> DatabaseValue {
    guard let word else { return .null }
    if let known = numbers[word] { return known }
    let select = "SELECT id FROM journalWord WHERE word = ?"
    if try db.row(select, word.databaseValue) == nil {
      try db.run("INSERT INTO journalWord (word) VALUES (?)", [word.databaseValue])
    }
    let number = try db.row(select, word.databaseValue)?.number(at: 0).databaseValue ?? .null
    numbers[word] = number
    return number
  }
}
