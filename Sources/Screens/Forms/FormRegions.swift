internal import Cells
internal import Labels
internal import Widgets

/// Where the parts of a form stand.
struct FormRegions {
  /// The rows above the fields for what must be seen before anything is done about the case.
  let warning: Region
  /// The rows below it for what was said before by who asked for this.
  let told: Region
  let fields: Region
  /// Who may have been entered before, below the fields of a form that makes a case.
  let duplicates: Region
  /// What stands in the first two, broken into their rows.
  let warningText: LinesLayout
  let toldText: LinesLayout

  init(_ form: RecordForm, in layout: Layout, words: Words, width: CellWidth) {
    // The row above the hints is for what is said of the form.
    let whole = (layout.isWide ? layout.list : layout.body).inset(bottom: 1)
    let below = form.duplicates == nil ? 0 : DuplicateWatch.rows(of: whole.rows)
    let rest = words("form.rest")
    let columns = Self.text(in: whole).columns
    func text(_ text: String, most: Int, _ line: (String) -> LinesView.Line) -> LinesLayout {
      let lines = text.isEmpty ? [] : width.wrap(text, to: columns, most: most, rest: rest)
      return LinesLayout(lines.map(line), columns: columns, width: width)
    }
    warningText = text(
      form.warning(words), most: max(3, whole.rows / 3), LinesView.Line.banner)
    toldText = text(form.told, most: max(1, whole.rows / 6)) { .text($0, role: .accent) }
    warning = Region(
      row: whole.row, column: whole.column, rows: warningText.count, columns: whole.columns)
    told = Region(
      row: whole.row + warning.rows, column: whole.column, rows: toldText.count,
      columns: whole.columns)
    fields = whole.inset(top: warning.rows + told.rows, bottom: below)
    duplicates = whole.inset(top: whole.rows - below)
  }

  /// Where the text of a part stands in it.
  static func text(in region: Region) -> Region { region.inset(left: 1, bottom: 0, right: 1) }

  /// Draws what stands above the fields.
  func drawHead(into frame: inout Frame) {
    LinesView().draw(
      warningText, into: &frame, in: Self.text(in: warning), isFocused: false)
    LinesView().draw(toldText, into: &frame, in: Self.text(in: told), isFocused: false)
  }
}

extension CellWidth {
  /// Breaks a text into at most so many rows; where it is longer, the last says that it goes on.
  fileprivate func wrap(_ text: String, to columns: Int, most: Int, rest: String) -> [String] {
    let lines = wrap(text, to: columns)
    guard lines.count > most, most > 0 else { return lines }
    let last = clip(lines[most - 1], to: max(0, columns - self.columns(of: rest) - 1))
    return lines.prefix(most - 1) + ["\(last) \(rest)"]
  }
}
