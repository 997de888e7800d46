import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

/// Where a screen reader reads and an input method composes.
@Suite struct `The cursor` {
  @Test(arguments: [
    // The mark of the selected row, in a list and in a picker.
    ("2", ">"), ("2jj", ">"), ("2<Enter><Tab>", ">"), ("2fs<Down>", ">"), ("?<Down><Down>", ">"),
    // The first letter of a box, and the answers of a question.
    ("2m", "s"), ("2r", "h"), ("8", "p"), ("q", "y"),
  ])
  func `stands hidden on what is selected`(keys: String, text: String) {
    for size in [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140)] {
      var harness = DeskHarness(size)
      harness.world.cards[.case]?[0]["status"] = .code("intake")
      harness.type(keys)
      let frame = harness.desk.draw()
      #expect(frame[frame.cursor.row, frame.cursor.column].text == text, "\(frame.golden)")
      #expect(!frame.showsCursor)
    }
  }

  @Test(arguments: ["2rn<Tab>面談", "2/面談", "2fs面談", "2fs<Down>面談", ":面談"])
  func `is seen behind the text that is typed`(keys: String) {
    var harness = DeskHarness()
    harness.type(keys)
    let frame = harness.desk.draw()
    #expect(frame.showsCursor)
    let before = (frame.cursor.column - 4..<frame.cursor.column).map {
      frame[frame.cursor.row, $0].text
    }
    #expect(before == ["面", "", "談", ""], "\(frame.golden)")
  }
}

@Suite struct `A paste` {
  @Test(arguments: ["2", "2m", "q", "2r"])
  func `is refused where no text is typed`(keys: String) {
    var harness = DeskHarness()
    harness.type(keys)
    let asked = harness.effects.count
    harness.send(.paste("yQ2j"))
    #expect(harness.desk.notice?.text == Words(.ja)("desk.pasteRefused"))
    #expect(harness.effects.count == asked)
  }

  @Test func `that is too long is refused whole, and what was typed stays`() {
    var harness = DeskHarness()
    harness.type("2rn<Tab>abc")
    harness.send(.pasteTooLong)
    #expect(harness.screen.contains("64 KB") && harness.screen.contains("abc"), "\(harness.screen)")
  }

  @Test func `is refused by a box to tick`() {
    var harness = DeskHarness()
    harness.type("2je")
    var isRefused = false
    for _ in 0..<60 where !isRefused {
      harness.send(.paste("x"))
      isRefused = harness.desk.notice?.text == Words(.ja)("desk.pasteRefused")
      if case .picker = harness.desk.overlays.last { harness.type("<Esc>") }
      if !isRefused { harness.type("<Tab>") }
    }
    #expect(isRefused)
  }

  @Test func `searches the choice it is dropped on`() {
    var harness = DeskHarness()
    harness.type("2rs")
    harness.send(.paste("日本語"))
    guard case .picker(let picker) = harness.desk.overlays.last else {
      Issue.record("no picker")
      return
    }
    #expect(picker.view.typed == "日本語")
  }
}
