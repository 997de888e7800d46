import GRDB

/// Reads the columns of a line that `JSONLine` wrote, without the general decoder, which costs ten times
/// as much; a test holds that both read the same.
struct JSONLineReader {
  private let bytes: [UInt8]
  private var place = 0

  /// Nil for what is another JSON than is written there, as a line that somebody else wrote may be.
  static func columns(_ json: String) -> [String: DatabaseValue]? {
    var reader = JSONLineReader(bytes: Array(json.utf8))
    return reader.object()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func object() -> [String: DatabaseValue]? {
    guard takes(UInt8(ascii: "{")) else { return nil }
    var columns: [String: DatabaseValue] = [:]
    repeat {
      guard let name = text(), takes(UInt8(ascii: ":")), let value = value(),
        columns.updateValue(value, forKey: name) == nil
      else { return nil }
    } while takes(UInt8(ascii: ","))
    return takes(UInt8(ascii: "}")) && place == bytes.count ? columns : nil
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func value() -> DatabaseValue? {
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "\""): return text()?.databaseValue
    case UInt8(ascii: "n"):
      guard bytes[place...].starts(with: "null".utf8) else { return nil }
      place += 4
      return .null
    default: return number()?.databaseValue
    }
  }

  private mutating func number() -> Int64? {
    let rest = bytes[place...]
    let digits = rest.prefix { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }
    // A zero in front is no JSON.
    let first = digits.drop { $0 == UInt8(ascii: "-") }
    if first.count > 1, first.first == UInt8(ascii: "0") { return nil }
    place = digits.endIndex
    return Int64(String(decoding: digits, as: UTF8.self))
  }

  private mutating func text() -> String? {
    guard takes(UInt8(ascii: "\"")) else { return nil }
    var told: [UInt8] = []
    var start = place
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        let last = bytes[start..<place]
        place += 1
        return told.isEmpty
          ? String(decoding: last, as: UTF8.self) : String(decoding: told + last, as: UTF8.self)
      case UInt8(ascii: "\\"):
        told += bytes[start..<place]
        guard let escaped = escaped() else { return nil }
        told.append(escaped)
        start = place
      case 0..<32: return nil
      default: place += 1
      }
    }
    return nil
  }

  /// The character below 128 that an escape means, which begins at the place.
  private mutating func escaped() -> UInt8? {
    guard place + 1 < bytes.count else { return nil }
    let letter = bytes[place + 1]
    place += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "u"):
      guard place + 4 <= bytes.count, let high = Self.hex(bytes[place + 2]), high < 8,
        bytes[place] == 0x30, bytes[place + 1] == 0x30, let low = Self.hex(bytes[place + 3])
      else { return nil }
      place += 4
      return high << 4 | low
    default: return nil
    }
  }

  private static func hex(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46, 0x61...0x66: (digit & 0xF) + 9
    default: nil
    }
  }
}
