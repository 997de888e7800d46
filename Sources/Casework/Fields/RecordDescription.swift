/// What every module derives its work from: the fields of a kind of record, without its struct.
package final class RecordDescription: Sendable {
  package let kind: RecordKind
  /// Own fields in their order, each borrowed field after the reference it comes through.
  package let fields: [FieldFacts]
  /// The fields in the record's own table.
  package let stored: [FieldFacts]
  /// The reference fields through which fields are borrowed.
  package let lenders: [(via: String, from: RecordKind)]
  /// The field that says how a record stands: its status, stage or result.
  package let statusField: FieldFacts?
  /// Whether the store gives a record a number of its own, as it does a case.
  package let hasOwnNumber: Bool
  /// The fields a person recognises a record by, in any writing; `titles(in:)` says which comes first.
  package let titleFields: [String]
  /// The fields that say what others say, by what they say in which writing.
  let rewritten: [Rewriting: String]
  package let timelineField: String?
  package let defaultSort: String
  /// The day by which something is to be done about a record that is open.
  package let dueField: String?
  /// How records are looked at where people would rather look than read.
  package let picture: RecordPicture?
  /// Whether a record leaves the house in a file only where `mayLeave` says so.
  package let isHeldBack: Bool
  /// What the form of a new record asks first.
  package let asksFirst: [String]
  /// The fields that are read and filled in together.
  package let groups: [FieldGroup]
  /// What volunteers may do with records of the kind.
  package let access: Access
  /// Whether what a record says is never rewritten, only answered by a new record.
  package let keepsHistory: Bool
  /// What makes a row of a sheet and a record of the kind one.
  package let identity: Identity
  /// How a sheet may hold its records as marks in a grid.
  package let grid: SheetGrid?
  /// What a new record holds where nobody said otherwise, such as the first status of a case.
  package let emptyValues: [String: FieldValue]
  private let byName: [String: Int]
  /// Whose deadlines count from records of the kind.
  package let feedsDeadlines: DeadlineFeed
  /// What the rules of the kind need to know of other records.
  package let needs: FactNeeds
  private let complete:
    @Sendable ([String: FieldValue], [String: FieldValue]?, WriteContext) -> [String: FieldValue]
  private let allowsLeaving: @Sendable ([String: FieldValue], CaseFacts) -> Bool
  private let validate:
    @Sendable ([String: FieldValue], [String: FieldValue]?, CaseFacts) -> [FieldProblem]

  init<R: Record>(_ record: R.Type) {
    kind = R.kind
    let fields = Self.fields(of: record)
    self.fields = fields
    stored = fields.filter { $0.origin == .stored }
    lenders = fields.reduce(into: []) { lenders, field in
      if case .borrowed(let via, let from) = field.origin,
        !lenders.contains(where: { $0.via == via })
      {
        lenders.append((via, from))
      }
    }
    statusField =
      ["status", "stage", "result"].lazy.compactMap { name in
        fields.first { $0.name == name }
      }.first
    hasOwnNumber = fields.contains { $0.name == Case.name(\.number) }
    let rewriting = fields.compactMap { field in field.rewrites.map { ($0, field.name) } }
    rewritten = Dictionary(rewriting) { first, _ in first }
    titleFields =
      R.titleFields
      + rewriting.filter { R.titleFields.contains($0.0.field) && $0.0.writing == .roman }
      .map(\.1)
    timelineField = R.timelineField
    defaultSort = R.defaultSort
    dueField = R.dueField
    picture = R.picture
    isHeldBack = R.isHeldBack
    asksFirst = R.asksFirst
    groups = R.groups
    access = R.access
    keepsHistory = R.keepsHistory
    identity = R.identity
    grid = R.grid
    feedsDeadlines = R.feedsDeadlines
    needs = R.needs
    emptyValues = R().values.filter { name, value in
      if case .link = value { return false }
      return !value.isAbsent && R.fields.contains { $0.facts.name == name && $0.facts.isWritable }
    }
    byName = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
    complete = { values, before, context in
      let given = R(values: values)
      var settled = given
      settled.settle(before: before.map(R.init(values:)), in: context)
      return settled == given ? values : values.merging(settled.values(otherThan: given)) { $1 }
    }
    allowsLeaving = { R(values: $0).mayLeave($1) }
    validate = { values, before, facts in
      var record = R()
      var problems = record.fill(with: values)
      var earlier: R?
      if let before {
        var old = R()
        _ = old.fill(with: before)
        earlier = old
      }
      guard problems.isEmpty else { return problems.once }
      problems = record.dayProblems(before: earlier, today: facts.today)
      if !facts.isImport { problems += record.kanaProblems(before: earlier) }
      for problem in record.problems(before: earlier, facts: facts)
      where !problems.contains(where: { $0.isSame(as: problem) }) {
        problems.append(problem)
      }
      return problems.once
    }
  }

  package subscript(name: String) -> FieldFacts? { byName[name].map { fields[$0] } }

  /// What a new record holds in a field, its own or a borrowed one, where nobody said otherwise.
  package func emptyValue(of field: FieldFacts) -> FieldValue {
    guard case .borrowed(_, let from) = field.origin else {
      return emptyValues[field.name] ?? .absent
    }
    return Self.of(from).emptyValues[field.name] ?? .absent
  }

  /// What tells apart records that are called by a choice, so that several are called alike: their
  /// days, and the end of a number.
  package var distinguishing: [FieldFacts] {
    guard let title = titleFields.first, case .choice? = self[title]?.shape else { return [] }
    let days = [timelineField, "issuedOn", "expiresOn", "expires", "until", "numberEnding"]
    return days.compactMap { $0.flatMap { self[$0] } }
  }

  /// What a field is called that says which case a record is about, whatever its kind.
  package static let caseField = "case"

  /// What a field is called that says whether something still goes on, whatever the kind.
  package static let openField = "isOpen"

  /// Whether it is told of each record whether it still goes on.
  package var tellsEnds: Bool { self[Self.openField] != nil }

  /// Whether it describes people themselves, of whom one may be known twice.
  package var isOfPersons: Bool { kind == .person }

  /// Whether a record is a case or may be about one.
  package var concernsCase: Bool { kind == .case || self[Self.caseField] != nil }

  /// The case that a record is, or is about.
  package func caseOf(_ id: RecordID?, _ values: [String: FieldValue]) -> RecordID? {
    if kind == .case { return id }
    return values.aboutCase?.address.id
  }

  /// What a sheet of the kind may hold in columns of their own, for records about it.
  package var parts: [CaseColumn] { kind == .case ? CaseColumn.all : [] }

  /// Whether the store makes all of it: nobody adds, edits or imports such a record.
  package var isMadeByStore: Bool { stored.isEmpty }

  /// The reference fields of this record that lead to `kind`.
  package func references(to kind: RecordKind) -> [FieldFacts] {
    fields.filter { $0.origin == .stored && $0.shape == .reference(kind) }
  }

  /// One of `parts`.
  package func part(named name: String) -> CaseColumn? {
    parts.first { $0.name == name }
  }

  /// `values`, stored fields only, with what a write of them brings with it.
  ///
  /// - Parameter before: the values they replace, nil for a new record.
  package func settled(
    _ values: [String: FieldValue], before: [String: FieldValue]?, in context: WriteContext
  ) -> [String: FieldValue] {
    complete(values, before, context)
  }

  /// Whether a record may leave the house in a file.
  ///
  /// - Parameter values: all its own.
  package func mayLeave(_ values: [String: FieldValue], facts: CaseFacts) -> Bool {
    !isHeldBack || allowsLeaving(values, facts)
  }

  /// What is wrong with a record made of `values`, own fields only; empty where it can be saved.
  ///
  /// - Parameters:
  ///   - before: the values it replaces, nil for a new record.
  ///   - facts: what the rules need to know of other records.
  package func problems(
    in values: [String: FieldValue], before: [String: FieldValue]?, facts: CaseFacts = CaseFacts()
  ) -> [FieldProblem] {
    validate(values, before, facts)
  }

  private static func fields<R: Record>(of record: R.Type) -> [FieldFacts] {
    R.fields.flatMap { field in
      let taken = R.borrowed.filter { $0.via == field.facts.name }.flatMap { borrowing in
        let source = borrowing.from.recordType.facts
        return borrowing.fields.compactMap { name in
          source.first { $0.name == name }?.borrowed(by: borrowing)
        }
      }
      return [field.facts] + taken
    }
  }
}

