import Cells
import TestSupport
import Testing

@Suite struct `A frame` {
  @Test func `has at least one cell and keeps its cursor inside`() {
    var frame = Frame(size: Size(rows: 0, columns: -5), width: .system)
    frame.cursor = Position(row: 7, column: -2)
    #expect(frame.size == Size(rows: 1, columns: 1))
    #expect(frame.cursor == Position(row: 0, column: 0))
    #expect(frame.cells == [.blank])
  }

  @Test func `is equal by what is seen`() {
    let size = Size(rows: 1, columns: 3)
    var one = Frame(size: size, width: .system)
    let other = Frame(size: size, width: CellWidth { _ in 1 })
    #expect(one == other)
    one.showsCursor = true
    #expect(one != other)
  }

  @Test func `reads as text without trailing blanks`() {
    var frame = Frame(size: Size(rows: 3, columns: 8), width: .system)
    frame.put("世帯 A", at: Position(row: 0, column: 1))
    frame.put("終", at: Position(row: 2, column: 6))
    #expect(frame.text == " 世帯 A\n\n      終")
  }

  @Test func `shows cursor and roles in its golden text`() {
    var frame = Frame(size: Size(rows: 3, columns: 9), width: .system)
    frame.put("1今日", at: Position(row: 0, column: 0), role: .accent)
    frame.put("誤り", at: Position(row: 1, column: 5), role: .error)
    frame.setRole(.heading, in: Region(row: 2, column: 0, rows: 1, columns: 2))
    frame.cursor = Position(row: 1, column: 7)
    #expect(
      frame.golden == """
        {a:1今日}    |
             {e:誤^り}|
        {h:  }       |
        """)
  }

  @Test func `names each role by a letter of its own`() {
    let letters = Role.allCases.dropFirst().map { role in
      var frame = Frame(size: Size(rows: 1, columns: 1), width: .system)
      frame.put("x", at: Position(row: 0, column: 0), role: role)
      return frame.golden
    }
    #expect(Set(letters).count == letters.count)
  }
}

@Suite struct `A region` {
  @Test func `counts places and lines from its corner`() {
    let region = Region(row: 2, column: 3, rows: 4, columns: 10)
    #expect(region.position(row: 1, column: 2) == Position(row: 3, column: 5))
    #expect(region.line(3) == Region(row: 5, column: 3, rows: 1, columns: 10))
    #expect(
      region.inset(top: 1, left: 2, bottom: 1, right: 3)
        == Region(row: 3, column: 5, rows: 2, columns: 5))
  }

  @Test func `never has less than no cells`() {
    let region = Region(row: 0, column: 0, rows: 2, columns: 2).inset(top: 3, right: 9)
    #expect(region.size == Size(rows: 0, columns: 0))
  }
}
