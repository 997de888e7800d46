/// Somebody who gives their time: a mentor, an interpreter, a host family's contact.
package struct Volunteer: Record {
  package var name = ""
  package var nameKana = ""
  package var nameRoman = ""
  package var roles: [VolunteerRole] = []
  package var status = VolunteerStatus.applied
  package var deskLanguage: DeskLanguage?
  package var languages: [Language] = []
  package var pledgedOn: CivilDate?
  package var joinedOn: CivilDate?
  package var minutes: Int?
  package var lastActiveOn: CivilDate?
  package var trainedOn: CivilDate?
  package var phone = ""
  package var email = ""
  package var skills = ""
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.volunteer
  package static let letter = "V"
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let identity = Identity(
    names: names(\.name), apart: names(\.phone, \.email), isOneRow: true)
  package static let fields: [Field<Volunteer>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 20)),
    Field("nameKana", \.nameKana, uses: [.search, .kana], rewrites: .kana(of: "name")),
    Field("nameRoman", \.nameRoman, uses: .search, rewrites: .roman(of: "name")),
    Field("status", \.status, required: true, uses: .filter, column: Column(2, width: 12)),
    Field("roles", \.roles, column: Column(3, width: 18)),
    Field("languages", \.languages, column: Column(4, width: 14)),
    Field("deskLanguage", \.deskLanguage),
    Field("pledgedOn", \.pledgedOn, days: .past, column: Column(5, width: 10)),
    Field("joinedOn", \.joinedOn, days: .past),
    // Kept by the database from the time they gave: all of it, and when they gave some last and were
    // trained last.
    Field("minutes", \.minutes, origin: .derived, column: Column(7, width: 7)),
    Field("lastActiveOn", \.lastActiveOn, origin: .derived, column: Column(6, width: 10)),
    Field("trainedOn", \.trainedOn, origin: .derived, column: Column(8, width: 10)),
    Field("phone", \.phone, uses: [.search, .telephone]),
    Field("email", \.email),
    Field("skills", \.skills, uses: .search),
    Field("notes", \.notes),
  ]
}
