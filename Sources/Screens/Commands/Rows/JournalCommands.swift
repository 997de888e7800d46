internal import Casework

/// What narrows the journal, and the journal of a record.
enum JournalCommands {
  static let all: [Command] = [
    journal("journalSearch", "/", hint: 1) { page, scene in page.askSearch(scene) },
    journal("journalPerson", "f p", hint: 2) { page, scene in page.ask(.person, scene) },
    journal("journalKind", "f k") { page, scene in page.ask(.kind, scene) },
    journal("journalCommand", "f o") { page, scene in page.ask(.command, scene) },
    journal("journalDay", "f d", hint: 3) { page, scene in page.askDays(scene) },
    journal("journalMine", "f m") { page, scene in page.toggleMine(scene) },
    journal("journalAudit", "f v") { page, scene in page.fulfil(.audit, scene) },
    journal("journalClear", "f c") { page, scene in page.fulfil(.clear, scene) },
  ]

  /// Of whichever record is in hand.
  static let history = [
    Command(
      "history", "H", at: .record, in: .viewing, needs: [.noDraft, .record],
      act: .desk { $0.showHistory() })
  ]

  private static func journal(
    _ name: CommandName, _ keys: KeySequence, hint: Int? = nil,
    _ change: @escaping @Sendable (inout JournalPage, Scene) -> [Deed]
  ) -> Command {
    Command(
      name, keys, at: .journal, in: .lists, hint: hint,
      act: .desk { $0.onJournal(change) })
  }
}
