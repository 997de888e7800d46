/// The lines `key<TAB>text` of one file of `Resources/Labels`, in the order of their keys' bytes.
///
/// Nothing is read in advance: a key is found by halving the text, so that a program that shows ten
/// words does not pay for a thousand.
struct LabelTable: Sendable {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The text of `key`, with its line breaks; nil where the table has no such key.
  func text(of key: String) -> String? {
    let bytes = text.utf8
    let key = key.utf8
    var low = bytes.startIndex
    var high = bytes.endIndex
    while low < high {
      let middle = bytes.index(low, offsetBy: bytes.distance(from: low, to: high) / 2)
      let start = bytes[low..<middle].lastIndex(of: Self.newline).map(bytes.index(after:)) ?? low
      let end = bytes[middle..<high].firstIndex(of: Self.newline) ?? high
      let line = bytes[start..<end]
      let tab = line.firstIndex(of: Self.tab) ?? end
      if line[..<tab].elementsEqual(key) {
        return tab < end ? Self.unescaped(text[bytes.index(after: tab)..<end]) : nil
      }
      if line[..<tab].lexicographicallyPrecedes(key) {
        low = end < high ? bytes.index(after: end) : high
      } else {
        high = start
      }
    }
    return nil
  }

  /// Every key in its order.
  var keys: [String] { lines.map { String($0.prefix { $0 != "\t" }) } }

  /// Every line but the remarks.
  var lines: [Substring] { text.split(separator: "\n").filter { !$0.hasPrefix("#") } }

  private static func unescaped(_ text: Substring) -> String {
    text.utf8.contains(backslash) ? text.split(separator: "\\n", omittingEmptySubsequences: false)
      .joined(separator: "\n") : String(text)
  }

  private static let newline = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")
  private static let backslash = UInt8(ascii: "\\")
}
