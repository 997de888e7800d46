import Casework
import Labels
import Wording

/// What the headers of a kind are called, and what a header means that is called otherwise.
struct HeaderNames: Sendable {
  private var names: [String: ColumnMap.Target]
  /// What only this program gives, which no reading of another header leads to.
  private let given: Set<String>
  /// What the fields are called here, and of what others call them the last choice.
  private let own: Set<String>
  private let last: Set<String>

  private static let made = MadeOnce<RecordKind, HeaderNames>()

  static func of(_ description: RecordDescription) -> HeaderNames {
    made.value(of: description.kind) { HeaderNames(description) }
  }

  private init(_ description: RecordDescription) {
    names = ColumnMap.names(of: description)
    own = ColumnMap.ownNames(of: description)
    var last: Set<String> = []
    let prefix = "weak.\(description.kind.rawValue)."
    for use in SheetWords.uses(prefix) {
      guard let field = description[String(use.dropFirst(prefix.count))] else { continue }
      for key in SheetWords.words(use).map(LabelFolding.key) where names[key] == nil {
        names[key] = .field(field)
        last.insert(key)
      }
    }
    self.last = last
    given = Set(description.lenders.map(\.via)).union(description.hasOwnNumber ? Case.given : [])
  }

  subscript(_ key: String) -> ColumnMap.Target? { names[key] }

  /// Columns that the person named take their fields from those that only look like them.
  mutating func take(_ targets: some Sequence<ColumnMap.Target>) {
    let taken = Set(targets)
    if !taken.isEmpty { names = names.filter { !taken.contains($0.value) } }
  }

  /// What each header means: what is called just so first, then what a form wrote around it, where no
  /// other column is that.
  ///
  /// - Parameter told: what the person said of columns, by their position.
  func targets(
    of header: Keys, _ told: [Int: ColumnMap.Target] = [:]
  ) -> [ColumnMap.Target?] {
    var targets = header.keys.indices.map { told[$0] ?? names[header.keys[$0]] }
    var taken = Set(targets.compactMap(\.self))
    for (index, readings) in header.readings.enumerated() where targets[index] == nil {
      let found = readings.lazy.compactMap { names[$0] }
        .first { $0.isRead && !taken.contains($0) && !given.contains($0.field?.name ?? "") }
      if let found {
        targets[index] = found
        taken.insert(found)
      }
    }
    return targets
  }

  /// Whether a heading says a field by its own name and another only by one of others; nil where neither
  /// goes before.
  func isBefore(_ key: String, _ other: String) -> Bool? {
    func rank(_ key: String) -> Int { own.contains(key) ? 0 : last.contains(key) ? 2 : 1 }
    return rank(key) == rank(other) ? nil : rank(key) < rank(other)
  }

  /// How many of them are known.
  static func count(_ targets: [ColumnMap.Target?]) -> Int {
    targets.count { $0.map { $0.isRead || $0 == .number } ?? false }
  }

  /// Headers as they are looked for, whatever kind of record they are of.
  struct Keys {
    let keys: [String]
    /// Of the first columns, what else each may be called.
    fileprivate let readings: [[String]]

    /// What is longer is a text, and no header.
    private static let longest = 400
    /// A table with more columns has headers that are called just so.
    private static let mostRead = 300

    init(_ header: [String]) {
      keys = header.map { $0.utf8.count > Self.longest ? "" : ColumnMap.key($0) }
      readings = header.prefix(Self.mostRead).map { text in
        text.utf8.count > Self.longest
          ? [] : HeaderNames.readings(of: text).map(ColumnMap.key)
      }
    }
  }

  /// What a header may be without its marks, without the group that it stands in, and without whose it
  /// is: 氏名（必須）, person/name, Client name.
  private static func readings(of header: String) -> [String] {
    var readings: [String] = []
    let plain = withoutMarks(header.onOneLine.trimmed)
    if plain != header { readings.append(plain) }
    if let last = plain.split(whereSeparator: { "/.:：>＞|-".contains($0) }).last,
      last.count < plain.count
    {
      readings.append(String(last))
    }
    for reading in [plain] + readings {
      for owner in SheetWords.words("heading.of") {
        guard let range = reading.range(of: owner, anchored: true) else { continue }
        let rest = reading[range.upperBound...].drop { " 　_-の".contains($0) }
        if !rest.isEmpty { readings.append(String(rest)) }
      }
    }
    return readings
  }

  private static func withoutMarks(_ header: String) -> String {
    var text = header
    while let last = text.last, "*＊※".contains(last) || last.isWhitespace { text.removeLast() }
    while let first = text.first, "*＊※■●◆".contains(first) || first.isWhitespace {
      text.removeFirst()
    }
    guard let last = text.last, ")）]］】".contains(last),
      let open = text.lastIndex(where: { "(（[［【".contains($0) })
    else { return text }
    let inside = LabelFolding.key(String(text[text.index(after: open)...].dropLast()))
    return marks.contains(inside) ? withoutMarks(String(text[..<open])) : text
  }
}

extension HeaderNames {
  private static let marks = Set(SheetWords.words("heading.mark").map(LabelFolding.key))
}

extension String {
  fileprivate func range(of word: String, anchored: Bool) -> Range<String.Index>? {
    let prefix = prefix(word.count)
    return prefix.lowercased() == word.lowercased() ? prefix.startIndex..<prefix.endIndex : nil
  }
}
