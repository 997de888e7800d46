/// Finds the codes of a catalogue by their bytes, without making a text of them.
package final class CodeTable: Sendable {
  private let codes: [[UInt8]]
  /// Places in `codes` by the hash of the code, `free` where there is none; a code whose place is taken
  /// stands in the next one that is free.
  private let slots: [Int32]

  private static let free: Int32 = -1

  package init(_ catalogue: Catalogue) {
    codes = catalogue.codes.map { Array($0.utf8) }
    var size = 8
    while size < codes.count * 2 { size *= 2 }
    var slots = [Int32](repeating: Self.free, count: size)
    for (index, code) in codes.enumerated() {
      var slot = Self.hash(code.span) & (size - 1)
      while slots[slot] != Self.free { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(index)
    }
    self.slots = slots
  }

  /// Where a code stands in its catalogue; nil for what is none of its codes.
  package func index(of code: Span<UInt8>) -> Int? {
    var slot = Self.hash(code) & (slots.count - 1)
    while slots[slot] != Self.free {
      let index = Int(slots[slot])
      let known = codes[index]
      if Self.isSame(known.span, code) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func isSame(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where a[index] != b[index] { return false }
    return true
  }

  /// FNV-1a, kept positive.
  private static func hash(_ code: Span<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in code.indices { hash = (hash ^ UInt32(code[index])) &* 16_777_619 }
    return Int(hash)
  }
}
