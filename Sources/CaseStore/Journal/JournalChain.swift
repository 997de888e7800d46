import Casework
import Crypto
import Foundation

/// What binds the entries of the journal to each other and to what they tell.
struct JournalChain {
  /// With the key taken in, which costs as much as a short entry.
  private let keyed: HMAC<SHA256>

  init(key: SymmetricKey) { keyed = HMAC(key: key) }

  /// What one entry says beside its content.
  struct Row {
    var sequence: Int64
    var step: Int64
    var at: Int64
    var who: String?
    var command: String
    var recordKind: String?
    var record: Int64?
    var version: Int64?
    var undoes: Int64?
    var hash: Data
    /// The identity of the record; nil in entries of a store from before records had one.
    var uid: Data?

    /// Each part with its length, so that no two rows read the same.
    ///
    /// The identity comes last and with a mark of its own: rows without one read as they did before
    /// there were any, and none can be put into them or taken out of the others.
    fileprivate func write(to bytes: inout [UInt8]) {
      for number in [sequence, step, at, record, version, undoes] {
        Self.add(number.map { "\($0)" }, to: &bytes)
      }
      for word in [who, command, recordKind] { Self.add(word, to: &bytes) }
      bytes.removeLast()
      bytes += hash
      guard let uid else { return }
      bytes += "uid:\(uid.count):".utf8
      bytes += uid
    }

    private static func add(_ part: String?, to bytes: inout [UInt8]) {
      guard let part else { return bytes += "-,".utf8 }
      bytes += "\(part.utf8.count)".utf8
      bytes.append(UInt8(ascii: ":"))
      bytes += part.utf8
      bytes.append(UInt8(ascii: ","))
    }
  }

  /// What an entry tells: JSON objects of stored values by field, and why.
  struct Content {
    var before: String
    var after: String
    var reason: String

    /// Over the content and its salt; the salt keeps a short content from being guessed.
    func hash(salt: Data) -> Data {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(before.utf8.count + after.utf8.count + reason.utf8.count + 2)
      for text in [before, after] {
        bytes += text.utf8
        // JSON has no control characters, so this cannot be part of what it separates.
        bytes.append(0x1F)
      }
      bytes += reason.utf8
      var hash = SHA256()
      hash.update(data: salt)
      hash.update(data: bytes)
      return unsafe hash.finalize().withUnsafeBytes { unsafe Data($0) }
    }
  }

  /// A sign for words that are not written down, the same for the same words: 32 hexadecimal digits.
  func trace(of words: String) -> String {
    var mac = keyed
    // No entry begins like this: what follows upon the MAC of another is no words of anybody.
    mac.update(data: Data("searched\n\(words)".utf8))
    return Array(mac.finalize().prefix(16)).hexadecimal
  }

  func mac(after previous: Data, _ row: Row) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    bytes += previous
    row.write(to: &bytes)
    var mac = keyed
    mac.update(data: bytes)
    return unsafe mac.finalize().withUnsafeBytes { unsafe Data($0) }
  }
}

extension Data {
  /// 128 bits that nobody can guess.
  static var random128: Data {
    var random = SystemRandomNumberGenerator()
    let words: (UInt64, UInt64) = (random.next(), random.next())
    return unsafe Swift.withUnsafeBytes(of: words) { unsafe Data($0) }
  }
}
