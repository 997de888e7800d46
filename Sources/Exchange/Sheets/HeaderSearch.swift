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
      let best = most > max(1, counts[0]) ? counts.firstIndex(of: most) ?? 0 : 0
      candidates.removeFirst(max(0, best - 1))
      let above = best > 0 ? candidates.removeFirst() : nil
      candidates[0] = candidates[0].under(above, known)
      if candidates.count > 1, candidates[0].isBand(over: candidates[1], known) {
        let band = candidates.removeFirst()
        candidates[0] = candidates[0].under(band, known)
      }
    }
    let found = candidates.first ?? first
    let cells = found.cells.compactMap(\.self)
    // A bell or two in a heading are passed over; a heading of signs is none.
    let plain = cells.map(\.withoutSigns)
    guard cells.count == found.cells.count, !cells.contains(where: { $0.contains("\u{1B}") }),
      zip(cells, plain).allSatisfy({ $0.hasText == $1.hasText && $1.count * 2 >= $0.count })
    else { throw .unreadableHeader }
    return Header(cells: plain, row: found.row, end: found.end)
  }

  private struct Candidate {
    let cells: [String?]
    let row: Int
    let end: Int

    /// With the headings that are merged with the row above, where alone they stand.
    func under(_ above: Candidate?, _ known: ([String]) -> Int) -> Candidate {
      guard let above, above.row == row - 1 else { return self }
      var cells = cells
      for (index, cell) in cells.enumerated() where cell?.hasText == false {
        if above.cells.indices.contains(index), let heading = above.cells[index],
          known([heading]) > 0
        {
          cells[index] = heading
        }
      }
      return Candidate(cells: cells, row: row, end: end)
    }

    /// Whether the next row has headings exactly where this one goes on over several columns, and
    /// none where this one has them: 氏名 | 連絡先 | over nothing | 電話 | メール.
    func isBand(over next: Candidate, _ known: ([String]) -> Int) -> Bool {
      guard next.row == row + 1, next.cells.count == cells.count else { return false }
      let merged = next.under(self, known)
      let blanks = next.cells.count { $0?.hasText == false }
      return blanks > 0 && merged.cells.allSatisfy { $0?.hasText == true }
        && known(merged.cells.compactMap(\.self)) > known(cells.compactMap(\.self))
    }
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
