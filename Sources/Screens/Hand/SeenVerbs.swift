import Casework
import Labels

/// That deadlines were seen: said with a key, or by opening the page of one's case.
enum SeenVerbs {
  static func markSeen(_ hand: Hand) -> [Deed] {
    [
      .submit(
        hand.subjects.compactMap {
          change($0, in: hand.surroundings, by: CommandName.seen.rawValue)
        })
    ]
  }

  /// Of an opened case of one's own, or of those one stands in for, what was not seen yet and is warned
  /// of by now; nothing where it is somebody else's.
  static func changes(opening detail: Detail, _ scene: Scene) -> [Change] {
    guard !scene.viewer.isVolunteer, let owner = detail.card.link(Case.name(\.owner)),
      scene.mine.contains(where: { $0.address == owner.address })
    else { return [] }
    return detail.deadlines.filter { card in
      card.value(of: \DeadlineRecord.unseenSince).map { $0 <= scene.today } ?? false
    }.compactMap { change($0, in: scene.surroundings, by: JournalCommand.saw.rawValue) }
  }

  /// Nil where it is nobody's.
  private static func change(
    _ card: Card, in surroundings: Desk.Surroundings, by command: String
  ) -> Change? {
    Sighting.change(
      of: card, on: surroundings.today, by: surroundings.viewerLink, command: command)
  }
}

extension Need {
  /// A deadline is seen by its owner, by who stands in for them, or by a supervisor.
  static let toBeSeen = Need { desk in
    guard desk.subjects.allSatisfy(\.isDeadline) else { return desk.words("desk.seenDeadlines") }
    let mine = ([desk.surroundings.viewerLink] + desk.covered).map(\.address)
    let owners = desk.subjects.map { $0.link(DeadlineRecord.name(\.owner))?.address }
    if owners.contains(nil) { return desk.words("desk.seenByNobody") }
    let isAllowed =
      desk.surroundings.isSupervisor
      || owners.allSatisfy { $0.map(mine.contains) ?? false }
    return isAllowed ? nil : desk.words("desk.seenByOwner")
  }
}
