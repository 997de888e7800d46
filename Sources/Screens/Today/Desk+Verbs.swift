import Casework
import Labels
import Widgets
import Wording

/// One key for what is due: done, later with a reason, or handed over.
extension Desk {
  mutating func markDone() -> [Effect] {
    // A check-in is done where it says how the guest is.
    if let subject = subjects.first, subject.isCheckInDue { return logCheckIn() }
    if let subject = subjects.first, subject.isCritical { return askOutcome(of: subject) }
    return submit(
      subjects.map { card in
        let done = FieldValue.date(surroundings.today)
        if card.address.kind == .deadline {
          return Change(
            .ownDeadline, values: decision(on: card).merging(["done": done]) { $1 },
            command: CommandName.done.rawValue)
        }
        return Change(
          card.address.kind, id: card.address.id, version: card.version, values: ["done": done],
          command: CommandName.done.rawValue)
      })
  }

  /// That a deadline is done with; nil for any other change.
  func doneNotice(_ changes: [Change]) -> Notice? {
    guard changes.count == 1, let one = changes.first, one.kind == .ownDeadline,
      let rule = one.values["rule"], one.values["done"]?.isAbsent == false,
      let facts = RecordDescription.of(.deadline)["rule"]
    else { return nil }
    return Notice(text: words("desk.deadlineDone", ValueText(words).text(rule, of: facts.shape)))
  }

  /// What can cost the right to stay is not done with a key: what happened is recorded, else why
  /// nothing has to be done.
  private mutating func askOutcome(of card: Card) -> [Effect] {
    let actions: [(String, LetterChoice.Action)]
    switch DeadlineRuleID(fieldValue: card["rule"]) {
    case let rule? where rule.endsStay:
      actions = [
        ("desk.outcome.residence", .command(.logResidence)),
        ("desk.outcome.goesOn", .command(.logFollowUp)),
      ]
    case .appeal, .lawsuit:
      actions = [
        ("desk.outcome.procedure", .command(.logProcedure)), ("desk.outcome.other", .closeDeadline),
      ]
    default: return closeDeadline()
    }
    overlays.append(
      .letters(
        LetterChoice(
          title: words("desk.outcome", subject(ofDeadline: card)),
          zip("ab", actions).map { letter, choice in
            (item: LetterBox.Item(letter: letter, label: words(choice.0)), action: choice.1)
          })))
    return []
  }

  /// The form of staff's word that a deadline asks for nothing more, and why.
  mutating func closeDeadline() -> [Effect] {
    guard let card = subjects.first, card.address.kind == .deadline else { return [] }
    let fixed = decision(on: card).merging(["done": .date(surroundings.today)]) { $1 }
    return open(
      RecordForm.decide(
        subject: subject(ofDeadline: card), fixed: fixed, ["reason"], command: .done,
        today: surroundings.today, words: words))
  }

  mutating func postpone() -> [Effect] {
    guard let first = subjects.first else { return [] }
    guard first.address.kind == .deadline else {
      let (shown, others) = forSeveral(first)
      return open(
        RecordForm.few(
          ["due"], of: shown, command: .postpone, asksReason: true, today: surroundings.today,
          words: words), also: others)
    }
    return open(
      RecordForm.decide(
        subject: subject(ofDeadline: first), fixed: decision(on: first), ["due", "reason"],
        command: .postpone, today: surroundings.today, words: words),
      also: subjects.filter { $0.address != first.address }.map {
        RecordForm.Part(.ownDeadline, fixed: decision(on: $0))
      })
  }

  /// Whose deadline, which, and its day as it stands.
  private func subject(ofDeadline card: Card) -> String {
    ["case", "rule", "date"].map { ValueText(words).shortText(card, $0) }.joined(separator: "  ")
  }

  /// What staff's own word about a deadline says whatever they decide: which one, who and when.
  private func decision(on deadline: Card) -> [String: FieldValue] {
    [
      "case": deadline["case"], "rule": deadline["rule"], "countedFrom": deadline["countedFrom"],
      "about": deadline["about"], "on": .date(surroundings.today),
      "staff": .link(surroundings.viewerLink),
    ]
  }

  /// Hands a case over that was read for it.
  mutating func handOver(_ card: Card, to staff: Link) -> [Effect] {
    submit([ownerChange(of: card, to: staff)].compactMap(\.self))
  }

  /// Whether a form that puts something off says why; else it asks for it.
  mutating func saysWhy(_ form: inout RecordForm) -> Bool {
    guard [.postpone, .done].contains(form.command), form.reasonText.isEmpty else { return true }
    form.show([FieldProblem("reason", .reasonRequired)], editing: editing)
    return false
  }

  mutating func askHandOver() -> [Effect] {
    overlays.append(
      .picker(
        ChoicePicker(
          .handOver, title: words("command.handOver"), source: .staff,
          placeholder: words("desk.nothingFound"))))
    return [.suggest(.staff, "")]
  }

  mutating func handOver(to staff: Link) -> [Effect] {
    if subjectKind == .deadline {
      return subjectCase.map { [.detail($0.address, for: .handOver(to: staff))] } ?? []
    }
    return submit(subjects.compactMap { ownerChange(of: $0, to: staff) })
  }

  /// Nil where the record belongs to nobody.
  private func ownerChange(of card: Card, to staff: Link) -> Change? {
    RecordDescription.of(card.address.kind).ownerField.map { owner in
      Change(
        card.address.kind, id: card.address.id, version: card.version,
        values: [owner.name: .link(staff)], command: CommandName.handOver.rawValue)
    }
  }
}

extension RecordForm {
  /// A form for staff's own word on a deadline, and why.
  fileprivate static func decide(
    subject: String, fixed: [String: FieldValue], _ fields: [String], command: CommandName,
    today: CivilDate, words: Words
  ) -> RecordForm {
    let description = RecordDescription.of(.ownDeadline)
    return RecordForm(
      subject: subject, command: command,
      parts: [Part(.ownDeadline, fixed: fixed)],
      fields: [fields.compactMap { description[$0] }], today: today, words: words)
  }

  /// What is written as the reason, in a field of the record or beside it.
  fileprivate var reasonText: String {
    let own = entries.first { $0.facts.name == Self.reasonID }?.id
    return view[own ?? Self.reasonID]?.text ?? ""
  }
}
