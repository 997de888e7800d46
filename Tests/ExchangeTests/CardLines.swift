import Casework
import Exchange
import Labels

/// Cards as the lines of a file, told as the store tells records.
struct CardLines {
  let kind: RecordKind
  let columns: [FieldFacts]
  let words: Words

  init(_ kind: RecordKind, columns: [FieldFacts], words: Words) {
    (self.kind, self.columns, self.words) = (kind, columns, words)
  }

  var header: String { CSVWriter(kind, columns: columns, words: words) { _ in }.header }

  func line(_ card: Card) throws -> String {
    let text = Text()
    let writer = CSVWriter(kind, columns: columns, words: words) { text.bytes += $0 }
    try tell(card, to: writer)
    try writer.finish()
    return text.string
  }

  func json(_ cards: [Card]) throws -> String {
    let text = Text()
    let writer = CardJSONWriter(kind, columns: columns) { text.bytes += $0 }
    for card in cards { try tell(card, to: writer) }
    try writer.finish()
    return text.string
  }

  private func tell(_ card: Card, to sink: some FieldSink) throws {
    sink.begin(number: card.number.utf8.span)
    for (column, field) in columns.enumerated() {
      sink.tell(column, card.shown(field.name), of: field.shape)
    }
    try sink.end { card }
  }

  private final class Text {
    var bytes: [UInt8] = []
    var string: String { String(decoding: bytes, as: UTF8.self) }
  }
}
