/// What a family may use whatever else its stay allows: a hint with its source, never the answer for a
/// person.
package struct PublicService: CheckedRow {
  package let service: Service
  package let isOpen: Bool
  package let standing: DeadlineRule.Standing
  package let checked: String
  package let source: String
  package let whom: Whom

  /// What and for whom, in one word.
  package var code: String { "\(service.rawValue)/\(whom.rawValue)" }

  package enum Service: String, CaseIterable, Sendable {
    case school
    /// The mother and child handbook, examinations (母子保健).
    case maternalHealth = "maternal_health"
    /// A delivery paid for by the welfare office (入院助産).
    case assistedDelivery = "assisted_delivery"
    case childAllowance = "child_allowance"
    /// Public assistance applied by analogy (生活保護の準用).
    case publicAssistance = "public_assistance"
  }

  /// Whom a row is about.
  package enum Whom: String, Sendable {
    case all, registered, unregistered, settled, others
  }

  /// What is said of each service for a status.
  ///
  /// - Parameter isRegistered: whether a basis like this is in the register of residents.
  package static func of(
    _ status: StatusOfResidence, isRegistered: Bool
  ) -> [PublicService] {
    let isSettled = [
      StatusOfResidence.permanentResident, .longTermResident, .spouseOfJapanese,
      .spouseOfPermanentResident,
    ].contains(status)
    let groups: Set<Whom> = [
      .all, isRegistered ? .registered : .unregistered, isSettled ? .settled : .others,
    ]
    return all.filter { groups.contains($0.whom) }
  }

  /// The rows of `Resources/Tables/publicService.tsv`.
  package static let all: [PublicService] = ResourceTable.rows("publicService")
    .compactMap(Self.init)

  private init?(_ cells: [String]) {
    guard cells.count == 6, let service = Service(rawValue: cells[0]),
      let whom = Whom(rawValue: cells[1]), let standing = DeadlineRule.Standing(rawValue: cells[3])
    else { return nil }
    self.service = service
    self.whom = whom
    isOpen = cells[2] == "yes"
    self.standing = standing
    checked = cells[4]
    source = cells[5]
  }
}
