import Foundation
import TestSupport

/// A store, two people who can open its backups, and a folder for them.
struct BackupWorld {
  let store: CommandStore
  let backups: String
  let recipients: String
  let identities: [String]

  init(cases: Bool = true, recipients count: Int = 2) throws {
    store = try CommandStore(cases: cases)
    backups = store.folder.path("backups")
    try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: false)
    identities = ["one", "two"].map { [store] in store.folder.path($0) }
    recipients = store.folder.path("recipients")
    var keys: [String] = ["# who can open the backups"]
    for identity in identities {
      try SystemProgram.run(
        "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", identity)
      keys.append(try String(contentsOfFile: "\(identity).pub", encoding: .utf8))
    }
    try store.folder.write(
      keys.prefix(count + 1).joined(separator: "\n"), to: "recipients")
  }

  func backup(_ arguments: String...) throws -> ProgramRun {
    try store.run(["backup", backups, "--recipients", recipients] + arguments)
  }

  /// The names of the backups, earliest first.
  var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: backups)) ?? []
    return names.filter { $0.hasSuffix(".age") }.sorted().map { "\(backups)/\($0)" }
  }

  func restore(_ file: String, as name: String, by identity: Int = 0) throws -> ProgramRun {
    try store.run(
      "restore", file, "--identity", identities[identity], "--store",
      store.folder.path(name + "/tomoni.db"))
  }

  /// Without what the looking itself leaves there.
  private func journal(_ path: String) throws -> String {
    try store.objects("journal", "list", "--store", path)
      .filter { $0["command"] != "export" }
      .map { entry in entry.keys.sorted().map { "\($0)=\(entry[$0] ?? "")" }.joined() }
      .joined(separator: "\n")
  }

  /// What all lists of a store say, and its journal.
  func content(_ path: String) throws -> String {
    try ["cases", "persons", "notes", "staff", "volunteers"].map {
      try store.succeed("list", $0, "--columns", "all", "--format", "json", "--store", path)
    }.joined() + journal(path)
  }
}
