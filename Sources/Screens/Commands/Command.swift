/// One row of the table of commands.
package struct Command: Hashable, Sendable {
  package let name: CommandName
  /// The keys that give it; in the table those of a new desk.
  package internal(set) var keys: [KeySequence]
  /// Where the command means something.
  package let place: Place
  /// How early it is dropped from a short hint line; nil keeps it out of it.
  package let hint: Int?
  /// Whether a volunteer may give it.
  package let isForVolunteers: Bool

  /// The raw value is what a line of the configuration file calls the place.
  package enum Place: String, CaseIterable, Hashable, Sendable {
    case everywhere
    /// Any list, while no record is opened over it.
    case list
    /// A list or the detail of records that can be changed.
    case record
    /// Records about one case, or a case itself.
    case caseRecord
    /// The list of what is due, and a follow-up wherever it is selected.
    case today
    /// The opened detail of a record.
    case detail

    /// Whether somebody can be at both places at once.
    func coincides(with other: Place) -> Bool {
      Set([self, other]) != [.list, .detail]
    }
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
