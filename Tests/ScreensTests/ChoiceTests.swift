import Casework
import Cells
import DeskWorld
import Screens
import Testing
import Widgets

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

  @Test func `is emptied by Backspace in its list while nothing is typed there`() {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.type("2a")
    harness.go(to: "nationality")
    harness.type("united st<Enter>")
    let chosen = harness.form?.view.focused?.kind
    harness.type(" x<BS>")
    #expect(harness.form == nil)
    harness.type("<BS>")
    #expect(harness.form?.view.focused?.kind != chosen)
    harness.type("<Ctrl-S>")
    #expect(harness.changes.last?.values["nationality"] == nil)
  }
}
