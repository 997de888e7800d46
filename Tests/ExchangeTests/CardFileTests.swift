import Casework
import CustomDump
import Exchange
import Labels
import TestSupport
import Testing
import Wording

/// A file made of bytes says what its cards say, cell by cell.
@Suite struct `A file of records` {
  @Test(arguments: RecordKind.allCases, LabelLanguage.allCases)
  func `says what the cards say`(_ kind: RecordKind, _ language: LabelLanguage) throws {
    var random = SplitMix(seed: UInt64(kind.rawValue.count) &* 31 &+ 7)
    let columns = RecordDescription.of(kind).fields
    for dates in DateStyle.allCases {
      let words = Words(language, dates: dates)
      let cards = (0..<12).map { Self.card(kind, columns, Int64($0 * 997 + 1), &random) }
      let lines = CardLines(kind, columns: columns, words: words)
      for card in cards {
        expectNoDifference(try lines.line(card), Self.line(card, columns, words))
      }
      expectNoDifference(
        try lines.json(cards),
        "[\n" + cards.map { JSONValue($0, columns: columns).text }.joined(separator: ",\n")
          + "\n]\n")
    }
  }

  @Test func `without a record is its header, or nothing in brackets`() throws {
    #expect(try CardLines(.host, columns: [], words: Words(.en)).json([]) == "[]\n")
  }

  /// A spreadsheet would end the cell at a quote that a mark stands on.
  @Test func `doubles a quote whatever stands on it`() {
    let bytes = Array(CSVWriter.line(["a\"\u{301}=1"]).utf8)
    #expect(bytes == Array("\"a\"".utf8) + Array("\"\u{301}=1\"\r\n".utf8))
  }

  /// As people would write the rule down.
  private static func line(_ card: Card, _ columns: [FieldFacts], _ words: Words) -> String {
    let hasNumber = columns.contains { $0.name == "number" }
    let texts = columns.map { ValueText(words).text(card.shown($0.name), of: $0.shape) }
    let cells = ((hasNumber ? [] : [card.number]) + texts).map { text in
      var scalars = String.UnicodeScalarView()
      let first = text.unicodeScalars.first { $0 != "'" }
      if let first, "=+-@\t\r\n\0＝＋－＠".unicodeScalars.contains(first) { scalars.append("'") }
      for scalar in text.unicodeScalars {
        scalars.append(scalar)
        if scalar == "\"" { scalars.append(scalar) }
      }
      return "\"\(String(scalars))\""
    }
    return cells.joined(separator: ",") + "\r\n"
  }

  static let texts = [
    "", "'", "''=1", "=1+1", "＝確認", "-5", "髙田 \"家\"", "\"", "a\"\u{301}b", "\"\"x\"", "عبدالله",
    "မောင်", "ก\u{0E33}", "e\u{301}", "👨‍👩‍👧", "𠮷", "\u{1B}[31m\u{9B}", "\u{202E}x\u{2066}", "a\tb\r\nc",
    "\u{FEFF}",
    "\u{61C}", "½", "…“x”", "\u{7F}\\/", "ｱﾞ", "ふじ 4",
  ]

  private static func card(
    _ kind: RecordKind, _ columns: [FieldFacts], _ id: Int64, _ random: inout SplitMix
  ) -> Card {
    let address = RecordAddress(kind, RecordID(id))
    var card = Card(address, number: address.number)
    for field in columns where random.number(0...9) > 0 {
      card[field.name] = value(of: field, &random)
    }
    return card
  }

  private static func value(of field: FieldFacts, _ random: inout SplitMix) -> FieldValue {
    func text() -> String { random.pick(texts) ?? "" }
    switch field.shape {
    case .text, .longText: return .text(text() + text())
    case .number: return .number(random.pick([0, 7, -3, 10_000, 123_456_789, .max, .min]) ?? 0)
    case .flag: return .flag(random.number(0...1) == 1)
    case .date: return .date(CivilDate(dayNumber: random.number(-37_255...376_199)))
    case .time:
      return ClockTime(hour: random.number(0...23), minute: random.number(0...59))
        .map(FieldValue.time) ?? .absent
    case .instant: return .instant(Instant(Int64(random.number(0...4_000_000_000))))
    case .choice(let catalogue): return random.pick(catalogue.codes).map(FieldValue.code) ?? .absent
    case .choices(let catalogue):
      return .codes(catalogue.codes.filter { _ in random.number(0...3) == 0 })
    case .reference(let kind):
      let description = RecordDescription.of(kind)
      let catalogue = description.titleFields.first.flatMap { description[$0]?.shape.catalogue }
      let address = RecordAddress(kind, RecordID(Int64(random.number(1...99_999))))
      return .link(
        Link(
          address, number: address.number,
          title: random.pick([text(), catalogue?.codes.first ?? "", address.number]) ?? "",
          reading: random.pick(["", "ファティマ", text()]) ?? ""))
    }
  }
}
