internal import Casework

/// What narrows the journal beside what narrows any list, and the journal of a record.
enum JournalCommands {
  static let all: [Command] = [
    journal("journalPerson", "f p", hint: 2) { page, scene in page.ask(.person, scene) },
    journal("journalKind", "f k") { page, scene in page.ask(.kind, scene) },
    journal("journalCommand", "f e") { page, scene in page.ask(.command, scene) },
    journal("journalDay", "f t", hint: 3) { page, scene in page.askDays(scene) },
    journal("journalAudit", "f r") { page, scene in page.fulfil(.audit, scene) },
  ]

  /// Of whichever record is in hand.
  static let history = [
    Command(
      "history", "H", at: .record, in: .viewing, needs: [.noDraft, .record],
      act: .desk { JournalVerbs.showHistory(&$0) })
  ]

  private static func journal(
    _ name: CommandName, _ keys: KeySequence, hint: Int? = nil,
    _ change: @escaping @Sendable (inout JournalPage, Scene) -> [Deed]
  ) -> Command {
    Command(
      name, keys, at: .journal, in: .lists, hint: hint,
      act: .desk { JournalVerbs.change(&$0, change) })
  }
}
