/// What a basis of stay usually allows: a hint with its source, never the answer for a person.
package struct Entitlement: Hashable, Sendable {
  package let residentRegistration: Bool
  package let healthInsurance: Insurance
  package let work: Work
  /// Whether parts of the row are from general knowledge.
  package let isUnverified: Bool
  /// The day it was last checked, or the year alone.
  package let checked: String
  package let source: String
  private let basis: Basis

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

  private struct Basis: Hashable {
    let status: String
    let kind: String
    let stayBasis: String
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
      let insurance = Insurance(rawValue: cells[4])
    else { return nil }
    basis = Basis(status: cells[0], kind: cells[1], stayBasis: cells[2])
    residentRegistration = cells[3] == "yes"
    healthInsurance = insurance
    self.work = work
    isUnverified = cells[6] != "law"
    checked = cells[7]
    source = cells[8]
  }
}
