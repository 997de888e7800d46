import CaseStore
import Foundation

/// A signature as ssh-keygen(1) writes it, read to the letter: there is one way to write each, so that no
/// byte of it can be another.
struct SSHSignature {
  /// As it stands in the file.
  let text: [UInt8]
  /// Where it ends.
  let end: Int
  /// Who signed: `ssh-ed25519 AAAA…`.
  let key: String

  private static let first = "-----BEGIN SSH SIGNATURE-----\n"
  private static let last = "-----END SSH SIGNATURE-----\n"
  private static let type = "ssh-ed25519"
  private static let width = 70
  /// Longer than any of a key that is taken.
  private static let longest = 4_096

  /// As `ssh-keygen -l` prints it.
  var fingerprint: String { SSHKey(key)?.fingerprint ?? key }

  init?(at bytes: ArraySlice<UInt8>) {
    let head = bytes.prefix(Self.longest)
    guard head.starts(with: Self.first.utf8) else { return nil }
    let lines = head.dropFirst(Self.first.utf8.count)
    guard let stop = lines.firstIndex(of: UInt8(ascii: "-")),
      head[stop...].starts(with: Self.last.utf8)
    else { return nil }
    let base = String(decoding: lines[..<stop].filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard let blob = Data(base64Encoded: base), let key = Self.key(of: blob) else { return nil }
    self.key = key
    end = stop + Self.last.utf8.count
    text = Array(bytes[bytes.startIndex..<end])
    guard text == Self.text(of: blob) else { return nil }
  }

  private static func text(of blob: Data) -> [UInt8] {
    let base = Array(blob.base64EncodedString().utf8)
    let lines = stride(from: 0, to: base.count, by: width).flatMap { start in
      base[start..<min(start + width, base.count)] + [UInt8(ascii: "\n")]
    }
    return Array(first.utf8) + lines + Array(last.utf8)
  }

  /// The public key in it: behind the sign and the version (PROTOCOL.sshsig).
  private static func key(of blob: Data) -> String? {
    let bytes = Array(blob)
    let start = Array("SSHSIG".utf8) + [0, 0, 0, 1]
    guard bytes.starts(with: start), bytes.count > start.count + 4 else { return nil }
    let length = bytes[start.count..<start.count + 4].reduce(0) { $0 << 8 | Int($1) }
    let key = bytes.dropFirst(start.count + 4).prefix(length)
    let line = "\(type) \(Data(key).base64EncodedString())"
    return key.count == length && SSHKey(line) != nil ? line : nil
  }
}
