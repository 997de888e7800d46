package import Casework
package import Labels
import Wording

/// The cells of a listing as text in UTF-8: what `ValueText.text` says of their values, but the words of
/// a choice are made once and not once a cell.
package struct CellBytes {
  private let texts: ValueText
  private let names: NameWriting
  private let hasPlainDates: Bool
  private let columns: [FieldFacts]
  /// The words of the codes of each column, by their place in the catalogue, once they were needed.
  private var words: [[[UInt8]?]]
  /// For each column whether the name of what it leads to is a word of a catalogue.
  private let isNamedByCode: [Bool]
  private let flags: [Bool: [UInt8]]

  package init(_ columns: [FieldFacts], _ words: Words) {
    self.columns = columns
    texts = ValueText(words)
    names = words.names
    hasPlainDates = words.dates == .iso
    self.words = columns.map { field in
      Array(repeating: nil, count: field.shape.catalogue?.codes.count ?? 0)
    }
    isNamedByCode = columns.map { field in
      guard case .reference(let kind) = field.shape else { return false }
      let description = RecordDescription.of(kind)
      return description.titleFields.first.flatMap { description[$0]?.shape.catalogue } != nil
    }
    let texts = texts
    flags = Dictionary(
      uniqueKeysWithValues: [true, false].map { flag in
        (flag, Array(texts.text(.flag(flag), of: .flag).utf8))
      })
  }

  /// The words of a choice, by the place of its code in the column's catalogue.
  package mutating func code(_ column: Int, _ index: Int) -> [UInt8] {
    if let known = words[column][index] { return known }
    let shape = columns[column].shape
    let code = shape.catalogue?.codes[index] ?? ""
    let made = Array(texts.text(.code(code), of: shape).utf8)
    words[column][index] = made
    return made
  }

  /// Appends what a value that is no text, code or reference is called.
  package func append(_ column: Int, _ value: FieldValue, to bytes: inout [UInt8]) {
    switch value {
    case .absent: break
    case .number(let number): bytes.append(decimal: number)
    case .date(let date) where hasPlainDates: bytes.append(date)
    case .flag(let flag): bytes += flags[flag] ?? []
    default: bytes += texts.text(value, of: columns[column].shape).utf8
    }
  }

  /// Appends what a reference is called.
  package func append(
    _ column: Int, _ address: RecordAddress, number: Span<UInt8>, title: Span<UInt8>,
    reading: Span<UInt8>, to bytes: inout [UInt8]
  ) {
    if isNamedByCode[column] {
      let link = Link(
        address, number: String(number), title: String(title), reading: String(reading))
      bytes += texts.text(link).utf8
      return
    }
    bytes.append(number)
    let named = bytes.count
    bytes.append(UInt8(ascii: " "))
    bytes.append(names == .kana && !reading.isEmpty ? reading : title)
    // What has no name of its own is called by its number alone.
    let name = bytes[(named + 1)...]
    if name.isEmpty || name.elementsEqual(bytes[(named - number.count)..<named]) {
      bytes.removeSubrange(named...)
    }
  }
}

extension String {
  /// - Parameter text: UTF-8.
  fileprivate init(_ text: Span<UInt8>) {
    self = unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
