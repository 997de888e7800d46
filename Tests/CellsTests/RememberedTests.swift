import Cells
import TestSupport
import Testing

@Suite struct `A remembered line` {
  private func frame(_ remembered: Remembered, columns: Int = 10) -> Frame {
    Frame(size: Size(rows: 2, columns: columns), width: .system, remembered: remembered)
  }

  private func put(_ text: String, from source: Int, row: Int, into frame: inout Frame) {
    let line = frame.region.line(row)
    frame.draw(line, at: "line", from: source) { $0.put(text, at: line.origin) }
  }

  @Test func `is taken over in any row while its source is equal`() {
    let remembered = Remembered()
    var first = frame(remembered)
    put("日本 a", from: 1, row: 0, into: &first)
    var second = frame(remembered)
    put("never drawn", from: 1, row: 1, into: &second)
    #expect(second.text == "\n日本 a" && remembered.made == 1)
    var third = frame(remembered)
    put("new", from: 2, row: 0, into: &third)
    #expect(third.text == "new\n" && remembered.made == 2)
  }

  @Test func `is drawn again in another length and with another kind of source`() {
    let remembered = Remembered()
    var first = frame(remembered)
    put("1234567890", from: 1, row: 0, into: &first)
    var wide = frame(remembered, columns: 12)
    put("123456789012", from: 1, row: 0, into: &wide)
    #expect(wide.text == "123456789012\n")
    let line = first.region.line(1)
    first.draw(line, at: "line", from: "1") { $0.put("text", at: line.origin) }
    #expect(first.text == "1234567890\ntext")
  }

  @Test func `is forgotten where nobody asks for it`() {
    let remembered = Remembered()
    for round in 0..<50 {
      remembered.turn(over: 3)
      for slot in 0..<4 { _ = remembered.value(at: round * 10 + slot, from: 1) { slot } }
      // What is asked for in each round is made once.
      _ = remembered.value(at: "kept", from: 1) { 0 }
    }
    #expect(remembered.count <= 10 && remembered.made == 50 * 4 + 1)
  }
}
