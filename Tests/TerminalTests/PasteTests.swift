import Cells
import TestSupport
import Testing

@testable import Terminal

@Suite struct PasteTests {
  @Test func `a paste is one event, whatever is in it`() throws {
    let probe = try startProbe()
    probe.paste("文字q\r\n二\u{1B}[A")
    probe.type("x")
    try probe.waitForEvents("paste(文字q/二[A) x")
  }

  @Test func `a paste without an end does not keep what is typed later`() throws {
    let probe = try startProbe()
    probe.type("\u{1B}[200~abc")
    try probe.waitForEvents("paste(abc)")
    probe.type("x")
    try probe.waitForEvents("paste(abc) x")
  }

  @Test func `a long paste arrives whole`() throws {
    let probe = try startProbe()
    probe.paste(String(repeating: "文字列", count: 2000))
    try probe.waitForEvents("paste of 18000 bytes")
  }

  @Test func `a paste beyond the limit is refused whole`() throws {
    let probe = try startProbe()
    probe.paste(String(repeating: "文字列", count: 10_000))
    probe.type("x")
    try probe.waitForEvents("paste refused x")
  }

  @Test func `a signal ends the program also during a paste`() throws {
    let probe = try startProbe()
    probe.type("\u{1B}[200~abc")
    try probe.wait(until: "the paste has begun") { $0.hasReadEverything }
    probe.signal(15)
    #expect(try probe.waitForExit(within: .seconds(1)) == .code(3))
  }

  @Test(arguments: [
    ("一\r\n二\r三\n四", "一\n二\n三\n四"), ("a\tb", "a\tb"), ("a\u{7}\u{9B}31m\u{7F}b", "a31mb"),
    ("\u{1B}[201\u{1B}[20x", "[201[20x"), ("", ""),
  ])
  func `keeps text, line ends and tabs`(sent: String, kept: String) {
    var paste = PastedText()
    for byte in (sent + "\u{1B}[201~").utf8 { paste.append(byte) }
    #expect(paste.isComplete)
    #expect(paste.text == kept)
  }
}
