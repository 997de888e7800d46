import CaseStore
import Casework
import Exchange
import Labels
import Screens

/// A list of the desk on its way into a file: its records in its order, with its columns.
struct ListFile {
  let query: ListQuery
  let columns: [FieldFacts]
  let store: CaseStore
  let words: Words

  /// So many records lie between two looks at whether it goes on.
  private static let stride = 50

  /// Says how many records there are; what their kind holds back is not among them.
  ///
  /// - Throws: `Refusal.stopped` where `progress` says so.
  func write(
    _ format: FileExport.ListFormat, to output: FileOutput, _ progress: (Int, Int) -> Bool
  ) throws -> Int {
    let total = try store.count(query, upTo: .max).value
    switch format {
    case .csv:
      // What tells a spreadsheet that the file is UTF-8.
      try output.write(CSVWriter.byteOrderMark)
      return try withoutActuallyEscaping(progress) { progress in
        let writer = CSVWriter(query.kind, columns: columns, words: words) {
          try output.write($0)
        }
        try output.write(Array(writer.header.utf8))
        let count = try tell(to: writer, total, progress)
        try writer.finish()
        return count
      }
    case .json:
      let writer = CardJSONWriter(query.kind, columns: columns) { try output.write($0) }
      let count = try tell(to: writer, total, progress)
      try writer.finish()
      return count
    case .xlsx: return try writeWorkbook(to: output, total, progress)
    }
  }

  private func tell(
    to sink: some FieldSink, _ total: Int, _ progress: (Int, Int) -> Bool
  ) throws -> Int {
    try withoutActuallyEscaping(progress) { progress in
      let counted = CountedSink(sink) { count in
        guard count % Self.stride != 0 || progress(count, total) else { throw Refusal.stopped }
      }
      return try store.tell(query, fields: columns.map(\.name), leaving: true, to: counted)
    }
  }

  private func writeWorkbook(
    to output: FileOutput, _ total: Int, _ progress: (Int, Int) -> Bool
  ) throws -> Int {
    var count = 0
    try output.fill { path, folder in
      do {
        let book = try ListWorkbook(
          path, partsIn: folder, query.kind, columns: columns, words: words,
          author: store.organisation.name, made: Instant.now.rawValue)
        try store.forEach(query, fields: columns.map(\.name), leaving: true) { card in
          book.append(card)
          count += 1
          guard count % Self.stride != 0 || progress(count, total) else { throw Refusal.stopped }
        }
        try book.close()
      } catch is Workbook.Failure {
        throw output.notWritable
      }
    }
    return count
  }
}

/// Hands on what it is told, and says after each record how many there were.
private final class CountedSink<Sink: FieldSink>: FieldSink {
  private let sink: Sink
  private let ended: (Int) throws -> Void
  private var count = 0

  init(_ sink: Sink, _ ended: @escaping (Int) throws -> Void) {
    (self.sink, self.ended) = (sink, ended)
  }

  var wantsNames: Bool { sink.wantsNames }
  func begin(number: Span<UInt8>) { sink.begin(number: number) }
  func text(_ column: Int, _ text: Span<UInt8>) { sink.text(column, text) }
  func code(_ column: Int, _ index: Int) { sink.code(column, index) }
  func link(
    _ column: Int, _ address: RecordAddress, number: Span<UInt8>, title: Span<UInt8>,
    reading: Span<UInt8>
  ) { sink.link(column, address, number: number, title: title, reading: reading) }
  func value(_ column: Int, _ value: FieldValue) { sink.value(column, value) }

  func end(_ card: () throws -> Card) throws {
    try sink.end(card)
    count += 1
    try ended(count)
  }

  func wantsAgain() throws -> Bool {
    count = 0
    return try sink.wantsAgain()
  }
}
