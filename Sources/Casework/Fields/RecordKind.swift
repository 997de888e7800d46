/// The kinds of record Tomoni keeps.
///
/// The raw value is the table's name and stays for ever.
package enum RecordKind: String, CaseIterable, Codable, Sendable {
  case person, `case`, host, homestay, salon, attendance, company, job, placement, contact, note
  case followUp = "followup"
  case staff, volunteer, assignment, document
  case supportCategory = "supportcategory"
  case procedure, residence
  case workPermission = "workpermission"
  case ownDeadline = "owndeadline"
  case consent, need, goal, service, referral, household
  /// Kept by the store, never saved.
  case deadline
  case cover
  case encounter
  case lodging
  case hostAdult = "hostadult"
  case blockedPair = "blockedpair"
  case checkIn = "checkin"
  case candidate
  case companyContact = "companycontact"

  /// The word for several of them on the command line (`tomoni list KIND`).
  package var plural: String {
    switch self {
    case .person: "persons"
    case .company: "companies"
    case .supportCategory: "supportcategories"
    case .staff: "staff"
    default: rawValue + "s"
    }
  }

  package init?(plural: String) {
    guard let kind = Self.allCases.first(where: { $0.plural == plural }) else { return nil }
    self = kind
  }

  /// The letter before the number staff use for a record: H-0021.
  ///
  /// A case has a number of its own.
  package var letter: String {
    switch self {
    case .person: "P"
    case .case: "C"
    case .host: "H"
    case .homestay: "HS"
    case .salon: "S"
    case .attendance: "SA"
    case .company: "E"
    case .job: "J"
    case .placement: "PL"
    case .contact: "CT"
    case .note: "N"
    case .followUp: "F"
    case .staff: "ST"
    case .volunteer: "V"
    case .assignment: "A"
    case .document: "D"
    case .supportCategory: "SC"
    case .procedure: "PR"
    case .residence: "RS"
    case .workPermission: "WP"
    case .ownDeadline: "OD"
    case .consent: "CS"
    case .need: "ND"
    case .goal: "G"
    case .service: "SV"
    case .referral: "RF"
    case .household: "HH"
    case .deadline: "DL"
    case .cover: "CV"
    case .encounter: "EN"
    case .lodging: "LG"
    case .hostAdult: "HA"
    case .blockedPair: "BP"
    case .checkIn: "CK"
    case .candidate: "CD"
    case .companyContact: "EC"
    }
  }
}
