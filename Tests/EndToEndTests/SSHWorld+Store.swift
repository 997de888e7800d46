import Foundation
import TestSupport
import Testing

/// A volunteer with a key, and the case they may see.
struct KnownVolunteer: Sendable {
  var id: String
  var name: String
  var assigned: KnownCase
}

/// A case of the store.
struct KnownCase: Hashable, Sendable {
  var name: String
  var alias: String
  var safeContact: String
  var nextAction: String
  /// The number staff use; no volunteer sees it.
  var number = ""
  /// The random code that volunteers see.
  var code = ""
}

extension SSHWorld {
  static let cases = [
    KnownCase(
      name: "SALMA HADDAD", alias: "Hana", safeContact: "Text after 18:00",
      nextAction: "Read the lease"),
    KnownCase(
      name: "OLENA KOVAL", alias: "Sora", safeContact: "Call her brother",
      nextAction: "Buy the uniform"),
    KnownCase(
      name: "KARIM NASSER", alias: "Yuki", safeContact: "Write letters only",
      nextAction: "See the dentist"),
  ]

  /// Runs the program as the owner of the store.
  @discardableResult
  func tomoni(_ arguments: String...) throws -> String {
    let run = try runTomoni(arguments)
    guard run.exit == .code(0) else {
      throw SystemProgram.Failure(command: ["tomoni"] + arguments, run: run)
    }
    return run.output
  }

  func runTomoni(
    _ arguments: [String], as account: String? = nil, environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try ProgramRun(
      "/usr/bin/setpriv",
      ["--reuid", account ?? user, "--regid", account ?? user, "--clear-groups", program]
        + arguments + ["--store", store],
      environment: ["LANG": "en_US.UTF-8"].merging(environment) { $1 })
  }

  /// The records of a kind.
  func list(_ kind: String) throws -> [[String: String]] {
    try Self.objects(in: tomoni("list", kind, "--format", "json"))
  }

  func journal() throws -> [[String: String]] {
    try Self.objects(in: tomoni("journal", "list", "--format", "json"))
  }

  private static func objects(in json: String) throws -> [[String: String]] {
    let array = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    return (array ?? []).map {
      $0.compactMapValues { ($0 as? String) ?? ($0 as? Int).map(String.init) }
    }
  }

  /// Three cases of which each of two volunteers sees one; a third volunteer sees none.
  func fillStore() throws {
    try tomoni("init", "--organisation", "Kita Support", "--coordinator", "Mori Aki")
    try importSheet(
      "cases",
      "nameRoman,alias,languages,safeContact,status,opened",
      Self.cases.map { "\($0.name),\($0.alias),uk,\($0.safeContact),active,2026-04-01" })
    let listed = try list("cases")
    let cases = Self.cases.map { known in
      let card = listed.first { $0["nameRoman"] == known.name } ?? [:]
      var known = known
      known.number = card["number"] ?? ""
      known.code = card["code"] ?? ""
      return known
    }
    try importSheet(
      "followups", "case,action,due", cases.map { "\($0.number),\($0.nextAction),2027-01-15" })
    volunteers = try zip(["Hanako", "Taro"], cases).map { name, known in
      let id = try tomoni("volunteer", "add", "--name", name, "--lang", "en").trimmed
      try tomoni("volunteer", "assign", id, known.number, "--consent", "2026-05-01")
      try addKey(name, to: id)
      return KnownVolunteer(id: id, name: name, assigned: known)
    }
    try importSheet(
      "contacts", "case,on,medium,volunteer,summary",
      volunteers.map { "\($0.assigned.number),2026-05-02,phone,\($0.id),Seen by \($0.name)" }
        + ["\(cases[0].number),2026-05-03,phone,,For staff only"])
  }

  /// Makes a key pair of this name and registers it.
  @discardableResult
  func addKey(_ name: String, to volunteer: String) throws -> String {
    try SystemProgram.run(
      "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", keys.path(name))
    let line = try keys.text(of: name + ".pub").trimmed
    try tomoni("volunteer", "key", "add", volunteer, line)
    return line
  }

  private func importSheet(_ kind: String, _ header: String, _ rows: [String]) throws {
    let path = "\(folder)/\(kind).csv"
    let text = ([header] + rows).joined(separator: "\n")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try tomoni("import", kind, path)
  }

  func client(_ name: String, of server: SSHServer?) throws -> SSHClient {
    SSHClient(
      key: keys.path(name), user: user, knownHosts: knownHosts,
      port: try #require(server).port)
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
