/// A kind of record: a plain struct, the one list of its fields, and what the kind does.
package protocol Record: Hashable, Sendable {
  static var kind: RecordKind { get }
  /// The letter before the number of a record of the kind: H-0021.
  static var letter: String { get }
  /// The word for several of them on the command line.
  static var plural: String { get }
  static var fields: [Field<Self>] { get }
  /// Fields of the records this one refers to that are shown and edited with it.
  static var borrowed: [Borrowing] { get }
  /// The fields a person recognises a record by, the first that is filled wins; those that say them in
  /// Roman letters come with them.
  static var titleFields: [String] { get }
  /// The date that places the record on the timeline of what it refers to.
  static var timelineField: String? { get }
  /// The day by which something is to be done about a record that is open: it stands on Today.
  static var dueField: String? { get }
  /// Whether it is a day of law, which stands on Today among the deadlines.
  static var isDueByLaw: Bool { get }
  /// How its records are looked at where people would rather look than read.
  static var picture: RecordPicture? { get }
  /// Whether its records leave the house in a file only where `mayLeave` says so.
  static var isHeldBack: Bool { get }
  /// What the form of a new record asks first, in this order.
  static var asksFirst: [String] { get }
  /// The fields that are read and filled in together; none where there are few.
  static var groups: [FieldGroup] { get }
  /// The order of a list nobody has sorted; `-` in front for descending.
  static var defaultSort: String { get }
  /// What volunteers may do with records of this kind.
  static var access: Access { get }
  /// Whether what a record says is never rewritten, only answered by a new record.
  static var keepsHistory: Bool { get }
  /// What makes a row of a sheet and a record one.
  static var identity: Identity { get }
  /// How a sheet may hold its records as marks in a grid; nil where none does.
  static var grid: SheetGrid? { get }
  /// Whose deadlines count from records of the kind.
  static var feedsDeadlines: DeadlineFeed { get }
  /// What its rules need to know of other records.
  static var needs: FactNeeds { get }

  /// An empty record, as a form starts with it.
  init()
  /// Fills in what a write brings with it, such as the day of a stage reached now, before it is
  /// checked.
  ///
  /// - Parameter before: what the record was; nil where it is new.
  mutating func settle(before: Self?, in context: WriteContext)
  /// What is wrong with the record as a whole, given what it was before (nil: it is new).
  ///
  /// Required fields and the shapes of values are checked for every record by its description.
  func problems(before: Self?, facts: CaseFacts) -> [FieldProblem]
  /// The rules that gave days of it, by field: a day that somebody set has none.
  var dayRules: [String: DutyRule] { get }
  /// Whether the record may leave the house in a file, given what it needs to know of others; asked
  /// for kinds that hold records back.
  func mayLeave(_ facts: CaseFacts) -> Bool
}

extension Record {
  package static var borrowed: [Borrowing] { [] }
  package static var timelineField: String? { nil }
  package static var dueField: String? { nil }
  package static var isDueByLaw: Bool { false }
  package static var picture: RecordPicture? { nil }
  package static var isHeldBack: Bool { false }
  package static var asksFirst: [String] { [] }
  package static var groups: [FieldGroup] { [] }
  package static var access: Access { .none }
  package static var keepsHistory: Bool { false }
  package static var identity: Identity { .everything }
  package static var grid: SheetGrid? { nil }
  package static var plural: String { kind.rawValue + "s" }
  package static var feedsDeadlines: DeadlineFeed { .none }
  package static var needs: FactNeeds { [] }
  package mutating func settle(before: Self?, in context: WriteContext) {}
  package func problems(before: Self?, facts: CaseFacts) -> [FieldProblem] { [] }
  package func mayLeave(_ facts: CaseFacts) -> Bool { true }
  package var dayRules: [String: DutyRule] { [:] }

  /// Every field by its name.
  package var values: [String: FieldValue] {
    Dictionary(uniqueKeysWithValues: Self.fields.map { ($0.facts.name, $0.read(self)) })
  }

