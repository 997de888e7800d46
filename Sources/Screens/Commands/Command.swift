/// One row of the table of commands.
package struct Command: Sendable {
  package let name: CommandName
  package let keys: [KeySequence]
  /// Where the command means something.
  package let place: Place
  /// How early it is dropped from a short hint line; nil keeps it out of it.
  package let hint: Int?
  /// Whether a volunteer may give it.
  package let isForVolunteers: Bool

  package enum Place: Sendable {
    case everywhere
    /// Any list.
    case list
    /// A list or the detail of records that can be changed.
    case record
    /// Records about one case, or a case itself.
    case caseRecord
    /// The list of what is due.
    case today
    /// The opened detail of a record.
    case detail
  }

  init(
    _ name: CommandName, _ keys: KeySequence..., at place: Place = .everywhere, hint: Int? = nil,
    volunteers: Bool = false
  ) {
    self.name = name
    self.keys = keys
    self.place = place
    self.hint = hint
    isForVolunteers = volunteers
  }
}
