import Casework

/// What else a write changes: fields of the record itself that depend on other records, and other
/// records.
///
/// A consequence has no further consequences.
struct Consequence: Sendable {
  typealias Follow = (RecordAddress) throws -> Void

  /// The kinds of record whose writes bring it.
  let kinds: Set<RecordKind>
  /// The ways of writing that bring it.
  let origins: Set<WriteOrigin>
  /// Completes a draft before it is checked.
  var settle: @Sendable (Step, inout Draft) throws -> Void = { _, _ in }
  /// Looks at a draft before it is written and answers with what follows the write; nil where
  /// nothing does.
  var following: @Sendable (Step, Draft) throws -> Follow? = { _, _ in nil }

  /// All of them, in the order in which they come.
  static let all: [Consequence] = [
    .caseNumber, .pausedAtOnce, .waitingList, .merge, .endOfAssignments, .endOfBookings,
    .freedSeats, .series, .pauses, .employment, .suspension, .hosting, .pledgeProgress,
    .untoldStories, .endOfSharing, .nextDuty,
  ]

  /// Those that a write of a kind brings.
  static func of(_ kind: RecordKind, by origin: WriteOrigin) -> [Consequence] {
    byKind.value(of: kind) { all.filter { $0.kinds.contains(kind) } }
      .filter { $0.origins.contains(origin) }
  }

  private static let byKind = MadePerKind<[Consequence]>()
}

extension Set<WriteOrigin> {
  /// What says something new.
  static let anew: Self = [.person, .sheet, .carried]
  static let anewOrUndone: Self = [
    .person, .sheet, .carried, .undo, .redo(isSheet: false), .redo(isSheet: true),
  ]
  /// What one person does at once, also in another store.
  static let byPerson: Self = [.person, .carried]
}
