import Foundation

/// Who can open a backup: a file of public keys, one a line, as age(1) reads them.
struct Recipients {
  let path: String

  /// With one key alone, who loses it has lost all backups.
  static let fewest = 2

  /// - Throws: `Failure` where the file is not there, holds what is no public key of age or of ed25519, or
  ///   fewer different ones than `fewest`.
  init(_ path: String) throws(Failure) {
    self.path = path
    let bytes = try InputFile(path).bytes()
    let lines = String(decoding: bytes, as: UTF8.self).split { $0.isNewline }
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    for line in lines where !Self.isKey(line) {
      // Whoever took the wrong file does not see a private key in the answer.
      throw Failure(.badData, "cli.recipientUnreadable", path, String(line.prefix(12)))
    }
    let keys = Set(lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") })
    guard keys.count >= Self.fewest else {
      throw Failure(.badData, "cli.recipientsFew", path, String(Self.fewest))
    }
  }

  private static func isKey(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    if words.first == "ssh-ed25519" { return words.count > 1 }
    return words.count == 1 && line.hasPrefix("age1") && line.count > 50
  }
}
