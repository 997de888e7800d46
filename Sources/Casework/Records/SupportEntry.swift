/// Support that was given, or a contact that was made: what people were supported by (支援の記録).
///
/// The database keeps it from services and contacts; nobody saves one.
package struct SupportEntry: Record {
  package var on: CivilDate?
  package var `case` = Reference<Case>(RecordID(0))
  package var entryType = SupportEntryType.service
  package var serviceType: ServiceType?
  package var medium: ContactMedium?
  package var staff: Reference<Staff>?
  package var about = ""
  package var country: Country?

  package init() {}

  package static let kind = RecordKind.supportEntry
  package static let letter = "SE"
  package static let plural = "supportentries"
  package static let titleFields = names(\.serviceType, \.medium)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let fields: [Field<SupportEntry>] = [
    Field(
      "on", \.on, days: .past, required: true, origin: .derived, uses: .sort,
      column: Column(1, width: 10)),
    Field(
      "case", \.case, required: true, origin: .derived, uses: .filter,
      column: Column(2, width: 20)),
    Field("entryType", \.entryType, required: true, origin: .derived, column: Column(3, width: 8)),
    Field(
      "serviceType", \.serviceType, origin: .derived, uses: .filter, column: Column(4, width: 16)),
    Field("medium", \.medium, origin: .derived, column: Column(5, width: 10)),
    Field("staff", \.staff, origin: .derived, column: Column(6, width: 12)),
    // The number of the service or the contact.
    Field(
      "about", \.about, origin: .derived, column: Column(7, width: 10),
      view: FieldView("supportNumber")),
    // Where the person comes from; the nationality where nothing else is known.
    Field(
      "country", \.country, origin: .derived, uses: .noForm,
      view: FieldView("caseOrigin", by: "case", .held)),
  ]
}
