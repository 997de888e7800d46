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
    var items: [(FieldProblem, CommandName)] = []
    for problem in problems {
      for name in problem.remedies where commands[name] != nil {
        let isThere = items.contains { $0.1 == name && label($0.0, name) == label(problem, name) }
        if !isThere { items.append((problem, name)) }
      }
    }
    guard !items.isEmpty else { return nil }
    let texts = ProblemText(words)
    let reason = Notice(
      text: problems.map { texts.sentence($0, kind: nil) }.joined(separator: " "), isError: true)
    let choice = LetterChoice(
      title: words("desk.missing"),
      zip("abcdefghijklm", items).map { letter, item in
        (LetterBox.Item(letter: letter, label: label(item.0, item.1)), action(item.0, item.1))
      })
    return leave(.offer(choice, reason))
  }

  private func label(_ problem: FieldProblem, _ name: CommandName) -> String {
    let command = words("command.\(name.rawValue)")
    guard case .label(let key)? = problem.arguments.first else {
      let isOfJob = name == .edit && jobOfSubject != nil
      return isOfJob ? words("desk.missingConsent", command, words("kind.job.short")) : command
    }
    return words("desk.missingConsent", command, words.text(ifAny: key + ".short") ?? words(key))
  }

  /// The job of the placement in hand.
  private var jobOfSubject: Link? {
    guard case .link(let job)? = subjects.first?["job"] else { return nil }
    return job
  }

  private func action(_ problem: FieldProblem, _ name: CommandName) -> LetterChoice.Action {
    guard name == .logConsent, case .label(let key)? = problem.arguments.first,
      let scope = ConsentScope.allCases.first(where: { $0.labelKey == key })
    else {
      // A job is put right in its own form.
      if name == .edit, let job = jobOfSubject { return .edit(job.address) }
      return .command(name)
    }
    return .consent(scope)
  }
}

extension FieldProblem {
  /// The commands that supply what is missing.
  fileprivate var remedies: [CommandName] {
    switch code {
    case .consentRequired, .consentWithoutName: [.logConsent]
    case .assessmentRequired: [.logNeed]
    case .goalRequired: [.logGoal]
    case .threeAttemptsRequired: [.logContact]
    case .openStays, .openPlacements, .openReferrals: [.open]
    case .supervisorOnly, .otherSupervisor: [.handOver]
    case .stayEnded: [.logResidence]
    case .permissionPartTime: [.logWorkPermission, .edit]
    case .permissionMissing, .permissionDenied, .permissionOld, .permissionBegins,
      .permissionEnded, .permissionPaperEnded, .permissionEmployer, .permissionOccupation:
      // A paper is recorded before what it shows.
      [.logWorkPermission, .logDocument]
    default: []
    }
  }
}
