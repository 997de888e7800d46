package import Cells

/// Rows that terminals are known to get wrong, which the tests draw once more to compare.
private let difficult = [
  "東京都新宿区西早稲田、国際交流会館",
  "ﾎｰﾑｽﾃｲ ｶﾞｷﾞｸﾞ half-width",
  "Nguye\u{302}\u{303}n Thi\u{323} Hoa\u{300}, e\u{301}te\u{301}",
  "𠮷野 髙﨑 葛\u{E0100}城",
  "Олена Шевченко · አበበ ቢቂላ",
  "Keihanaikukauakahihuliheekahaunaele Wolfeschlegelsteinhausenbergerdorffwelchevoraltern",
  "文字が右の端で切れないように、この行は画面の幅よりも長く、どこかで終わらなければならない。",
  "مُحَمَّد",
]

/// What the probe shows: two roles a row, the difficult rows, and text up to the last cell.
package func probeFrame(
  size: Size, events: String, notices: String = "", showsCursor: Bool = false,
  appearance: Appearance = Appearance(), width: CellWidth
) -> Frame {
  var frame = Frame(size: size, width: width, appearance: appearance)
  frame.put("Probe 見本", at: Position(row: 0, column: 0), role: .heading)
  frame.put(events, at: Position(row: 1, column: 0))
  frame.put(notices, at: Position(row: 2, column: 0), role: .warning)
  var row = 3
  for (index, role) in Role.allCases.enumerated() {
    frame.put(
      "\(role) 文字", at: Position(row: row + index / 2, column: 2 + index % 2 * 24), columns: 20,
      role: role, isPadded: true)
  }
  row += (Role.allCases.count + 1) / 2
  for text in difficult {
    frame.put(text, at: Position(row: row, column: 1))
    row += 1
  }
  let last = Position(row: size.rows - 1, column: 0)
  frame.put("角 ", at: last, alignment: .right, isPadded: true)
  frame.setGround(
    .bar, in: Region(row: last.row, column: 0, rows: 1, columns: size.columns))
  frame.cursor = Position(row: 1, column: min(events.count, size.columns - 1))
  frame.showsCursor = showsCursor
  return frame
}
