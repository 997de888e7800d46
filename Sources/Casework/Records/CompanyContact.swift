/// Somebody at a company whom staff speak with.
package struct CompanyContact: Record {
  package var company = Reference<Company>(RecordID(0))
  package var name = ""
  package var role = ""
  package var phone = ""
  package var email = ""
  package var lastSpokenOn: CivilDate?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.companyContact
  package static let letter = "EC"
  package static let titleFields = names(\.name)
  package static let timelineField: String? = name(\.lastSpokenOn)
  package static let defaultSort = "name"
  package static let identity = Identity(
    names: names(\.name), keys: names(\.company), apart: names(\.phone, \.email), isOneRow: true)
  package static let fields: [Field<CompanyContact>] = [
    Field("company", \.company, required: true, uses: .filter, column: Column(2, width: 22)),
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 18)),
    // What they are at the company, such as head of personnel.
    Field("role", \.role, uses: .search, column: Column(3, width: 16)),
    Field("phone", \.phone, uses: [.search, .telephone], column: Column(4, width: 14)),
    Field("email", \.email, column: Column(6, width: 20)),
    Field("lastSpokenOn", \.lastSpokenOn, days: .past, column: Column(5, width: 10)),
    Field("notes", \.notes, uses: .search),
  ]
}
