import Casework
import Exchange
import Labels
import Wording

/// What each column of a sheet becomes, before anything of it is taken in.
struct MappingTable {
  private let plan: SheetPlan
  private let words: Words

  init(_ plan: SheetPlan, words: Words) {
    self.plan = plan
    self.words = words
  }

  func write(to format: TextFormat) throws {
    switch format {
    case .json: try StandardOutput.writeData(json.text + "\n")
    case .text:
      let header = TextRow(
        ["column", "heading", "becomes", "examples"].map { words("sheet.\($0)") })
      var table = TextTable(header: header)
      let rows = plan.columns.map(row)
      for row in rows { table.measure(row) }
      var bytes: [UInt8] = []
      for row in [header] + rows { table.append(row, to: &bytes) }
      try StandardOutput.writeData(bytes)
      for line in ImportReportText(ImportReport(), of: plan, words: words).sourceLines {
        try StandardOutput.writeLine(line)
      }
    }
  }

  private func row(_ column: SheetColumn) -> TextRow {
    TextRow([
      column.letters, column.heading,
      [SheetColumnText(words).use(column.use, in: plan.map.kind), column.use.stableName]
        .compactMap(\.self).joined(separator: "  "),
      column.examples.joined(separator: " / "),
    ])
  }

  private var json: JSONValue {
    .array(
      plan.columns.map { column in
        .object([
          .init("column", .string(column.letters)), .init("heading", .string(column.heading)),
          .init("field", column.use.stableName.map(JSONValue.string) ?? .null),
          .init("filled", .number(column.filled)),
          .init("examples", .array(column.examples.map(JSONValue.string))),
        ])
      })
  }
}
