/// What became of records of another store of the same organisation: of a copy that came home, or of a
/// second store.
package struct CarryReport: Hashable, Sendable {
  package var added: [RecordKind: Int] = [:]
  package var changed: [RecordKind: Int] = [:]
  package var removed: [RecordKind: Int] = [:]
  /// New records that have another number here than there.
  package var renamed: [Renaming] = []
  /// What differs and nobody decided.
  package var conflicts: [Conflict] = []
  /// What rules stand against, and nobody decided.
  package var refused: [Refused] = []
  /// Decided conflicts, by the side that was taken.
  package var decided: [CarrySide: Int] = [:]
  /// Changes of records that are erased here.
  package var erased = 0
  /// Changes that another record which did not come leaves without a place.
  package var left = 0
  /// Whether anything was written; where something is undecided, nothing is.
  package var isWritten = false
  /// Whether all of it was here before.
  package var isKnown = false
  /// Of two stores: how many records both have.
  package var shared = 0

  package init() {}

  package struct Renaming: Hashable, Sendable {
    package let from: String
    package let to: Link

    package init(from: String, to: Link) {
      self.from = from
      self.to = to
    }
  }

  package struct Conflict: Hashable, Sendable {
    package let record: Link
    /// `yours` is what the other store says, `theirs` what stands here; of a record that is gone here the
    /// field is empty.
    package var values: FieldConflict

    package init(_ record: Link, _ values: FieldConflict) {
      self.record = record
      self.values = values
    }

    /// By which a person says which side counts: `2026-0042.phone`.
    package var key: String {
      values.field.isEmpty ? record.number : "\(record.number).\(values.field)"
    }
  }

  package struct Refused: Hashable, Sendable {
    /// As it is called here, or there where it is new.
    package let record: Link
    package let problems: [FieldProblem]

    package init(_ record: Link, _ problems: [FieldProblem]) {
      self.record = record
      self.problems = problems
    }

    package var key: String { record.number }
  }

  /// Whether somebody has to decide before anything is written.
  package var isUndecided: Bool { !conflicts.isEmpty || !refused.isEmpty }

  /// Whether nothing came.
  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

/// Whose value counts where two stores differ.
package enum CarrySide: Hashable, Sendable {
  /// That of the store which stays.
  case here
  /// That of the copy, or of the other store.
  case there
}

/// What a person decided about conflicts.
package struct CarryDecisions: Sendable {
  private let byKey: [String: CarrySide]
  private let rest: CarrySide?

  /// Stands for all that nothing else was said of.
  package static let all = "all"

  /// - Parameters:
  ///   - here: keys of `CarryReport.Conflict` in which the value here stays, or `all`.
  ///   - there: in which that of the other store counts.
  package init(here: [String] = [], there: [String] = []) {
    byKey = Dictionary(
      here.map { ($0, CarrySide.here) } + there.map { ($0, .there) },
      uniquingKeysWith: { a, _ in a })
    rest = byKey[Self.all]
  }

  /// A record's own number decides for all of its fields.
  package func side(_ key: String, of number: String) -> CarrySide? {
    byKey[key] ?? byKey[number] ?? rest
  }
}
