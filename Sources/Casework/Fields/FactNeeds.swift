/// What the rules of a kind need to know of other records; the store gathers just that into
/// `CaseFacts` before it checks a write.
package struct FactNeeds: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The day of the gathering that a place is at.
  package static let dayOfGathering = FactNeeds(rawValue: 1)
  /// The day on which the stay begins that is asked about.
  package static let startOfStay = FactNeeds(rawValue: 2)
  /// What the person of the case consented to.
  package static let consents = FactNeeds(rawValue: 4)
  /// The host of a stay, its adults, and who else has a bed there.
  package static let stay = FactNeeds(rawValue: 8)
  /// The adults of a host, and the stays that hold beds there.
  package static let household = FactNeeds(rawValue: 16)
  /// The gender of the person of the case.
  package static let gender = FactNeeds(rawValue: 32)
  /// The company and the job of a placement, and the person's permissions to work.
  package static let placement = FactNeeds(rawValue: 64)
  /// The row of the work permission that holds now.
  package static let standingPermission = FactNeeds(rawValue: 128)
  /// What there is of a case whose status is to be moved, and who moves it.
  package static let work = FactNeeds(rawValue: 256)
  /// How the case stands that it is about.
  package static let statusOfCase = FactNeeds(rawValue: 512)
  /// For which case the sheet was printed that a consent stands on.
  package static let sheet = FactNeeds(rawValue: 1024)
}
