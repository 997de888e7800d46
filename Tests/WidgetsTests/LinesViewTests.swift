import Cells
import TestSupport
import Testing
import Widgets

@Suite struct `Lines to read` {
  @Test func `draw in Japanese`() {
    #expect(
      golden(.small) { japanese.draw(into: &$0, in: $1) } == """
        {h:^基本}                                    |
        {m:番号}        2026-0139                   |
        {m:氏名}        アフマド ハッサン Ahmad     |
                    Hassan                      |
        {m:本人の文字}  أحمد حسن                    |
        {m:連絡の注意}  {w:本人以外に話さない}          |
        {m:メモ}        9月30日（水）に「マリアさ   |
                    ん」と面談。通訳（ダリー語）|
                    を頼んだ。家賃の¥3,500の不足|
                    は、ボランティアのサポートで|
        """)
    #expect(
      golden(.medium) { japanese.draw(into: &$0, in: $1) } == """
        {h:^基本}                                                        |
        {m:番号}        2026-0139                                       |
        {m:氏名}        アフマド ハッサン Ahmad Hassan                  |
        {m:本人の文字}  أحمد حسن                                        |
        {m:連絡の注意}  {w:本人以外に話さない}                              |
        {m:メモ}        9月30日（水）に「マリアさん」と面談。通訳（ダ   |
                    リー語）を頼んだ。家賃の¥3,500の不足は、ボラン  |
                    ティアのサポートで補う予定。                    |
                                                                    |
        {m:最終更新 10-03 14:05 田中}                                   |
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
        {h:^基本}                                                                            |
        {m:番号}        2026-0139                                                           |
        {m:氏名}        アフマド ハッサン Ahmad Hassan                                      |
        {m:本人の文字}  أحمد حسن                                                            |
        {m:連絡の注意}  {w:本人以外に話さない}                                                  |
        {m:メモ}        9月30日（水）に「マリアさん」と面談。通訳（ダリー語）を頼んだ。家賃 |
                    の¥3,500の不足は、ボランティアのサポートで補う予定。                |
                                                                                        |
        {m:最終更新 10-03 14:05 田中}                                                       |
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

  @Test func `draw in English`() {
    #expect(
      golden(.small) { english.draw(into: &$0, in: $1) } == """
        {h:^2026-10-03 Homestay}                     |
        The Sato family will meet her at        |
        Yokohama station; she prefers no        |
        pictures.                               |
                                                |
        {m:Own script}      မောင်မောင်                |
        {m:Preferred int~}  Burmese, or Japanese in |
                        easy words              |
                                                |
                                                |
        """)
    #expect(
      golden(.medium) { english.draw(into: &$0, in: $1) } == """
        {h:^2026-10-03 Homestay}                                         |
        The Sato family will meet her at Yokohama station; she      |
        prefers no pictures.                                        |
                                                                    |
        {m:Own script}            မောင်မောင်                              |
        {m:Preferred interpret~}  Burmese, or Japanese in easy words    |
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
        {h:^2026-10-03 Homestay}                                                             |
        The Sato family will meet her at Yokohama station; she prefers no pictures.     |
                                                                                        |
        {m:Own script}             မောင်မောင်                                                 |
        {m:Preferred interpreter}  Burmese, or Japanese in easy words                       |
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

  @Test func `scroll within what there is`() {
    let region = Region(row: 0, column: 0, rows: 4, columns: 20)
    var view = LinesView(lines: (0..<10).map { .text("\($0)") })
    let steps: [ListSelection.Step] = [
      .down, .halfPageDown, .pageDown, .pageDown, .up, .halfPageUp, .pageUp, .last, .first,
    ]
    let tops = steps.map { step in
      view.scroll(step, in: region, width: .system)
      return view.top
    }
    #expect(tops == [1, 3, 6, 6, 5, 3, 0, 6, 0])
  }

  @Test func `show the last full view where the window has grown`() {
    var view = LinesView(lines: (0..<5).map { .text("\($0)") })
    view.scroll(.last, in: Region(row: 0, column: 0, rows: 2, columns: 4), width: .system)
    #expect(
      golden(Size(rows: 4, columns: 4)) { view.draw(into: &$0, in: $1) } == """
        ^1   |
        2   |
        3   |
        4   |
        """)
  }

  @Test func `count the rows they take`() {
    #expect(japanese.rowCount(columns: 40, width: .system) == 13)
    #expect(LinesView().rowCount(columns: 40, width: .system) == 0)
  }

  @Test func `leave the cursor alone without the focus`() {
    var frame = Frame(size: .small, width: .system)
    frame.cursor = Position(row: 9, column: 9)
    japanese.draw(into: &frame, in: frame.region, isFocused: false)
    #expect(frame.cursor == Position(row: 9, column: 9))
  }
}

private let japanese = LinesView(lines: [
  .heading("基本"),
  .pair("番号", "2026-0139"),
  .pair("氏名", "アフマド ハッサン Ahmad Hassan"),
  .pair("本人の文字", "أحمد حسن"),
  .pair("連絡の注意", "本人以外に話さない", role: .warning),
  .pair(
    "メモ",
    "9月30日（水）に「マリアさん」と面談。通訳（ダリー語）を頼んだ。家賃の¥3,500の不足は、"
      + "ボランティアのサポートで補う予定。"),
  .blank,
  .text("最終更新 10-03 14:05 田中", role: .muted),
])

private let english = LinesView(lines: [
  .heading("2026-10-03 Homestay"),
  .text("The Sato family will meet her at Yokohama station; she prefers no pictures."),
  .blank,
  .pair("Own script", "မောင်မောင်"),
  .pair("Preferred interpreter", "Burmese, or Japanese in easy words"),
])
