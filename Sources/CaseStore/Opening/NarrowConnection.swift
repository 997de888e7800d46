import Casework
import GRDB
import GRDBSQLite

/// The connection that a volunteer reads over: it reaches their own and nothing else, whatever a
/// statement asks for.
///
/// The names of tables lead to views of the connection's own, which hold the volunteer's rows and of the
/// columns only those that they may see; all others are empty. SQLite's authorizer refuses every other
/// table, the tables themselves, every change, and what is no plain reading.
final class NarrowConnection {
  let queue: DatabaseQueue
  private var authorizer: Authorizer?

  /// - Parameter today: the day that assignments are held against, asked at each reading.
  init(to file: StoreFile, for volunteer: RecordID, today: @escaping () -> CivilDate) throws {
    queue = try DatabaseQueue(path: file.real, configuration: StoreFile.configuration)
    let scopes = VolunteerScopes(of: volunteer)
    // A statement could call something of its own by the name of a view, but cannot guess this.
    let hidden = "own" + (0..<16).map { _ in UInt8.random(in: .min ... .max) }.hexadecimal
    try queue.writeWithoutTransaction { db in
      db.add(function: Self.today(today))
      for table in scopes.ways.keys {
        let (view, name) = (quoted(hidden + table), quoted(table))
        // The offset keeps SQLite from dissolving it into the statement around it, of which the authorizer
        // would be told as of one that counts the table itself.
        try db.execute(
          sql: """
            CREATE TEMP VIEW \(view) AS SELECT \(try db.columns(of: table, scopes)) FROM main.\(name) AS x
            WHERE \(scopes.rows(of: table)) LIMIT -1 OFFSET 0;
            CREATE TEMP VIEW \(name) AS SELECT * FROM \(view)
            """)
      }
      try db.execute(
        sql: "PRAGMA query_only = ON; PRAGMA cache_size = -\(CaseStore.fewKibibytes)")
      unsafe sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0)
      authorizer = Authorizer(of: db, allows: Self.rule(Set(scopes.ways.keys), hidden))
    }
  }

  deinit {
    queue.unsafeRead { db in _ = unsafe sqlite3_set_authorizer(db.sqliteConnection, nil, nil) }
  }

  private static func today(_ today: @escaping () -> CivilDate) -> DatabaseFunction {
    // A store belongs to one thread, and so does what it asks the time of.
    nonisolated(unsafe) let today = today
    return DatabaseFunction("today", argumentCount: 0) { _ in unsafe today().description }
  }

  /// What has no words of anybody's, and is read along its own indexes: that and when records changed.
  private static let plain: [String: Set<String>] = [
    "journalRow": ["sequence", "kind", "record", "version", "who"], "journalWord": ["id", "word"],
  ]

  private static func rule(
    _ tables: Set<String>, _ hidden: String
  ) -> (Authorizer.Act) -> Bool {
    // Names of tables have no case.
    let views = Set(tables.flatMap { [$0.lowercased(), (hidden + $0).lowercased()] })
    return { act in
      guard act.code == SQLITE_READ, act.first != "json_each" else {
        return act.isHarmless || act.isOfVirtualTable
      }
      if act.isOfVirtualTable { return true }
      if let columns = plain[act.first], act.second.isEmpty || columns.contains(act.second) {
        return true
      }
      // A view's own columns; counting the rows of one asks for the column "" of no database.
      if act.database == "temp" || act.database.isEmpty && act.second.isEmpty {
        return views.contains(act.first.lowercased())
      }
      // The tables themselves, within the views alone.
      return act.database == "main" && act.within.hasPrefix(hidden)
    }
  }
}

extension Database {
  fileprivate func columns(of table: String, _ scopes: VolunteerScopes) throws -> String {
    try columns(in: table).map { column in
      "\(scopes.column(column.name, of: table)) AS \(quoted(column.name))"
    }.joined(separator: ", ")
  }
}
