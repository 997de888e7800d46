import CustomDump
import Testing

@testable import tomoni

struct TextTableTests {
  @Test func `clips what is too wide, but not in the last column`() {
    let long = String(repeating: "長", count: 30)
    var table = TextTable(header: ["A", "B"])
    table.append([long, long])
    table.append(["b", "two\nlines"])
    expectNoDifference(
      table.lines,
      [
        "A" + String(repeating: " ", count: 41) + "B",
        String(repeating: "長", count: 19) + "~   " + long,
        "b" + String(repeating: " ", count: 41) + "two lines",
      ])
  }
}
