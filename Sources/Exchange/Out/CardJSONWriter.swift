package import Casework

/// Writes records as an array of JSON, each as `JSONValue` has a card, on a line of its own.
package final class CardJSONWriter: FieldSink {
  package let wantsNames = false
  private let hasOwnNumber: Bool
  /// What stands before the value of each column.
  private let names: [[UInt8]]
  /// The codes of each column, in quotes.
  private let codes: [[[UInt8]]]
  private var output: BufferedOutput
  private var isEmpty = true

  /// - Parameters:
  ///   - columns: in their order; the record's number comes first where it is no field.
  ///   - write: is given the text, much at a time.
  package init(
    _ kind: RecordKind, columns: [FieldFacts], to write: @escaping ([UInt8]) throws -> Void
  ) {
    let hasOwnNumber = RecordDescription.of(kind)[\Case.number] != nil
    self.hasOwnNumber = hasOwnNumber
    names = columns.enumerated().map { place, field in
      Array("\(place > 0 || !hasOwnNumber ? ", " : "")\(JSONText.quoted(field.name)): ".utf8)
    }
    codes = columns.map { field in
      guard case .choice(let catalogue) = field.shape else { return [] }
      return catalogue.codes.map { Array(JSONText.quoted($0).utf8) }
    }
    output = BufferedOutput(write)
  }

  package func begin(number: Span<UInt8>) {
    output.bytes += (isEmpty ? "[\n{" : ",\n{").utf8
    isEmpty = false
    guard !hasOwnNumber else { return }
    output.bytes += "\"number\": ".utf8
    JSONText.append(number, to: &output.bytes)
  }

  package func text(_ column: Int, _ text: Span<UInt8>) {
    output.bytes += names[column]
    JSONText.append(text, to: &output.bytes)
  }

  package func code(_ column: Int, _ index: Int) {
    output.bytes += names[column]
    output.bytes += codes[column][index]
  }

  package func link(
    _ column: Int, _ address: RecordAddress, number: Span<UInt8>, title: Span<UInt8>,
    reading: Span<UInt8>
  ) {
    output.bytes += names[column]
    JSONText.append(number.isEmpty ? title : number, to: &output.bytes)
  }

  package func value(_ column: Int, _ value: FieldValue) {
    output.bytes += names[column]
    switch value {
    case .absent: output.bytes += Self.null
    case .number(let number): output.bytes.append(decimal: number)
    case .date(let date):
      output.bytes.append(Self.quote)
      output.bytes.append(date)
      output.bytes.append(Self.quote)
    default: output.bytes += JSONValue(value).text.utf8
    }
  }

  package func end(_ card: () throws -> Card) throws {
    output.bytes.append(UInt8(ascii: "}"))
    try output.writeIfMuch()
  }

  /// Writes what is left and closes the array.
  package func finish() throws {
    output.bytes += (isEmpty ? "[]\n" : "\n]\n").utf8
    try output.write()
  }

  private static let null = Array("null".utf8)
  private static let quote = UInt8(ascii: "\"")
}
