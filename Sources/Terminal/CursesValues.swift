import Cells
import CNcurses

extension Size {
  init(_ size: CursesSize) {
    self.init(rows: Int(size.rows), columns: Int(size.columns))
  }
}

extension CursesLook {
  init(_ style: CellStyle) {
    self.init(
      ink: style.ink.map(Int16.init) ?? -1, paper: style.paper.map(Int16.init) ?? -1,
      bold: style.isBold, dim: style.isDim, underlined: style.isUnderlined,
      reversed: style.isReversed)
  }
}

extension TerminalFacts {
  init(_ answer: CursesAnswer, colours: Int) {
    func level(_ value: UInt16) -> Double { Double(value) / 0xFFFF }
    let background =
      answer.has_background
      ? Colour(red: level(answer.red), green: level(answer.green), blue: level(answer.blue)) : nil
    self.init(
      colours: colours, lineColumns: answer.line_columns > 0 ? Int(answer.line_columns) : nil,
      background: background, delay: Int(answer.delay))
  }
}
