import Casework
import Labels
import Wording

/// The journal of a record, and the way back from it.
extension Desk {
  /// Where somebody was before they looked at the journal of a record.
  struct WayBack: Hashable, Sendable {
    let screen: ScreenID
    let details: [DetailPage]
  }

  mutating func onJournal(
    _ change: (inout JournalPage, Scene) -> [Deed]
  ) -> [Effect] {
    onList { page, scene in
      guard var journal = page as? JournalPage else { return [] }
      defer { page = journal }
      return change(&journal, scene)
    }
  }

  /// Everything that was done about the record in hand; of a deadline about its case.
  mutating func showHistory() -> [Effect] {
    guard let card = subject else { return [] }
    let address = (card.isDeadline ? card.caseAddress : nil) ?? card.address
    let link =
      address == card.address
      ? Link(address, number: card.number, title: ValueText(words).title(of: card))
      : card.link("case") ?? Link(address)
    let back = WayBack(screen: screen, details: details)
    lists[.journal] = ListedBox(JournalPage(about: link))
    let effects = show(.journal)
    wayBack = back
    notice = Notice(text: words("journal.backTo"))
    return effects
  }

  /// Back to where the journal of a record was asked for.
  mutating func leaveHistory(_ back: WayBack) -> [Effect] {
    lists[.journal] = nil
    var effects = show(back.screen)
    details = back.details
    for id in details.map(\.id) { effects += change(id) { $0.refresh($1).map(Deed.ask) } }
    return effects
  }

  /// Takes back the step that is selected in the journal, else the viewer's last one.
  mutating func undo() -> [Effect] {
    if details.isEmpty, let journal = list as? JournalPage {
      return carryOut(journal.askUndo(scene(of: journal.id)))
    }
    return carryOut([shelf.discarded.map { .resume($0.key) } ?? .ask(.undo)])
  }
}
