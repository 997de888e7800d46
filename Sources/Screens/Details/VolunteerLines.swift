import Casework
import Cells
import Labels
import Widgets
import Wording

/// What a volunteer needs to know before they leave the house: when and where, and whom they call.
struct VolunteerLines {
  let words: Words
  let today: CivilDate
  private var texts: ValueText { ValueText(words) }

  /// - Parameter phone: the organisation's number; empty where there is none.
  func lines(of detail: Detail, _ phone: String) -> [LinesView.Line] {
    [visit(detail), call(detail.call, phone)].compactMap(\.self)
  }

  /// The next appointment of which the time or the place is known to them.
  private func visit(_ detail: Detail) -> LinesView.Line? {
    let open = detail.events(.followUp).compactMap { card -> (day: CivilDate, said: [String])? in
      guard card[\FollowUp.isOpen] != .flag(false), let due = card.value(of: \FollowUp.due),
        due >= today
      else { return nil }
      let said = FollowUp.names(\.begins, \.place).map { texts.shortText(card, $0) }
        .filter { !$0.isEmpty }
      return said.isEmpty ? nil : (due, said)
    }
    guard let next = open.min(by: { $0.day < $1.day }) else { return nil }
    let text = [texts.weekdayDate(next.day)] + next.said
    return .pair(words("session.visit"), text.joined(separator: "  "))
  }

  private func call(_ who: WhomToCall?, _ phone: String) -> LinesView.Line? {
    var names = ""
    switch (who?.coordinator, who?.standIn) {
    case (let owner?, let standIn?):
      names = words("session.standIn", texts.bareName(of: standIn), texts.bareName(of: owner))
    case (let owner?, nil): names = texts.bareName(of: owner)
    default: break
    }
    let said = [names, phone].filter { !$0.isEmpty }.joined(separator: "  ")
    return said.isEmpty ? nil : .pair(words("session.call"), said)
  }
}
