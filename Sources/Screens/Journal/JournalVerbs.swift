import Casework
import Labels
import Wording

/// The journal of a record and the way back from it, and what is taken back from there.
enum JournalVerbs {
  /// Lets the journal change, where it is on its screen.
  static func change(
    _ desk: inout Desk, _ change: (inout JournalPage, Scene) -> [Deed]
  ) -> [Effect] {
    desk.onList { page, scene in
      guard var journal = page as? JournalPage else { return [] }
      defer { page = journal }
      return change(&journal, scene)
    }
  }

  /// Everything that was done about the record in hand; of a deadline about its case.
  static func showHistory(_ desk: inout Desk) -> [Effect] {
    guard let card = desk.subject else { return [] }
    let address = (card.isDeadline ? card.caseAddress : nil) ?? card.address
    let link =
      address == card.address
      ? Link(address, number: card.number, title: ValueText(desk.words).title(of: card))
      : card.link(RecordDescription.caseField) ?? Link(address)
    let back = WayBack(screen: desk.screen, details: desk.details)
    desk.lists[.journal] = ListedBox(JournalPage(about: link))
    let effects = desk.show(.journal)
    desk.wayBack = back
    desk.notice = Desk.Notice(text: desk.words("journal.backTo"))
    return effects
  }

  /// Back to where the journal of a record was asked for.
  static func leave(_ desk: inout Desk, to back: WayBack) -> [Effect] {
    desk.lists[.journal] = nil
    var effects = desk.show(back.screen)
    desk.details = back.details
    for id in desk.details.map(\.id) {
      effects += desk.change(id) { $0.refresh($1).map(Deed.ask) }
    }
    return effects
  }

  /// Esc on the journal: back to where it was asked for, else what narrows it is left; nil where
  /// there is neither.
  static func cancel(_ desk: inout Desk) -> [Effect]? {
    guard let journal = desk.list as? JournalPage else { return nil }
    if let back = desk.wayBack { return leave(&desk, to: back) }
    return journal.isNarrowed ? desk.carryOut([.journal(.clear)]) : nil
  }

  /// Takes back the step that is selected in the journal, else the viewer's last one.
  static func undo(_ desk: inout Desk) -> [Effect] {
    if desk.details.isEmpty, let journal = desk.list as? JournalPage {
      return desk.carryOut(journal.askUndo(desk.scene(of: journal.id)))
    }
    return desk.carryOut([desk.shelf.discarded.map { .resume($0.key) } ?? .ask(.undo)])
  }
}
