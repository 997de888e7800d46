/// One time somebody was, or tried to be, in touch about a case.
package struct Contact: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var medium = ContactMedium.phone
  package var contactMade = true
  package var minutes: Int?
  package var language: Language?
  package var interpreter = ""
  package var expenses: Int?
  package var staff: Reference<Staff>?
  package var volunteer: Reference<Volunteer>?
  package var detention: Reference<Detention>?
  package var summary: LongText = ""

  package init() {}

  package static let kind = RecordKind.contact
  package static let letter = "CT"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let titleFields = names(\.on)
  package static let timelineField: String? = name(\.on)
  package static let asksFirst = names(\.medium, \.contactMade, \.summary)
  package static let defaultSort = "-on"
  package static let access = Access(
    reads: .ownOnAssignedCase, adds: Set(names(\.case)).union(told), corrects: told,
    commands: ["logContact", "logCheckIn", "logComment", "edit"])
  /// What somebody tells of a contact of their own.
  private static let told = Set(
    names(
      \.on, \.medium, \.contactMade, \.minutes, \.language, \.interpreter, \.expenses, \.summary))
  package static let fields: [Field<Contact>] = [
    Field(
      "case", \.case, required: true, audience: .assigned, uses: .filter,
      column: Column(1, width: 20), volunteerColumn: Column(2, width: 10)),
    Field(
      "on", \.on, days: .past, required: true, audience: .assigned, uses: .sort,
      column: Column(2, width: 10),
      volunteerColumn: Column(1, width: 10)),
    Field(
      "medium", \.medium, required: true, audience: .assigned, column: Column(3, width: 10),
      volunteerColumn: Column(3, width: 10)),
    Field(
      "contactMade", \.contactMade, audience: .assigned, column: Column(4, width: 7),
      volunteerColumn: Column(4, width: 7)),
    Field("minutes", \.minutes, audience: .assigned, column: Column(7, width: 4), range: 0...1440),
    Field("language", \.language, audience: .assigned),
    Field("staff", \.staff, column: Column(6, width: 12)),
    Field("volunteer", \.volunteer, audience: .assigned, uses: .filter),
    Field(
      "summary", \.summary, audience: .assigned, uses: .search, column: Column(5, width: 30),
      volunteerColumn: Column(5, width: 30)),
    Field("interpreter", \.interpreter, audience: .assigned),
    // In yen.
    Field("expenses", \.expenses, audience: .assigned),
    // Of a visit to somebody who is held.
    Field("detention", \.detention, uses: .filter),
  ]

  package func problems(before: Contact?, facts: CaseFacts) -> [FieldProblem] {
    let owner = facts.casesOfLinks[Self.name(\.detention)]
    return owner == nil || owner == `case`.id ? [] : [FieldProblem(\Contact.detention, .otherCase)]
  }
}
