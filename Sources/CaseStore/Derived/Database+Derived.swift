import GRDB

extension Database {
  /// Those of `all` that this store holds by another definition, or not yet.
  func outdated(of all: [DerivedData]) throws -> [DerivedData] {
    if all.isEmpty { return [] }
    let rows = try rows(Condition(sql: "SELECT name, revision FROM derived", arguments: []))
    let made = rows.reduce(into: [String: String]()) { made, row in
      if let name = row.text(at: 0) { made[name] = row.text(at: 1) }
    }
    return all.filter { made[$0.name] != $0.revision }
  }

  /// Makes derived data anew and notes by which definition.
  ///
  /// - Parameter progress: is told how many records were gone through, and of how many.
  func make(_ outdated: [DerivedData], progress: StoreProgress?) throws {
    let total = try outdated.reduce(0) { try $0 + $1.count(self) }
    var done = 0
    for data in outdated {
      try data.make(self) {
        done += 1
        progress?(done, total)
      }
      try run(
        "INSERT OR REPLACE INTO derived (name, revision) VALUES (?, ?)",
        [data.name.databaseValue, data.revision.databaseValue])
    }
  }

  /// How many rows a table has.
  func count(_ table: String) throws -> Int {
    try Int.fetchOne(self, sql: "SELECT count(*) FROM \(table)") ?? 0
  }

  /// Puts the views of `sql` in the place of all there are.
  func makeViews(_ sql: String) throws {
    let old = try String.fetchAll(self, sql: "SELECT name FROM sqlite_schema WHERE type = 'view'")
    for name in old { try execute(sql: "DROP VIEW \(quoted(name))") }
    try execute(sql: sql)
  }
}
