import TestSupport

extension SplitMix {
  /// Changes bytes here and there: what a broken disk, a cut download or an enemy does.
  mutating func change(_ bytes: [UInt8], times: Int? = nil, tokens: [[UInt8]] = []) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<(times ?? 1 << number(0...5)) {
      guard !bytes.isEmpty else { return bytes }
      let place = number(0...bytes.count - 1)
      let end = min(bytes.count, place + 1 << number(0...10))
      switch number(0...9) {
      case 0, 1: bytes[place] = UInt8(number(0...255))
      case 2: bytes[place] ^= 1 << UInt8(number(0...7))
      case 3: bytes.removeSubrange(place..<end)
      case 4: bytes.insert(contentsOf: bytes[place..<end], at: number(0...bytes.count))
      case 5: bytes.removeLast(number(0...bytes.count) / 4)
      case 6: bytes.swapAt(place, number(0...bytes.count - 1))
      case 7:
        bytes.insert(contentsOf: (0..<number(1...9)).map { _ in UInt8(number(0...255)) }, at: place)
      default:
        let token = pick(tokens) ?? pick(Self.signs) ?? []
        bytes.insert(contentsOf: token, at: place)
      }
      if bytes.count > 1 << 20 { bytes.removeLast(bytes.count - 1 << 20) }
    }
    return bytes
  }

  private static let signs: [[UInt8]] =
    [
      "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "\0", "\u{1A}", "\u{FEFF}", "\u{FFFD}",
      "sep=;\n",
      "\u{202E}", "e\u{301}", "９９", "令和", "㈱", "\u{FF}",
    ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0x81], [0xE0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

  /// Mostly small, seldom near `most`.
  mutating func size(upTo most: Int) -> Int {
    var bits = 0
    while 1 << bits < most { bits += 1 }
    return min(most, number(0...1 << number(0...bits)))
  }
}
