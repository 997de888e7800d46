import Crypto
import Foundation

/// A public key of a kind Tomoni takes, read strictly: what is not exactly one is none.
package struct SSHKey: Hashable, Sendable {
  package static let types = ["ssh-ed25519", "sk-ssh-ed25519@openssh.com"]

  package let type: String
  /// The key itself in base 64.
  package let blob: String
  package let comment: String

  /// Reads `type blob [comment]`, a line as `ssh-keygen` writes it.
  package init?(_ line: String) {
    guard line.utf8.count <= 1000 else { return nil }
    let words = line.trimmingCharacters(in: .whitespacesAndNewlines)
      .split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard words.count >= 2, Self.types.contains(words[0]),
      let data = Data(base64Encoded: words[1]), data.base64EncodedString() == words[1],
      Self.isKey(data, of: words[0])
    else { return nil }
    let comment = words.count > 2 ? words[2] : ""
    guard comment.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      return nil
    }
    type = words[0]
    blob = words[1]
    self.comment = comment
  }

  /// As `ssh-keygen -l` prints it.
  package var fingerprint: String { Self.fingerprint(ofBlob: blob) ?? "" }

  /// The same of a key of any kind, such as that of a machine; nil where it is no base 64.
  package static func fingerprint(ofBlob blob: String) -> String? {
    guard let data = Data(base64Encoded: blob) else { return nil }
    let digest = Data(SHA256.hash(data: data))
    return "SHA256:" + digest.base64EncodedString().filter { $0 != "=" }
  }

  /// Whether the data names the type, holds a key of 32 bytes, and nothing after what belongs to it.
  private static func isKey(_ data: Data, of type: String) -> Bool {
    var rest = data[...]
    func next() -> Data? {
      guard rest.count >= 4 else { return nil }
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      guard length <= rest.count else { return nil }
      defer { rest = rest.dropFirst(length) }
      return rest.prefix(length)
    }
    guard let name = next(), name.elementsEqual(type.utf8), next()?.count == 32 else {
      return false
    }
    // A key in hardware also names what it is for, `ssh:`.
    if type.hasPrefix("sk-"), next()?.starts(with: "ssh:".utf8) != true { return false }
    return rest.isEmpty
  }
}
