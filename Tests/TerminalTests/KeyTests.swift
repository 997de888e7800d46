import Cells
import TestSupport
import Testing

@testable import Terminal

@Suite struct KeyTests {
  @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "vt100"])
  func `every key arrives as itself`(terminal: String) throws {
    let probe = try startProbe(terminal: terminal)
    probe.press([.up, .down, .left, .right, .home, .end, .pageUp, .pageDown])
    try probe.waitForEvents("up down left right home end pageUp pageDown")
    probe.press([
      .enter, .tab, .backTab, .backspace, .delete, .control("c"), .control("s"), .control("q"),
    ])
    try probe.waitForEvents("enter tab backTab backspace delete ^c ^s ^q")
  }

  @Test func `function keys have their numbers`() throws {
    let probe = try startProbe()
    probe.press([.function(1), .function(2), .function(10), .function(12)])
    try probe.waitForEvents("F1 F2 F10 F12")
  }

  @Test func `escape alone does not wait long for more`() throws {
    let probe = try startProbe()
    let duration = try ContinuousClock().measure {
      probe.press(.escape)
      try probe.waitForEvents("escape")
    }
    #expect(duration < .milliseconds(300))
    probe.type("x")
    try probe.waitForEvents("escape x")
  }

  @Test(arguments: ["あ", "漢字かな交じり", "ｶﾞ", "é", "Ng", "𠮷", "مح"])
  func `typed text arrives character by character`(text: String) throws {
    let probe = try startProbe()
    probe.type(text)
    try probe.waitForEvents(text.map { "\($0)" }.joined(separator: " "))
  }

  @Test func `scalars that belong together arrive as one character`() throws {
    let probe = try startProbe()
    probe.type("葛\u{E0100}e\u{301}x")
    try probe.waitForEvents("葛\u{E0100} e\u{301} x")
  }

  @Test func `a character that arrives in parts is whole`() throws {
    let probe = try startProbe()
    for byte in "語".utf8 {
      probe.send(bytes: [byte])
      try probe.wait(until: "the byte was read") { $0.hasReadEverything }
    }
    try probe.waitForEvents("語")
  }

  @Test(
    arguments: [
      ([0xFF, 0x78], "\u{FFFD} x"), ([0xE3, 0x81, 0x78], "\u{FFFD} x"),
      ([0xE3, 0x81, 0xE3, 0x81, 0x82], "\u{FFFD} あ"),
    ] as [([UInt8], String)])
  func `bytes that are no text cost nothing but themselves`(bytes: [UInt8], events: String) throws {
    let probe = try startProbe()
    probe.send(bytes: bytes)
    try probe.waitForEvents(events)
  }

  @Test(arguments: ["\u{1B}[27;5;9~", "\u{1B}[99;5~", "\u{1B}Oz", "\u{1B}[<0;1;1M"])
  func `an unknown sequence is not taken for typed text`(sequence: String) throws {
    let probe = try startProbe()
    probe.type(sequence)
    probe.type("x")
    try probe.waitForEvents("x")
  }

  @Test func `another thread can end the wait`() throws {
    let probe = try startProbe()
    probe.press(.function(5))
    try probe.waitForEvents("F5 tick")
  }

  @Test(
    arguments: [
      (0x00, .control("@")), (0x01, .control("a")), (0x08, .backspace), (0x09, .tab),
      (0x0A, .enter),
      (0x0D, .enter), (0x1A, .control("z")), (0x1B, .escape), (0x1C, .control("\\")),
      (0x1F, .control("_")), (0x20, nil), (0x7F, .backspace), (0x3042, nil),
    ] as [(UInt32, Key?)])
  func `control characters are keys`(value: UInt32, key: Key?) throws {
    #expect(Key(control: try #require(Unicode.Scalar(value))) == key)
  }
}
