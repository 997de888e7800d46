internal import Cells
internal import Labels

/// Where the parts of a form stand.
struct FormRegions {
  /// The row above the fields for what must be seen before anything is done about the case.
  let warning: Region
  /// The row below it for what was said before by who asked for this.
  let told: Region
  let fields: Region
  /// Who may have been entered before, below the fields of a form that makes a case.
  let duplicates: Region

  init(_ form: RecordForm, in layout: Layout, words: Words) {
    // The row above the hints is for what is said of the form.
    let whole = (layout.isWide ? layout.list : layout.body).inset(bottom: 1)
    let below = form.duplicates == nil ? 0 : DuplicateWatch.rows(of: whole.rows)
    let above = form.warning(words).isEmpty ? 0 : 1
    let said = form.told.isEmpty ? 0 : 1
    warning = Region(row: whole.row, column: whole.column, rows: above, columns: whole.columns)
    told = Region(
      row: whole.row + above, column: whole.column, rows: said, columns: whole.columns)
    fields = whole.inset(top: above + said, bottom: below)
    duplicates = whole.inset(top: whole.rows - below)
  }
}
