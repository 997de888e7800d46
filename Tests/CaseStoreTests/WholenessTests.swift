import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// A store that was put where it is, looked through before it is used.
@Suite struct `A store put in its place` {
  private let files = FileManager.default

  /// A folder with a file of one moment and a log of another, and the key.
  private struct Pieces {
    let folder: URL
    var path: String { folder.appending(path: "tomoni.db").path }

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "pieces-\(UUID().uuidString)")
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func put(_ content: Data, _ end: String = "") throws {
      #expect(
        FileManager.default.createFile(
          atPath: path + end, contents: content, attributes: [.posixPermissions: 0o600]))
    }

    func open() throws(Refusal) -> CaseStore {
      try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: { Instant(1_790_987_400) })
    }

    func content(_ end: String = "") -> Data? {
      FileManager.default.contents(atPath: path + end)
    }
  }

  /// A store as it was after some work, and its file and its log after more.
  private func moments() throws -> (
    desk: Desk, old: Data, file: Data, log: Data, key: Data
  ) {
    let desk = try Desk()
    let read = { (end: String) in
      try Data(contentsOf: URL(fileURLWithPath: desk.path + end))
    }
    let id = try desk.addCase("A")
    func work(_ count: Int) throws {
      for number in 0..<count {
        try desk.add(
          .note,
          ["case": .to(.case, id), "on": .date(Desk.today), "body": .text("\(number)")])
      }
    }
    try work(30)
    // Opened again after it was filled, as a store in use is: its file is noted.
    _ = try desk.open()
    try desk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let old = try read("")
    try work(120)
    try desk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try work(30)
    return (desk, old, try read(""), try read("-wal"), try read(".journal-key"))
  }

  private func crash() throws -> (desk: Desk, file: Data, log: Data, key: Data) {
    let (desk, _, file, log, key) = try moments()
    return (desk, file, log, key)
  }

  @Test(arguments: [false, true])
  func `is refused beside the log of a later state, and neither is touched`(isLogPutLast: Bool)
    throws
  {
    // The first store stays, so that the number of its file is not given again.
    let (desk, old, _, log, key) = try moments()
    defer { withExtendedLifetime(desk) {} }
    let pieces = try Pieces()
    defer { try? files.removeItem(at: pieces.folder) }
    try pieces.put(key, ".journal-key")
    if !isLogPutLast { try pieces.put(log, "-wal") }
    try pieces.put(old)
    if isLogPutLast { try pieces.put(log, "-wal") }
    for _ in 0..<2 {
      #expect(refusal { try pieces.open() } == .strayLog(path: pieces.path + "-wal"))
      #expect(
        refusal { try OpenedStore(pieces.path).keyring.staff(account: "x") } != .unknownViewer("x"))
    }
    #expect(pieces.content() == old && pieces.content("-wal") == log)
    try files.removeItem(atPath: pieces.path + "-wal")
    try? files.removeItem(atPath: pieces.path + "-shm")
    #expect(try pieces.open().verifyJournal().isWhole)
  }

  @Test(arguments: [false, true])
  func `opens beside its own log, as after a crash`(isLogPutLast: Bool) throws {
    let (desk, file, log, key) = try crash()
    defer { withExtendedLifetime(desk) {} }
    let pieces = try Pieces()
    defer { try? files.removeItem(at: pieces.folder) }
    try pieces.put(key, ".journal-key")
    if !isLogPutLast { try pieces.put(log, "-wal") }
    try pieces.put(file)
    if isLogPutLast { try pieces.put(log, "-wal") }
    let store = try pieces.open()
    #expect(try store.count(ListQuery(.note)) == ListCount(180))
    #expect(try store.verifyJournal().isWhole)
  }

  /// A log that was written into the file already stays beside a store in use, and after a crash.
  @Test func `is not looked through where it holds its log already`() throws {
    let (desk, _, _, _, _) = try moments()
    defer { withExtendedLifetime(desk) {} }
    func log() throws -> WriteAheadLog { try #require(WriteAheadLog(desk.path + "-wal")) }
    #expect(try !log().isContained(in: desk.path))
    try desk.execute("PRAGMA wal_checkpoint(PASSIVE)")
    let file = try Data(contentsOf: URL(fileURLWithPath: desk.path))
    let written = try Data(contentsOf: URL(fileURLWithPath: desk.path + "-wal"))
    #expect(try log().isContained(in: desk.path))

    let pieces = try Pieces()
    defer { try? files.removeItem(at: pieces.folder) }
    func isContained(_ file: Data, _ log: Data) throws -> Bool? {
      try pieces.put(file)
      try pieces.put(log, "-wal")
      return WriteAheadLog(pieces.path + "-wal")?.isContained(in: pieces.path)
    }
    #expect(try isContained(file, written) == true)
    // A page too much, a page too few, another page.
    #expect(try isContained(file + Data(repeating: 0, count: 4096), written) == false)
    #expect(try isContained(file.dropLast(4096), written) == false)
    for _ in 0..<40 {
      // Wherever a byte of a frame is another, SQLite reads the log up to there: an older state of
      // the pages that come again later, so the file holds what the log then says or it does not.
      var other = written
      let place = Int.random(in: 32..<other.count)
      other[place] ^= 0x10
      let isHeld = try isContained(file, other)
      #expect(isHeld == ((try? writeLog(of: pieces)) == file))
      for end in ["-wal", "-shm"] { try? files.removeItem(atPath: pieces.path + end) }
    }
  }

  /// The file after SQLite wrote its log into it; it refuses where the two make no store.
  private func writeLog(of pieces: Pieces) throws -> Data? {
    let queue = try DatabaseQueue(path: pieces.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
    return pieces.content()
  }

  @Test func `is refused where a page is damaged, in the file or in its log`() throws {
    let (desk, file, log, key) = try crash()
    defer { withExtendedLifetime(desk) {} }
    for isInLog in [false, true] {
      let pieces = try Pieces()
      defer { try? files.removeItem(at: pieces.folder) }
      try pieces.put(key, ".journal-key")
      var damaged = file
      // Some pages after the schema's.
      damaged.replaceSubrange(4096 * 20..<4096 * 60, with: Data(repeating: 0x5A, count: 4096 * 40))
      try pieces.put(damaged)
      if isInLog { try pieces.put(log, "-wal") }
      let found = refusal { try pieces.open() }
      #expect(found == .storeDamaged(path: pieces.path))
    }
  }

  @Test func `is looked through once, and has an id that copies share`() throws {
    let desk = try Desk()
    func identity() throws -> (String?, Int64?) {
      try desk.raw {
        let row = try Row.fetchOne($0, sql: "SELECT id, inode FROM storeIdentity")
        return (row?["id"], row?["inode"])
      }
    }
    let first = try identity()
    #expect(first.0?.count == 32)
    let other = try Desk(isNew: true)
    #expect(
      try first.0 != other.raw { try String.fetchOne($0, sql: "SELECT id FROM storeIdentity") })
    #expect(first.1 == FileIdentity(desk.path).map { Int64(bitPattern: $0.inode) })
  }

  @Test(arguments: [
    (ResultCode.SQLITE_IOERR_SHMSIZE, Refusal.diskFull), (.SQLITE_FULL, .diskFull),
    (.SQLITE_CORRUPT, .storeDamaged(path: "/tmp/x")),
    (.SQLITE_CORRUPT_VTAB, .storeDamaged(path: "/tmp/x")),
    (.SQLITE_IOERR_READ, .storage(code: 266, message: "m")),
    (.SQLITE_IOERR_WRITE, .storage(code: 778, message: "m")),
  ])
  func `has for what SQLite reports the sentence that helps`(code: ResultCode, expected: Refusal) {
    #expect(Refusal(DatabaseError(resultCode: code, message: "m"), path: "/tmp/x") == expected)
  }
}
