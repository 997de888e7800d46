import Synchronization

/// The lines `key<TAB>text` of one file of `Resources/Labels`, in the order of their keys' bytes.
///
/// Nothing is read in advance: a key is found by halving the text, so that a program that shows ten
/// words does not pay for two thousand; what was found is remembered for the next painting.
final class LabelTable: Sendable {
  private let text: String
  private let known = Mutex<[String: String?]>([:])

  init(_ text: String) { self.text = text }

  /// The text of `key`, with its line breaks; nil where the table has no such key.
  func text(of key: String) -> String? {
    if let text = known.withLock({ $0[key] }) { return text }
    let text = find(key)
    known.withLock { $0[key] = .some(text) }
    return text
  }

  private func find(_ key: String) -> String? {
    let bytes = text.utf8.span
    let key = key.utf8.span
    var low = 0
    var high = bytes.count
    while low < high {
      var start = low + (high - low) / 2
      while start > low, bytes[start - 1] != Self.newline { start -= 1 }
      switch Self.order(of: key, against: bytes, at: start) {
      case .here(let textStart): return text(from: textStart, in: bytes)
      case .before: high = start
      case .after:
        low = start
        while low < high, bytes[low] != Self.newline { low += 1 }
        low += 1
      }
    }
    return nil
  }

  /// Every key in its order.
  var keys: [String] {
    text.utf8.split(separator: Self.newline).filter { $0.first != UInt8(ascii: "#") }
      .compactMap { String($0.prefix { $0 != Self.tab }) }
  }

  /// Where a key stands, seen from a line.
  private enum Order {
    case before, after
    /// It is this line's, whose text starts at the offset.
    case here(Int)
  }

  private static func order(of key: Span<UInt8>, against bytes: Span<UInt8>, at start: Int) -> Order
  {
    for index in 0..<key.count {
      guard start + index < bytes.count else { return .after }
      let byte = bytes[start + index]
      // The tab behind a key and the end of a line are smaller than every byte of a key.
      if byte != key[index] { return byte < key[index] ? .after : .before }
    }
    let end = start + key.count
    return end < bytes.count && bytes[end] == tab ? .here(end + 1) : .before
  }

  private func text(from start: Int, in bytes: Span<UInt8>) -> String {
    var end = start
    var hasEscape = false
    while end < bytes.count, bytes[end] != Self.newline {
      hasEscape = hasEscape || bytes[end] == Self.backslash
      end += 1
    }
    let line = text.utf8
    let found = text[
      line.index(line.startIndex, offsetBy: start)..<line.index(line.startIndex, offsetBy: end)]
    guard hasEscape else { return String(found) }
    return found.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
  }

  private static let newline = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")
  private static let backslash = UInt8(ascii: "\\")
}
