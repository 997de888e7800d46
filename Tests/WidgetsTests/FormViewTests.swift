import Cells
import TestSupport
import Testing
import Widgets

@Suite struct `A form` {
  @Test func `draws in Japanese`() {
    #expect(
      golden(.small) { japanese.draw(into: &$0, in: $1) } == """
          受入家庭      [{f:佐藤 家 (横浜) H-0~ v}] |
        > 開始日        [{f:2026-10-03^ }]           |
                         {m:土 R8.10.03   例 10/3}  |
                         {m:+3d 土}                 |
          終了日        [{f:2026-10-02 }]           |
                         {e:! 開始日より前です}     |
          本人の同意    [{f:x}]                     |
          メモ          [{f:猫アレルギーあり。受 }] |
                        [{f:入前に電話で確認す   }]{m:v}|
                                                |
        """)
    #expect(
      golden(.medium) { japanese.draw(into: &$0, in: $1) } == """
          受入家庭             [{f:佐藤 家 (横浜)~ v}]                  |
        > 開始日               [{f:2026-10-03^ }]                        |
                                {m:土 R8.10.03   例 10/3 +3d 土}        |
          終了日               [{f:2026-10-02 }]  {e:! 開始日より前です}    |
          本人の同意           [{f:x}]                                  |
          メモ                 [{f:猫アレルギーあ   }]                  |
                               [{f:り。受入前に電話 }]                  |
                               [{f:で確認する。     }]                  |
          食事で配慮が必要な~  [{f:                 }]                  |
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
          受入家庭             [{f:佐藤 家 (横浜) H-0021        v}]                         |
        > 開始日               [{f:2026-10-03^ }]  {m:土 R8.10.03   例 10/3 +3d 土}              |
          終了日               [{f:2026-10-02 }]  {e:! 開始日より前です}                        |
          本人の同意           [{f:x}]                                                      |
          メモ                 [{f:猫アレルギーあり。受入前に電話で確認 }]                  |
                               [{f:する。                               }]                  |
                               [{f:                                     }]                  |
          食事で配慮が必要な~  [{f:                                     }]                  |
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
          Host family   [{f:Sato (Yokohama) H-~ v}] |
          First night   [{f:2026-10-03 }]           |
          Consent given [{f: }]                     |
        > Notes for th~ [{f:Call before the      }] |
                        [{f:first visit^          }] |
                         {e:! Say who will call,}   |
                         {e:and by when: the}       |
                         {e:family asked for it}    |
                                                |
                                                |
        """)
    #expect(
      golden(.medium) { english.draw(into: &$0, in: $1) } == """
          Host family          [{f:Sato (Yokohama~ v}]                  |
          First night          [{f:2026-10-03 }]                        |
          Consent given        [{f: }]                                  |
        > Notes for the coord~ [{f:Call before the  }]                  |
                               [{f:first visit^      }]                  |
                                {e:! Say who will call, and by when:}   |
                                {e:the family asked for it}             |
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
          Host family          [{f:Sato (Yokohama) H-0021       v}]                         |
          First night          [{f:2026-10-03 }]  {m:Sat, e.g. 10/3 +3d sat}                    |
          Consent given        [{f: }]                                                      |
        > Notes for the coord~ [{f:Allergic to cats.                    }]                  |
                               [{f:Call before the first visit^          }]                  |
                                {e:! Say who will call, and by when: the family asked for}  |
                                {e:it}                                                      |
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

  @Test func `shows the focused field in a low window, but not in the last row of the frame`() {
    for rows in 3...20 {
      for (index, field) in japanese.fields.enumerated() {
        var form = japanese
        form.focus(on: field.id)
        var frame = Frame(size: Size(rows: rows, columns: 40), width: .system)
        form.draw(into: &frame, in: frame.region)
        #expect(frame.showsCursor && frame.cursor.row < rows - 1, "\(index)")
        #expect(frame[frame.cursor.row, 0].text == ">" || field.id == "note", "\(index) \(rows)")
        #expect((0..<40).allSatisfy { frame[rows - 1, $0] == .blank })
      }
    }
  }

  @Test func `ends its boxes by column 62 of 80`() {
    for form in [japanese, english] {
      var frame = Frame(size: .standard, width: .system)
      form.draw(into: &frame, in: frame.region)
      let ends = (0..<24).flatMap { row in (62..<80).filter { frame[row, $0].text == "]" } }
      #expect(ends == [])
    }
  }
}

private let japanese = FormView(
  fields: [
    FormField(
      id: "host", label: "受入家庭", kind: .choice("佐藤 家 (横浜) H-0021"), columns: 28,
      hint: "Space 一覧 / 文字で検索"),
    FormField(
      id: "start", label: "開始日", kind: .text(TextInput("2026-10-03")), columns: 10,
      hint: "土 R8.10.03   例 10/3 +3d 土"),
    FormField(
      id: "end", label: "終了日", kind: .text(TextInput("2026-10-02")), columns: 10,
      error: "開始日より前です"),
    FormField(id: "consent", label: "本人の同意", kind: .flag(true)),
    FormField(
      id: "note", label: "メモ",
      kind: .lines(TextInput("猫アレルギーあり。受入前に電話で確認する。", isMultiline: true), rows: 3)),
    FormField(id: "meal", label: "食事で配慮が必要なこと", kind: .text(TextInput(""))),
  ], focus: 1)

private let english: FormView = {
  var form = FormView(fields: [
    FormField(
      id: "host", label: "Host family", kind: .choice("Sato (Yokohama) H-0021"), columns: 28,
      hint: "Space lists, letters search"),
    FormField(
      id: "start", label: "First night", kind: .text(TextInput("2026-10-03")), columns: 10,
      hint: "Sat, e.g. 10/3 +3d sat"),
    FormField(id: "consent", label: "Consent given", kind: .flag(false)),
    FormField(
      id: "note", label: "Notes for the coordinator",
      kind: .lines(
        TextInput("Allergic to cats.\nCall before the first visit", isMultiline: true), rows: 2),
      error: "Say who will call, and by when: the family asked for it"),
  ])
  form.focus(on: "note")
  return form
}()
