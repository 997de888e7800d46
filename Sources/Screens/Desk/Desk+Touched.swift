import Casework
import Labels
import Wording

/// Whom a save concerns beside the record it was about: they are named, so that they are told.
extension Desk {
  /// So many are named at most; the others stand on Today.
  private static let mostNamed = 3

  /// Who is to be told after a save; nil where nobody is.
  func touchedNotice(_ saved: [Saved]) -> Notice? {
    let touched = saved.flatMap(\.touched)
    guard !touched.isEmpty else { return nil }
    return Notice(text: touched.map(sentence).joined(separator: " "))
  }

  private func sentence(_ touched: Touched) -> String {
    let names = touched.whom.prefix(Self.mostNamed).map(ValueText(words).text)
      .joined(separator: words("list.separator"))
    let others = touched.whom.count - Self.mostNamed
    let whom = others > 0 ? words("desk.andOthers", names, String(others)) : names
    let subject = ValueText(words).text(touched.subject)
    switch touched.cause {
    case .recall where touched.whom.isEmpty: return words("desk.nobodyToRecall", subject)
    case .recall: return words("desk.recall", subject, whom)
    case .suspension where touched.whom.isEmpty: return words("desk.suspendedEmpty", subject)
    case .suspension: return words("desk.suspended", subject, whom)
    case .pause: return words("desk.pausedOthers", subject, whom)
    }
  }

  /// Asks what is feared of a host whom a save has suspended without saying it.
  func askConcern(of saved: [Saved]) -> [Effect] {
    saved.flatMap(\.touched).filter { $0.cause == .suspension && $0.isUnexplained }
      .prefix(1).map { .detail($0.subject.address, for: .concern) }
  }

  mutating func askConcern(of host: Card) -> [Effect] {
    let said = notice
    let effects = open(
      RecordForm.few(
        ["concern"], of: host, command: .edit, asksReason: false, today: surroundings.today,
        words: words))
    notice = said ?? notice
    return effects
  }
}
