import Casework
import Labels
import Widgets
import Wording

/// Where a refused move of a status is answered: the places in which to supply what is missing.
extension Desk {
  /// Offers what would supply the missing things; nil where nothing on the desk does.
  ///
  /// What was typed for the move is kept and comes back with it.
  mutating func offerRemedies(_ problems: [FieldProblem]) -> [Effect]? {
    let items = problems.compactMap { problem in
      problem.remedy.flatMap { name in commands[name].map { _ in (problem, name) } }
    }
    guard !items.isEmpty else { return nil }
    let kept = keepDraft()
    if case .form = overlays.last { overlays.removeLast() }
    let texts = ProblemText(words)
    notice = Notice(
      text: problems.map { texts.sentence($0, kind: nil) }.joined(separator: " "), isError: true)
    overlays.append(
      .letters(
        LetterChoice(
          title: words("desk.missing"),
          zip("abcdefghijklm", items).map { letter, item in
            (LetterBox.Item(letter: letter, label: label(item.0, item.1)), action(item.0, item.1))
          })))
    return kept
  }

  private func label(_ problem: FieldProblem, _ name: CommandName) -> String {
    let command = words("command.\(name.rawValue)")
    guard case .label(let key)? = problem.arguments.first else { return command }
    return words("desk.missingConsent", command, words.text(ifAny: key + ".short") ?? words(key))
  }

  private func action(_ problem: FieldProblem, _ name: CommandName) -> LetterChoice.Action {
    guard name == .logConsent, case .label(let key)? = problem.arguments.first,
      let scope = ConsentScope.allCases.first(where: { $0.labelKey == key })
    else { return .command(name) }
    return .consent(scope)
  }
}

extension FieldProblem {
  /// The command that supplies what is missing.
  fileprivate var remedy: CommandName? {
    switch code {
    case .consentRequired: .logConsent
    case .assessmentRequired: .logNeed
    case .goalRequired: .logGoal
    case .threeAttemptsRequired: .logContact
    case .openStays, .openPlacements, .openReferrals: .open
    case .supervisorOnly, .otherSupervisor: .handOver
    default: nil
    }
  }
}
