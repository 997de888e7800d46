extension Frame {
  /// What can be read: the rows without their trailing blanks.
  package var text: String {
    (0..<size.rows).map { row in
      let line = (0..<size.columns).map { self[row, $0].text }.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// The whole frame for a test to compare: each row closed by `|`, `^` before the cell of the
  /// cursor, and `{s:…}` around what has a role other than plain.
  ///
  /// The letter is the first of the role's name: heading, muted, accent, warning, error,
  /// selected, field.
  package var golden: String {
    (0..<size.rows).map(goldenRow).joined(separator: "\n")
  }

  private func goldenRow(_ row: Int) -> String {
    var line = ""
    var role = Role.plain
    for column in 0..<size.columns {
      let cell = self[row, column]
      if cell.role != role {
        if role != .plain { line += "}" }
        if cell.role != .plain { line += "{\(cell.role.rawValue.prefix(1)):" }
        role = cell.role
      }
      if cursor == Position(row: row, column: column) { line += "^" }
      line += cell.text
    }
    return line + (role == .plain ? "|" : "}|")
  }
}
