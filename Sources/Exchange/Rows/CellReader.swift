package import Casework
import Labels
import Wording

/// Reads the text of a cell as the value of a field, as people write it in either language.
package struct CellReader: Sendable {
  private let choices: [String: SheetChoice]
  private let yes: Set<String>
  private let no: Set<String>
  private static let made = MadeOnce<String, SheetChoice>()

  /// - Parameter fields: those that are to be read.
  package init(_ fields: some Sequence<FieldFacts>) {
    let words = LabelLanguage.allCases.map { Words($0) }
    let catalogues = Set(fields.compactMap(\.shape.catalogue))
    choices = Dictionary(
      uniqueKeysWithValues: catalogues.map { catalogue in
        (
          catalogue.name,
          Self.made.value(of: catalogue.name) { SheetChoice(catalogue, words: words) }
        )
      })
    func all(_ keys: String...) -> Set<String> {
      Set(words.flatMap { words in keys.flatMap(words.alternatives) }.map(Self.plain))
    }
    yes = all("import.true", "flag.true")
    no = all("import.false", "flag.false")
  }

  /// The value of a cell; absent where it is blank.
  ///
  /// - Parameter order: in which the dates of the column are written, where that is known.
  ///
  /// A reference stays text: the number alone where the text begins with one, else the words.
  package func read(
    _ text: String, as field: FieldFacts, order: DayOrder? = nil
  ) throws(FieldProblem) -> FieldValue {
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else { return .absent }
    func wrong(_ code: FieldProblem.Code) -> FieldProblem {
      FieldProblem(field.name, code, .text(trimmed.excerpt))
    }
    switch field.shape {
    case .text: return .text(trimmed.onOneLine)
    case .longText: return .text(trimmed.withPlainLineEnds)
    case .reference: return .text(Self.recordNumber(trimmed) ?? trimmed.onOneLine)
    case .number:
      if let number = NumberText.read(trimmed) { return .number(number) }
      guard field.isMinutes, let minutes = DurationText.minutes(trimmed) else {
        throw wrong(.notANumber)
      }
      return .number(minutes)
    case .flag:
      let plain = Self.plain(trimmed)
      if yes.contains(plain) { return .flag(true) }
      if no.contains(plain) { return .flag(false) }
      throw wrong(.notAFlag)
    case .date where field.isBirth:
      do {
        return try .birth(trimmed, order: order)
      } catch { throw serial(trimmed, field) ?? wrong(error.code) }
    case .date:
      switch DateText.read(trimmed, order: order) {
      case .date(let date): return .date(date)
      case .ambiguous: throw wrong(.ambiguousDate)
      case .notADate: throw serial(trimmed, field) ?? wrong(.notADate)
      }
    case .time:
      guard let time = ClockTime(text: trimmed) else { throw wrong(.wrongType) }
      return .time(time)
    case .instant: throw wrong(.readOnly)
    case .choice(let catalogue):
      if let code = choices[catalogue.name]?.code(trimmed) { return .code(code) }
      guard field.name == Person.name(\.birthCountry), Self.isInJapan(trimmed) else {
        throw wrong(.notAChoice)
      }
      return Country.japan.fieldValue
    case .choices(let catalogue):
      guard let codes = choices[catalogue.name]?.list(trimmed) else { throw wrong(.notAChoice) }
      return codes.isEmpty ? .absent : .codes(codes)
    }
  }

  /// A number of days of a spreadsheet, which nobody meant to be seen: named as the day that it is.
  private func serial(_ text: String, _ field: FieldFacts) -> FieldProblem? {
    DateText.ofSerial(text).map {
      FieldProblem(field.name, .serialDate, .text(text), .text($0.description))
    }
  }

  private static let prefectures = SheetChoice(
    Prefecture.catalogue, words: LabelLanguage.allCases.map { Words($0) })
  private static let prefectureNames = Prefecture.catalogue.codes.map {
    Words(.ja)(Prefecture.catalogue.labelKey($0))
  }

  /// Whether a place of birth is one in Japan: 東京都新宿区, Tokyo (Japan), 大阪府 病院.
  static func isInJapan(_ text: String) -> Bool {
    prefectureNames.contains { text.hasPrefix($0) }
      || text.split { $0.isWhitespace || ",、(（)）/".contains($0) }
        .contains { $0.contains(where: \.isLetter) && prefectures.code(String($0)) != nil }
  }

  /// The number in front of a name, as an export writes a reference: `H-0021 Sato family`.
  static func recordNumber(_ text: String) -> String? {
    let word = JapaneseDigits.toASCII(text.onOneLine).prefix { $0 != " " }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count >= 4, parts[1].allSatisfy(isDigit),
      (1...2).contains(parts[0].count) && parts[0].allSatisfy(isCapital)
        || parts[0].count == 4 && parts[0].allSatisfy(isDigit)
    else { return nil }
    return String(word)
  }

  /// Whether a text has the form of the numbers that the store gives cases.
  static func isCaseNumber(_ text: String) -> Bool {
    recordNumber(text)?.first.map(isDigit) ?? false
  }

  /// What stands behind that number; nil where there is no number or nothing behind it.
  static func nameAfterNumber(_ text: String) -> String? {
    guard recordNumber(text) != nil else { return nil }
    let name = text.onOneLine.drop { !$0.isWhitespace }.trimmingPrefix(while: \.isWhitespace)
    return name.isEmpty ? nil : String(name)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
  private static func isCapital(_ character: Character) -> Bool { ("A"..."Z").contains(character) }

  private static func plain(_ text: String) -> String {
    JapaneseDigits.toASCII(text).lowercased().trimmed
  }
}
