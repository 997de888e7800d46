import Casework
import Wording

/// A part of a name that has a column of its own.
package enum NamePart: String, CaseIterable, Sendable {
  case family, given, middle, familyKana, givenKana

  var isKana: Bool { self == .familyKana || self == .givenKana }

  /// How `--map` and a person's choice call it; its words are `caseColumn.<stableName>`.
  package var stableName: String { "name.\(rawValue)" }

  package init?(stableName: String) {
    guard let part = Self.allCases.first(where: { $0.stableName == stableName }) else { return nil }
    self = part
  }
}

/// Joins the parts of names: in Roman letters the given name first, as the papers and this program have
/// it, else the family's, and a reading in the order of the name that it reads.
struct NameParts {
  private let columns: [NamePart: Int]
  /// The field of the whole name, and that of its reading.
  private let whole: String
  private let reading: String

  /// The columns that are parts of a name; empty where the sheet has the whole name, or only one part.
  ///
  /// - Parameter keys: the headers as they are looked for.
  init(_ keys: [String], _ targets: [ColumnMap.Target?], of description: RecordDescription) {
    let names = description.identity.names
    whole = names.first ?? ""
    reading = names.first { $0 == Person.name(\.nameKana) } ?? ""
    var columns: [NamePart: Int] = [:]
    let taken = Set(targets.compactMap { $0?.field?.name })
    let own = keys.indices.filter { targets[$0] == nil && !keys[$0].isEmpty }
    let besides = Self.givenBeside(keys, targets, own, whole: whole, reading: reading)
    for part in NamePart.allCases {
      let field = part.isKana ? reading : whole
      guard !field.isEmpty else { continue }
      if part == .given || part == .givenKana, let beside = besides[part] {
        columns[part] = beside
        continue
      }
      guard besides[part.isKana ? .givenKana : .given] != nil || !taken.contains(field) else {
        continue
      }
      columns[part] =
        own.first { Self.words[part]?.contains(keys[$0]) == true }
        ?? own.first { Self.ownedWords[part]?.contains(keys[$0]) == true }
    }
    if columns[.family] == nil || columns[.given] == nil {
      for part in [NamePart.family, .given, .middle] { columns[part] = nil }
    }
    if columns[.familyKana] == nil || columns[.givenKana] == nil {
      for part in [NamePart.familyKana, .givenKana] { columns[part] = nil }
    }
    self.columns = columns
  }

  /// 名前 beside 名字 is the given name, and not the whole; so is its reading beside that of 名字.
  private static func givenBeside(
    _ keys: [String], _ targets: [ColumnMap.Target?], _ own: [Int], whole: String, reading: String
  ) -> [NamePart: Int] {
    var found: [NamePart: Int] = [:]
    for (family, given, field) in [
      (NamePart.family, NamePart.given, whole), (.familyKana, .givenKana, reading),
    ] {
      func isHeaded(_ index: Int, _ part: NamePart) -> Bool {
        words[part]?.contains(keys[index]) == true
      }
      guard own.contains(where: { isHeaded($0, family) }),
        !own.contains(where: { isHeaded($0, given) })
      else { continue }
      let named = keys.indices.filter { targets[$0]?.field?.name == field }
      if named.count == 1, beside.contains(keys[named[0]]) { found[given] = named[0] }
    }
    return found
  }

  private static let beside = Set(SheetWords.words("name.givenBeside").map(LabelFolding.key))

  private static let words = NamePart.allCases.reduce(into: [NamePart: Set<String>]()) {
    $0[$1] = Set(SheetWords.words("name.\($1.rawValue)").map(LabelFolding.key))
  }

  /// With whose it is before them.
  private static let ownedWords = words.mapValues { words in
    Set(
      SheetWords.words("heading.of").flatMap { owner in
        words.map { LabelFolding.key(owner) + $0 }
      })
  }

  /// What each of the columns is.
  var targets: [(index: Int, target: ColumnMap.Target)] {
    columns.map { ($0.value, .namePart($0.key)) }
  }

  /// The whole names of a row, by field.
  static func joined(_ parts: [NamePart: String], in description: RecordDescription) -> [String:
    String]
  {
    let names = description.identity.names
    var joined: [String: String] = [:]
    let main = [parts[.given], parts[.middle], parts[.family]].compactMap(\.self)
    let isRoman = main.joined().unicodeScalars.allSatisfy { $0.value < 0x250 || $0.value == 0x2019 }
    func join(_ family: NamePart, _ given: NamePart, _ middle: String?) -> String {
      let order =
        isRoman ? [parts[given], middle, parts[family]] : [parts[family], parts[given], middle]
      return order.compactMap(\.self).joined(separator: " ")
    }
    if let field = names.first, !main.isEmpty {
      joined[field] = join(.family, .given, parts[.middle])
    }
    let kana = join(.familyKana, .givenKana, nil)
    if !kana.isEmpty { joined[Person.name(\.nameKana)] = kana }
    return joined
  }
}
