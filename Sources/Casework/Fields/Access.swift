/// What a volunteer may do with the records of a kind; staff may do whatever the rules allow.
///
/// Each kind says it in its own file, and the store asks it in one place; where nothing is said,
/// nothing is allowed.
package struct Access: Hashable, Sendable {
  /// Which records they may read; of those only the fields that their audience gives them.
  package var reads: VolunteerScope
  /// What an assignment must grant beside before they may read any.
  package var grant: Grant?
  /// The fields of a record that they may add, about a case that is assigned to them and open.
  ///
  /// None where they add none. Whose it is, `author`, the store fills in.
  package var adds: Set<String>
  /// The fields that they may change in a record that they may read.
  package var corrects: Set<String>
  /// The commands of the desk that they may give for such a record, by name.
  package var commands: Set<String>
  /// Whether a record is its owner's alone, also among staff, until they share it: by its fields
  /// `owner` and `isShared`.
  package var isPrivate: Bool

  package init(
    reads: VolunteerScope, grant: Grant? = nil, adds: Set<String> = [],
    corrects: Set<String> = [], commands: Set<String> = [], isPrivate: Bool = false
  ) {
    self.isPrivate = isPrivate
    self.reads = reads
    self.grant = grant
    self.adds = adds
    self.corrects = corrects
    self.commands = commands
  }

  package static let none = Access(reads: .none)

  /// What the field is called that says whose a record is, whatever its kind.
  package static let author = "volunteer"

  /// Whether a volunteer reads records of the kind on the page of one of another: a place on a roll is
  /// that of its gathering alone.
  package func isAround(_ kind: RecordKind) -> Bool {
    switch reads {
    case .none: false
    case .hosted, .atHosted: RecordDescription.of(kind).access.reads == .hosted
    default: true
    }
  }

  /// The fields that volunteers may write, of a new record or of one that they may read.
  package func writes(isNew: Bool) -> Set<String> { isNew ? adds : corrects }
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
package enum VolunteerScope: Hashable, Sendable {
  case none
  /// The cases with a current assignment to this volunteer.
  case assignedCase
  /// Records about such a case whose field `volunteer` is this volunteer.
  case ownOnAssignedCase
  /// Records about such a case.
  case onAssignedCase
  /// Records about such a case that still go on.
  case openOnAssignedCase
  /// Gatherings at which this volunteer is the host, about the day on which each is.
  case hosted
  /// The places at such a gathering.
  case atHosted

  /// A host sees a gathering from so many days before it to so many after.
  package static let daysAboutGathering = 7
}
