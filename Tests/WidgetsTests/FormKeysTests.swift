import Cells
import TestSupport
import Testing
import Widgets

@Suite struct `The keys of a form` {
  private let region = Size.standard.region

  @Test(arguments: [
    ("name", Key.character("さ"), FormView.Response.edited, "name"),
    ("name", .left, .moved, "name"), ("name", .enter, .moved, "host"),
    ("name", .tab, .moved, "host"), ("name", .down, .moved, "host"),
    ("name", .up, .moved, "name"), ("name", .escape, .ignored, "name"),
    ("name", .control("s"), .ignored, "name"), ("host", .backTab, .moved, "name"),
    ("host", .up, .moved, "name"), ("host", .character(" "), .choose(""), "host"),
    ("host", .character("佐"), .choose("佐"), "host"), ("host", .control("n"), .step(1), "host"),
    ("host", .control("p"), .step(-1), "host"), ("host", .backspace, .ignored, "host"),
    ("ok", .character(" "), .edited, "ok"), ("ok", .character("x"), .ignored, "ok"),
    ("ok", .enter, .moved, "note"), ("note", .enter, .edited, "note"),
    ("note", .up, .moved, "note"), ("note", .down, .ended, "note"), ("note", .tab, .ended, "note"),
  ])
  func `edit, move or ask`(
    focus: String, key: Key, response: FormView.Response, next: String
  ) {
    var form = form
    form.focus(on: focus)
    let result = form.update(key, in: region, width: .system)
    #expect(result == response)
    #expect(form.focused?.id == next)
  }

  @Test func `change the focused value and nothing else`() {
    var form = form
    _ = form.update(.character("藤"), in: region, width: .system)
    form.focus(on: "ok")
    _ = form.update(.character(" "), in: region, width: .system)
    var expected = self.form
    expected["name"]?.kind = .text(TextInput("佐藤"))
    expected["ok"]?.kind = .flag(true)
    expected.focus(on: "ok")
    #expect(form == expected)
  }

  @Test func `leave the lines of a note only at its first and last`() {
    var form = form
    form.focus(on: "note")
    let responses = (0..<3).map { _ in form.update(.up, in: region, width: .system) }
    #expect(responses == [.moved, .moved, .moved])
    #expect(form.focused?.id == "ok")
  }

  @Test func `paste into text and search a choice`() {
    var form = form
    let typed = form.paste("藤\n花子")
    #expect(typed == .edited && form["name"]?.text == "佐藤 花子")
    form.focus(on: "host")
    let searched = form.paste("横浜")
    #expect(searched == .choose("横浜"))
    form.focus(on: "note")
    let lines = form.paste("\n四")
    #expect(lines == .edited && form["note"]?.text == "一\n二\n三\n四")
    form.focus(on: "ok")
    let flag = form.paste("x")
    #expect(flag == .ignored)
  }

  @Test func `do nothing in a form without fields`() {
    var empty = FormView(fields: [])
    let result = [
      empty.update(.tab, in: region, width: .system), empty.paste("x"),
      empty.update(.character("x"), in: region, width: .system),
    ]
    #expect(result == [.ignored, .ignored, .ignored])
    #expect(golden(.small) { empty.draw(into: &$0, in: $1) } == golden(.small) { _, _ in })
  }

  private let form = FormView(fields: [
    FormField(id: "name", label: "氏名", kind: .text(TextInput("佐"))),
    FormField(id: "host", label: "受入家庭", kind: .choice("")),
    FormField(id: "ok", label: "同意", kind: .flag(false)),
    FormField(
      id: "note", label: "メモ", kind: .lines(TextInput("一\n二\n三", isMultiline: true), rows: 3)),
  ])
}
