import Cells
import TestSupport
import Testing
import Widgets

@Suite struct `A table` {
  @Test func `draws in Japanese`() {
    #expect(
      golden(.small) { japanese.draw(into: &$0, in: $1) } == """
           {h:番号}      {h:氏名}               {h:状態}    |
        {aS:^>}{S:* 2026-0142 コヴァリ オレナ    A 支援中}|
           2026-0139 アフマド ハッサン  A 支援中|
           {m:2026-0131} {m:ゲブレヒウォト・~}  {m:C 終結}  |
        {M: * 2026-0120 ラヒミ ファティマ  I 初回  }|
                                                |
                                                |
                                                |
                                                |
                                                |
        """)
    #expect(
      golden(.medium) { japanese.draw(into: &$0, in: $1) } == """
           {h:番号}      {h:氏名}               {h:状態}     {h:次の予定}           |
        {aS:^>}{S:* 2026-0142 コヴァリ オレナ    A 支援中 10-03 ホームステイ }|
           2026-0139 アフマド ハッサン  A 支援中 09-25 面接 (丸山製~|
           {m:2026-0131} {m:ゲブレヒウォト・~}  {m:C 終結}                      |
        {M: * 2026-0120 ラヒミ ファティマ  I 初回   ! 在留更新 09-30   }|
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
    #expect(
      golden(.standard) { japanese.draw(into: &$0, in: $1) } == """
           {h:番号}      {h:氏名}               {h:国籍}       {h:状態}     {h:次の予定}              {h:更新}  |
        {aS:^>}{S:* 2026-0142 コヴァリ オレナ    ウクライナ A 支援中 10-03 ホームステイ    14:05 }|
           2026-0139 アフマド ハッサン  シリア     A 支援中 09-25 面接 (丸山製作~ 11:40 |
           {m:2026-0131} {m:ゲブレヒウォト・~}  {m:エリトリア} {m:C 終結}                         {m:09-21} |
        {M: * 2026-0120 ラヒミ ファティマ  アフガニ~  I 初回   ! 在留更新 09-30      09-19 }|
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
                                                                                        |
                                                                                        |
        """)
  }

  @Test func `draws in English`() {
    #expect(
      golden(.small) { english.draw(into: &$0, in: $1) } == """
           {h:Number}    {h:Name}               {h:Status}  |
           2026-0142 Olena Koval        A Active|
        {aS:^>}{S:  2026-0139 Ahmad Hassan       A Active}|
           2026-0131 Tesfay Gebrehiwot~ C Closed|
                                                |
                                                |
                                                |
                                                |
                                                |
                                                |
        """)
    #expect(
      golden(.medium) { english.draw(into: &$0, in: $1) } == """
           {h:Number}    {h:Name}               {h:Status}   {h:Next step}          |
           2026-0142 Olena Koval        A Active 10-03 Homestay     |
        {aS:^>}{S:  2026-0139 Ahmad Hassan       A Active 09-25 Interview at~}|
           2026-0131 Tesfay Gebrehiwot~ C Closed                    |
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
    #expect(
      golden(.standard) { english.draw(into: &$0, in: $1) } == """
           {h:Number}    {h:Name}               {h:Country}    {h:Status}   {h:Next step}             {h:Edited}|
           2026-0142 Olena Koval        Ukraine    A Active 10-03 Homestay        14:05 |
        {aS:^>}{S:  2026-0139 Ahmad Hassan       Syria      A Active 09-25 Interview at M~       }|
           2026-0131 Tesfay Gebrehiwot~ Eritrea    C Closed                       09-21 |
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
                                                                                        |
                                                                                        |
                                                                                        |
        """)
  }

  @Test func `says why it is empty`() {
    let table = TableView(columns: japanese.columns, placeholder: "該当するケースはありません")
    #expect(
      golden(Size(rows: 3, columns: 40)) { table.draw(into: &$0, in: $1) } == """
           {h:番号}      {h:氏名}               {h:状態}    |
        ^   {m:該当するケースはありません}           |
                                                |
        """)
  }

  @Test func `draws the rows it has of a long list and names those it needs`() {
    let region = Region(row: 0, column: 0, rows: 5, columns: 30)
    var table = TableView(
      columns: [TableColumn(title: "No", columns: 6, alignment: .right)],
      selection: ListSelection(count: 1_000, index: 500))
    #expect(table.needed(in: region) == 497..<501)

    table.rows = (498..<600).map { TableView.Row(["\($0)"]) }
    table.firstRow = 498
    table.move(.up, in: region)
    #expect(
      golden(region.size) { table.draw(into: &$0, in: $1) } == """
                     {h:No}               |
                                      |
                    498               |
        {aS:^>}{S:           499               }|
                    500               |
        """)
  }

  @Test func `leaves the cursor alone without the focus`() {
    var frame = Frame(size: .small, width: .system)
    frame.cursor = Position(row: 9, column: 9)
    japanese.draw(into: &frame, in: frame.region, isFocused: false)
    #expect(frame.cursor == Position(row: 9, column: 9))
  }

  @Test(arguments: [false, true])
  func `changes little when the selection moves on a slow line`(isFrugal: Bool) {
    var appearance = Appearance()
    appearance.isFrugal = isFrugal
    func frame(_ table: TableView) -> Frame {
      var frame = Frame(size: .standard, width: .system, appearance: appearance)
      table.draw(into: &frame, in: frame.region)
      return frame
    }
    var table = japanese
    let before = frame(table)
    table.move(.down, in: Size.standard.region)
    let after = frame(table)
    let changed = zip(before.cells, after.cells).count { $0 != $1 }
    // The mark and the first column, or both rows.
    #expect(changed == 2 * (isFrugal ? 1 + 9 : Size.standard.columns))
    #expect(after.cursor == Position(row: before.cursor.row + 1, column: 0))
  }

  @Test func `cuts a title to leave the sort mark its place`() {
    let table = TableView(
      columns: [
        TableColumn(title: "最終更新日", columns: 6, sort: .ascending),
        TableColumn(title: "予定", columns: 5, alignment: .right, sort: .descending),
      ])
    #expect(golden(columns: 15) { table.draw(into: &$0, in: $1) } == "^   {h:最終~^} {h:予定v}|")
  }

  private func frame(_ table: TableView) -> Frame {
    var frame = Frame(size: .standard, width: .system)
    table.draw(into: &frame, in: frame.region)
    return frame
  }
}

