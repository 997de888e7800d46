/// What a volunteer may do with the records of a kind; staff may do whatever the rules allow.
///
/// Each kind says it in its own file, and the store asks it in one place; where nothing is said,
/// nothing is allowed.
package struct Access: Hashable, Sendable {
  /// Which records they may read; of those only the fields of the audience `assigned`.
  package var reads: VolunteerScope
  /// Whether they may add one about a case that is assigned to them.
  package var adds: Bool
  /// The fields that they may write, in a new record and in one that they may read.
  package var writes: Set<String>
  /// The commands of the desk that they may give for such a record, by name.
  package var commands: Set<String>
  /// Whether a record is its owner's alone, also among staff, until they share it: by its fields
  /// `owner` and `isShared`.
  package var isPrivate: Bool

  package init(
    reads: VolunteerScope, adds: Bool = false, writes: Set<String> = [],
    commands: Set<String> = [], isPrivate: Bool = false
  ) {
    self.isPrivate = isPrivate
    self.reads = reads
    self.adds = adds
    self.writes = writes
    self.commands = commands
  }

  package static let none = Access(reads: .none)
}

/// What volunteers may do with the records of each kind: what the kind says, asked when it is needed,
/// or something else.
package struct AccessOfKinds: Hashable, Sendable {
  private var others: [RecordKind: Access] = [:]

  package init() {}

  package subscript(kind: RecordKind) -> Access {
    get { others[kind] ?? RecordDescription.of(kind).access }
    set { others[kind] = newValue }
  }
}

/// Which records of a kind a volunteer may read.
package enum VolunteerScope: Sendable {
  case none
  /// The cases with a current assignment to this volunteer.
  case assignedCase
  /// Records about such a case whose field `volunteer` is this volunteer.
  case ownOnAssignedCase
}
