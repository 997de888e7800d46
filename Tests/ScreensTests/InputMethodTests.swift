import DeskWorld
import Casework
import Cells
import Labels
import Screens
import Testing

@Suite struct `Keys typed with the input method on` {
  @Test func `are read as the keys that were meant`() {
    for value in UInt32(0x21)...0x7E {
      guard let plain = Unicode.Scalar(value), let wide = Unicode.Scalar(value + 0xFEE0) else {
        continue
      }
      #expect(
        InputMethodFold.key(.character(Character(wide))) == .character(Character(plain)))
    }
    let signs: [(Character, Character)] = [
      ("　", " "), ("。", "."), ("、", ","), ("「", "["), ("」", "]"), ("・", "/"), ("ー", "-"),
      ("￥", "\\"), ("〜", "~"), ("～", "~"), ("｡", "."), ("､", ","), ("｢", "["), ("｣", "]"),
      ("･", "/"), ("ｰ", "-"), ("あ", "a"), ("い", "i"), ("う", "u"), ("え", "e"), ("お", "o"),
      ("ん", "n"), ("ｱ", "a"), ("ﾝ", "n"), ("？", "?"), ("：", ":"),
    ]
    for (sent, meant) in signs {
      #expect(InputMethodFold.key(.character(sent)) == .character(meant), "\(sent)")
    }
    for key in [Key.character("a"), .character("か"), .character("漢"), .enter, .control("c")] {
      #expect(InputMethodFold.key(key) == nil, "\(key)")
    }
    #expect(InputMethodFold.text("２０２６ー００４２") == "2026-0042")
  }

  @Test(arguments: ["２", "ｇｃ", "gｃ"])
  func `give commands, also after a prefix`(keys: String) {
    var harness = DeskHarness()
    harness.type(keys)
    #expect(harness.desk.screen == .cases)
  }

  static let told = Words(.ja)("desk.imeOn")

  @Test func `are said to come from there once, until text is typed again`() {
    var harness = DeskHarness()
    harness.type("２")
    #expect(harness.desk.notice?.text == Self.told)
    harness.type("ｊ")
    #expect(harness.desk.notice == nil)
    harness.type("/ファ<Esc>ｊ")
    #expect(harness.desk.notice?.text == Self.told)
    harness.type("ｊ")
    #expect(harness.desk.notice == nil)
    harness.type("tlｋ")
    #expect(harness.desk.notice?.text == Words(.en)("desk.imeOn"))
  }

  @Test func `answer letter boxes and questions`() {
    var harness = DeskHarness()
    harness.type("2jｍｐ")
    #expect(harness.changes.first?.values == ["status": .code("planning")])
    harness.type("1   xｙ")
    #expect(harness.changes.count == 4)
  }

  @Test func `stay what they are in text`() {
    var harness = DeskHarness()
    harness.type("2/ｆあ")
    let searches = harness.effects.compactMap {
      if case .read(.page(let request), _) = $0 { request.query.search } else { nil }
    }
    #expect(searches.last == "ｆあ")
  }

  @Test(arguments: ["う", "ｕ"])
  func `ask before what a word may have set off`(key: String) {
    var harness = DeskHarness()
    harness.type(key)
    #expect(!harness.effects.contains(.undo))
    harness.type("n" + key + "ｙ")
    #expect(harness.effects.contains(.undo))
    harness.type("Ｑ")
    #expect(!harness.effects.contains(.quit))
    harness.type("y")
    #expect(harness.effects.contains(.quit))
  }

  @Test func `that were composed are named, and do nothing`() {
    var harness = DeskHarness()
    harness.type("か")
    #expect(harness.desk.notice?.text == Words(.ja)("desk.imeComposed", "か"))
    harness.type("Z")
    #expect(harness.desk.notice?.text == "'Z' はここでは使えません。? で一覧")
  }
}
