import CSheets

/// A chart of cells that lie below each other on a sheet.
struct WorkbookChart {
  enum Kind { case bars, columns, funnel }

  var kind: Kind
  var title: String
  /// What it shows, for who cannot see it.
  var description: String
  var rows: ClosedRange<Int>
  var names: Int
  var values: Int
  var valuesName: String
  /// The column of the period before, and what it is called.
  var before: (column: Int, name: String)?
  /// Where its upper left corner is.
  var row: Int
  var column: Int

  /// As C takes it, for as long as `body` runs.
  func withC(_ body: (UnsafePointer<sheets_chart>) -> Void) {
    let lines = rows.count * (before == nil ? 1 : 2)
    let height = kind == .columns ? 260 : max(200, 110 + lines * 22)
    unsafe SheetText.plain(title).withCString { title in
      // A description longer than this is no help, and spreadsheets take no longer one.
      unsafe SheetText.plain(String(description.prefix(250))).withCString { description in
        unsafe valuesName.withCString { valuesName in
          unsafe (before?.name ?? "").withCString { beforeName in
            var chart = unsafe sheets_chart(
              kind: kind.c, title: title, description: description,
              first_row: UInt32(rows.lowerBound), last_row: UInt32(rows.upperBound),
              names: UInt16(names), values: UInt16(values),
              before: Int32(before?.column ?? -1), values_name: valuesName,
              before_name: before == nil ? nil : beforeName, row: UInt32(row),
              column: UInt16(column), width: 620, height: UInt32(height))
            unsafe body(&chart)
          }
        }
      }
    }
  }
}

extension WorkbookChart.Kind {
  fileprivate var c: sheets_chart_kind {
    switch self {
    case .bars: SHEETS_BARS
    case .columns: SHEETS_COLUMNS
    case .funnel: SHEETS_FUNNEL
    }
  }
}
