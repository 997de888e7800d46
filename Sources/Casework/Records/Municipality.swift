/// A local government and what it offers to people with a refugee background (自治体).
package struct Municipality: Record {
  package var name = ""
  package var prefecture: Prefecture?
  package var contactDesk = ""
  package var offers: [MunicipalityOffer] = []
  package var languages: [Language] = []
  package var phone = ""
  package var email = ""
  package var school: OfficeAnswer?
  package var maternalHealth: OfficeAnswer?
  package var assistedDelivery: OfficeAnswer?
  package var childAllowance: OfficeAnswer?
  package var publicAssistance: OfficeAnswer?
  package var reports: OfficeReporting?
  package var confirmedOn: CivilDate?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.municipality
  package static let letter = "MU"
  package static let plural = "municipalities"
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let identity = Identity(names: names(\.name), apart: names(\.prefecture))
  package static let groups = [
    FieldGroup(
      "publicService",
      names(
        \.school, \.maternalHealth, \.assistedDelivery, \.childAllowance, \.publicAssistance,
        \.reports))
  ]
  package static let fields: [Field<Municipality>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 16)),
    Field("prefecture", \.prefecture, uses: .filter, column: Column(2, width: 10)),
    Field("contactDesk", \.contactDesk, uses: .search, column: Column(4, width: 22)),
    Field("offers", \.offers, column: Column(3, width: 26)),
    // In which the desk answers, or has somebody who interprets.
    Field("languages", \.languages, column: Column(6, width: 14)),
    Field("phone", \.phone, uses: [.search, .telephone]),
    Field("email", \.email),
    // What it answered about public services, and whether it reports who comes.
    Field("school", \.school),
    Field("maternalHealth", \.maternalHealth),
    Field("assistedDelivery", \.assistedDelivery),
    Field("childAllowance", \.childAllowance),
    Field("publicAssistance", \.publicAssistance),
    Field("reports", \.reports, column: Column(7, width: 12)),
    // When somebody last asked whether all this still holds.
    Field("confirmedOn", \.confirmedOn, days: .past, column: Column(5, width: 10)),
    Field("notes", \.notes, uses: .search),
  ]

  /// What it answered about a service.
  package subscript(service: PublicService.Service) -> OfficeAnswer? {
    switch service {
    case .school: school
    case .maternalHealth: maternalHealth
    case .assistedDelivery: assistedDelivery
    case .childAllowance: childAllowance
    case .publicAssistance: publicAssistance
    }
  }
}
