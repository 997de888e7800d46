import Cells
import TestSupport
import Testing
import Widgets

@Suite struct `A picker` {
  @Test func `draws in Japanese`() {
    #expect(
      golden(.small) { japanese.draw(into: &$0, in: $1.inset(top: 2)) } == """
                                                |
                                                |
        {r:--}{h: 受入家庭 }{r:----------------------------}|
        {r:|} > {f:佐藤^                              } {r:|}|
        {r:----------------------------------------}|
        {r:|} {h:神奈川県}                             {r:|}|
        {r:|} {aS:>}{S: 佐藤 家 (横浜)              }{mS:H-0021} {r:|}|
        {r:|}   {m:丸山 家 (川崎)}  {m:受入中です}  {m:H-0007} {r:|}|
        {r:|} {h:東京都}                               {r:|}|
        {r:----------------------------------------}|
        """)
    #expect(
      golden(.medium) { japanese.draw(into: &$0, in: $1.inset(top: 2)) } == """
                                                                    |
                                                                    |
        {r:--}{h: 受入家庭 }{r:------------------------------------------------}|
        {r:|} > {f:佐藤^                                                  } {r:|}|
        {r:------------------------------------------------------------}|
        {r:|} {h:神奈川県}                                                 {r:|}|
        {r:|} {aS:>}{S: 佐藤 家 (横浜)                                  }{mS:H-0021} {r:|}|
        {r:|}   {m:丸山 家 (川崎)}                      {m:受入中です}  {m:H-0007} {r:|}|
        {r:|} {h:東京都}                                                   {r:|}|
        {r:|}   ジョンソン・髙橋・フェルナンデス 家 (世田谷)    {m:H-0100} {r:|}|
        {r:|}   Nguyễn 家                                       {m:H-0101} {r:|}|
        {r:------------------------------------------------------------}|
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
        """)
    #expect(
      golden(.standard) { japanese.draw(into: &$0, in: $1.inset(top: 2)) } == """
                                                                                        |
                                                                                        |
            {r:--}{h: 受入家庭 }{r:------------------------------------------------------------}    |
            {r:|} > {f:佐藤^                                                              } {r:|}    |
            {r:------------------------------------------------------------------------}    |
            {r:|} {h:神奈川県}                                                             {r:|}    |
            {r:|} {aS:>}{S: 佐藤 家 (横浜)                                              }{mS:H-0021} {r:|}    |
            {r:|}   {m:丸山 家 (川崎)}                                  {m:受入中です}  {m:H-0007} {r:|}    |
            {r:|} {h:東京都}                                                               {r:|}    |
            {r:|}   ジョンソン・髙橋・フェルナンデス 家 (世田谷)                {m:H-0100} {r:|}    |
            {r:|}   Nguyễn 家                                                   {m:H-0101} {r:|}    |
            {r:------------------------------------------------------------------------}    |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
        """)
  }

  @Test func `draws in English`() {
    #expect(
      golden(.small) { english.draw(into: &$0, in: $1) } == """
        {r:--}{h: Commands }{r:----------------------------}|
        {r:|} > {f:^                                  } {r:|}|
        {r:----------------------------------------}|
        {r:|} {aS:>}{S: Log a homestay                 }{mS:r h} {r:|}|
        {r:|}   {m:Mark the status}  {m:Closed cases ~}  {m:m} {r:|}|
        {r:|}   Switch language                {m:t l} {r:|}|
        {r:----------------------------------------}|
                                                |
                                                |
                                                |
        """)
    #expect(
      golden(.medium) { english.draw(into: &$0, in: $1) } == """
        {r:--}{h: Commands }{r:------------------------------------------------}|
        {r:|} > {f:^                                                      } {r:|}|
        {r:------------------------------------------------------------}|
        {r:|} {aS:>}{S: Log a homestay                                     }{mS:r h} {r:|}|
        {r:|}   {m:Mark the status}          {m:Closed cases are read only}  {m:m} {r:|}|
        {r:|}   Switch language                                    {m:t l} {r:|}|
        {r:------------------------------------------------------------}|
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
        """)
    #expect(
      golden(.standard) { english.draw(into: &$0, in: $1) } == """
            {r:--}{h: Commands }{r:------------------------------------------------------------}    |
            {r:|} > {f:^                                                                  } {r:|}    |
            {r:------------------------------------------------------------------------}    |
            {r:|} {aS:>}{S: Log a homestay                                                 }{mS:r h} {r:|}    |
            {r:|}   {m:Mark the status}                      {m:Closed cases are read only}  {m:m} {r:|}    |
            {r:|}   Switch language                                                {m:t l} {r:|}    |
            {r:------------------------------------------------------------------------}    |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
        """)
  }

  @Test func `keeps its size and says so when nothing matches`() {
    var picker = japanese
    picker.items = []
    #expect(
      golden(.small) { picker.draw(into: &$0, in: $1) } == """
        {r:--}{h: 受入家庭 }{r:----------------------------}|
        {r:|} > {f:佐藤^                              } {r:|}|
        {r:----------------------------------------}|
        {r:|}   {m:該当する家庭はありません}           {r:|}|
        {r:|}                                      {r:|}|
        {r:|}                                      {r:|}|
        {r:|}                                      {r:|}|
        {r:|}                                      {r:|}|
        {r:|}                                      {r:|}|
        {r:----------------------------------------}|
        """)
  }

  @Test func `grows with the items it is given`() {
    var picker = PickerView(title: "", items: [])
    picker.items = (1...3).map { .init(label: "\($0)") }
    let shown = golden(.small) { picker.draw(into: &$0, in: $1) }
    #expect((1...3).allSatisfy { shown.contains("\($0)") })
  }

  @Test func `types into its line and takes what is selected`() {
    let region = Size.standard.region
    var picker = japanese
    let responses = [Key.character("家"), .backspace, .left, .home, .escape, .tab].map {
      picker.update($0, in: region)
    }
    #expect(responses == [.filtered, .filtered, .moved, .moved, .ignored, .ignored])

    let pasted = picker.paste("丸山\n")
    #expect(pasted == .filtered && picker.typed == "丸山 佐藤")
    let answers = [Key.enter, .down, .enter, .control("n"), .enter, .pageDown, .enter].map {
      picker.update($0, in: region)
    }
    #expect(answers == [.taken(1), .moved, .refused(2), .moved, .taken(4), .moved, .taken(5)])
  }

  @Test func `has its cursor on the item moved to, and in the text as soon as it is typed`() {
    let region = Size.small.region
    var picker = japanese
    func cursor(after key: Key) -> (Position, Bool) {
      _ = picker.update(key, in: region)
      var frame = Frame(size: .small, width: .system)
      picker.draw(into: &frame, in: region)
      return (frame.cursor, frame.showsCursor)
    }
    #expect(cursor(after: .down) == (Position(row: 5, column: 2), false))
    #expect(cursor(after: .up) == (Position(row: 4, column: 2), false))
    #expect(cursor(after: .character("家")) == (Position(row: 1, column: 10), true))
    #expect(cursor(after: .down).1 == false)
    #expect(cursor(after: .home) == (Position(row: 1, column: 4), true))
  }

  @Test func `steps over headings and stays at the ends`() {
    let region = Size.standard.region
    var picker = japanese
    func selected(after key: Key) -> Int? {
      _ = picker.update(key, in: region)
      return picker.selected
    }
    #expect(picker.selected == 1)
    #expect([.up, .down, .down, .up, .control("p"), .pageUp].map(selected) == [1, 2, 4, 2, 1, 1])
    picker.select(3)
    #expect(picker.selected == 4)
    picker.select(99)
    #expect(picker.selected == 5)
  }

  @Test func `has nothing to take among headings or nothing`() {
    var picker = PickerView(title: "", items: [.init(label: "一", isHeading: true)])
    #expect(picker.selected == nil)
    let first = picker.update(.enter, in: Size.small.region)
    picker.items = []
    let second = picker.update(.enter, in: Size.small.region)
    #expect([first, second] == [.ignored, .ignored])
  }

  @Test func `shows the note of the selected item in full below the others`() {
    let note = String(repeating: "個室 +10、", count: 9)
    var picker = PickerView(
      title: "t",
      items: [PickerView.Item(label: "a", note: note), PickerView.Item(label: "b", note: "last")])
    func drawn() -> String {
      var frame = Frame(size: Size(rows: 12, columns: 60), width: .system)
      picker.draw(
        into: &frame, in: Region(row: 0, column: 0, rows: 12, columns: 60))
      return frame.text
    }
    #expect(drawn().split(separator: "+10").count == 10, "\(drawn())")
    #expect(!drawn().contains("last"))
    _ = picker.update(.down, in: Region(row: 0, column: 0, rows: 12, columns: 60))
    #expect(drawn().contains("last") && !drawn().contains("+10"))
    #expect(drawn().contains("a") && drawn().contains("b"))
    // Where there is no room, the items have it.
    for rows in 5...9 {
      let drawn = golden(Size(rows: rows, columns: 40)) { picker.draw(into: &$0, in: $1) }
      #expect(drawn.contains("{aS:^>}{S: b"), "\(drawn)")
    }
  }

  @Test func `shows the selected item in any height`() {
    var picker = PickerView(title: "国籍", items: (0..<40).map { .init(label: "\($0)") })
    picker.select(33)
    for rows in 5...60 {
      #expect(
        golden(Size(rows: rows, columns: 30)) { picker.draw(into: &$0, in: $1) }.contains(
          "{aS:>}{S: 33"))
    }
  }
}

private let japanese = PickerView(
  title: "受入家庭",
  items: [
    .init(label: "神奈川県", isHeading: true),
    .init(label: "佐藤 家 (横浜)", detail: "H-0021"),
    .init(label: "丸山 家 (川崎)", detail: "H-0007", reason: "受入中です"),
    .init(label: "東京都", isHeading: true),
    .init(label: "ジョンソン・髙橋・フェルナンデス 家 (世田谷)", detail: "H-0100"),
    .init(label: "Nguyễn 家", detail: "H-0101"),
  ], typed: "佐藤", placeholder: "該当する家庭はありません")

private let english = PickerView(
  title: "Commands",
  items: [
    .init(label: "Log a homestay", detail: "r h"),
    .init(label: "Mark the status", detail: "m", reason: "Closed cases are read only"),
    .init(label: "Switch language", detail: "t l"),
  ])
