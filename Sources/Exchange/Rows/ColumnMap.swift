package import Casework
import Labels
import Wording

/// Which column of a sheet is which field.
package struct ColumnMap: Sendable {
  /// What a column is.
  package enum Target: Hashable, Sendable {
    case field(FieldFacts)
    /// A field of a record of its own about the case of the row.
    case part(CaseColumn)
    /// What the sheet calls a household.
    case household
    /// What the record is called whose number another column gives.
    case called(FieldFacts)
    /// The day of the record that another column names.
    case day(of: FieldFacts)
    /// A part of a name, which is joined with the others.
    case namePart(NamePart)
    /// The number staff use, of a kind that has no field for it: not read, but kept where
    /// it is a number of somebody else's.
    case number
    /// Kept by the program itself: not read from the sheet of an export, else as one unknown.
    case kept
    /// A remark of an earlier import, not read.
    case remark
    /// The Individual Number (個人番号, My Number): whoever may not ask for it may not keep it either
    /// (番号法 第20条), so it is read nowhere.
    case individualNumber
    /// Each of its cells is a record about what the heading names.
    case occasion
    /// Counts the rows, and is not read.
    case counter
    /// No field: its text is kept in a note.
    case unknown
  }

  package let kind: RecordKind
  package let header: [String]
  /// One for each column of the header.
  package private(set) var targets: [Target]
  /// The columns of which somebody said what they are.
  let told: Set<Int>
  /// The column of a number that may be this store's as well as somebody else's.
  let unclaimedNumber: Int?

  /// What is not clear of a header; a sheet that is read from the command line is refused for it.
  package private(set) var doubts: [Int: SheetColumn.Doubt] = [:]
  /// The kind that far more of the columns are fields of.
  package private(set) var otherKind: RecordKind?

  /// - Parameters:
  ///   - header: the first row of the sheet.
  ///   - chosen: what the person said a column is, by what they call it: its heading, its number or its
  ///     letters; the name of a field, or `noField` where it is none.
  /// - Throws: `unclearColumn` where a header may be a field whose day the law counts from, and may
  ///   as well be another day.
  package init(
    header: [String], description: RecordDescription, chosen: [String: String] = [:]
  ) throws(SheetProblem) {
    try self.init(
      header, description, ToldColumns(chosen, header, description).targets, isAsking: false)
  }

  /// What is not clear is left to the person and stands in `doubts`.
  ///
  /// - Parameter columns: what the person said a column is, by its position; see `SheetChoices`.
  package init(
    header: [String], description: RecordDescription, columns: [Int: String]
  ) throws(SheetProblem) {
    var told: [Int: Target] = [:]
    for (index, name) in columns where header.indices.contains(index) {
      told[index] =
        name == SheetChoices.noField ? .unknown : Self.target(named: name, of: description)
    }
    try self.init(header, description, told, isAsking: true)
  }

  private init(
    _ header: [String], _ description: RecordDescription, _ told: [Int: Target], isAsking: Bool
  ) throws(SheetProblem) {
    if description.isMadeByStore { throw .derivedKind(description.kind) }
    let keys = HeaderNames.Keys(header)
    let folded = keys.keys
    var names = HeaderNames.of(description)
    // Whoever says what a column is knows what kind of sheet it is.
    if told.isEmpty {
      do throws(SheetProblem) {
        try OtherKind.ask(keys, names, of: description)
      } catch {
        guard isAsking, case .otherKind(let kind, _, _, _) = error else { throw error }
        otherKind = kind
      }
    }
    names.take(told.values.filter(\.isRead))
    kind = description.kind
    self.told = Set(told.keys)
    self.header = header.map(\.onOneLine)
    var found = names.targets(of: keys, told)
    for (index, target) in NameParts(folded, found, of: description).targets {
      found[index] = target
    }
    for (index, doubt) in Self.unclear(header, folded, found, of: description) {
      guard isAsking else { throw doubt.problem }
      doubts[index] = .mayBe(doubt.field.name)
    }
    var targets = zip(found, folded).map { target, key in
      target ?? (Self.individualNumbers.contains(key) ? .individualNumber : .unknown)
    }
    unclaimedNumber = OwnNumbers(description).choose(among: &targets, folded, told)
    let isExport =
      targets.contains(.number) || targets.contains { $0.field?.name == Case.name(\.number) }
    if !isExport { Self.disown(&targets, of: description) }
    if let own = description["household"], !targets.contains(.field(own)),
      let column = folded.indices.first(where: {
        told[$0] == nil && Self.householdNumbers.contains(folded[$0])
      })
    {
      targets[column] = .household
    }
    Self.pair(&targets, folded, of: description)
    // A sheet of this program's with nothing but what it keeps itself changes nothing.
    let isOwn = isExport && targets.allSatisfy { $0 == .kept || $0 == .number }
    guard isAsking || isOwn || targets.contains(where: \.isRead) else { throw .noKnownColumn }
    for (index, target) in targets.enumerated() where target.isRead {
      // What the person said goes before what only looks so.
      let twins = targets.indices.filter { targets[$0] == target && $0 != index }
      guard let twin = twins.first(where: { told[$0] != nil }) ?? twins.first(where: { $0 < index })
      else { continue }
      if !isAsking, told[twin] == nil, told[index] == nil,
        let isFirst = names.isBefore(folded[twin], folded[index])
      {
        targets[isFirst ? index : twin] = .unknown
        continue
      }
      guard isAsking else { throw .sameField(header[twin], header[index], [twin, index]) }
      guard told[index] == nil || twin < index && told[twin] != nil else { continue }
      targets[index] = .unknown
      doubts[index] = .twin(twin)
    }
    self.targets = targets
  }

  /// With columns that name what their cells are about, and without those that count the rows.
  func replacing(_ occasions: [Int], countingRows: [Int]) -> ColumnMap {
    var map = self
    for index in countingRows { map.targets[index] = .counter }
    for index in occasions { map.targets[index] = .occasion }
    return map
  }

  /// The columns that are no field, by the words of the header.
  package var unknown: [String] {
    zip(header, targets).compactMap { $1 == .unknown && !$0.isEmpty ? $0 : nil }
  }

  /// The columns of Individual Numbers, which are not kept.
  package var individualNumbers: [String] {
    zip(header, targets).compactMap { $1 == .individualNumber ? $0 : nil }
  }

  /// Whether a column has the number of the source, so that a number elsewhere cannot stand for it.
  var hasSourceNumber: Bool {
    targets.contains { $0.field?.name == Case.name(\.sourceNumber) }
  }

  /// Whether records of the kind have a number of their own beside their letter.
  private static func isNumbered(_ kind: RecordKind) -> Bool {
    RecordDescription.of(kind).hasOwnNumber
  }

  /// What only this program gives means something else in a sheet that is not its own.
  ///
  /// 本人 is a name there, コード a code of theirs. None of it is passed over.
  private static func disown(_ targets: inout [Target], of description: RecordDescription) {
    let vias = Set(description.lenders.map(\.via))
    let name = description.identity.names.first.flatMap { description[$0] }.map(Target.field)
    for index in targets.indices {
      switch targets[index] {
      case .kept: targets[index] = .unknown
      case .field(let field) where vias.contains(field.name):
        let isNamed = targets.contains { if case .namePart = $0 { true } else { $0 == name } }
        targets[index] = isNamed ? .unknown : name ?? .unknown
      case .field(let field) where description.hasOwnNumber && Case.given.contains(field.name):
        targets[index] = .unknown
      default: break
      }
    }
  }

  private static let individualNumbers = Set(
    SheetWords.words("individualNumber").map(LabelFolding.key))
  private static let householdNumbers = Set(
    SheetWords.words("household.number").map(LabelFolding.key))

  /// Of two columns for one record, its number and its name, the name tells whether the number is right.
  private static func pair(
    _ targets: inout [Target], _ header: [String], of description: RecordDescription
  ) {
    let labels = LabelLanguage.allCases.compactMap { language in
      RecordDescription.of(.case)[\Case.number].map {
        ValueText(Words(language)).label(of: $0, in: .case)
      }
    }
    let numbers = Set((OwnNumbers.names + labels).map(LabelFolding.key))
    for field in description.fields {
      guard case .reference(let kind) = field.shape, Self.isNumbered(kind) else { continue }
      let columns = targets.indices.filter { targets[$0] == .field(field) }
      guard columns.count == 2, let number = columns.first(where: { numbers.contains(header[$0]) }),
        let name = columns.first(where: { !numbers.contains(header[$0]) })
      else { continue }
      targets[number] = .field(field)
      targets[name] = .called(field)
    }
  }

  /// A header that might be a field, where no other column is that field.
  private struct Unclear {
    let field: FieldFacts
    let problem: SheetProblem
  }

  private static func unclear(
    _ header: [String], _ keys: [String], _ targets: [Target?], of description: RecordDescription
  ) -> [(Int, Unclear)] {
    var unclear: [(Int, Unclear)] = []
    for (field, key, asked) in asked.value(of: description.kind, { Asked(description) }).fields
    where !targets.contains(.field(field)) {
      for (index, target) in targets.enumerated()
      where target == nil && asked.contains(keys[index]) {
        let heading = header[index].onOneLine
        let problem = SheetProblem.unclearColumn(heading, field: field.name, key: key)
        unclear.append((index, Unclear(field: field, problem: problem)))
      }
    }
    return unclear
  }

  /// The headers that might be a field, by what the label tables call it.
  private struct Asked: Sendable {
    let fields: [(field: FieldFacts, key: String, asked: Set<String>)]

    init(_ description: RecordDescription) {
      fields = description.fields.flatMap { field in
        LabelLanguage.allCases.map { language in
          let words = Words(language)
          let key = ValueText(words).key(of: field, in: description.kind)
          return (
            field, key,
            Set(words.alternatives("\(key).asked").map(LabelFolding.key)).subtracting([""])
          )
        }
      }.filter { !$0.asked.isEmpty }
    }
  }
  private static let asked = MadeOnce<RecordKind, Asked>()

  /// A header as it is looked for; # alone is a number.
  static func key(_ header: String) -> String {
    LabelFolding.key(["#", "＃", "♯"].contains(header.trimmed) ? "No" : header)
  }

  static func target(named name: String, of description: RecordDescription) -> Target? {
    if let field = description[name], field.isWritable { return .field(field) }
    if let part = NamePart(stableName: name), !description.identity.names.isEmpty {
      return .namePart(part)
    }
    if let part = description.part(named: name) { return .part(part) }
    let named = HeaderNames.of(description)[LabelFolding.key(name)]
    return named.flatMap { $0.isRead ? $0 : nil }
  }

  /// The day that tells records of one name apart.
  private static func dayOfIdentity(_ kind: RecordKind) -> FieldFacts? {
    let description = RecordDescription.of(kind)
    return description.identity.keys.lazy.compactMap { description[$0] }.first { $0.shape == .date }
  }

  /// The stable name of a field that somebody calls by its label in any language; nil where it is none.
  package static func name(of text: String, in description: RecordDescription) -> String? {
    let target = target(named: text, of: description)
    return target?.field?.name ?? target?.part?.name
  }

  /// What the fields are called by this program, in any language.
  static func ownNames(of description: RecordDescription) -> Set<String> {
    let fields = description.fields.filter(\.isWritable)
    let labels = LabelLanguage.allCases.map { ValueText(Words($0)) }.flatMap { texts in
      fields.flatMap { field in
        [
          texts.label(of: field, in: description.kind),
          texts.header(of: field, in: description.kind),
        ]
      }
    }
    return Set((fields.map(\.name) + labels).map(LabelFolding.key))
  }

  /// Every name of every field: its stable name, its labels, then what else it is called.
  ///
  /// Where two fields have one name, the first counts. Fields that the program keeps itself come
  /// last: they are passed over in a sheet with the records' numbers, which comes from an export,
  /// and else
  /// is the sheet's own and kept.
  static func names(of description: RecordDescription) -> [String: Target] {
    let languages = LabelLanguage.allCases.map { Words($0) }
    var names: [String: Target] = [:]
    func add(_ text: String?, _ target: Target) {
      let key = LabelFolding.key(text ?? "")
      if !key.isEmpty, names[key] == nil { names[key] = target }
    }
    func addLabels(_ field: FieldFacts, _ target: Target) {
      for words in languages {
        add(ValueText(words).label(of: field, in: description.kind), target)
      }
    }
    let fields = description.fields.filter(\.isWritable)
    for field in fields { add(field.name, .field(field)) }
    for field in fields { addLabels(field, .field(field)) }
    for words in languages {
      add(words("export.number"), description[\Case.number].map(Target.field) ?? .number)
      SheetWords.words("record.start").forEach { add($0, .remark) }
      add(words("import.row"), .remark)
      add(words("import.reason"), .remark)
      for field in fields {
        add(ValueText(words).header(of: field, in: description.kind), .field(field))
        let key = ValueText(words).key(of: field, in: description.kind)
        words.alternatives("\(key).alias").forEach { add($0, .field(field)) }
      }
    }
    if let number = description[\Case.sourceNumber] {
      for name in OwnNumbers.names { add(name, .field(number)) }
    }
    for use in SheetWords.uses("header.\(description.kind.rawValue).") {
      let name = String(use.drop { $0 != "." }.dropFirst().drop { $0 != "." }.dropFirst())
      let target =
        description[name].map(Target.field) ?? description.part(named: name).map(Target.part)
      if let target { SheetWords.words(use).forEach { add($0, target) } }
    }
    for field in fields {
      guard case .reference(let kind) = field.shape, isNumbered(kind), field.name == kind.rawValue
      else { continue }
      for name in OwnNumbers.claimedNames { add(name, .field(field)) }
    }
    for field in fields {
      guard case .reference(let kind) = field.shape, let day = dayOfIdentity(kind) else { continue }
      for words in languages {
        add(ValueText(words).label(of: day, in: kind), .day(of: field))
      }
      SheetWords.words("header.day").forEach { add($0, .day(of: field)) }
    }
    for column in description.parts {
      add(column.name, .part(column))
      if let field = description[column.name] { addLabels(field, .part(column)) }
      for words in languages {
        add(words(column.labelKey), .part(column))
        if let field = description[column.name] {
          add(ValueText(words).header(of: field, in: description.kind), .part(column))
        }
        words.alternatives("\(column.labelKey).alias").forEach { add($0, .part(column)) }
      }
    }
    for field in description.fields where !field.isWritable {
      add(field.name, .kept)
      addLabels(field, .kept)
    }
    return names
  }
}

extension ColumnMap.Target {
  var field: FieldFacts? { if case .field(let field) = self { field } else { nil } }
  var part: CaseColumn? { if case .part(let column) = self { column } else { nil } }
  var isRead: Bool { if case .namePart = self { true } else { field != nil || part != nil } }
}
