import Casework
import Foundation
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
    let scopes = VolunteerScopes(of: volunteer).scopes
    // A statement could call something of its own by the name of a view, but cannot guess this.
    let hidden = "own" + Data((0..<16).map { _ in UInt8.random(in: .min ... .max) }).hexadecimal
    try queue.writeWithoutTransaction { db in
      db.add(function: Self.today(today))
      for (table, scope) in scopes {
        try db.execute(sql: try db.view(of: table, scope, by: hidden + table))
        try db.execute(
          sql: "CREATE TEMP VIEW \(quoted(table)) AS SELECT * FROM \(quoted(hidden + table))")
      }
      try db.execute(
        sql: "PRAGMA query_only = ON; PRAGMA cache_size = -\(CaseStore.fewKibibytes)")
      unsafe sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0)
      authorizer = Authorizer(of: db, allows: Self.rule(scopes, hidden))
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

  private static func rule(
    _ scopes: [String: VolunteerScopes.Scope], _ hidden: String
  ) -> (Authorizer.Act) -> Bool {
    let views = Set(scopes.keys.flatMap { [$0.lowercased(), (hidden + $0).lowercased()] })
    let columns = Dictionary(
      uniqueKeysWithValues: scopes.map { ($0.lowercased(), $1.columns) })
    return { act in
      guard act.code == SQLITE_READ, act.first != "json_each" else { return act.isHarmless }
      let table = act.first.lowercased()
      // A view's own columns; counting the rows of one asks for the column "" of no database.
      if act.database == "temp" || act.database.isEmpty && act.second.isEmpty {
        return views.contains(table)
      }
      // The tables themselves, within the views alone.
      return act.database == "main" && act.within.hasPrefix(hidden)
        && (act.second.isEmpty || columns[table]?.contains(act.second) == true)
    }
  }
}

extension Database {
  /// The view that holds of a table what a scope says, by a name.
  ///
  /// The offset keeps SQLite from dissolving it into the statement around it, of which the authorizer
  /// would be told as of one that counts the table itself.
  fileprivate func view(
    of table: String, _ scope: VolunteerScopes.Scope, by name: String
  ) throws -> String {
    let columns = try columns(in: table).map { column in
      let name = quoted(column.name)
      return scope.columns.contains(column.name) ? name : "NULL AS \(name)"
    }
    return """
      CREATE TEMP VIEW \(quoted(name)) AS SELECT \(columns.joined(separator: ", "))
      FROM main.\(quoted(table)) WHERE \(scope.rows) LIMIT -1 OFFSET 0
      """
  }
}
