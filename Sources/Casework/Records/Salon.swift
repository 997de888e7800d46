/// A gathering: a salon, where people meet, talk and eat together, or another session.
package struct Salon: Record {
  package var theme = ""
  package var themeEnglish = ""
  package var type = SessionType.salon
  package var status = SessionStatus.planned
  package var date: CivilDate?
  package var begins: ClockTime?
  package var ends: ClockTime?
  package var place = ""
  package var prefecture: Prefecture?
  package var capacity: Int?
  package var languages: [Language] = []
  package var programme: LongText = ""
  package var owner: Reference<Staff>?
  package var hosts = ""
  package var volunteer: Reference<Volunteer>?
  package var repeats: SessionRepeat?
  package var repeatsUntil: CivilDate?
  package var series: Reference<Salon>?
  package var activity: Reference<PlannedActivity>?
  package var workingGroup: Reference<WorkingGroup>?
  package var headcountRefugees: Int?
  package var headcountCitizens: Int?
  package var headcountVolunteers: Int?
  package var headcountCompanies: Int?
  package var headcountGovernment: Int?
  package var headcountStaff: Int?
  package var headcountParliamentarians: Int?
  package var headcountOrganisations: Int?
  package var seats: Int?
  package var waiting: Int?
  package var persons: Int?
  package var visits: Int?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.salon
  package static let letter = "S"
  package static let titleFields = names(\.theme)
  package static let timelineField: String? = name(\.date)
  package static let defaultSort = "~date"
  package static let picture: RecordPicture? = .month(
    MonthDays(
      name(\.date), hour: name(\.begins), title: name(\.theme),
      said: names(\.begins, \.theme, \.place, \.status),
      beside: names(\.type, \.capacity, \.seats, \.waiting, \.persons, \.visits),
      numbers: Indicator.gatherings, countKey: "calendar.gatherings", freeKey: "calendar.free"))
  package static let identity = Identity(
    names: names(\.theme), keys: names(\.date), apart: names(\.begins, \.prefecture, \.place))
  package static let access = Access(reads: .hosted, commands: ["rollCall"])
  package static let fields: [Field<Salon>] = [
    Field(
      "theme", \.theme, required: true, audience: .assigned, uses: .search,
      column: Column(1, width: 24), volunteerColumn: Column(1, width: 16)),
    Field(
      "themeEnglish", \.themeEnglish, audience: .assigned, uses: .search,
      rewrites: .roman(of: "theme")),
    Field(
      "date", \.date, required: true, audience: .assigned, uses: .sort,
      column: Column(2, width: 10), volunteerColumn: Column(2, width: 10)),
    Field(
      "begins", \.begins, audience: .assigned, column: Column(5, width: 5),
      volunteerColumn: Column(3, width: 5)),
    Field("ends", \.ends, audience: .assigned),
    Field("type", \.type, required: true, uses: .filter, column: Column(7, width: 14)),
    Field("status", \.status, required: true, uses: .filter, column: Column(6, width: 8)),
    Field(
      "place", \.place, audience: .assigned, uses: .search, column: Column(8, width: 16),
      volunteerColumn: Column(4, width: 16)),
    Field("prefecture", \.prefecture),
    Field("capacity", \.capacity, column: Column(9, width: 4), range: 1...10_000),
    Field("languages", \.languages, column: Column(11, width: 12)),
    Field("owner", \.owner),
    Field("hosts", \.hosts),
    // The volunteer who takes the roll.
    Field("volunteer", \.volunteer, uses: .filter),
    Field("programme", \.programme),
    // The gatherings that follow are made with the first, up to and on the last day.
    Field("repeats", \.repeats),
    Field("repeatsUntil", \.repeatsUntil),
    // The first of the gatherings this one was made with.
    Field("series", \.series, uses: [.filter, .noForm]),
    // What it was planned as in a programme, and whose meeting it is.
    Field("activity", \.activity, uses: .filter),
    Field("workingGroup", \.workingGroup, uses: .filter),
    // Heads that were counted and are on no list of names.
    Field("headcountRefugees", \.headcountRefugees, range: 0...10_000),
    Field("headcountCitizens", \.headcountCitizens, range: 0...10_000),
    Field("headcountVolunteers", \.headcountVolunteers, range: 0...10_000),
    Field("headcountCompanies", \.headcountCompanies, range: 0...10_000),
    Field("headcountGovernment", \.headcountGovernment, range: 0...10_000),
    Field("headcountStaff", \.headcountStaff, range: 0...10_000),
    Field("headcountParliamentarians", \.headcountParliamentarians, range: 0...10_000),
    Field("headcountOrganisations", \.headcountOrganisations, range: 0...10_000),
    // Kept by the database from the attendances: places taken, the waiting list, and the numbers
    // that `Indicator` defines.
    Field("seats", \.seats, origin: .derived, column: Column(3, width: 9)),
    Field("waiting", \.waiting, origin: .derived),
    Field("persons", \.persons, origin: .derived, column: Column(10, width: 4)),
    Field("visits", \.visits, origin: .derived, column: Column(4, width: 4)),
    Field("notes", \.notes, uses: .search),
  ]

  /// The fields of heads, in the order of the kinds of head.
  package static let headcounts: [(role: StakeholderKind, field: String)] = [
    (.personWithRefugeeBackground, name(\.headcountRefugees)),
    (.citizen, name(\.headcountCitizens)),
    (.volunteer, name(\.headcountVolunteers)), (.company, name(\.headcountCompanies)),
    (.government, name(\.headcountGovernment)),
    (.parliamentarian, name(\.headcountParliamentarians)),
    (.organisation, name(\.headcountOrganisations)), (.staff, name(\.headcountStaff)),
  ]

  package func problems(before: Salon?, facts: CaseFacts) -> [FieldProblem] {
    var problems = seriesProblems
    // Nothing was held on a day that is still to come.
    if status == .held, let date, date > facts.today,
      before.map({ $0.status != .held || $0.date != date }) ?? true
    {
      problems.append(FieldProblem(\Salon.status, .notYetHeld, .date(date)))
    }
    if let begins, let ends, ends < begins {
      problems.append(FieldProblem(\Salon.ends, .endBeforeStart))
    }
    return problems
  }

  private var seriesProblems: [FieldProblem] {
    switch (repeats, repeatsUntil) {
    case (nil, nil): return []
    case (nil, _): return [FieldProblem(\Salon.repeats, .required)]
    case (_, nil): return [FieldProblem(\Salon.repeatsUntil, .required)]
    case (_, let until?):
      guard let date, until <= date.adding(months: SessionRepeat.longestMonths) else {
        return [FieldProblem(\Salon.repeatsUntil, .seriesTooLong)]
      }
      return DateOrder.problems(date, until, field: \Salon.repeatsUntil)
    }
  }
}
