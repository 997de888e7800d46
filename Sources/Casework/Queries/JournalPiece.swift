/// A piece of the journal, latest first.
package struct JournalPiece: Hashable, Sendable {
  package var entries: [JournalEntry]
  /// How far back it was looked: earlier entries may be asked for from here; nil where there are none.
  package var reached: Int?
  /// When the entry was written that it reached.
  package var reachedAt: Instant?
  /// How many entries there are in all; only with the first piece, and not where words are looked for.
  package var count: ListCount?
  /// The steps of its entries that were taken back.
  package var undone: Set<Int>

  package init(
    entries: [JournalEntry] = [], reached: Int? = nil, count: ListCount? = nil,
    undone: Set<Int> = []
  ) {
    self.entries = entries
    self.reached = reached
    self.count = count
    self.undone = undone
  }
}

/// What entries of the journal can be told apart by: as far as it occurs in this journal.
package struct JournalNames: Hashable, Sendable {
  package var people: [Link]
  package var commands: [String]
  package var kinds: [RecordKind]

  package init(people: [Link] = [], commands: [String] = [], kinds: [RecordKind] = []) {
    self.people = people
    self.commands = commands
    self.kinds = kinds
  }
}

/// Why a step of the journal cannot be taken back from there.
///
/// The words are `refusal.cannotUndo.<code>` in the label tables.
package enum UndoLack: String, CaseIterable, Sendable {
  /// It changed no record, as a look does.
  case changedNothing
  /// It takes something back itself.
  case isUndo
  /// It was taken back before.
  case undone
  /// What it changed was erased.
  case erased
  /// Somebody else made it, and whoever asks is no supervisor.
  case others
}
