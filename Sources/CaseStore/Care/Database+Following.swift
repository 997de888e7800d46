import Casework
import GRDB

/// Whether what a store keeps although it follows from its records is what follows from them: sums on a
/// record, deadlines, the search box's words.
///
/// The journal tells of none of it, so that a damage there would be shown for true.
extension Database {
  /// The tables of which something does not follow, by name.
  ///
  /// All of it is made anew and taken back again, which takes as long as making it: for copies.
  func tablesThatDoNotFollow() throws -> [String] {
    let tables = try comparedTables()
    let before = try tables.map(sum)
    var after: [Int] = []
    try inTransaction {
      try makeAllThatFollows()
      after = try tables.map(sum)
      return .rollback
    }
    return zip(tables, zip(before, after)).filter { $1.0 != $1.1 }.map(\.0)
  }

  /// Makes anew whatever follows from the records.
  func makeAllThatFollows() throws {
    for kind in RecordKind.allCases where !RecordDescription.of(kind).isMadeByStore {
      let derived = RecordDescription.of(kind).fields.filter { $0.origin == .derived }
      try forget(derived.map(\.name), of: kind)
    }
    for table in try comparedTables() { try fireTriggers(of: table) }
    for data in DerivedData.ofRows { try data.make(self) {} }
  }

  /// Those with records or what follows from them.
  private func comparedTables() throws -> [String] {
    try String.fetchAll(
      self,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
          AND name NOT LIKE 'journal%' AND name NOT LIKE 'searchIndex%' ORDER BY name
        """)
  }

  /// Gives columns the value they have in a new row: what was taken from no row is not made anew by any.
  private func forget(_ names: [String], of kind: RecordKind) throws {
    let standing = try rows(
      Condition(
        sql: "SELECT name, ifnull(dflt_value, 'NULL') FROM pragma_table_info(?)",
        arguments: [kind.rawValue.databaseValue]))
    let new = standing.compactMap { row -> String? in
      guard let name = row.text(at: 0), names.contains(name) else { return nil }
      return "\(quoted(name)) = \(row.text(at: 1) ?? "NULL")"
    }
    if !new.isEmpty { try execute(sql: "UPDATE \(kind.table) SET \(new.joined(separator: ", "))") }
  }

  /// Writes every row as it is; what follows from it by a trigger is then made anew.
  private func fireTriggers(of table: String) throws {
    let hasTriggers = try row(
      "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? LIMIT 1",
      table.databaseValue)
    if hasTriggers == nil { return }
    // A key is no column of a trigger, and an identity may not be written twice.
    let columns = try storedColumns(of: table).filter { !["id", "uid"].contains($0) }
    let same = columns.map { "\(quoted($0)) = \(quoted($0))" }.joined(separator: ", ")
    try execute(sql: "UPDATE \(quoted(table)) SET \(same)")
  }

  /// Without those that SQLite itself computes.
  private func storedColumns(of table: String) throws -> [String] {
    try String.fetchAll(self, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
  }

  /// Equal for equal rows, in whatever order they lie.
  private func sum(of table: String) throws -> Int {
    let names = try storedColumns(of: table)
    let cursor = try Row.fetchCursor(
      self, sql: "SELECT \(names.map(quoted).joined(separator: ", ")) FROM \(quoted(table))")
    var sum = 0
    while let row = try cursor.next() {
      var hasher = Hasher()
      for value in row.databaseValues { hasher.combine(value) }
      sum &+= hasher.finalize()
    }
    return sum
  }
}
