import Casework
import GRDB

/// The indexes along which lists are read: two thirds of all, and of no use to a write.
///
/// Where most records of a store are new they are made of all its records at the end, which costs a tenth
/// of entering each record in each.
struct ListIndexes {
  /// What makes the indexes of the tables that had one taken away, in their order.
  private let indexes: [Index]

  private struct Index {
    let name: String
    let sql: String
  }

  /// Takes those of some kinds away; until they are put back nobody reads lists in the transaction.
  init(of kinds: [RecordKind] = RecordKind.allCases, takenFrom db: Database) throws {
    var indexes: [Index] = []
    for kind in kinds {
      let own = try Self.all(of: kind, in: db)
      var entered: Set<String> = []
      let lists = try own.filter { try Self.isOfLists($0, of: kind, in: db, &entered) }
      if lists.isEmpty { continue }
      for index in lists { try db.execute(sql: "DROP INDEX \(quoted(index.name))") }
      indexes += own
    }
    self.indexes = indexes
  }

  /// Takes those away in which a long sheet would enter most records that there will be, in a copy of a
  /// store in which nobody reads lists; nil where the store has more records than the sheet has rows.
  init?(of kind: RecordKind, beforeRows count: Int, in db: Database) throws {
    guard try db.count(kind.table) < count else { return nil }
    let description = RecordDescription.of(kind)
    let kinds =
      [kind] + description.lenders.map(\.from) + description.parts.map(\.kind)
      + (description.concernsCase ? [.note, .deadline] : [])
    try self.init(of: RecordKind.allCases.filter(kinds.contains), takenFrom: db)
  }

  /// Puts them back.
  ///
  /// Of indexes that serve alike SQLite takes the later, so all are made anew, in the
  /// order in which they stood.
  func putBack(in db: Database) throws {
    for index in indexes { try db.execute(sql: "DROP INDEX IF EXISTS \(quoted(index.name))") }
    for index in indexes { try db.execute(sql: index.sql) }
  }

  private static func all(of kind: RecordKind, in db: Database) throws -> [Index] {
    try db.rows(
      Condition(
        sql: """
          SELECT name, sql FROM sqlite_schema
          WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid
          """, arguments: [kind.rawValue.databaseValue])
    ).compactMap { row in
      guard let name = row.text(at: 0), let sql = row.text(at: 1) else { return nil }
      return Index(name: name, sql: sql)
    }
  }

  /// Whether an index serves lists alone.
  ///
  /// It is not the first that is entered by a record that others refer to, and says of no values that
  /// they come once.
  private static func isOfLists(
    _ index: Index, of kind: RecordKind, in db: Database, _ entered: inout Set<String>
  ) throws -> Bool {
    let columns = try db.rows(
      Condition(
        sql: "SELECT name FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno",
        arguments: [index.name.databaseValue])
    ).map { $0.text(at: 0) }
    guard let first = columns.first else { return false }
    if index.sql.contains("UNIQUE") || index.sql.contains(" WHERE ") { return false }
    guard let first, let field = RecordDescription.of(kind)[first] else { return true }
    guard case .reference = field.shape else { return true }
    return !entered.insert(first).inserted
  }
}
