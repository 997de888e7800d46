import Foundation

/// What sshd goes by for the service's account: each line as it prints it itself (`sshd -T`), by its
/// keyword.
struct SSHSettings {
  private let lines: [String: [String]]

  private init(_ text: String) {
    let pairs = text.split(separator: "\n").map { line in
      (line.prefix { $0 != " " }.lowercased(), String(line.drop { $0 != " " }.dropFirst()))
    }
    lines = Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
  }

  var port: Int { lines["port"]?.first.flatMap { Int($0) } ?? 22 }

  /// Where it can be reached from this machine itself.
  var loopback: String {
    let addresses = (lines["listenaddress"] ?? []).map { text in
      text.prefix(upTo: text.lastIndex(of: ":") ?? text.endIndex)
        .trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    }
    let everywhere = ["0.0.0.0", "127.0.0.1"]
    if addresses.isEmpty || addresses.contains(where: everywhere.contains) { return "127.0.0.1" }
    if addresses.contains("::") { return "::1" }
    return addresses[0]
  }

  var processFile: String { lines["pidfile"]?.first ?? "none" }
  private var hostKeys: [String] { lines["hostkey"] ?? [] }

  /// What the machine's own configuration comes to.
  static func effective() throws(Failure) -> SSHSettings { try asked([]) }

  /// What the settings that are shipped come to on their own, in the words of the same sshd.
  static func shipped(_ text: String) throws -> SSHSettings {
    let folder = try PassingFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = folder.file("sshd_config")
    let keys = try effective().hostKeys.map { "HostKey \($0)\n" }.joined()
    try SystemFile.write(Array((keys + text).utf8), to: path, mode: 0o600)
    return try asked(["-f", path])
  }

  private static func asked(_ arguments: [String]) throws(Failure) -> SSHSettings {
    let account = "user=\(ServerPlace.account),host=localhost,addr=127.0.0.1"
    let answer = try ChildProgram.sshd.ask(arguments + ["-T", "-C", account])
    guard answer.isDone else {
      let text = answer.complaint.split(separator: "\n").first.map(String.init) ?? ""
      throw Failure(.configuration, "cli.programFailed", ChildProgram.sshd.rawValue, text)
    }
    return SSHSettings(answer.output)
  }

  /// What no settings of ours say, because sshd does without, and what would turn them round.
  private static let unsaid: Set = ["forcecommand", "permituserenvironment"]

  /// The keywords that a text of settings says something about, or relies on.
  static func keywords(in text: String) -> Set<String> {
    let words = text.split(separator: "\n").compactMap { line in
      line.split(whereSeparator: \.isWhitespace).first.map { $0.lowercased() }
    }
    return unsaid.union(words.filter { !$0.hasPrefix("#") && $0 != "match" })
  }

  /// Where this differs from what it should be, of some keywords: `maxsessions 10 (1)`.
  func differences(from wanted: SSHSettings, of keywords: Set<String>) -> [String] {
    keywords.sorted().compactMap { keyword in
      let (is_, should) = (lines[keyword] ?? [], wanted.lines[keyword] ?? [])
      guard is_.sorted() != should.sorted() else { return nil }
      return "\(keyword) \(is_.joined(separator: " ")) (\(should.joined(separator: " ")))"
    }
  }
}
