/// What the store itself calls a change in the journal; every other command there is a name of the
/// desk's table of commands, or of the command line.
package enum JournalCommand: String, Sendable {
  /// The first member of staff, with the store.
  case begin = "init"
  case imported = "import"
  /// An import that was stopped while it was written is taken back.
  case importCut
  /// Something was taken out of the store as a file.
  case exported = "export"
  case undo, redo
  /// What earlier entries told of a record is gone, and its words with it.
  case erase
  /// Somebody's choice of language, which is no work on a record.
  case language
  /// Deadlines were on the page of a case that their owner opened, which is no work on a record either.
  case saw
  case login, logout, view, refused
  /// A volunteer opened what is sealed.
  case reveal
  /// A volunteer was shown a list, or what they looked for in one.
  case listed, searched
  /// A supervisor was shown who looked.
  case audited
  /// Somebody asked who was shown what.
  case disclosures
  /// The clock of the machine showed an earlier time than the entry before.
  case clockSetBack
  /// What holds for the whole organisation, such as the beginning of its fiscal year.
  case organisation
  /// Somebody took a copy of their own cases along; in the copy, what is in it from the beginning.
  case laptopTaken = "laptop.take"
  /// What was done in a copy came home; in the copy, that nothing more is written.
  case laptopReturned = "laptop.return"
  /// A copy will not come back.
  case laptopLost = "laptop.lost"
  /// Another store of the organisation was brought together with this one.
  case united = "unite"

  /// What tells who looked and who was refused, which supervisors see.
  package static let audit: Set<JournalCommand> = [
    .login, .logout, .view, .listed, .searched, .refused, .reveal, .audited,
  ]

  /// What the name of a field that was opened is kept by.
  package static let revealedField = "revealedField"
}

extension JournalEntry {
  /// The command, where it is one of the store's own.
  package var ownCommand: JournalCommand? { JournalCommand(rawValue: command) }
}
