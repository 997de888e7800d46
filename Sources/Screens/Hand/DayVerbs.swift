import Casework
import Labels
import Widgets
import Wording

/// One key for what is due: done, later with a reason, or handed over.
struct DayVerbs {
  let hand: Hand
  private var words: Words { hand.words }

  func markDone() -> [Deed] {
    // A check-in is done where it says how the guest is.
    if let subject = hand.subjects.first, subject.isCheckInDue {
      return StayVerbs(hand: hand).logCheckIn()
    }
    if let subject = hand.subjects.first, subject.isCritical { return askOutcome(of: subject) }
    let done = FieldValue.date(hand.today)
    return [
      .submit(
        hand.subjects.map { card in
          card.isDeadline
            ? Change(
              .ownDeadline, values: decision(on: card).merging(["done": done]) { $1 },
              command: CommandName.done.rawValue)
            : hand.change(card, [Self.doneField: done], by: .done)
        })
    ]
  }

  /// What can cost the right to stay is not done with a key: what happened is recorded, else why
  /// nothing has to be done.
  private func askOutcome(of card: Card) -> [Deed] {
    func close(_ answer: DeadlineAnswer) -> [Deed] { [.open(closing(card, answer))] }
    let isStay = card.deadlineRule?.endsStay == true
    var choices: [(String, [Deed])]
    switch card.deadlineRule {
    case _ where isStay:
      choices = [
        ("desk.outcome.residence", [.give(.logResidence)]),
        ("desk.outcome.goesOn", [.give(.logFollowUp)]),
      ]
    case .appeal, .lawsuit:
      choices = [
        ("desk.outcome.procedure", [.give(.logProcedure)]), ("desk.outcome.other", close(.done)),
      ]
    default: choices = [("desk.outcome.done", close(.done))]
    }
    // What was said of the end of a stay is kept, and ends none.
    choices += [
      (isStay ? "desk.outcome.mistake.stay" : "desk.outcome.mistake", close(.mistake)),
      (isStay ? "desk.outcome.noLonger.stay" : "desk.outcome.noLonger", close(.noLonger)),
    ]
    let items = zip(LetterChoice.letters, choices).map { letter, choice in
      LetterChoice.Item(letter, words(choice.0), choice.1)
    }
    let title = words("desk.outcome", subject(ofDeadline: card))
    return [.show(.letters(LetterChoice(title: title, items)))]
  }

  /// The form of staff's word that a deadline asks for nothing more, and why.
  private func closing(_ card: Card, _ answer: DeadlineAnswer) -> RecordForm {
    let said = [
      OwnDeadline.name(\.done): FieldValue.date(hand.today),
      OwnDeadline.name(\.answer): answer.fieldValue,
    ]
    return decide(
      card, fixed: decision(on: card).merging(said) { $1 }, OwnDeadline.names(\.reason), by: .done)
  }

  private func about(_ first: Card) -> String {
    if hand.subjects.count > 1 { return words("desk.marked", String(hand.subjects.count)) }
    return first.isDeadline
      ? subject(ofDeadline: first) : ValueText(words).title(of: first)
  }

  /// How far something is put off with one key, in days.
  private static let distances = [1, 3, 7]

  /// By a day, three or a week from today, or from its day where that comes later; else to any day.
  func postpone() -> [Deed] {
    guard let first = hand.subjects.first else { return [] }
    // The day on which a stay ends is the authority's, and not put off here.
    if first.deadlineRule?.endsStay == true { return [.say(words("postpone.stay"))] }
    let texts = ValueText(words)
    var items = Self.distances.compactMap { days -> LetterChoice.Item? in
      guard let letter = String(days).first else { return nil }
      let day = hand.subjects.count == 1 ? texts.weekdayDate(later(first, by: days)) : ""
      return LetterChoice.Item(
        letter, words("postpone.days", String(days), day), postpone(first, by: days))
    }
    items.append(LetterChoice.Item("w", words("postpone.other"), askDay(of: first)))
    return [
      .show(.letters(LetterChoice(title: "\(words("command.postpone"))  \(about(first))", items)))
    ]
  }

  /// The day of a record so many days later: what is over is put off from today on.
  private func later(_ card: Card, by days: Int) -> CivilDate {
    let due = card.isDeadline ? card[\DeadlineRecord.date] : card[\FollowUp.due]
    guard case .date(let date) = due else { return hand.today.adding(days: days) }
    return max(date, hand.today).adding(days: days)
  }

  /// What the law sets a day for is put off with a reason, what staff planned with a key.
  private func postpone(_ first: Card, by days: Int) -> [Deed] {
    guard first.isDeadline else {
      return [
        .submit(
          hand.subjects.map {
            hand.change(
              $0, [FollowUp.name(\.due): .date(later($0, by: days))], by: .postpone)
          })
      ]
    }
    let due = [OwnDeadline.name(\.due): FieldValue.date(later(first, by: days))]
    return [
      .open(
        decide(
          first, fixed: decision(on: first).merging(due) { $1 }, OwnDeadline.names(\.reason),
          by: .postpone),
        also: alike(first).map {
          RecordForm.Part(
            .ownDeadline,
            fixed: decision(on: $0).merging([
              OwnDeadline.name(\.due): .date(later($0, by: days))
            ]) { $1 })
        })
    ]
  }

