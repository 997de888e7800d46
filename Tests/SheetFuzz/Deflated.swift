/// Deflates texts in which one piece comes again and again, without a library: a kilobyte for each megabyte.
struct Deflated {
  private(set) var bytes: [UInt8] = []
  /// What it comes to.
  private(set) var count = 0
  private var bits: UInt64 = 0
  private var width: UInt64 = 0

  static func run(_ open: String, _ unit: String, times: Int, _ close: String) -> Deflated {
    var stream = Deflated()
    // One block with the fixed codes.
    stream.add(0b011, 3)
    for byte in open.utf8 { stream.literal(byte) }
    let unit = Array(unit.utf8)
    for byte in unit { stream.literal(byte) }
    var left = unit.count * (times - 1)
    while left >= 258 {
      stream.copy258(from: unit.count)
      left -= 258
    }
    let start = (unit.count * max(0, times - 1) - max(0, left)) % unit.count
    for index in 0..<max(0, left) { stream.literal(unit[(start + index) % unit.count]) }
    for byte in close.utf8 { stream.literal(byte) }
    stream.code(0, 7)
    stream.add(0, 7)
    return stream
  }

  private mutating func add(_ value: Int, _ length: Int) {
    bits |= UInt64(value) << width
    width += UInt64(length)
    while width >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      width -= 8
    }
  }

  /// A code of Huffman's, whose bits come the other way round.
  private mutating func code(_ value: Int, _ length: Int) {
    for place in (0..<length).reversed() { add(value >> place & 1, 1) }
  }

  private mutating func literal(_ byte: UInt8) {
    count += 1
    if byte < 144 { code(0x30 + Int(byte), 8) } else { code(0x190 + Int(byte) - 144, 9) }
  }

  /// 258 bytes once more from `distance` back.
  private mutating func copy258(from distance: Int) {
    count += 258
    code(0b1100_0101, 8)
    var symbol = 0
    var base = 1
    var extra = 0
    // The distances of each symbol: 1, 2, 3, 4, 5-6, 7-8, 9-12 …
    while distance >= base + 1 << extra {
      base += 1 << extra
      symbol += 1
      extra = max(0, symbol / 2 - 1)
    }
    code(symbol, 5)
    add(distance - base, extra)
  }
}
