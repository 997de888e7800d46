import Casework
import CustomDump
import Exchange
import Labels
import Testing

/// What is exported comes back the same by an import.
struct RoundTripTests {
  @Test(arguments: RecordKind.allSaved, LabelLanguage.allCases)
  func `imports what it exported`(_ kind: RecordKind, _ language: LabelLanguage) throws {
    let description = RecordDescription.of(kind)
    let columns = description.fields.filter(\.isWritable)
    var card = Card(RecordAddress(kind, RecordID(7)), number: "X-0007")
    for field in columns { card[field.name] = Self.value(of: field) }
    let writer = CardLines(kind, columns: columns, words: Words(language))
    let file = try CSVWriter.byteOrderMark + writer.header + writer.line(card)
    let sheet = try SheetReader.read(Array(file.utf8))
    let map = try ColumnMap(header: sheet.header, description: description)
    let row = try #require(sheet.rows.map(RowReader(map).row).first)
    let expected = Dictionary(
      uniqueKeysWithValues: columns.map { ($0.name, Self.imported(card[$0.name])) })
    var imported = ImportRow(number: 2, values: expected)
    for field in columns {
      if case .link(let link) = card[field.name] {
        imported.called[field.name] = language.base == .ja ? link.reading : link.title
      }
    }
    expectNoDifference(row, imported)
  }

  @Test(arguments: ["1990", "1990-03", "1990-03-05", ""], LabelLanguage.allCases)
  func `imports a date of birth as far as it is known`(text: String, language: LabelLanguage) throws
  {
    let kind = RecordKind.case
    let description = RecordDescription.of(kind)
    for isWhole in [true, false] {
      let columns = description.fields.filter {
        ["nameRoman", "birthDate"].contains($0.name) || isWhole && $0.name == "birthDatePrecision"
      }
      var card = Card(RecordAddress(kind, RecordID(7)), number: "2026-0007")
      card["nameRoman"] = .text("A")
      let precisions = [0: "unknown", 4: "year", 7: "month", 10: "exact"]
      let precision = try #require(precisions[text.count])
      // Whatever day stands for the rest.
      card["birthDate"] = CivilDate(iso: "1990-03-05").map(FieldValue.date) ?? .absent
      card["birthDatePrecision"] = .code(precision)
      let writer = CardLines(kind, columns: columns, words: Words(language))
      #expect(try writer.line(card).contains("\"\(text)\""))
      #expect(
        JSONValue(card, columns: columns).text.contains(text.isEmpty ? "null" : "\"\(text)\""))
      let sheet = try SheetReader.read(Array((writer.header + writer.line(card)).utf8))
      let map = try ColumnMap(header: sheet.header, description: description)
      let row = try #require(sheet.rows.map(RowReader(map).row).first)
      #expect(row.problems == [])
      #expect(BirthDate(row.values)?.text ?? "" == text)
    }
  }

  /// Something in every field, the awkward where there is a choice.
  private static func value(of field: FieldFacts) -> FieldValue {
    switch field.shape {
    case .text where field.name == "number": .text("2026-0042")
    case .text: .text("=\(field.name) \"佐々木\", 'x")
    case .longText: .text("＝一行目\n\n三行目")
    case .number(let range): .number(range.upperBound)
    case .flag: .flag(true)
    case .date: CivilDate(year: 2024, month: 2, day: 29).map(FieldValue.date) ?? .absent
    case .time: ClockTime(hour: 9, minute: 5).map(FieldValue.time) ?? .absent
    case .instant: .absent
    // Of what is not known there is no day to write; the others are tried by themselves.
    case .choice(DatePrecision.catalogue): DatePrecision.exact.fieldValue
    case .choice(let catalogue): catalogue.codes.last.map(FieldValue.code) ?? .absent
    case .choices(let catalogue): .codes(catalogue.codes)
    case .reference(let kind):
      .link(
        Link(
          RecordAddress(kind, RecordID(3)),
          number: kind == .case ? "2026-0042" : "\(kind.letter)-0003",
          title: "ANDREA HERRERA", reading: "ファティマ"))
    }
  }

  private static func imported(_ value: FieldValue) -> FieldValue {
    if case .link(let link) = value { .text(link.number) } else { value }
  }
}
