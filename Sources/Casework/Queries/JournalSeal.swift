/// The MAC of an entry of the journal, as it was written down outside the store.
package struct JournalSeal: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Nil for what is not 64 hexadecimal digits.
  package init?(_ text: String) {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == 64, !digits.contains(nil) else { return nil }
    let numbers = digits.compactMap { $0.map(UInt8.init) }
    bytes = stride(from: 0, to: 64, by: 2).map { numbers[$0] << 4 | numbers[$0 + 1] }
  }

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package var text: String { bytes.hexadecimal }
}

extension Sequence<UInt8> {
  /// Two digits for each byte.
  package var hexadecimal: String {
    map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