extension Record {
  fileprivate static var facts: [FieldFacts] { fields.map(\.facts) }

  /// The stored fields in which it differs from another.
  fileprivate func values(otherThan other: Self) -> [String: FieldValue] {
    Self.fields.reduce(into: [:]) { result, field in
      let value = field.read(self)
      if field.facts.origin == .stored, value != field.read(other) {
        result[field.facts.name] = value
      }
    }
  }

  /// Takes over `values`; returns what does not fit.
  fileprivate mutating func fill(with values: [String: FieldValue]) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    for field in Self.fields where field.facts.isWritable {
      let value = values[field.facts.name] ?? .absent
      if value.isAbsent, field.facts.isRequired {
        problems.append(FieldProblem(field.facts.name, .required))
      } else if value.isAbsent, field.isEmptyAtFirst {
        continue
      } else if let problem = field.facts.shape.problem(of: field.facts.name, with: value) {
        problems.append(problem)
      } else if !field.write(&self, value) {
        problems.append(FieldProblem(field.facts.name, .wrongType))
      }
    }
    return problems
  }
}

extension [FieldProblem] {
  /// Each problem once, in their order.
  package var once: Self { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

extension Shape {
  fileprivate func problem(of field: String, with value: FieldValue) -> FieldProblem? {
    switch (self, value) {
    case (.text, .text(let text)): tooLong(field, text, most: Self.longestText)
    case (.longText, .text(let text)): tooLong(field, text, most: Self.longestLongText)
    case (.number(let range), .number(let number)):
      range.contains(number) ? nil : FieldProblem(field, .outOfRange)
    case (.choice(let catalogue), .code(let code)):
      catalogue.contains(code) ? nil : FieldProblem(field, .notAChoice)
    default: nil
    }
  }

  private func tooLong(_ field: String, _ text: String, most: Int) -> FieldProblem? {
    let count = text.count
    return count > most ? FieldProblem(field, .tooLong, .number(count), .number(most)) : nil
  }
}

extension FieldFacts {
  fileprivate func borrowed(by borrowing: Borrowing) -> FieldFacts {
    FieldFacts(
      name: name, shape: shape, isRequired: isRequired, audience: audience,
      origin: .borrowed(via: borrowing.via, from: borrowing.from), uses: uses, column: column,
      volunteerColumn: volunteerColumn, days: days, view: view, rewrites: rewrites)
  }
}

extension RecordDescription {
  /// The description of a kind of record.
  package static func of(_ kind: RecordKind) -> RecordDescription {
    made.value(of: kind) { RecordDescription(kind.recordType) }
  }

  private static let made = MadePerKind<RecordDescription>()
}
