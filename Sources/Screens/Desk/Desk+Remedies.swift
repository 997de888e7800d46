import Casework
import Labels
import Widgets
import Wording

/// A save that lacked something, to be made once that is there.
package struct RefusedSave: Hashable, Sendable {
  let changes: [Change]
  /// The draft that was kept of the form it came from.
  var draftKey: String?
}

/// Where a refused save is answered: the places in which to supply what is missing.
extension Desk {
  /// Offers what would supply the missing things; nil where nothing on the desk does.
  ///
  /// What was typed for a move is kept and comes back with it; another form stays open below.
  ///
  /// - Parameter changes: what was refused: once something was supplied it is looked at again.
  mutating func offerRemedies(
    _ problems: [FieldProblem], for changes: [Change], isAgain: Bool = false
  ) -> [Effect]? {
    let items = remedies(against: problems, for: changes)
    guard !items.isEmpty else { return nil }
    var refused = RefusedSave(changes: changes, draftKey: takingUp?.draftKey)
    var isForm = false
    if case .form(let form) = overlays.last {
      isForm = form.command != .status
      if !isForm { refused.draftKey = form.draftKey }
    }
    let reason = Notice(text: sentences(problems, of: changes.last?.kind), isError: true)
    var choice = LetterChoice(
      title: words("desk.missing"),
      zip("abcdefghijklm", items).map { letter, item in
        (LetterBox.Item(letter: letter, label: item.label), item.action)
      })
    // The form below is sent again by whoever filled it.
    choice.refused = isForm ? nil : refused
    choice.passesKeys = isForm || isAgain
    guard isForm else { return leave(.offer(choice, reason)) }
    notice = reason
    overlays.append(.letters(choice))
    return keepDraft()
  }

  /// Looks again at what was refused, now that something was supplied for it.
  mutating func takeUp(_ refused: RefusedSave, _ previews: [ChangePreview]) -> [Effect] {
    let problems = previews.flatMap { preview -> [FieldProblem] in
      if case .problems(let problems)? = preview.refusal { problems } else { [] }
    }
    if !problems.isEmpty {
      if let offered = offerRemedies(problems, for: refused.changes, isAgain: true) {
        return offered
      }
      notice = Notice(text: sentences(problems, of: refused.changes.last?.kind), isError: true)
      return []
    }
    guard previews.allSatisfy({ $0.refusal == nil }),
      let label = refused.changes.lazy.compactMap(target(of:)).first
    else { return [] }
    var choice = LetterChoice(
      title: words("desk.nothingMissing"),
      [(LetterBox.Item(letter: "a", label: label), .save(refused))])
    choice.passesKeys = true
    overlays.append(.letters(choice))
    return []
  }

  /// Saves what was refused before.
  mutating func saveAgain(_ refused: RefusedSave) -> [Effect] {
    takingUp = refused
    return [.save(refused.changes)]
  }

  /// Forgets the draft of what was refused and is saved now.
  mutating func finishTakingUp(_ changes: [Change]) -> [Effect] {
    guard let done = takingUp, done.changes == changes else { return [] }
    takingUp = nil
    return done.draftKey.map { forgetDraft($0) } ?? []
  }

  /// The stage or status that a change moves to, in words.
  private func target(of change: Change) -> String? {
    guard let field = RecordDescription.of(change.kind).statusField,
      case .code(let code)? = change.values[field.name], let catalogue = field.shape.catalogue
    else { return nil }
    return words(catalogue.labelKey(code))
  }

  /// What stands against a save, each once and by the names of its fields.
  func sentences(_ problems: [FieldProblem], of kind: RecordKind?) -> String {
    ProblemText(words).sentences(problems, of: kind).joined(separator: " ")
  }

  private typealias Remedy = (label: String, action: LetterChoice.Action)

  private func remedies(
    against problems: [FieldProblem], for changes: [Change]
  ) -> [Remedy] {
    let change = changes.count == 1 ? changes.first : nil
    let found = problems.flatMap { problem in
      problem.remedies.filter { commands[$0] != nil }.map { name in
        (label: label(problem, name), action: action(problem, name, change))
      } + ownRemedies(problem, change)
    }
    return found.reduce(into: []) { items, item in
      if !items.contains(where: { $0.label == item.label }) { items.append(item) }
    }
  }

  /// What no command of its own supplies.
  private func ownRemedies(_ problem: FieldProblem, _ change: Change?) -> [Remedy] {
    guard let change else { return [] }
    switch problem.code {
    case .adultsRequired, .adultNotChecked:
      guard let host = change.kind == .host ? own(change) : link("host", of: change) else {
        return []
      }
      let adult = words("kind.\(RecordKind.hostAdult.rawValue)")
      if problem.code == .adultsRequired {
        return [
          (words("desk.missingConsent", words("command.add"), adult), .addTo(.hostAdult, host))
        ]
      }
      return change.kind == .host
        ? [(words("kind.\(RecordKind.hostAdult.rawValue).plural"), .register(.hostAdult))] : []
    case .consentRequired where change.kind == .referral && change.id != nil:
      // Who may not be told any more is told to stop.
      let revoked = ReferralStage.revoked
      return [(words(revoked.labelKey), .stage(field: "stage", code: revoked.rawValue))]
    default: return []
    }
  }

  private func label(_ problem: FieldProblem, _ name: CommandName) -> String {
    let command = words("command.\(name.rawValue)")
    guard problem.namesWhatIsMissing, case .label(let key)? = problem.arguments.first else {
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

  private func action(
    _ problem: FieldProblem, _ name: CommandName, _ change: Change?
  ) -> LetterChoice.Action {
    // A job is put right in its own form.
    if name == .edit, let job = jobOfSubject { return .edit(job.address) }
    guard let kind = commands[name]?.logs else { return .command(name) }
    let about = change.flatMap { $0.kind == .case ? own($0) : link("case", of: $0) }
    return .log(kind, by: name, offered: problem.offered(for: kind), about: about)
  }

  /// The record that a change is made of.
  private func own(_ change: Change) -> Link? {
    guard let id = change.id else { return nil }
    let address = RecordAddress(change.kind, id)
    return subjects.first { $0.address == address }.map {
      Link(address, number: $0.number, title: ValueText(words).title(of: $0))
    }
  }

  /// What a changed record refers to: as it is to be, else as it is.
  private func link(_ field: String, of change: Change) -> Link? {
    if case .link(let link)? = change.values[field] { return link }
    let card = form?.parts.lazy.compactMap(\.card).first { $0.address.id == change.id }
    guard let card = card ?? subjects.first(where: { $0.address.id == change.id }),
      case .link(let link) = card[field]
    else { return nil }
    return link
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

  /// Whether its first argument is what is to be supplied.
  fileprivate var namesWhatIsMissing: Bool { code != .saysLess && code != .noEvidence }

  /// What the form that supplies it holds: what was asked for, and nothing that nobody said.
  fileprivate func offered(for kind: RecordKind) -> [String: FieldValue] {
    var asked: String?
    if case .label(let key)? = arguments.first { asked = key }
    switch kind {
    case .consent:
      return ["scope": (ConsentScope.allCases.first { $0.labelKey == asked }).fieldValue]
    case .document:
      return ["type": (DocumentType.allCases.first { $0.labelKey == asked }).fieldValue]
    case .workPermission: return ["workPermission": .absent]
    case .residence: return ["statusOfResidence": .absent]
    default: return [:]
    }
  }
}
