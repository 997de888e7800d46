import Cells
import TestSupport
import Testing
import Widgets

@Suite struct `A text input` {
  /// Each key by itself: letters as they are, `^` for a control key, named ones between brackets.
  @Test(arguments: [
    ("", "名", "名|"), ("佐藤|", "<BS>", "佐|"), ("|佐藤", "<BS>", "|佐藤"), ("佐|藤", "<DEL>", "佐|"),
    ("佐藤|", "<DEL>", "佐藤|"), ("佐|藤", "<LEFT>", "|佐藤"), ("|佐藤", "^b", "|佐藤"),
    ("|佐藤", "^f", "佐|藤"), ("佐藤|", "<RIGHT>", "佐藤|"), ("佐|藤", "<HOME>", "|佐藤"),
    ("佐|藤", "^e", "佐藤|"), ("東京|都", "^a", "|東京都"), ("東|京", "<END>", "東京|"),
    ("次の面談|を", "^w", "次の|を"), ("host family |x", "^w", "host |x"), ("ab|cd", "^u", "|cd"),
    ("ab|cd", "^k", "ab|"), ("葛\u{E0100}|城", "<BS>", "|城"), ("ｶﾞ|", "<BS>", "|"),
    ("e\u{301}|", "<LEFT>", "|e\u{301}"), ("မောင်|", "<BS>", "မော|"), ("か|", "\u{3099}", "が|"),
  ])
  func `edits by characters`(before: String, key: String, after: String) {
    var input = input(before)
    let isTaken = input.update(Self.key(key))
    #expect(isTaken)
    #expect(marked(input) == after)
  }

  @Test(arguments: [
    ("一\n二|三", "<HOME>", "一\n|二三"), ("一|二\n三", "<END>", "一二|\n三"),
    ("一|二\n三", "^k", "一|\n三"), ("一\n二三|", "^u", "一\n|"),
    ("一|二", "<CR>", "一\n|二"), ("一\n|二", "<BS>", "一|二"),
  ])
  func `edits line by line on several lines`(before: String, key: String, after: String) {
    var input = input(before, isMultiline: true)
    let isTaken = input.update(Self.key(key))
    #expect(isTaken)
    #expect(marked(input) == after)
  }

  @Test(arguments: [Key.tab, .backTab, .up, .down, .enter, .escape, .function(2), .control("s")])
  func `leaves other keys to others`(key: Key) {
    var input = TextInput("名")
    let isTaken = input.update(key)
    #expect(!isTaken)
    #expect(input == TextInput("名"))
  }

  @Test func `makes one line of a pasted text where there is only one`() {
    var line = TextInput("a")
    line.paste("b\r\nc\nd")
    var lines = TextInput("a", isMultiline: true)
    lines.paste("b\r\nc\nd")
    #expect(line.text == "ab c d")
    #expect(lines.text == "ab\nc\nd")
  }

  @Test(arguments: [
    ("一二三|四五六", -1, nil), ("一二三四五|六", -1, "一|二三四五六"),
    ("一|二三四五六", 1, "一二三四五|六"), ("一二三|四五六", 1, "一二三四五六|"),
    ("一二三四五六|", -1, "一二|三四五六"), ("abc|\n漢字", 1, "abc\n漢|字"),
    ("ab\n|cd", -1, "|ab\ncd"), ("ab\n|", 1, nil), ("一二三四五|", -1, "一|二三四五"),
    ("一二三四\n五六七八|", -1, "一二三四|\n五六七八"), ("五\n一二三|四五六", -1, "五|\n一二三四五六"),
  ])
  func `moves by the lines that are seen`(before: String, by: Int, after: String?) {
    var input = input(before, isMultiline: true)
    let isMoved = input.moveLine(by, columns: 9, width: .system)
    #expect(isMoved == (after != nil))
    #expect(marked(input) == after ?? before)
  }

  @Test(arguments: [
    ("佐藤|", "佐藤^    |"), ("佐|藤", "佐^藤    |"), ("|", "^        |"),
    ("一二三|", "一二三^  |"), ("1234567|", "1234567^ |"), ("12345678|", "~678^    |"),
    ("一二三四五|", "~ 四五^  |"), ("一二三四|五六七", "~ 四^五~ |"),
    ("一|二三四五六七", "一^二三~ |"), ("1234567|8", "~67^8    |"), ("အောင်အောင်|", "~ ာင်^    |"),
  ])
  func `scrolls so that the insertion point and its surroundings are seen`(
    text: String, row: String
  ) {
    let shown = golden(columns: 8) { input(text).draw(into: &$0, in: $1, role: .plain) }
    #expect(shown == row)
  }

  @Test func `has its cursor in its box, wherever the insertion point is`() {
    let text = "面談ｶﾞက်အော葛\u{E0100}城 Олена 👨‍👩‍👧 e\u{301}\u{200B}!"
    for columns in 1...30 {
      var input = TextInput(text)
      for _ in text + "  " {
        var frame = Frame(size: Size(rows: 3, columns: 40), width: .system)
        let region = Region(row: 1, column: 4, rows: 1, columns: columns)
        input.draw(into: &frame, in: region)
        #expect(frame.showsCursor && frame.cursor.row == 1)
        #expect(4..<4 + columns ~= frame.cursor.column, "\(columns)")
        _ = input.update(.left)
      }
    }
  }

  @Test func `shows its lines around the insertion point`() {
    let input = TextInput("猫アレルギーあり。\n電話する\n三行目", isMultiline: true)
    let focused = golden(Size(rows: 3, columns: 12)) { input.draw(into: &$0, in: $1) }
    let other = golden(Size(rows: 3, columns: 12)) {
      input.draw(into: &$0, in: $1, isFocused: false)
    }
    #expect(
      focused == """
        {f:ギーあり。  }|
        {f:電話する    }|
        {f:三行目^      }|
        """)
    #expect(
      other == """
        {f:^猫アレル    }|
        {f:ギーあり。  }|
        {f:電話する    }|
        """)
  }

  private func input(_ marked: String, isMultiline: Bool = false) -> TextInput {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    var input = TextInput(parts.joined(), isMultiline: isMultiline)
    for _ in parts.last ?? "" where parts.count > 1 { _ = input.update(.left) }
    return input
  }

  /// The text with `|` at the insertion point, found by erasing what is behind it.
  private func marked(_ input: TextInput) -> String {
    var before = input
    while !before.text.isEmpty {
      let text = before.text
      _ = before.update(.delete)
      if before.text == text { break }
    }
    return before.text + "|" + input.text.dropFirst(before.text.count)
  }

  private static func key(_ name: String) -> Key {
    switch name {
    case "<BS>": .backspace
    case "<DEL>": .delete
    case "<LEFT>": .left
    case "<RIGHT>": .right
    case "<HOME>": .home
    case "<END>": .end
    case "<CR>": .enter
    case _ where name.first == "^" && name.count == 2: .control(name.last ?? " ")
    default: .character(name.first ?? " ")
    }
  }
}
