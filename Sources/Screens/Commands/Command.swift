package import Casework

/// One row of the table of commands: what it is called, what gives it, and what it does.
package struct Command: Hashable, Sendable {
  package let name: CommandName
  /// The keys that give it; in the table those of a new desk.
  package internal(set) var keys: [KeySequence]
  /// Where the command means something.
  package let place: Place
  /// Under which heading help and manual have it.
  package let group: CommandGroup
  /// How early it is dropped from a short hint line; nil keeps it out of it.
  package let hint: Int?
  let traits: Traits
  /// The kind of record that it logs about a case; nil for any other command.
  package let logs: RecordKind?
  /// What it cannot be given without, the first thing first.
  let needs: [Need]
  let act: Act

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
    /// The journal, while no record is opened over it.
    case journal

    /// Whether somebody can be at both places at once.
    func coincides(with other: Place) -> Bool {
      Set([self, other]) != [.list, .detail]
    }
  }

  /// What holds of some commands.
  struct Traits: OptionSet, Sendable {
    let rawValue: Int

    /// A volunteer may give it.
    static let volunteers = Traits(rawValue: 1)
    /// It can be given while the screen is turned to the person across the table.
    static let showingPerson = Traits(rawValue: 2)
    /// Done at once and not taken back by giving it again: an input method may send its keys by
    /// accident, as part of a word, and then it asks first.
    static let asksFirst = Traits(rawValue: 4)
    /// A picture says it among its own hints.
    static let hintedByPictures = Traits(rawValue: 8)
    /// A hint only while the screen is turned to the person across the table.
    static let hintedToPerson = Traits(rawValue: 16)
  }

  init(
    _ name: CommandName, _ keys: KeySequence..., at place: Place = .everywhere,
    in group: CommandGroup, hint: Int? = nil, traits: Traits = [], needs: [Need] = [],
    act: Act
  ) {
    self.init(
      name, keys: keys, at: place, in: group, hint: hint, traits: traits, needs: needs, act: act)
  }

  init(
    _ name: CommandName, keys: [KeySequence], at place: Place = .everywhere,
    in group: CommandGroup, hint: Int? = nil, traits: Traits = [], logs: RecordKind? = nil,
    needs: [Need] = [], act: Act
  ) {
    (self.name, self.keys, self.place, self.group) = (name, keys, place, group)
    (self.hint, self.traits, self.logs, self.needs, self.act) = (hint, traits, logs, needs, act)
  }

  /// A command that logs something about the case in hand.
  ///
  /// - Parameter deeds: where there is more to do than to open the form of the kind.
  static func log(
    _ kind: RecordKind, by name: CommandName, _ keys: KeySequence,
    deeds: (@Sendable (Hand) -> [Deed])? = nil
  ) -> Command {
    Command(
      name, keys: [keys], at: .caseRecord, in: .logging, logs: kind, needs: [.caseInHand],
      act: .hand(deeds ?? { RecordVerbs(hand: $0).log(kind, by: name) }))
  }

  /// Whether a volunteer may give it.
  package var isForVolunteers: Bool { traits.contains(.volunteers) }

  /// Whether the viewer may give it for a record of a kind.
  func isGiven(by surroundings: Desk.Surroundings, for kind: RecordKind) -> Bool {
    !surroundings.viewer.isVolunteer || isForVolunteers
      || surroundings.access[kind].commands.contains(name.rawValue)
  }

  /// Why it cannot be given where it means something; nil where it can.
  func lack(on desk: Desk) -> String? { needs.lazy.compactMap { $0.lack(desk) }.first }

  // What a row does follows from its name.
  package static func == (one: Command, other: Command) -> Bool {
    one.name == other.name && one.keys == other.keys
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(keys)
  }
}
