/// What a basis of stay usually allows: a hint with its source, never the answer for a person.
package struct Entitlement: CheckedRow {
  package let residentRegistration: Bool
  package let healthInsurance: Insurance
  package let work: Work
  package let standing: DeadlineRule.Standing
  package let checked: String
  package let source: String
  package let basis: Basis

  /// Whether parts of the row are from general knowledge.
  package var isUnverified: Bool { standing != .law }

  /// Whether work is usually allowed on a basis.
  package enum Work: String, CaseIterable, Sendable {
    case yes
    /// As the designation paper says.
    case paper
    /// Only by a permission of its own.
    case exception
    case no
  }

  /// Whether somebody may join national health insurance.
  package enum Insurance: String, CaseIterable, Sendable {
    case yes
    /// Not usually, but where papers show that the stay will be longer.
    case paper
    case no
  }

  /// The codes of a status, its kind and a basis without a status; `-` where there is none.
  package struct Basis: Hashable, Sendable {
    package let status: String
    package let kind: String
    package let stayBasis: String

    /// All of it in one word.
    package var code: String {
      [status, kind, stayBasis].filter { $0 != "-" }.joined(separator: "/")
    }
  }

  /// The row for a basis; nil where the table says nothing of it.
  package static func of(
    _ status: StatusOfResidence, _ kind: DesignatedActivityKind?, _ stayBasis: StayBasis?
  ) -> Entitlement? {
    let basis = Basis(
      status: status.rawValue, kind: kind?.rawValue ?? "-", stayBasis: stayBasis?.rawValue ?? "-")
    return all.first { $0.basis == basis }
  }

  /// The rows of `Resources/Tables/entitlement.tsv`.
  package static let all: [Entitlement] = ResourceTable.rows("entitlement").compactMap(Self.init)

  private init?(_ cells: [String]) {
    guard cells.count == 9, let work = Work(rawValue: cells[5]),
      let insurance = Insurance(rawValue: cells[4]),
      let standing = DeadlineRule.Standing(rawValue: cells[6])
    else { return nil }
    basis = Basis(status: cells[0], kind: cells[1], stayBasis: cells[2])
    residentRegistration = cells[3] == "yes"
    healthInsurance = insurance
    self.work = work
    self.standing = standing
    checked = cells[7]
    source = cells[8]
  }
}
