import Cells
import TestSupport
import Testing
import Widgets

@Suite struct `A letter box` {
  @Test(arguments: [30, 40, 61])
  func `breaks what is longer than a row, and cuts nothing`(columns: Int) {
    let lead = String(repeating: "同意がありません。", count: 6)
    let label = String(repeating: "登録する", count: 20)
    let reason = String(repeating: "今はできません。", count: 7)
    let box = LetterBox(
      title: "状態", lead: lead,
      items: [.init(letter: "a", label: label), .init(letter: "b", label: "x", reason: reason)])
    var frame = Frame(size: Size(rows: 30, columns: columns), width: .system)
    box.draw(into: &frame, in: frame.region)
    let drawn = frame.text.filter { !$0.isWhitespace && !"|-".contains($0) }
    for text in [lead, label, reason] { #expect(drawn.contains(text), "\(frame.text)") }
    #expect(!drawn.contains("~"))
  }

  @Test func `stands at the bottom of its region, in columns`() {
    #expect(
      golden(.small) { statuses.draw(into: &$0, in: $1.inset(bottom: 2)) } == """
        {r:--}{h: 状態 }{r:--------------------}            |
        {r:|} {a:^Q}  受付      {a:U}  不通     {r:|}            |
        {r:|} {a:I}  初回面談  {a:R}  終結待   {r:|}            |
        {r:|} {a:A}  評価      {m:C  終結}     {r:|}            |
        {r:|} {a:P}  計画      {a:T}  移管     {r:|}            |
        {r:|} {a:S}  支援中    {a:E}  対象外   {r:|}            |
        {r:|} {a:M}  見守り    {a:D}  重複     {r:|}            |
        {r:----------------------------}            |
                                                |
                                                |
        """)
    #expect(
      golden(.medium) { statuses.draw(into: &$0, in: $1.inset(bottom: 2)) } == """
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
                                                                    |
        {r:--}{h: 状態 }{r:--------------------}                                |
        {r:|} {a:^Q}  受付      {a:U}  不通     {r:|}                                |
        {r:|} {a:I}  初回面談  {a:R}  終結待   {r:|}                                |
        {r:|} {a:A}  評価      {m:C  終結}     {r:|}                                |
        {r:|} {a:P}  計画      {a:T}  移管     {r:|}                                |
        {r:|} {a:S}  支援中    {a:E}  対象外   {r:|}                                |
        {r:|} {a:M}  見守り    {a:D}  重複     {r:|}                                |
        {r:|} {a:H}  保留                  {r:|}                                |
        {r:|} {m:C: 予定が残っています}    {r:|}                                |
        {r:----------------------------}                                |
                                                                    |
                                                                    |
        """)
    #expect(
      golden(.standard) { logs.draw(into: &$0, in: $1.inset(bottom: 2)) } == """
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
        {r:--}{h: Log }{r:----------------}                                                         |
        {r:|} {a:^h}  Homestay         {r:|}                                                         |
        {r:|} {a:s}  Salon attendance {r:|}                                                         |
        {r:|} {a:j}  Job placement    {r:|}                                                         |
        {r:|} {a:c}  Contact          {r:|}                                                         |
        {r:|} {a:n}  Note             {r:|}                                                         |
        {r:|} {a:f}  Follow-up        {r:|}                                                         |
        {r:-----------------------}                                                         |
                                                                                        |
                                                                                        |
        """)
  }

  @Test func `knows the items of its letters`() {
    #expect(statuses.index(of: .character("H")) == 6)
    #expect(statuses.index(of: .character("x")) == nil)
    #expect(statuses.index(of: .enter) == nil)
  }
}

@Suite struct `A question` {
  @Test func `stands at the bottom of its region`() {
    #expect(
      golden(.small) { japanese.draw(into: &$0, in: $1.inset(bottom: 2)) } == """
                                                |
                                                |
        {r:---------------------------------------} |
        {r:|} 12 件を保管します。元に戻すことがで {r:|} |
        {r:|} きます。よろしいですか?             {r:|} |
        {r:|}                                     {r:|} |
        {r:|} ^y はい   n いいえ                   {r:|} |
        {r:---------------------------------------} |
                                                |
                                                |
        """)
    #expect(
      golden(.medium) { english.draw(into: &$0, in: $1.inset(bottom: 2)) } == """
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
        {r:---------------------}                                       |
        {r:|} Archive 12 cases? {r:|}                                       |
        {r:|}                   {r:|}                                       |
        {r:|} ^y Yes   n No      {r:|}                                       |
        {r:---------------------}                                       |
                                                                    |
                                                                    |
        """)
    #expect(
      golden(Size(rows: 3, columns: 24)) { japanese.draw(into: &$0, in: $1) } == """
        {r:------------------------}|
        {r:|} ^y はい   n いいえ    {r:|}|
        {r:------------------------}|
        """)
  }

  @Test(arguments: [
    (Key.character("y"), true as Bool?), (.character("Y"), true), (.character("n"), false),
    (.enter, false), (.escape, false), (.control("c"), false), (.character("d"), nil),
    (.character(" "), nil),
  ])
  func `is answered yes by y alone`(key: Key, answer: Bool?) {
    #expect(japanese.answer(key) == answer)
  }
}

@Suite struct `A panel` {
  @Test func `keeps its title within its lines`() {
    #expect(
      golden(Size(rows: 3, columns: 16)) { Panel(title: "通知の履歴と説明").draw(into: &$0, in: $1) } == """
        {r:^--}{h: 通知の履~ }{r:---}|
        {r:|}              {r:|}|
        {r:----------------}|
        """)
  }

  @Test func `gives the region inside, or all of one too small for lines`() {
    var frame = Frame(size: .small, width: .system)
    let inside = Panel(title: "").draw(into: &frame, in: frame.region)
    #expect(inside == Region(row: 1, column: 2, rows: 8, columns: 36))
    let narrow = Region(row: 0, column: 0, rows: 1, columns: 40)
    #expect(Panel(title: "題").draw(into: &frame, in: narrow) == narrow)
  }
}

private let statuses = LetterBox(
  title: "状態",
  items: zip(
    "QIAPSMHURCTED",
    [
      "受付", "初回面談", "評価", "計画", "支援中", "見守り", "保留", "不通", "終結待", "終結", "移管", "対象外",
      "重複",
    ]
  ).map { .init(letter: $0, label: $1, reason: $0 == "C" ? "予定が残っています" : nil) })

private let logs = LetterBox(
  title: "Log",
  items: zip(
    "hsjcnf", ["Homestay", "Salon attendance", "Job placement", "Contact", "Note", "Follow-up"]
  )
  .map { .init(letter: $0, label: $1) })

private let japanese = ConfirmView(
  sentence: "12 件を保管します。元に戻すことができます。よろしいですか?", yes: "はい", no: "いいえ")

private let english = ConfirmView(sentence: "Archive 12 cases?", yes: "Yes", no: "No")
