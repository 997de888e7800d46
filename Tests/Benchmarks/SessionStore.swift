import Cells
import Foundation
import GRDB
import TestSupport

/// A store that volunteers' sessions are opened on, as sshd would start them, by an ordinary user: a
/// session of the superuser is refused.
struct SessionStore {
  let program: String
  let store: String
  /// What sshd would have written of each client's key, a file each.
  private let proofs: [String]
  private let isRoot = getuid() == 0

  /// `nobody`, who can do nothing else here.
  private static let user: UInt32 = 65_534
  private static let casesEach = 60

  enum Failure: Error, CustomStringConvertible {
    case noVolunteer
    case cannotBeAnother(String)

    var description: String {
      switch self {
      case .noVolunteer: "the store has no active volunteer"
      case .cannotBeAnother(let path):
        "run as root, and no other user can start \(path): open its folders, or run as somebody else"
      }
    }
  }

  /// Gives so many volunteers of the store a key, and cases; where it has fewer, they come in several times.
  init(program: String, store: String, count: Int, in folder: ScratchFolder) throws {
    (self.program, self.store) = (program, store)
    let volunteers = try Self.assign(count, in: store)
    guard !volunteers.isEmpty else { throw Failure.noVolunteer }
    var proofs: [String] = []
    for (index, key) in volunteers.enumerated() {
      let path = folder.path("proof-\(index)")
      try "publickey ssh-ed25519 \(key)\n".write(toFile: path, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      proofs.append(path)
    }
    self.proofs = proofs
    guard isRoot else { return }
    let home = (store as NSString).deletingLastPathComponent
    for path in [home, store, store + ".journal-key"] + proofs { chown(path, Self.user, Self.user) }
    for ending in ["-wal", "-shm"] { chown(store + ending, Self.user, Self.user) }
    let (path, words) = command(["--version"])
    guard try ProgramRun(path, words).exit == .code(0) else {
      throw Failure.cannotBeAnother(program)
    }
  }

  private func command(_ words: [String]) -> (path: String, words: [String]) {
    guard isRoot else { return (program, words) }
    let user = String(Self.user)
    return (
      "/usr/bin/setpriv",
      ["--reuid", user, "--regid", user, "--clear-groups", program] + words
    )
  }

  /// A volunteer's session.
  func session(_ index: Int, size: Size) throws -> TimedProgram {
    let (path, words) = command(["session", "--store", store, "--sessions", "1000"])
    return try TimedProgram(
      path, words,
      environment: ["LANG": "ja_JP.UTF-8", "SSH_USER_AUTH": proofs[index % proofs.count]],
      size: size)
  }

  /// A desk of the staff on the same store.
  func desk(size: Size) throws -> TimedProgram {
    let (path, words) = command(["demo", "--store", store])
    return try TimedProgram(path, words, environment: ["LANG": "ja_JP.UTF-8"], size: size)
  }

  /// Past the door: the journal has nothing of it.
  private static func assign(_ count: Int, in store: String) throws -> [String] {
    let queue = try DatabaseQueue(path: store)
    defer { try? queue.close() }
    return try queue.write { db in
      let volunteers = try Int.fetchAll(
        db,
        sql: """
          SELECT id FROM volunteer WHERE status = 'active' AND pledgedOn IS NOT NULL
          ORDER BY id LIMIT ?
          """, arguments: [count])
      let cases = try Int.fetchAll(db, sql: "SELECT id FROM \"case\" WHERE isOpen = 1 ORDER BY id")
      return try volunteers.enumerated().map { index, volunteer in
        let key = key(index)
        try db.execute(
          sql:
            "INSERT INTO sshKey (volunteer, type, blob, addedAt) VALUES (?, 'ssh-ed25519', ?, 0)",
          arguments: [volunteer, key])
        for place in 0..<min(casesEach, cases.count) {
          try db.execute(
            sql: """
              INSERT INTO assignment ("case", volunteer, role, start, until)
              VALUES (?, ?, 'mentor', '2020-01-01', '2999-12-31')
              """,
            arguments: [cases[(index * 61 + place * 7) % cases.count], volunteer])
        }
        return key
      }
    }
  }

  /// A key of the form that OpenSSH writes, which nobody holds the other half of.
  private static func key(_ index: Int) -> String {
    func part(_ bytes: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(bytes.count)] + bytes }
    let number = [UInt8(index % 256), UInt8(index / 256)] + [UInt8](repeating: 7, count: 30)
    return Data(part(Array("ssh-ed25519".utf8)) + part(number)).base64EncodedString()
  }
}
