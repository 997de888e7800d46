/// Whom a letter goes to, and so what the person must have agreed to before it is made.
package enum LetterRecipient: String, Choice {
  /// The person themselves.
  case person
  case company, host, volunteer
  case lawyer, medical, municipality, unhcr, rhq
  case organisation

  package static let catalogueName = "letterRecipient"

  /// Nil for whom no consent is needed.
  ///
  /// The column `consent` of the table says the same in SQL.
  package var scope: ConsentScope? {
    switch self {
    case .person: nil
    case .company: .companies
    case .host: .hostFamilies
    case .volunteer: .volunteers
    case .lawyer: .lawyers
    case .medical: .medicalProviders
    case .municipality: .municipalities
    case .unhcr: .unhcr
    case .rhq: .rhq
    case .organisation: .otherOrganisations
    }
  }

  /// Whom it is addressed to where that is known of a case, as the name in a letter.
  package var addressee: String? {
    switch self {
    case .company: "open.company"
    case .host: "stay.host"
    default: nil
    }
  }

  /// Companies, hosts and volunteers are told neither where somebody lives and how they are reached nor
  /// how they may stay, whatever the person agreed to.
  package func mayBeTold(_ item: WithheldItem?) -> Bool {
    guard let item, let scope, !scope.isForOrganisations else { return true }
    return ![.contactDetails, .address, .legalStatus, .history].contains(item)
  }
}
