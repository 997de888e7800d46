import Cells
import TestSupport
import Testing
import Widgets

@Suite struct `The hint line` {
  @Test(arguments: [
    (24, "^ {a:j/k}移動 {a:l}開く  {a:?}ヘルプ |"),
    (40, "^ {a:j/k}移動 {a:l}開く {a:r}記録      {a:?}ヘルプ {a::}命令 |"),
    (60, "^ {a:j/k}移動 {a:l}開く {a:r}記録 {a:m}状態 {a:e}編集 {a:a}追加  {a:?}ヘルプ {a::}命令 {a:q}戻る |"),
    (
      80,
      "^ {a:j/k}移動 {a:l}開く {a:r}記録 {a:m}状態 {a:e}編集 {a:a}追加 {a:/}絞込 {a:u}取消          {a:?}ヘルプ {a::}命令 {a:q}戻る |"
    ),
  ])
  func `keeps whole items by importance, and help, in Japanese`(columns: Int, row: String) {
    #expect(golden(columns: columns) { japanese.draw(into: &$0, in: $1) } == row)
  }

  @Test(arguments: [
    (10, "^   {a:?} Help |"),
    (40, "^ {a:j/k} Move  {a:l} Open     {a:?} Help  {a::} Command |"),
    (60, "^ {a:j/k} Move  {a:l} Open  {a:r} Log          {a:?} Help  {a::} Command  {a:q} Back |"),
    (
      80,
      "^ {a:j/k} Move  {a:l} Open  {a:r} Log  {a:m} Status  {a:e} Edit  {a:a} Add     {a:?} Help  {a::} Command  {a:q} Back |"
    ),
  ])
  func `sets Latin labels apart from their keys`(columns: Int, row: String) {
    #expect(golden(columns: columns) { english.draw(into: &$0, in: $1) } == row)
  }

  @Test func `is empty without items`() {
    let empty = HintLine(items: [], trailing: [])
    #expect(golden(columns: 8) { empty.draw(into: &$0, in: $1) } == "^        |")
  }
}

@Suite struct `The bar of screens` {
  @Test(arguments: [
    (40, "^ {m:1} {a:2}{h:ケース} {m:3} {m:4} {m:5} {m:6} {m:7} {m:8}    {m:田中@東京}  {m:JA} |"),
    (
      60, "^ {m:1今日} {a:2}{h:ケース} {m:3ホームステイ} {m:4サロン} {m:5} {m:6} {m:7} {m:8}  {m:田中@東京}  {m:JA} |"
    ),
    (
      80,
      "^ {m:1今日} {a:2}{h:ケース} {m:3ホームステイ} {m:4サロン} {m:5就労} {m:6集計} {m:7履歴} {m:8台帳}      {m:田中@東京}  {m:JA} |"
    ),
  ])
  func `drops labels from the right, but not that of the screen shown`(columns: Int, row: String) {
    #expect(
      golden(columns: columns) { tabs(japaneseTabs, "田中@東京", "JA").draw(into: &$0, in: $1) } == row)
  }

  @Test(arguments: [
    (34, "^ {m:1Today} {a:2}{h:Cases} {m:3} {m:4} {m:5} {m:6} {m:7} {m:8}        |"),
    (40, "^ {m:1} {a:2}{h:Cases} {m:3} {m:4} {m:5} {m:6} {m:7} {m:8}  {m:Tanaka@Tokyo}  {m:EN} |"),
    (
      60,
      "^ {m:1Today} {a:2}{h:Cases} {m:3Homestays} {m:4Salons} {m:5} {m:6} {m:7} {m:8}  {m:Tanaka@Tokyo}  {m:EN} |"
    ),
    (
      80,
      "^ {m:1Today} {a:2}{h:Cases} {m:3Homestays} {m:4Salons} {m:5Jobs} {m:6Reports} {m:7Journal} {m:8}    {m:Tanaka@Tokyo}  {m:EN} |"
    ),
    (
      100,
      "^ {m:1Today} {a:2}{h:Cases} {m:3Homestays} {m:4Salons} {m:5Jobs} {m:6Reports} {m:7Journal} {m:8Registers}               {m:Tanaka@Tokyo}  {m:EN} |"
    ),
  ])
  func `drops who is at the desk last`(columns: Int, row: String) {
    #expect(
      golden(columns: columns) { tabs(englishTabs, "Tanaka@Tokyo", "EN").draw(into: &$0, in: $1) }
        == row)
  }

  private func tabs(_ labels: [String], _ trailing: String...) -> TabBar {
    TabBar(
      tabs: labels.enumerated().map { .init(key: "\($0 + 1)", label: $1) }, active: 1,
      trailing: trailing.map { .init($0) })
  }
}

private let japaneseTabs = ["今日", "ケース", "ホームステイ", "サロン", "就労", "集計", "履歴", "台帳"]
private let englishTabs = [
  "Today", "Cases", "Homestays", "Salons", "Jobs", "Reports", "Journal", "Registers",
]

private func hints(_ labels: [String], _ trailing: [String]) -> HintLine {
  HintLine(
    items: zip(["j/k", "l", "r", "m", "e", "a", "/", "u"], labels).enumerated().map {
      .init(keys: $1.0, label: $1.1, importance: $0 + 1)
    },
    trailing: zip(["?", ":", "q"], trailing).enumerated().map {
      .init(keys: $1.0, label: $1.1, importance: $0 + 2)
    })
}

private let japanese = hints(
  ["移動", "開く", "記録", "状態", "編集", "追加", "絞込", "取消"], ["ヘルプ", "命令", "戻る"])
private let english = hints(
  ["Move", "Open", "Log", "Status", "Edit", "Add", "Filter", "Undo"], ["Help", "Command", "Back"])
