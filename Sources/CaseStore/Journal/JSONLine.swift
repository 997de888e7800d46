import GRDB

/// A JSON object of columns in one line, as the journal keeps it: written for every change, so without
/// the general encoder, which costs twenty times as much; a test holds that both write the same.
struct JSONLine {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  var text: String { String(decoding: bytes + [UInt8(ascii: "}")], as: UTF8.self) }

  mutating func add(_ name: String, _ value: DatabaseValue) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    add(name)
    bytes.append(UInt8(ascii: ":"))
    switch value.storage {
    case .int64(let number): bytes += "\(number)".utf8
    case .string(let text): add(text)
    default: bytes += "null".utf8
    }
  }

  private mutating func add(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // As good as every text.
    if text.utf8.allSatisfy({ $0 >= 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      return bytes += text.utf8
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 8: bytes += "\\b".utf8
      case 9: bytes += "\\t".utf8
      case 10: bytes += "\\n".utf8
      case 12: bytes += "\\f".utf8
      case 13: bytes += "\\r".utf8
      case 0..<32: bytes += "\\u00\(byte >> 4)\(String(byte & 15, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
  }
}
