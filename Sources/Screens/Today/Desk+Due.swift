import Casework
import Cells
import Labels
import Widgets
import Wording

/// The legal deadlines that stand above everything else of the day.
extension Desk {
  /// More than this on one day is read in the register of deadlines.
  private static let mostDue = 200

  /// Of everybody's cases, or of the viewer's own where the list shows only theirs.
  private var dueQuery: ListQuery {
    let own = list.query.filters.contains {
      $0.test == .equals(.link(surroundings.viewerLink))
    }
    return .due(surroundings.today, owner: own ? surroundings.viewerLink.address : nil, isLaw: true)
  }

  /// What Today asks for beside its list.
  var duePages: [Effect] {
    guard screen == .today else { return [] }
    return [
      .page(
        PageRequest(
          query: dueQuery, anchor: .first, count: Self.mostDue,
          fields: ListColumns.read(for: .deadline, viewer: surroundings.viewer)))
    ]
  }

  /// Whether a page is of the deadlines that Today shows now.
  func isDue(_ request: PageRequest) -> Bool { screen == .today && request.query == dueQuery }

  /// What is opened for a row: a deadline is no paper of its own, so its case.
  func target(of card: Card) -> RecordAddress {
    (card.address.kind == .deadline ? link(toCaseOf: card)?.address : nil) ?? card.address
  }

  /// The fields of a deadline that stand in the columns of the follow-ups below it.
  private static let columns = [
    "due": "date", "action": "rule", "case": "case", "assignee": "owner", "done": "done",
  ]

  /// A deadline as a row among follow-ups: what the law asks, and whether it is to be confirmed.
  func dueRow(_ card: Card, _ fields: [FieldFacts]) -> [String] {
    let description = RecordDescription.of(.deadline)
    let texts = ValueText(words)
    return fields.map { field in
      guard let own = Self.columns[field.name].flatMap({ description[$0] }) else { return "" }
      let text = texts.shortText(card[own.name], of: own.shape)
      guard own.name == "rule", let state = description["state"] else { return text }
      return "\(words("desk.legal")) \(text) \(texts.shortText(card["state"], of: state.shape))"
    }
  }

  /// A day that has come is an error; what the law asks is a warning.
  func dueRoles(_ card: Card, _ fields: [FieldFacts]) -> [Int: Role] {
    var isHere = false
    if case .date(let date) = card["date"] { isHere = date <= surroundings.today }
    return fields.enumerated().reduce(into: [:]) { roles, field in
      switch field.element.name {
      case "due": roles[field.offset] = isHere ? .error : .warning
      case "action": roles[field.offset] = .warning
      default: break
      }
    }
  }
}
