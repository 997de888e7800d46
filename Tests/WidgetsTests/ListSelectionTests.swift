import Cells
import Testing
import Widgets

@Suite struct `The selection of a list` {
  @Test(arguments: [
    (ListSelection.Step.up, 9, 5..<15), (.down, 11, 5..<15), (.halfPageUp, 5, 5..<15),
    (.halfPageDown, 15, 6..<16), (.pageUp, 0, 0..<10), (.pageDown, 20, 11..<21),
    (.first, 0, 0..<10), (.last, 99, 90..<100),
  ])
  func `moves with its view behind it`(
    step: ListSelection.Step, index: Int, visible: Range<Int>
  ) {
    var selection = ListSelection(count: 100, index: 14)
    selection.move(.up, visibleRows: 10)
    for _ in 0..<3 { selection.move(.up, visibleRows: 10) }
    #expect(selection.index == 10 && selection.visible(rows: 10) == 5..<15)

    selection.move(step, visibleRows: 10)
    #expect(selection.index == index)
    #expect(selection.visible(rows: 10) == visible)
  }

  @Test func `stays in a list that shrinks, grows or empties`() {
    var selection = ListSelection(count: 30, index: 29)
    selection.count = 5
    #expect(selection.index == 4)
    #expect(selection.visible(rows: 10) == 0..<5)
    selection.count = -1
    #expect(selection.index == 0)
    #expect(selection.visible(rows: 10) == 0..<0)
    selection.move(.last, visibleRows: 10)
    selection.move(.down, visibleRows: 0)
    #expect(selection.index == 0)
    selection.count = 3
    #expect(selection.visible(rows: 2) == 0..<2)
  }

  @Test func `is always in view, whatever the height`() {
    for count in 1...12 {
      for index in 0..<count {
        for rows in 1...14 {
          let visible = ListSelection(count: count, index: index).visible(rows: rows)
          #expect(visible.contains(index))
          #expect(visible.count == min(rows, count))
        }
      }
    }
  }

  @Test func `knows the keys that mean the same in every list`() {
    let keys: [Key] = [
      .up, .down, .control("p"), .control("n"), .pageUp, .pageDown, .home, .end, .tab,
      .character("j"),
    ]
    #expect(
      keys.map(ListSelection.Step.init) == [
        .up, .down, .up, .down, .pageUp, .pageDown, .first, .last, nil, nil,
      ])
  }
}
