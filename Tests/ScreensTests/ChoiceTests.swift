import Casework
import Cells
import Screens
import Testing

@Suite struct `A choice` {
  @Test(arguments: [
    ("nationality", "べいこく", "USA"), ("nationality", "united st", "USA"),
    ("nationality", "米国", "USA"), ("nationality", "ウクライナ", "UKR"),
    ("nationality", "ｳｸﾗｲﾅ", "UKR"), ("prefecture", "かながわ", "14"), ("prefecture", "kanagawa", "14"),
  ])
  func `is found by either language's label and by its reading`(
    field: String, typed: String, code: String
  ) {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.type("2a")
    harness.go(to: field)
    harness.type(typed + "<Enter>")
    harness.type("<Ctrl-S>")
    #expect(harness.changes.last?.values[field] == .code(code))
  }
}
