/// An organisation that this one works with: a ministry, a network, a temple, a university
/// (連携団体).
package struct PartnerOrganisation: Record {
  package var name = ""
  package var nameEnglish = ""
  package var type: PartnerType?
  package var roles: [PartnerRole] = []
  package var networkSize: Int?
  package var contactPerson = ""
  package var phone = ""
  package var email = ""
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.partner
  package static let letter = "PO"
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let identity = Identity(names: ["name", "nameEnglish"])
  package static let fields: [Field<PartnerOrganisation>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 26)),
    Field(
      "nameEnglish", \.nameEnglish, uses: .search, column: Column(2, width: 26),
      rewrites: .roman(of: "name")),
    Field("type", \.type, uses: .filter, column: Column(3, width: 14)),
    // What it is to us.
    Field("roles", \.roles, column: Column(6, width: 16)),
    // How many bodies or people it reaches: JBF has 60 member bodies with about 75,000 temples.
    Field("networkSize", \.networkSize, column: Column(5, width: 8), range: 0...1_000_000),
    Field("contactPerson", \.contactPerson, uses: .search, column: Column(4, width: 16)),
    Field("phone", \.phone, uses: [.search, .telephone]),
    Field("email", \.email),
    Field("notes", \.notes, uses: .search),
  ]
}

extension PartnerOrganisation {
  /// Those with which a new store begins: `Resources/Tables/partner.tsv`.
  package static let known: [PartnerOrganisation] = ResourceTable.rows("partner").map { row in
    var partner = PartnerOrganisation()
    partner.name = row[0]
    partner.nameEnglish = row.count > 1 ? row[1] : ""
    partner.type = row.count > 2 ? PartnerType(rawValue: row[2]) : nil
    partner.roles =
      row.count > 3
      ? row[3].split(separator: ",").compactMap { PartnerRole(rawValue: String($0)) } : []
    partner.networkSize = row.count > 4 ? Int(row[4]) : nil
    return partner
  }
}

/// What a partner organisation is to this one.
package enum PartnerRole: String, Choice {
  case funder, grantee, pledging, network
  case referral, policy, employment, learning, venue

  package static let catalogueName = "partnerRole"
}

package enum PartnerType: String, Choice {
  case government, municipality, international, ngo, network
  case refugeeLed = "refugee_led"
  case religious, company, academic, professional, other

  package static let catalogueName = "partnerType"
}