  /// The stored fields in which this record differs from an earlier state of it, or from an empty
  /// one, with the values they have now.
  package func changes(since earlier: Self?) -> [String: FieldValue] {
    var changes: [String: FieldValue] = [:]
    for field in Self.fields where field.facts.origin == .stored {
      let value = field.read(self)
      let isChanged = if let earlier { value != field.read(earlier) } else { !value.isAbsent }
      if isChanged { changes[field.facts.name] = value }
    }
    return changes
  }

  /// A record as far as a card holds it.
  package init(_ card: Card) {
    self.init(
      values: Dictionary(
        uniqueKeysWithValues: Self.fields.map { ($0.facts.name, card[$0.facts.name]) }))
  }

  /// A record of these values; a value that does not fit its field leaves the field empty.
  package init(values: [String: FieldValue]) {
    self.init()
    for field in Self.fields {
      guard let value = values[field.facts.name], !(value.isAbsent && field.isEmptyAtFirst) else {
        continue
      }
      _ = field.write(&self, value)
    }
  }
}

/// Fields taken over from the record that a reference field leads to.
package struct Borrowing: Sendable {
  package let via: String
  package let from: RecordKind
  package let fields: [String]

  package init(via: String, from: RecordKind, fields: [String]) {
    self.via = via
    self.from = from
    self.fields = fields
  }
}

/// What is wrong with a field, as data: the words are `problem.<code>` in the label tables.
package struct FieldProblem: Hashable, Sendable, Error {
  /// Empty where the record as a whole is meant.
  package var field: String
  package var code: Code
  /// Facts for the sentence, in the order of its placeholders.
  package var arguments: [Argument]

  package enum Code: String, CaseIterable, Sendable {
    case required, wrongType, tooLong, outOfRange, notADate, ambiguousDate, notANumber, notAFlag
    case notAChoice, notFound, severalFound, readOnly, endBeforeStart, dateInFuture, birthImpossible
    case yearUnlikely, yearMissing, dayOrMonth, notKana
    case moveNotAllowed, reasonRequired, nameRequired, ownerRequired, nextActionRequired
    case threeAttemptsRequired, openStays, openPlacements, alreadyThere, supervisorOnly
    case stageNotAllowed, pledgeRequired, endedAlready, numberTaken, unreadableText
    case tooManyCells, doesNotFit, evidenceRequired, historyKept, noEvidence, numberNotKept
    case otherCase, scoreRequired, consentRequired, notSharing, assessmentRequired, goalRequired
    case openReferrals, otherSupervisor, cannotSurvive, bothHave, sameStaff, samePerson
    case sameCase, knownApart
    case wishRequired, seriesTooLong, notYetTaken, notYetHeld, saysLess
    case hostNotApproved, noBedFree, pairBlocked, adultsRequired, adultNotChecked, approvalOver
    case laterEndRequired, stayNotBegun, guestElsewhere, nightsTaken, guestsThere, otherGender
    case openPlacementThere, placementPaused, consentWithoutName, retainedEarly
    case otherCompany, otherResult
    case permissionMissing, permissionDenied, permissionOld, permissionBegins, permissionEnded
    case permissionPaperEnded, permissionEmployer, permissionOccupation, permissionPartTime
    case permissionHours
    case stayEnded
    case numberUnknown, numberOfAnother, severalAlike, writtenOtherwise
    case namesSomebody, notARow, swallowedRows, ditto, serialDate, severalNames
    case roundedNumber
    case caseEnded
    case sheetUnknown
    case letterName, letterTag, letterOpen, letterClosed, letterList, letterDeep, letterKept
  }

  /// A fact in a sentence: text as it is, or a word from the label tables.
  package enum Argument: Hashable, Sendable {
    case text(String)
    case number(Int)
    case label(String)
    case date(CivilDate)
    /// A record by its number and name.
    case record(Link)
  }

  /// Whether it is said of the same field already.
  func isSame(as other: FieldProblem) -> Bool { field == other.field && code == other.code }

  package init(_ field: String, _ code: Code, _ arguments: Argument...) {
    self.field = field
    self.code = code
    self.arguments = arguments
  }
}
