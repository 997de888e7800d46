/// Where a write comes from: it decides which of the steps of writing it goes through.
package enum WriteOrigin: Hashable, Sendable {
  /// Somebody at a form or by a command.
  case person
  /// A row of a sheet: what it records was decided elsewhere.
  case sheet
  /// What was written is taken back.
  case undo
  /// What was taken back is done again, as it came first: from a sheet or not.
  case redo(isSheet: Bool)
  /// What is about a duplicate goes to the case that survives.
  case merge
  /// What was written in another store of the organisation comes here, as it was completed there.
  case carried

  package var isSheet: Bool { self == .sheet || self == .redo(isSheet: true) }

  /// Whether the values are new, so that the rules complete and check them.
  ///
  /// Undo and merge only restore or move values that were checked before.
  package var isNew: Bool { self == .person || self == .sheet }
}

/// By whom, when and why something is written.
package struct WriteContext: Sendable {
  /// The date in Japan.
  package let today: CivilDate
  /// The member of staff who writes; nil for the program itself.
  package let staff: Reference<Staff>?
  /// Why, in the person's words.
  package let reason: String
  package let origin: WriteOrigin

  package init(
    today: CivilDate, staff: Reference<Staff>? = nil, reason: String = "",
    origin: WriteOrigin = .person
  ) {
    self.today = today
    self.staff = staff
    self.reason = reason
    self.origin = origin
  }

  /// The day to fill in where a stage is reached and no day is given: today for a person; nil for
  /// a sheet, whose day nobody knows.
  package var day: CivilDate? { origin.isSheet ? nil : today }
}
