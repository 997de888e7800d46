import Casework
import Labels

/// What is in hand, and which commands can be given for it.
extension Desk {
  /// The record the verbs are for: the one on the timeline where somebody stands there, else the
  /// opened one, else the selected one of the picture or the list.
  var subject: Card? {
    if let page = details.last { return page.subject }
    return pictures[screen].map(\.subject) ?? list.subject
  }

  /// The records a verb is given for: the marked ones of the list, else the subject.
  var subjects: [Card] { hand.subjects }
  var subjectKind: RecordKind { subject?.address.kind ?? list.query.kind }

  /// The draft in hand, where the row of the list is one.
  var draftInHand: FormDraft? { details.isEmpty ? list.draft : nil }

  var hand: Hand {
    let subject = subject
    return Hand(
      surroundings: surroundings, words: words, subject: subject,
      marked: details.isEmpty && picture == nil ? list.marked : [:],
      kind: subject?.address.kind ?? list.query.kind, opened: details.map(\.detail),
      beside: beside?.detail, offered: topPage.offered, form: form, commands: commands,
      printed: printedSheets)
  }

  /// Whether a case is in hand, or what is in hand is about one.
  var isAboutCase: Bool {
    details.last?.detail.card.caseAddress != nil || subject?.caseAddress != nil
  }

  /// Every other command that the viewer may give somewhere, to say why not here.
  var elsewhere: [Command] {
    let here = Set(Offer(self).all.map(\.name))
    return commands.all.filter { isForViewer($0) && !here.contains($0.name) }
  }

  /// Whether the viewer may ever give the command.
  func isForViewer(_ command: Command) -> Bool {
    command.isGiven(by: surroundings, for: subjectKind)
  }

  func isHere(_ place: Command.Place) -> Bool {
    switch place {
    case .everywhere, .record: true
    case .list: details.isEmpty && pictures[screen] == nil && list.isNarrowable
    case .today:
      [.followUp, .deadline].contains(subjectKind) || !list.isOrdered && details.isEmpty
        || surroundings.viewer.isVolunteer && subjectKind.isCase
    case .caseRecord: subject == nil || isAboutCase
    case .detail: !details.isEmpty
    case .journal: details.isEmpty && screen == .journal
    }
  }

  /// Why a command cannot be given now; nil where it can.
  func reason(against command: Command) -> String? {
    guard isForViewer(command) else { return words("desk.forStaff") }
    guard !isShowingPerson || command.traits.contains(.showingPerson) else {
      return words("desk.showingPerson")
    }
    guard isHere(command.place) else { return words("desk.place.\(command.place.rawValue)") }
    return command.lack(on: self)
  }
}
