/// Whom a volunteer calls about a case.
package struct WhomToCall: Hashable, Sendable {
  /// Whose case it is; nil where it is nobody's who still works there.
  package var coordinator: Link?
  /// Who stands in for them today.
  package var standIn: Link?

  package init(coordinator: Link? = nil, standIn: Link? = nil) {
    self.coordinator = coordinator
    self.standIn = standIn
  }
}

/// Why somebody opens what is sealed; it stands in the journal.
package enum RevealReason: String, CaseIterable, Sendable {
  case contact, visit, papers, emergency

  package var labelKey: String { "session.reason.\(rawValue)" }
}

/// A sealed field of a record that somebody wants to see.
package struct Sealed: Hashable, Sendable {
  package let record: RecordAddress
  package let field: String

  package init(_ record: RecordAddress, _ field: String) {
    self.record = record
    self.field = field
  }

  /// For so many seconds it is seen.
  package static let seconds = 30
}

/// What is new for a volunteer since they last looked.
package struct VolunteerNews: Hashable, Sendable {
  /// The cases that were given to them, or about which staff wrote or planned something.
  package var cases: Set<RecordAddress> = []
  /// The last entry of the journal that was looked through.
  package var upTo = 0

  package init() {}
}
