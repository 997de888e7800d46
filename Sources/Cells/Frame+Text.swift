extension Frame {
  /// What can be read: the rows without their trailing blanks.
  package var text: String {
    (0..<size.rows).map { row in
      let line = (0..<size.columns).map { self[row, $0].text }.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// The whole frame for a test to compare: each row closed by `|`, `^` before the cell of the
  /// cursor, and `{s:…}` around what has a role other than plain or a ground.
  ///
  /// The small letter is the first of the role's name, d for what is underway; the capital that of
  /// the ground's, N for a banner.
  package var golden: String {
    (0..<size.rows).map(goldenRow).joined(separator: "\n")
  }

  private func goldenRow(_ row: Int) -> String {
    var line = ""
    var open = ""
    for column in 0..<size.columns {
      let cell = self[row, column]
      let sign = cell.role.sign + cell.ground.sign
      if sign != open {
        if !open.isEmpty { line += "}" }
        if !sign.isEmpty { line += "{\(sign):" }
        open = sign
      }
      if cursor == Position(row: row, column: column) { line += "^" }
      line += cell.text
    }
    return line + (open.isEmpty ? "|" : "}|")
  }
}

extension Role {
  fileprivate var sign: String {
    switch self {
    case .plain: ""
    case .underway: "d"
    default: String("\(self)".prefix(1))
    }
  }
}

extension Ground {
  fileprivate var sign: String {
    switch self {
    // The bars are where they are in every frame.
    case .none, .bar: ""
    case .banner: "N"
    default: "\(self)".prefix(1).uppercased()
    }
  }
}
