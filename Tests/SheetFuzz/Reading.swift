import Casework
import Exchange
import Foundation

/// Reads an input through all the layers that a sheet goes through before the store.
struct Reading {
  private(set) var sheets = 0
  private(set) var refused = 0
  private(set) var rows = 0
  private(set) var values = 0

  mutating func read(_ input: Input) {
    do {
      let known = Self.known.value(of: input.kind) {
        Known(count: KnownHeaders(of: input.kind).count)
      }
      let sheet = try SheetReader.read(input.bytes, SheetOptions(known: known.count))
      let map = try ColumnMap(header: sheet.header, description: .of(input.kind))
      let reader = RowReader(map, ColumnDates(sheet, map))
      sheets += 1
      for row in sheet.rows {
        let read = reader.row(row)
        rows += 1
        values += read.values.count + read.parts.count
      }
    } catch {
      refused += 1
    }
  }

  private struct Known: Sendable {
    let count: @Sendable ([String]) -> Int
  }
  private static let known = MadeOnce<RecordKind, Known>()
}
