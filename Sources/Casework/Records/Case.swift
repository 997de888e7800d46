/// One piece of work with a person: opened, supported, closed.
package struct Case: Record {
  package var number = ""
  package var code = ""
  package var person = Reference<Person>(RecordID(0))
  package var status = CaseStatus.inquiry
  package var owner: Reference<Staff>?
  package var opened: CivilDate?
  package var programmes: [Programme] = []
  package var risk: Risk?
  package var barriers: [Barrier] = []
  package var source: CaseSource?
  package var sourceNumber = ""
  package var resumeOn: CivilDate?
  package var checkIntervalDays: Int?
  package var closedOn: CivilDate?
  package var closureReason: ClosureReason?
  package var outcome: LongText = ""
  package var receivingBody = ""
  package var survivingCase: Reference<Case>?
  package var closureRequestedBy: Reference<Staff>?
  package var closureRequestedOn: CivilDate?
  package var closureRequestReason = ""
  package var closureApprovedBy: Reference<Staff>?
  package var reopenedCount: Int?
  package var nextAction = ""
  package var nextActionDue: CivilDate?
  package var lastContact: CivilDate?
  package var firstContactOn: CivilDate?
  package var firstClosedOn: CivilDate?
  package var consentedUntil: CivilDate?
  package var contactDue: CivilDate?
  package var absences: Int?
  package var absentSince: CivilDate?
  package var isOpen = true
  package var sortName = ""
  package var sortRoman = ""
  package var supportCategory: SupportCategory?
  package var supportCategoryConfirmed = false
  package var procedureStage: ProcedureStage?
  package var procedureConfirmed = false
  package var statusOfResidence: StatusOfResidence?
  package var designatedActivityKind: DesignatedActivityKind?
  package var stayBasis: StayBasis?
  package var stayExpires: CivilDate?
  package var residenceConfirmed = false
  package var workPermission = WorkPermission.toBeConfirmed

  package init() {}

  package static let kind = RecordKind.case
  package static let letter = "C"
  package static let feedsDeadlines = DeadlineFeed.ofItself(
    when: Set(names(\.status, \.closedOn, \.opened, \.owner, \.person, \.resumeOn)))
  package static let needs: FactNeeds = .work
  package static let titleFields = Person.titleFields
  package static let defaultSort = "-number"
  package static let identity = Identity.ofPersons
  package static let access = Access(
    reads: .assignedCase, commands: ["logContact", "logCheckIn", "logComment", "done", "reveal"])
  package static let borrowed = [
    Borrowing(
      via: name(\.person), from: .person,
      fields: Person.names(
        \.nameRoman, \.nameKana, \.nameNative, \.nameUsed, \.callName, \.alias, \.nameFormer,
        \.birthDate,
        \.birthDatePrecision, \.gender, \.nationality, \.otherNationalities, \.countryOfOrigin,
        \.birthCountry, \.languages, \.japaneseLevel, \.interpreterNeeded, \.safeContact,
        \.neverContactAuthorities, \.phone, \.email, \.prefecture, \.city, \.address, \.arrivedOn,
        \.emergencyContact, \.household, \.householdRole))
  ]
  package static let fields: [Field<Case>] = [
    Field("number", \.number, uses: [.search, .sort, .noForm], column: Column(1, width: 9)),
    Field(
      "code", \.code, audience: .assigned, uses: [.searchWhole, .noForm],
      volunteerColumn: Column(4, width: 9)),
    Field("person", \.person, required: true, uses: .noForm),
    Field(
      "status", \.status, required: true, uses: [.filter, .noForm], column: Column(2, width: 8)),
    Field(
      "nextAction", \.nextAction, audience: .assigned, origin: .derived,
      column: Column(4, width: 19), volunteerColumn: Column(3, width: 15)),
    Field(
      "nextActionDue", \.nextActionDue, audience: .assigned, origin: .derived, uses: .sort,
      column: Column(3, width: 10), volunteerColumn: Column(3, width: 10)),
    Field("owner", \.owner, uses: .filter, column: Column(5, width: 12)),
    Field(
      "opened", \.opened, days: .past, required: true, uses: .sort, column: Column(8, width: 10)),
    Field(
      "lastContact", \.lastContact, days: .past, origin: .derived, column: Column(6, width: 10)),
    // The open deadline of the rule `contact_overdue`.
    Field("contactDue", \.contactDue, origin: .derived),
    // Unexcused absences since the last gathering attended or excused; from two on, since when.
    Field("absences", \.absences, origin: .derived),
    Field("absentSince", \.absentSince, days: .past, origin: .derived),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
    Field("sortName", \.sortName, origin: .derived, uses: [.sort, .noForm]),
    Field(
      "sortRoman", \.sortRoman, origin: .derived, uses: .noForm,
      rewrites: .roman(of: "sortName")),
    // The current rows of the legal axes, kept by the database.
    Field(
      "stayExpires", \.stayExpires, audience: .granted(.legal), origin: .derived, uses: .sort,
      column: Column(9, width: 10)),
    Field(
      "statusOfResidence", \.statusOfResidence, audience: .granted(.legal), origin: .derived,
      uses: .filter, column: Column(10, width: 18)),
    Field("designatedActivityKind", \.designatedActivityKind, origin: .derived),
    Field("stayBasis", \.stayBasis, origin: .derived),
    Field("residenceConfirmed", \.residenceConfirmed, origin: .derived),
    Field(
      "supportCategory", \.supportCategory, origin: .derived, uses: .filter,
      column: Column(11, width: 18)),
    Field("supportCategoryConfirmed", \.supportCategoryConfirmed, origin: .derived),
    Field(
      "procedureStage", \.procedureStage, audience: .granted(.legal), origin: .derived,
      uses: .filter, column: Column(12, width: 18)),
    Field("procedureConfirmed", \.procedureConfirmed, origin: .derived),
    Field(
      "workPermission", \.workPermission, required: true, audience: .granted(.legal),
      origin: .derived, uses: .filter, column: Column(13, width: 18)),
    Field("risk", \.risk),
    // What stands between the person and work.
    Field("barriers", \.barriers, audience: .granted(.health)),
    Field("programmes", \.programmes),
    Field("source", \.source),
    Field("sourceNumber", \.sourceNumber, uses: .search),
    Field("checkIntervalDays", \.checkIntervalDays, range: 1...365),
    Field("resumeOn", \.resumeOn, uses: .noForm),
    Field("closedOn", \.closedOn, days: .past, uses: .noForm),
    Field("closureReason", \.closureReason, uses: .noForm),
    Field("outcome", \.outcome, uses: .noForm),
    Field("receivingBody", \.receivingBody, uses: .noForm),
    Field("survivingCase", \.survivingCase, uses: .noForm),
    // Written by the moves themselves.
    Field("closureRequestedBy", \.closureRequestedBy, uses: .noForm),
    Field("closureRequestedOn", \.closureRequestedOn, days: .past, uses: .noForm),
    Field("closureRequestReason", \.closureRequestReason, uses: .noForm),
    Field("closureApprovedBy", \.closureApprovedBy, uses: .noForm),
    Field("reopenedCount", \.reopenedCount, uses: .noForm),
    // What indicators ask of its course.
    Field(
      "firstContactOn", \.firstContactOn, origin: .derived, uses: .noForm,
      view: FieldView("caseCourse")),
    Field(
      "firstClosedOn", \.firstClosedOn, origin: .derived, uses: .noForm,
      view: FieldView("caseClosing", .held)),
    // Up to which day both consents that every case needs hold.
    Field(
      "consentedUntil", \.consentedUntil, origin: .derived, uses: .noForm,
      view: FieldView("caseCourse")),
  ]

  package func problems(before: Case?, facts: CaseFacts) -> [FieldProblem] {
    guard let before, before.status != status else { return [] }
    return CaseMove(from: before.status, to: status).problems(for: self, facts: facts)
  }
}
