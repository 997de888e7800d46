import Casework
import Labels
import Wording

/// Where a refused save is answered: the places in which to supply what is missing.
struct Remedies {
  private typealias Remedy = (label: String, deeds: [Deed])

  let hand: Hand
  private var words: Words { hand.words }

  /// The rows of a box that offers them; empty where nothing on the desk supplies it.
  ///
  /// - Parameter changes: what was refused.
  func items(against problems: [FieldProblem], for changes: [Change]) -> [LetterChoice.Item] {
    let change = changes.count == 1 ? changes.first : nil
    let found = problems.flatMap { problem -> [Remedy] in
      let commands = (Self.commands[problem.code] ?? []).filter { hand.commands[$0] != nil }
      return commands.map { (label(problem, $0), deeds(problem, $0, change)) }
        + (change.flatMap { Self.own[Lack(problem.code, $0.kind)]?(self, $0) } ?? [])
        + (Self.open[problem.code].map(open) ?? [])
    }
    let each = found.reduce(into: [Remedy]()) { items, item in
      if !items.contains(where: { $0.label == item.label }) { items.append(item) }
    }
    return zip(LetterChoice.letters.prefix(13), each).map {
      LetterChoice.Item($0, $1.label, $1.deeds)
    }
  }

  /// The commands that supply what is missing.
  private static let commands: [FieldProblem.Code: [CommandName]] = {
    // A paper is recorded before what it shows.
    let papers: [CommandName] = [.logWorkPermission, .logDocument]
    return [
      .consentRequired: [.logConsent], .consentWithoutName: [.logConsent],
      .assessmentRequired: [.logNeed], .goalRequired: [.logGoal],
      .threeAttemptsRequired: [.logContact],
      .stayEnded: [.logResidence], .permissionPartTime: [.logWorkPermission, .edit],
      .permissionMissing: papers, .permissionDenied: papers, .permissionOld: papers,
      .permissionBegins: papers, .permissionEnded: papers, .permissionPaperEnded: papers,
      .permissionEmployer: papers, .permissionOccupation: papers,
    ]
  }()

  /// What still goes on has to end first.
  private static let open: [FieldProblem.Code: RecordKind] = [
    .openStays: .homestay, .openPlacements: .placement, .openReferrals: .referral,
  ]

  /// Opens each record of a kind that still goes on, by its name; the case where nobody read them.
  private func open(_ kind: RecordKind) -> [Remedy] {
    let about = hand.subjects.first?.address
    let details = hand.opened + [hand.beside].compactMap(\.self)
    let cards = details.first { $0.card.address == about }?.events(kind) ?? []
    let going = cards.filter { $0[RecordDescription.openField] == .flag(true) }
    guard !going.isEmpty else {
      let label = words("remedy.openCase", words("kind.\(kind.rawValue).plural"))
      return about.map { [(label, [.ask(.detail($0, for: .open))])] } ?? []
    }
    return going.map { card in
      let name = ValueText(words).text(card.ownLink(words))
      return (
        words("remedy.open", words("kind.\(kind.rawValue)"), name),
        [.ask(.detail(card.address, for: .open))]
      )
    }
  }

  /// Whether all that is missing are consents: their forms hold everything, and come one after the
  /// other.
  static func areConsents(_ problems: [FieldProblem]) -> Bool {
    problems.allSatisfy { $0.code == .consentRequired }
  }

  /// What a kind of record lacks.
  private struct Lack: Hashable {
    let code: FieldProblem.Code
    let kind: RecordKind

    init(_ code: FieldProblem.Code, _ kind: RecordKind) { (self.code, self.kind) = (code, kind) }
  }

  /// What no command of its own supplies.
  private static let own: [Lack: @Sendable (Remedies, Change) -> [(label: String, deeds: [Deed])]] =
    [
      Lack(.adultsRequired, .host): { $0.addAdult(to: $0.own($1)) },
      Lack(.adultsRequired, .homestay): { $0.addAdult(to: $0.link("host", of: $1)) },
      Lack(.adultNotChecked, .host): { remedies, _ in
        let label = remedies.words(
          "remedy.openRegister", remedies.words("kind.\(RecordKind.hostAdult.rawValue).plural"))
        return [(label, [.go(.register(.hostAdult))])]
      },
      // Who may not be told any more is told to stop.
      Lack(.consentRequired, .referral): { remedies, change in
        let revoked = ReferralStage.revoked
        let label = remedies.words(revoked.labelKey)
        return change.id == nil
          ? [] : [(label, [.stage(field: "stage", code: revoked.rawValue)])]
      },
    ]

  private func addAdult(to host: Link?) -> [Remedy] {
    guard let host else { return [] }
    return [(words("remedy.addAdult"), [.open(hand.new(.hostAdult, about: host))])]
  }

  private func label(_ problem: FieldProblem, _ name: CommandName) -> String {
    let command = words("command.\(name.rawValue)")
    guard problem.namesWhatIsMissing, case .label(let key)? = problem.arguments.first else {
      let isOfJob = name == .edit && job != nil
      return isOfJob ? words("remedy.editJob") : command
    }
    return words("desk.missingConsent", command, words(key))
  }

  private func deeds(
    _ problem: FieldProblem, _ name: CommandName, _ change: Change?
  ) -> [Deed] {
    // A job is put right in its own form.
    if name == .edit, let job { return [.ask(.detail(job.address, for: .edit))] }
    guard let kind = hand.commands[name]?.logs else { return [.give(name)] }
    let about = change.flatMap { $0.kind.isCase ? own($0) : link("case", of: $0) }
    return RecordVerbs(hand: hand).log(
      kind, by: name, offered: problem.offered(for: kind), about: about)
  }

  /// The job of the placement in hand.
  private var job: Link? { hand.subjects.first?.link("job") }

  /// The record that a change is made of.
  private func own(_ change: Change) -> Link? {
    guard let id = change.id else { return nil }
    return hand.subjects.first { $0.address == RecordAddress(change.kind, id) }?.ownLink(words)
  }

  /// What a changed record refers to: as it is to be, else as it is.
  private func link(_ field: String, of change: Change) -> Link? {
    if case .link(let link)? = change.values[field] { return link }
    let card = hand.form?.parts.lazy.compactMap(\.card).first { $0.address.id == change.id }
    return (card ?? hand.subjects.first { $0.address.id == change.id })?.link(field)
  }
}

extension FieldProblem {
  /// Whether its first argument is what is to be supplied.
  fileprivate var namesWhatIsMissing: Bool { code != .saysLess && code != .noEvidence }

  /// What a form of a kind that supplies what was asked for holds, by the label of that.
  private static let asked: [RecordKind: @Sendable (String?) -> [String: FieldValue]] = [
    .consent: { asked in
      ["scope": (ConsentScope.allCases.first { $0.labelKey == asked }).fieldValue]
    },
    .document: { asked in
      ["type": (DocumentType.allCases.first { $0.labelKey == asked }).fieldValue]
    },
    .workPermission: { _ in ["workPermission": .absent] },
    .residence: { _ in ["statusOfResidence": .absent] },
  ]

  /// What the form that supplies it holds: what was asked for, and nothing that nobody said.
  fileprivate func offered(for kind: RecordKind) -> [String: FieldValue] {
    var asked: String?
    if case .label(let key)? = arguments.first { asked = key }
    return Self.asked[kind]?(asked) ?? [:]
  }
}
