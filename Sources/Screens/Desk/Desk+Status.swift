import Labels
import Casework
import Widgets
import Wording

/// How a record stands: marking it, and supplying what a guard misses.
extension Desk {
  mutating func askStatus() -> [Effect] {
    guard let subject = subjects.first, let field = RecordDescription.of(subjectKind).statusField
    else {
      notice = Notice(text: words("desk.noStatusHere"))
      return []
    }
    let current: String? = if case .code(let code) = subject[field.name] { code } else { nil }
    let items = subjectKind == .case ? moves : stages(of: field, current: current)
    overlays.append(
      .letters(LetterChoice(title: "\(words("command.status"))  \(subjectName)", items)))
    return []
  }

  private var subjectName: String {
    subjects.count > 1
      ? words("desk.marked", String(subjects.count))
      : subjects.first.map { RecordForm.subject(of: $0, words: words) } ?? ""
  }

  private typealias Items = [(item: LetterBox.Item, action: LetterChoice.Action)]

  /// The allowed moves of the cases in hand, by the letters of the statuses.
  private var moves: Items {
    let allowed = subjects.flatMap { card -> [CaseStatus] in
      guard case .code(let code) = card["status"], let status = CaseStatus(rawValue: code) else {
        return []
      }
      return CaseMove.allowed(from: status)
    }
    var seen: Set<CaseStatus> = []
    return allowed.filter { seen.insert($0).inserted }.map { target in
      let letter = Character(target.letter.lowercased())
      return (
        item: LetterBox.Item(letter: letter, label: words(target.labelKey)),
        action: LetterChoice.Action.status(target)
      )
    }
  }

  /// All stages of another kind, by letters in their order; the present one is left out.
  private func stages(of field: FieldFacts, current: String?) -> Items {
    guard case .choice(let catalogue) = field.shape else { return [] }
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ")
    return zip(letters, catalogue.codes).filter { $1 != current }.map { letter, code in
      (
        item: LetterBox.Item(letter: letter, label: words(catalogue.labelKey(code))),
        action: LetterChoice.Action.stage(field: field.name, code: code)
      )
    }
  }

  /// Moves the case or the marked cases; asks only for what a guard needs.
  mutating func move(to status: CaseStatus) -> [Effect] {
    let subjects = self.subjects
    let moves = subjects.map { card -> CaseMove? in
      guard case .code(let code) = card["status"], let from = CaseStatus(rawValue: code) else {
        return nil
      }
      return CaseMove(from: from, to: status)
    }
    // One form for all of them where one of them needs a reason or a value.
    for (card, move) in zip(subjects, moves) {
      guard let move else { continue }
      if move.needsReason || !move.requiredFields.isEmpty && !has(move.requiredFields, card) {
        return ask(move, card)
      }
    }
    return submit(statusChanges("status", status.rawValue))
  }

  private func has(_ fields: [String], _ card: Card) -> Bool {
    fields.allSatisfy { !card[$0].isAbsent }
  }

  private mutating func ask(
    _ move: CaseMove, _ card: Card, needsNextAction: Bool = false, refused: [FieldProblem] = []
  ) -> [Effect] {
    let lacking = move.requiredFields.filter { card[$0].isAbsent }
    let (shown, others) = needsNextAction ? (card, []) : forSeveral(card)
    var form = RecordForm.move(
      shown, to: move.to, lacking: lacking, asksReason: move.needsReason,
      needsNextAction: needsNextAction, today: surroundings.today, words: words)
    if !refused.isEmpty { say(refused, of: .case, in: &form) }
    return open(form, also: others)
  }

  /// The other records in hand, for a form that writes the same to all of them.
  func others(than card: Card) -> [RecordForm.Part] {
    subjects.filter { $0.address != card.address }.map {
      RecordForm.Part($0.address.kind, card: $0)
    }
  }

  mutating func setStage(_ field: String, _ code: String) -> [Effect] {
    let changes = statusChanges(field, code)
    if subjects.count == 1, let card = subjects.first, skipsOffer(card, to: code),
      let change = changes.first,
      let asked = ask([FieldProblem("offerAcceptedOn", .required)], for: change, of: card)
    {
      return asked
    }
    return submit(changes)
  }

  /// Whether a placement is moved past an offer in one key: the day on which it was accepted is
  /// asked for, and not taken to be today.
  private func skipsOffer(_ card: Card, to code: String) -> Bool {
    guard card.address.kind == .placement, card["offerAcceptedOn"].isAbsent,
      let from = PlacementStage(fieldValue: card["stage"]), from.isBeforeStart,
      let to = PlacementStage(rawValue: code), to.isAccepted, !from.isAccepted
    else { return false }
    return from != .offer || to != .offerAccepted
  }

  private func statusChanges(_ field: String, _ code: String) -> [Change] {
    subjects.map { card in
      Change(
        card.address.kind, id: card.address.id, version: card.version,
        values: [field: .code(code)], command: CommandName.status.rawValue)
    }
  }

  /// Asks in a form for what a refused move lacks; nil where no form helps.
  mutating func supply(_ problems: [FieldProblem], for changes: [Change]) -> [Effect]? {
    guard changes.count == 1, let change = changes.first, let card = subjects.first,
      card.address.id == change.id
    else { return nil }
    if change.kind == .case, case .code(let code)? = change.values["status"],
      let to = CaseStatus(rawValue: code), case .code(let old) = card["status"],
      let from = CaseStatus(rawValue: old)
    {
      let needsNextAction = problems.contains { $0.code == .nextActionRequired }
      let fields = CaseMove(from: from, to: to).requiredFields
      let helps = needsNextAction || problems.allSatisfy { fields.contains($0.field) }
      guard helps else { return nil }
      return ask(
        CaseMove(from: from, to: to), card, needsNextAction: needsNextAction, refused: problems)
    }
    return change.kind == .case ? nil : ask(problems, for: change, of: card)
  }

  /// A form over all the fields that a move of a stage lacks, each with what is asked of it, and
  /// with a line for what no field of the record supplies.
  private mutating func ask(
    _ problems: [FieldProblem], for change: Change, of card: Card
  ) -> [Effect]? {
    let fields = problems.asked(of: change.kind)
    guard !fields.isEmpty || problems.asksReason else { return nil }
    var form = RecordForm.few(
      fields, of: card, fixed: change.values, command: .status, asksReason: problems.asksReason,
      today: surroundings.today, words: words)
    if let field = RecordDescription.of(change.kind).statusField,
      case .choice(let catalogue) = field.shape, case .code(let code)? = change.values[field.name]
    {
      form.subject += " > \(words(catalogue.labelKey(code)))"
    }
    form.offerToday(for: problems, editing: editing)
    say(problems, of: change.kind, in: &form)
    return open(form)
  }

  /// Shows in a form what was refused; that something is empty is seen.
  private func say(_ problems: [FieldProblem], of kind: RecordKind, in form: inout RecordForm) {
    let shown = Set(form.entries.map(\.facts.name))
    let said = problems.filter { problem in
      let isSeen = [.required, .ownerRequired].contains(problem.code)
      return !(isSeen && shown.contains(problem.field)) && problem.code != .reasonRequired
    }
    form.show(said.filter { shown.contains($0.field) }, editing: editing)
    let others = said.filter { !shown.contains($0.field) }
    if !others.isEmpty { form.problem = sentences(others, of: kind) }
    if let first = form.entries.first { form.view.focus(on: first.id) }
  }
}
