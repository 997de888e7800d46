/// Takes the fields of records as the store reads them, where so many leave it that a card of each would
/// be most of the work.
///
/// Between `begin` and `end` each column is told once, in its order. Text is UTF-8 without a zero byte
/// and is there only during the call.
package protocol FieldSink: AnyObject {
  /// Whether references are told by name too; else by their number alone.
  var wantsNames: Bool { get }

  /// A record begins, with the number staff use.
  func begin(number: Span<UInt8>)
  func text(_ column: Int, _ text: Span<UInt8>)
  /// - Parameter index: of the code in its catalogue.
  func code(_ column: Int, _ index: Int)
  /// A reference, called as a `Link` is.
  func link(
    _ column: Int, _ address: RecordAddress, number: Span<UInt8>, title: Span<UInt8>,
    reading: Span<UInt8>)
  /// Any other value, or none; a day of birth no more exactly than it is known.
  func value(_ column: Int, _ value: FieldValue)
  /// The record ends.
  ///
  /// - Parameter card: makes a card of it, for the few that need more than their columns.
  func end(_ card: () throws -> Card) throws

  /// Whether the same records are to be told once more: by default they are not.
  func wantsAgain() throws -> Bool
}

extension FieldSink {
  package func wantsAgain() throws -> Bool { false }

  /// Tells a value of a card.
  package func tell(_ column: Int, _ value: FieldValue, of shape: Shape) {
    switch value {
    case .text(let text): self.text(column, text.utf8.span)
    case .code(let code):
      if case .choice(let catalogue) = shape, let index = catalogue.codes.firstIndex(of: code) {
        self.code(column, index)
      } else {
        self.value(column, value)
      }
    case .link(let link):
      self.link(
        column, link.address, number: link.number.utf8.span, title: link.title.utf8.span,
        reading: link.reading.utf8.span)
    default: self.value(column, value)
    }
  }
}