private func columns(_ titles: [String]) -> [TableColumn] {
  let wanted = [9, 18, 10, 8, 22, 6]
  let priorities = [1, 2, 5, 3, 4, 6]
  return titles.indices.map {
    TableColumn(title: titles[$0], columns: wanted[$0], priority: priorities[$0])
  }
}

private let japanese = TableView(
  columns: columns(["番号", "氏名", "国籍", "状態", "次の予定", "更新"]),
  rows: [
    .init(
      ["2026-0142", "コヴァリ オレナ", "ウクライナ", "A 支援中", "10-03 ホームステイ", "14:05"],
      isMarked: true),
    .init(["2026-0139", "アフマド ハッサン", "シリア", "A 支援中", "09-25 面接 (丸山製作所)", "11:40"]),
    .init(["2026-0131", "ゲブレヒウォト・テスファイ", "エリトリア", "C 終結", "", "09-21"], role: .muted),
    .init(
      ["2026-0120", "ラヒミ ファティマ", "アフガニスタン", "I 初回", "! 在留更新 09-30", "09-19"],
      isMarked: true),
  ])

private let english: TableView = {
  var table = TableView(
    columns: columns(["Number", "Name", "Country", "Status", "Next step", "Edited"]),
    rows: [
      .init(["2026-0142", "Olena Koval", "Ukraine", "A Active", "10-03 Homestay", "14:05"]),
      .init(["2026-0139", "Ahmad Hassan", "Syria", "A Active", "09-25 Interview at Maruyama", ""]),
      .init(["2026-0131", "Tesfay Gebrehiwot Woldemichael", "Eritrea", "C Closed", "", "09-21"]),
    ])
  table.selection.select(1)
  return table
}()
