import Fold

/// What somebody agreed to, refused or took back: for which purpose, and towards whom.
///
/// Consent is explained in a language the person has, and whatever is to be withheld is part of it
/// (Act on the Protection of Personal Information; domain model 3.9).
package struct Consent: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var scope = ConsentScope.receivingSupport
  package var status = ConsentStatus.given
  package var on: CivilDate?
  package var recipient = ""
  package var withheld: [WithheldItem] = []
  package var purpose: LongText = ""
  package var medium: ConsentMedium?
  package var language: Language?
  package var interpreter = ""
  package var sheet: Int?
  package var expires: CivilDate?
  package var withdrawnOn: CivilDate?
  package var staff: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.consent
  package static let letter = "CS"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let titleFields = names(\.scope)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let needs: FactNeeds = .sheet

  package static let fields: [Field<Consent>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("scope", \.scope, required: true, uses: .filter, column: Column(2, width: 20)),
    Field("status", \.status, required: true, column: Column(3, width: 10)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(4, width: 10)),
    // Whom it names; empty: everybody of the scope.
    Field("recipient", \.recipient, uses: .search, column: Column(5, width: 18)),
    Field("withheld", \.withheld),
    Field("purpose", \.purpose),
    Field("medium", \.medium),
    // The number on the printed sheet that was signed.
    Field("sheet", \.sheet, range: 1...Int(Int32.max)),
    // The language in which it was explained, and who interpreted.
    Field("language", \.language),
    Field("interpreter", \.interpreter),
    Field("expires", \.expires, days: .open, column: Column(6, width: 10)),
    Field("withdrawnOn", \.withdrawnOn, days: .past, column: Column(7, width: 10)),
    Field("staff", \.staff),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  /// Whoever enters the day on which it was taken back takes it back.
  package mutating func settle(before: Consent?, in context: WriteContext) {
    if status == .given, withdrawnOn != nil, withdrawnOn != before?.withdrawnOn {
      status = .withdrawn
    }
    guard status != before?.status, status == .withdrawn else { return }
    withdrawnOn = withdrawnOn ?? context.day
  }

  package func problems(before: Consent?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(on, expires, field: \Consent.expires)
    problems += DateOrder.problems(on, withdrawnOn, field: \Consent.withdrawnOn)
    if status == .withdrawn, withdrawnOn == nil {
      problems.append(FieldProblem(\Consent.withdrawnOn, .required))
    }
    if let sheet, facts.sheetCase != `case`.id,
      sheet != before?.sheet || `case` != before?.case
    {
      problems.append(FieldProblem(\Consent.sheet, .sheetUnknown, .number(sheet)))
    }
    // One that was taken back is not given again in its own record: what was done under it counts.
    if before?.status == .withdrawn, status == .given {
      problems.append(FieldProblem(\Consent.status, .historyKept))
    }
    return problems
  }

  /// Whether it allows telling `recipient` something on a day.
  ///
  /// - Parameter recipient: nil where it is enough that anybody of the scope is named.
  package func allows(_ scope: ConsentScope, to recipient: String?, on day: CivilDate) -> Bool {
    guard self.scope == scope, status == .given, let on, on <= day else { return false }
    if let expires, expires < day { return false }
    if let withdrawnOn, withdrawnOn <= day { return false }
    return recipient.map(names) ?? true
  }

  package func isInForce(on day: CivilDate) -> Bool { allows(scope, to: nil, on: day) }

  /// Whether it is about a recipient: it names them, however written, or nobody in particular.
  package func names(_ recipient: String) -> Bool {
    self.recipient.isEmpty || Fold.name(self.recipient) == Fold.name(recipient)
  }
}