  private func alike(_ first: Card) -> [Card] {
    hand.subjects.filter { $0.address != first.address }
  }

  private func askDay(of first: Card) -> [Deed] {
    guard first.isDeadline else {
      let (shown, others) = hand.forSeveral(first)
      return [
        .open(
          hand.few(FollowUp.names(\.due), of: shown, by: .postpone, asksReason: true), also: others)
      ]
    }
    return [
      .open(
        decide(
          first, fixed: decision(on: first), OwnDeadline.names(\.due, \.reason), by: .postpone),
        also: alike(first).map { RecordForm.Part(.ownDeadline, fixed: decision(on: $0)) })
    ]
  }

  /// A form for staff's own word on a deadline.
  private func decide(
    _ card: Card, fixed: [String: FieldValue], _ fields: [String], by command: CommandName
  ) -> RecordForm {
    let description = RecordDescription.of(.ownDeadline)
    return RecordForm(
      subject: subject(ofDeadline: card), command: command,
      parts: [RecordForm.Part(.ownDeadline, fixed: fixed)],
      fields: [fields.compactMap { description[$0] }], today: hand.today, words: words)
  }

  /// Whose deadline, which, and its day as it stands.
  private func subject(ofDeadline card: Card) -> String {
    DeadlineRecord.names(\.case, \.rule, \.date).map { ValueText(words).shortText(card, $0) }
      .joined(separator: "  ")
  }

  private func decision(on deadline: Card) -> [String: FieldValue] {
    Self.decision(on: deadline, by: hand.surroundings.viewerLink, hand.today)
  }

  /// What staff's own word about a deadline says whatever they decide: which one, who and when.
  static func decision(
    on deadline: Card, by staff: Link, _ day: CivilDate
  ) -> [String: FieldValue] {
    [
      OwnDeadline.name(\.case): deadline[\DeadlineRecord.case],
      OwnDeadline.name(\.rule): deadline[\DeadlineRecord.rule],
      OwnDeadline.name(\.countedFrom): deadline[\DeadlineRecord.countedFrom],
      OwnDeadline.name(\.about): deadline[\DeadlineRecord.about],
      OwnDeadline.name(\.on): .date(day),
      OwnDeadline.name(\.staff): .link(staff),
    ]
  }

  /// The day on which something was done, in every kind that has one.
  static let doneField = "done"

  // MARK: Handing over

  /// What is handed over, where it is one record.
  private var handed: String {
    guard hand.subjects.count == 1, let card = hand.subject else { return "" }
    return
      "  \(card.isDeadline ? subject(ofDeadline: card) : ValueText(words).text(card.ownLink(words)))"
  }

  func askHandOver() -> [Deed] {
    let picker = ChoicePicker(
      .owner, title: words("command.handOver") + handed, source: .staff,
      placeholder: words("picker.nothing"))
    return [.show(.picker(picker)), .ask(.suggest(.staff, ""))]
  }

  /// A deadline belongs to whoever has its case: another is asked to see to it, or gets the case, which
  /// is read before.
  func handOver(to staff: Link) -> [Deed] {
    guard let deadline = hand.subject, deadline.isDeadline else {
      return [.submit(hand.subjects.compactMap { ownerChange(of: $0, to: staff) })]
    }
    guard let link = hand.caseLink else { return [] }
    let name = ValueText(words).name(of: staff)
    let request = Change(
      .followUp,
      values: [
        FollowUp.name(\.case): .link(link), FollowUp.name(\.assignee): .link(staff),
        FollowUp.name(\.action): .text(
          ValueText(words).text(deadline, DeadlineRecord.name(\.rule))),
        FollowUp.name(\.due): deadline[\DeadlineRecord.date],
      ], command: CommandName.handOver.rawValue)
    return [
      .show(
        .letters(
          LetterChoice(
            title: subject(ofDeadline: deadline),
            [
              LetterChoice.Item("r", words("handOver.row", name), [.submit([request])]),
              LetterChoice.Item(
                "c", words("handOver.case", ValueText(words).text(link), name),
                [.ask(.detail(link.address, for: .handOver(to: staff)))]),
            ])))
    ]
  }

  /// Nil where the record belongs to nobody.
  func ownerChange(of card: Card, to staff: Link) -> Change? {
    RecordDescription.of(card.address.kind).ownerField.map { owner in
      hand.change(card, [owner.name: .link(staff)], by: .handOver)
    }
  }
}

extension RecordForm {
  /// Whether a form that puts something off says why; else it asks for it.
  mutating func saysWhy(_ editing: FieldEditing) -> Bool {
    guard [.postpone, .done].contains(command), reasonText.isEmpty else { return true }
    show([FieldProblem("reason", .reasonRequired)], editing: editing)
    return false
  }

  /// What is written as the reason, in a field of the record or beside it.
  private var reasonText: String {
    let own = entries.first { $0.facts.name == Self.reasonID }?.id
    return view[own ?? Self.reasonID]?.text ?? ""
  }
}
