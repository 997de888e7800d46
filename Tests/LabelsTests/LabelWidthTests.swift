import Casework
import Cells
import Labels
import TestSupport
import Testing

/// Words fit where they stand, in columns of the terminal.
struct LabelWidthTests {
  private let width = CellWidth.system

  /// The texts of `keys` wider than `columns`.
  private func tooWide(_ language: LabelLanguage, _ keys: [String], than columns: Int) -> [String] {
    let words = Words(language)
    return keys.compactMap { words.text(ifAny: $0) }.filter { width.columns(of: $0) > columns }
  }

  private func keys(_ group: String, _ suffix: String) -> [String] {
    let found = Words(.ja).keys.filter { $0.hasPrefix(group + ".") && $0.hasSuffix(suffix) }
    return suffix.isEmpty ? found.filter { $0.split(separator: ".").count == 2 } : found
  }

  @Test(arguments: RecordKind.allCases, LabelLanguage.allCases)
  func `headers and choices fit their column`(kind: RecordKind, language: LabelLanguage) {
    let words = Words(language)
    for field in RecordDescription.of(kind).fields {
      guard let column = [field.column, field.volunteerColumn].compactMap(\.?.width).min() else {
        continue
      }
      let key = field.labelKey(in: kind)
      let header = words.text(ifAny: key + ".column") ?? words(key)
      #expect(width.columns(of: header) <= column, "\(key): \(header)")
      guard case .choice(let catalogue) = field.shape, !Self.mayBeCut.contains(catalogue.name)
      else { continue }
      // The letter of a case's status and a blank stand in front.
      let room = catalogue == CaseStatus.catalogue ? column - 2 : column
      for key in catalogue.codes.map(catalogue.labelKey) {
        let label = words.text(ifAny: key + ".short") ?? words(key)
        #expect(width.columns(of: label) <= room, "\(key): \(label)")
      }
    }
  }

  /// Names that no column can hold in full.
  private static let mayBeCut = ["country", "language", "prefecture"]

  @Test(arguments: LabelLanguage.allCases)
  func `commands fit their boxes and the hint line`(language: LabelLanguage) {
    let (label, hint) = language == .en ? (14, 9) : (12, 6)
    #expect(keys("command", "").count > 40)
    #expect(tooWide(language, keys("command", ""), than: label) == [])
    #expect(tooWide(language, keys("command", ".hint"), than: hint) == [])
  }

  @Test(arguments: LabelLanguage.allCases)
  func `field labels fit the column of a form`(language: LabelLanguage) {
    let (allowed, usual) = language == .ja ? (12, 10) : language == .en ? (14, 14) : (12, 12)
    let labels = RecordKind.allCases.flatMap { kind in
      RecordDescription.of(kind).fields.filter { !$0.uses.contains(.noForm) }
        .map { $0.labelKey(in: kind) }
    }
    #expect(tooWide(language, labels, than: allowed) == [])
    #expect(Set(tooWide(language, labels, than: usual)).isSubset(of: Self.wideLabels))
  }

  /// What a shorter word would say wrongly.
  private static let wideLabels: Set<String> = [
    "ボランティア", "本国連絡禁止", "ゲスト同意日", "ホスト同意日", "こころの健康", "家族・子ども", "出頭・届出日",
  ]

  @Test(arguments: LabelLanguage.allCases)
  func `short words are short`(language: LabelLanguage) {
    #expect(tooWide(language, keys("caseStatus", ".short"), than: 6) == [])
    #expect(tooWide(language, keys("kind", ".short"), than: 12) == [])
    #expect(tooWide(language, keys("mode", ""), than: 7) == [])
  }

  @Test(arguments: LabelLanguage.allCases)
  func `the tabs of all screens leave room for a name`(language: LabelLanguage) {
    let names = ["today", "cases", "homestays", "salons", "jobs", "registers"]
    // A digit before and a blank behind each, brackets around the open one.
    let tabs = names.map { "1\(Words(language)("screen.\($0)")) " }.joined() + "[]"
    #expect(width.columns(of: tabs) <= 70)
  }

  /// The smallest screen has 40 columns, the one that is too small still fewer.
  @Test(arguments: LabelLanguage.allCases)
  func `the sentence about the size fits a small screen`(language: LabelLanguage) {
    #expect(tooWide(language, ["desk.tooSmall"], than: 39) == [])
  }
}

extension FieldFacts {
  /// A borrowed field is called as in the record it comes from.
  fileprivate func labelKey(in kind: RecordKind) -> String {
    if case .borrowed(_, let source) = origin { return "\(source.rawValue).\(name)" }
    // What is called alike everywhere has one word for all kinds.
    let own = "\(kind.rawValue).\(name)"
    return Words(.ja).text(ifAny: own) == nil ? "field.\(name)" : own
  }
}
