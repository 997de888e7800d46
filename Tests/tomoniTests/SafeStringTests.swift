import Cells
import Foundation
import TestSupport
import Testing

@testable import tomoni

/// Random text, most of it hostile, on each way that text takes to a terminal.
///
/// 20,000 strings by default; the whole 10 million of T8 by `STRINGS=10000000`.
@Suite struct `A random string` {
  private static let count =
    ProcessInfo.processInfo.environment["STRINGS"].flatMap(Int.init) ?? 20_000

  /// What commands, turns, hides and joins, and what it may be cut in the middle of.
  private static let pieces = [
    "\u{1B}]52;c;eA==\u{7}", "\u{1B}]0;x\u{1B}\\", "\u{1B}[31m", "\u{1B}[", "\u{1B}", "\u{1B}P$q",
    "\u{9B}2J", "\u{9D}0;x\u{9C}", "\u{90}", "\u{9F}", "\r", "\r\n", "\n", "\t", "\u{8}", "\u{7F}",
    "\u{0}", "\u{E}", "\u{F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200B}",
    "\u{200D}", "\u{200C}", "\u{FEFF}", "\u{E0041}", "\u{E0100}", "\u{FE0F}", "\u{301}", "\u{20E3}",
    "\u{1F468}", "\u{915}\u{94D}", "می", "မြ", "漢", "ｶﾞ", "か\u{3099}", "[31m", "]0;", "\\", "Z",
  ]

  @Test func `asks nothing of the terminal on its way there`() throws {
    let parser = CommandCount()
    var found: [String] = []
    for number in 0..<Self.count {
      let text = Self.text(number)
      var ways = [SafeText.line(text).bytes]
      // The same way is under all of them.
      if number.isMultiple(of: 7) { ways += [SafeText.text(text).bytes, Self.cells(text)] }
      for bytes in ways {
        parser.read(bytes)
        if Self.isUnsafe(bytes) { found.append("\(number): \(text.debugDescription)") }
      }
      // Only what ends a line itself does so.
      let ends = [1, text.count { $0 == "\n" || $0 == "\r\n" }, 0]
      for (bytes, ends) in zip(ways, ends) where bytes.count(where: { $0 == 0x0A }) != ends {
        found.append("\(number), lines: \(text.debugDescription)")
      }
      if found.count > 10 { break }
    }
    #expect(found == [])
    #expect(parser.others == 0)
    #expect(parser.lineFeeds >= Self.count)
  }

  /// Were the strings harmless, or the looks at them blind, this would fail.
  @Test func `asks for much where nothing stands against it`() throws {
    var (asking, found) = (0, 0)
    for number in 0..<2000 {
      // A new one for each: a command without an end takes all that follows for its own.
      let parser = CommandCount()
      let bytes = Data(Self.text(number).utf8)
      parser.read(bytes + Data("\u{1B}\\".utf8))
      if parser.others > 1 { asking += 1 }
      if Self.isUnsafe(bytes) { found += 1 }
    }
    #expect(asking > 1000 && found > 1000)
  }

  private static func text(_ number: Int) -> String {
    var random = SplitMix(seed: UInt64(number))
    switch number % 4 {
    case 0:
      // Bytes as they come from a file that is no text.
      let bytes = (0..<random.number(1...40)).map { _ in UInt8.random(in: 0...255, using: &random) }
      return String(decoding: bytes, as: UTF8.self)
    case 1:
      var text = String.UnicodeScalarView()
      for _ in 0..<random.number(1...24) {
        // As many from the planes with most of what is special as from all.
        let last: UInt32 = Bool.random(using: &random) ? 0x10FFFF : 0x2FFF
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...last, using: &random)) {
          text.append(scalar)
        }
      }
      return String(text)
    default:
      return (0..<random.number(1...10)).map { _ in pieces[random.number(0...pieces.count - 1)] }
        .joined()
    }
  }

  private static func cells(_ text: String) -> Data {
    var frame = Frame(size: Size(rows: 1, columns: 60), width: .system)
    frame.put(text, at: Position(row: 0, column: 0))
    return Data(frame.text.utf8)
  }

  /// Whether a scalar stands there that may not.
  private static func isUnsafe(_ bytes: Data) -> Bool {
    if bytes.allSatisfy({ 0x20..<0x7F ~= $0 || $0 == 0x0A }) { return false }
    guard let text = String(validating: bytes, as: UTF8.self) else { return true }
    var previous: UInt32 = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: break
      case 0x20..<0x7F: break
      case 0x200C, 0x200D:
        // Part of the spelling in the scripts whose letters join.
        guard 0x0600...0x18AF ~= previous else { return true }
      default: if scalar.isForbiddenOnTerminal { return true }
      }
      previous = scalar.value
    }
    return false
  }
}
