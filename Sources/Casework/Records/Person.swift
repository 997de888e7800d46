/// A person the organisation supports.
///
/// One person may have several cases over time.
package struct Person: Record {
  package var nameRoman = ""
  package var nameKana = ""
  package var nameNative = ""
  package var nameUsed = ""
  package var callName = ""
  package var alias = ""
  package var nameFormer = ""
  package var birthDate: CivilDate?
  package var birthDatePrecision: DatePrecision?
  package var gender: Gender?
  package var nationality: Country?
  package var otherNationalities: [Country] = []
  package var countryOfOrigin: Country?
  package var birthCountry: Country?
  package var ethnicityReligion = ""
  package var languages: [Language] = []
  package var japaneseLevel: JapaneseLevel?
  package var interpreterNeeded = false
  package var safeContact: LongText = ""
  package var neverContactAuthorities = false
  package var phone = ""
  package var email = ""
  package var prefecture: Prefecture?
  package var city = ""
  package var address = ""
  package var arrivedOn: CivilDate?
  package var emergencyContact = ""
  package var household: Reference<Household>?
  package var householdRole: HouseholdRole?
  package var sortName = ""
  package var sortRoman = ""

  package init() {}

  package static let kind = RecordKind.person
  package static let letter = "P"
  package static let feedsDeadlines = DeadlineFeed.ofItsCases(
    when: Set(
      names(\.birthDate, \.birthDatePrecision, \.birthCountry, \.nationality, \.arrivedOn)))
  package static let titleFields = names(\.nameRoman, \.nameUsed, \.nameNative, \.nameKana)
  package static let defaultSort = "sortName"
  package static let identity = Identity.ofPersons
  package static let fields: [Field<Person>] = [
    Field("nameRoman", \.nameRoman, uses: .search, column: Column(2, width: 24)),
    Field("nameKana", \.nameKana, uses: [.search, .kana], column: Column(1, width: 20)),
    Field("nameNative", \.nameNative, uses: .search),
    Field("nameUsed", \.nameUsed, uses: .search),
    Field("callName", \.callName, uses: .search),
    Field(
      "alias", \.alias, audience: .assigned, uses: .search, volunteerColumn: Column(1, width: 10)),
    // What staff called them before, so that they are found by it: kept where a name becomes another.
    Field("nameFormer", \.nameFormer, uses: .search),
    Field("birthDate", \.birthDate, days: .past, column: Column(9, width: 10)),
    Field("birthDatePrecision", \.birthDatePrecision),
    Field("gender", \.gender),
    Field("nationality", \.nationality, column: Column(7, width: 14)),
    Field("otherNationalities", \.otherNationalities),
    Field("countryOfOrigin", \.countryOfOrigin),
    // Where the person was born: a birth in Japan starts the days of the notice and of a status.
    Field("birthCountry", \.birthCountry),
    Field("ethnicityReligion", \.ethnicityReligion),
    Field(
      "languages", \.languages, audience: .assigned, volunteerColumn: Column(5, width: 18)),
    Field("japaneseLevel", \.japaneseLevel, audience: .assigned),
    Field("interpreterNeeded", \.interpreterNeeded, audience: .assigned),
    Field("safeContact", \.safeContact, audience: .assigned),
    Field("neverContactAuthorities", \.neverContactAuthorities, audience: .assigned),
    Field(
      "phone", \.phone, audience: .granted(.contact), uses: [.search, .telephone, .sealed]),
    Field("email", \.email, audience: .granted(.contact), uses: .sealed),
    Field("prefecture", \.prefecture, audience: .granted(.whereabouts)),
    Field("city", \.city, audience: .granted(.whereabouts)),
    Field("address", \.address, audience: .granted(.whereabouts), uses: .sealed),
    Field("arrivedOn", \.arrivedOn, days: .past),
    Field(
      "emergencyContact", \.emergencyContact, audience: .granted(.contact), uses: .sealed),
    Field("household", \.household),
    Field("householdRole", \.householdRole),
    Field("sortName", \.sortName, origin: .derived, uses: [.sort, .noForm]),
    Field(
      "sortRoman", \.sortRoman, origin: .derived, uses: .noForm,
      rewrites: .roman(of: "sortName")),
  ]

  /// A name that becomes another is kept: people go on asking for somebody by it.
  package mutating func settle(before: Person?, in context: WriteContext) {
    guard let before else { return }
    let known = [nameRoman, nameKana, nameNative, nameUsed, nameFormer]
    let left = [
      (before.nameRoman, nameRoman), (before.nameKana, nameKana), (before.nameNative, nameNative),
      (before.nameUsed, nameUsed),
    ].filter { was, now in !was.isEmpty && !now.isEmpty && !known.contains { $0.contains(was) } }
    nameFormer = ([nameFormer] + left.map(\.0)).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  package func problems(before: Person?, facts: CaseFacts) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if [nameRoman, nameKana, nameNative, nameUsed].allSatisfy(\.isEmpty) {
      problems.append(FieldProblem(\Person.nameRoman, .nameRequired))
    }
    return problems
  }
}
