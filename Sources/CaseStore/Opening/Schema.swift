import Casework
import GRDB

/// The migrations in their order, and what is derived from the records; the number of the last
/// migration a store has seen is its user_version.
struct Schema {
  let migrations: [(number: Int, sql: String)]
  /// What all of them make of an empty file.
  ///
  /// Many times as fast as one after the other; a test holds that it is the same.
  private let whole: String?
  /// What stores of this schema keep besides the records, as this program defines it: working that
  /// out takes as long as opening a store.
  var derived: [DerivedData] { definitions() }
  private let definitions: @Sendable () -> [DerivedData]
  /// How many bytes are left beside a store; nil where nobody can say.
  private let room: @Sendable (String) -> UInt64?
  /// Whether a store notes which program it is of, so that the same need not work that out again.
  private let isNoted: Bool

  static let current = {
    let migrations = EmbeddedResources.files.compactMap { file in
      Int(file.name.prefix(3)).map { (number: $0, sql: file.text) }
    }
    return Schema(
      migrations, whole: EmbeddedResources.files.first { $0.name == "whole.sql" }?.text,
      derived: DerivedData.all(version: migrations.last?.number ?? 0), isNoted: true)
  }()

  init(
    _ migrations: [(number: Int, sql: String)], whole: String? = nil,
    derived: @autoclosure @escaping @Sendable () -> [DerivedData] = [], isNoted: Bool = false,
    room: @escaping @Sendable (String) -> UInt64? = DiskSpace.left
  ) {
    self.migrations = migrations
    self.whole = whole
    self.room = room
    self.isNoted = isNoted
    definitions = derived
  }

  var version: Int { migrations.last?.number ?? 0 }

  /// Brings a store up to date in one transaction: a process that is killed leaves it as it was, and
  /// of two processes one does it while the other waits.
  ///
  /// - Parameter progress: is told of each hundredth of the migrations, then of each record from which
  ///   something is derived anew.
  /// - Parameter copy: where it is kept as it was, before anything is written.
  /// - Throws: `storeNewer` where a newer program wrote it; `roomMissing` where the disk has less room
  ///   than it may take.
  func migrate(
    _ db: Database, path: String, keeping copy: BeforeUpdate? = nil,
    progress: StoreProgress? = nil
  ) throws {
    if try seen(by: db) == version {
      if try isNoted && db.isOfThisProgram() { return }
      if try db.outdated(of: derived).isEmpty { return note(db) }
    }
    try db.inTransaction(.immediate) {
      let seen = try seen(by: db)
      if seen > version { throw Refusal.storeNewer(path: path, version: seen) }
      if seen < version {
        try checkRoom(db, path, times: copy == nil ? 1 : 2)
        if seen > 0 { try copy?.keep(schema: seen) }
      }
      try run(missing(in: db, seen: seen), in: db, progress: progress)
      try db.make(db.outdated(of: derived), progress: progress)
      return .commit
    }
    note(db)
  }

  private func missing(in db: Database, seen: Int) throws -> [(number: Int, sql: String)] {
    if let whole, try !db.finds("SELECT 1 FROM sqlite_schema", []) { return [(version, whole)] }
    return migrations.filter { $0.number > seen }
  }

  private func run(
    _ migrations: [(number: Int, sql: String)], in db: Database, progress: StoreProgress?
  ) throws {
    // One of them takes down in SQLite's own list what a column may hold.
    try db.defend(false)
    let length = migrations.reduce(0) { $0 + $1.sql.utf8.count }
    var done = 0
    for migration in migrations {
      let statements = try db.allStatements(sql: migration.sql)
      while let statement = try statements.next() {
        try statement.execute()
        done += statement.sql.utf8.count
        // The last is told when all are done: comments belong to no statement.
        progress?(99 * done / length, 100)
      }
      try db.execute(sql: "PRAGMA user_version = \(migration.number)")
    }
    try db.defend(true)
    if length > 0 { progress?(100, 100) }
  }

  /// A migration may write each page anew, into the log beside the store.
  private func checkRoom(_ db: Database, _ path: String, times: UInt64) throws {
    let row = try db.row("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    guard let left = room(path), let pages = row?.number(at: 0).map(UInt64.init),
      case let size = pages * times, left < size
    else {
      return
    }
    throw Refusal.roomMissing(megabytes: Int((size - left) / 1_000_000) + 1)
  }

  private func note(_ db: Database) { if isNoted { db.noteThisProgram() } }

  private func seen(by db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }
}
