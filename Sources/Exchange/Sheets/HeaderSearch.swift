/// Finds the row of the headers: above it stand the title of the sheet, the day it was printed, and bands
/// over several columns.
struct HeaderSearch {
  struct Header {
    let cells: [String]
    /// As the spreadsheet counts.
    let row: Int
    /// Where the next record begins.
    let end: Int
  }

  private let table: TableText
  private let start: SheetTextReader.Start
  /// How many rows with text are looked at.
  private static let depth = 15

  init(_ table: TableText, from start: SheetTextReader.Start) {
    self.table = table
    self.start = start
  }

  /// - Parameter known: how many of these are headers of the kind; nil to take the first row.
  func header(_ known: (([String]) -> Int)?) throws(SheetProblem) -> Header {
    var candidates = try candidates(known == nil ? 1 : Self.depth)
    guard let first = candidates.first else { throw .empty }
    if let known {
      let counts = candidates.map { known($0.cells.compactMap(\.self)) }
      // A row of the table may hold a word that is a header too; the headers are more of them.
      let most = counts.max() ?? 0
      if most > max(1, counts[0]), let best = counts.firstIndex(of: most) {
        candidates.removeFirst(best)
      }
    }
    let found = candidates.first ?? first
    let cells = found.cells.compactMap(\.self)
    guard cells.count == found.cells.count, !cells.contains(where: \.holdsSigns) else {
      throw .unreadableHeader
    }
    return Header(cells: cells, row: found.row, end: found.end)
  }

  private struct Candidate {
    let cells: [String?]
    let row: Int
    let end: Int
  }

  private func candidates(_ count: Int) throws(SheetProblem) -> [Candidate] {
    var reader = RecordReader(
      table.content, separator: table.separator, at: start.position, after: start.row)
    var found: [Candidate] = []
    while found.count < count {
      let record: [ArraySlice<UInt8>]?
      do throws(SheetProblem) {
        record = try reader.next()
      } catch  where !found.isEmpty {
        // What is wrong further down is said where the rows are read.
        break
      }
      guard let record else { break }
      let cells = record.map(table.cell)
      guard cells.contains(where: { $0?.hasText != false }) else { continue }
      found.append(Candidate(cells: cells, row: reader.row, end: reader.position))
    }
    return found
  }
}
