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

  private mutating func ask(_ move: CaseMove, _ card: Card, needsNextAction: Bool = false)
    -> [Effect]
  {
    let lacking = move.requiredFields.filter { card[$0].isAbsent }
    let (shown, others) = needsNextAction ? (card, []) : forSeveral(card)
    return open(
      RecordForm.move(
        shown, to: move.to, lacking: lacking, asksReason: move.needsReason,
        needsNextAction: needsNextAction, today: surroundings.today, words: words),
      also: others)
  }

  /// The other records in hand, for a form that writes the same to all of them.
  func others(than card: Card) -> [RecordForm.Part] {
    subjects.filter { $0.address != card.address }.map {
      RecordForm.Part($0.address.kind, card: $0)
    }
  }

  mutating func setStage(_ field: String, _ code: String) -> [Effect] {
    submit(statusChanges(field, code))
  }

  private func statusChanges(_ field: String, _ code: String) -> [Change] {
    subjects.map { card in
      Change(
        card.address.kind, id: card.address.id, version: card.version,
        values: [field: .code(code)], command: CommandName.status.rawValue)
    }
  }

  /// The problems that a value of the field itself solves.
  private static let supplied: Set<FieldProblem.Code> = [
    .required, .dateInFuture, .laterEndRequired,
  ]

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
      let effects = ask(CaseMove(from: from, to: to), card, needsNextAction: needsNextAction)
      sayInForm(problems)
      return effects
    }
    // What is asked for by its name is asked for in a form: why a company declined, since when.
    let lacking = problems.filter { $0.code == .required }.map(\.field)
    let asksReason = problems.contains { $0.code == .reasonRequired }
    if !problems.isEmpty, problems.count == lacking.count + (asksReason ? 1 : 0),
      change.kind != .case
    {
      return open(
        RecordForm.few(
          lacking, of: card, fixed: change.values, command: .status, asksReason: asksReason,
          today: surroundings.today, words: words))
    }
    let description = RecordDescription.of(change.kind)
    if change.kind != .case,
      problems.allSatisfy({ Self.supplied.contains($0.code) && description[$0.field] != nil })
    {
      return ask(problems, for: change, of: card)
    }
    return nil
  }

  /// A form over the fields that a move of a stage lacks, each with what is asked of it.
  private mutating func ask(
    _ problems: [FieldProblem], for change: Change, of card: Card
  ) -> [Effect] {
    var seen: Set<String> = []
    var form = RecordForm.few(
      problems.map(\.field).filter { seen.insert($0).inserted }, of: card, fixed: change.values,
      command: .status, asksReason: false, today: surroundings.today, words: words)
    if let field = RecordDescription.of(change.kind).statusField,
      case .choice(let catalogue) = field.shape, case .code(let code)? = change.values[field.name]
    {
      form.subject += " > \(words(catalogue.labelKey(code)))"
    }
    form.show(problems, editing: editing)
    return open(form)
  }

  private mutating func sayInForm(_ problems: [FieldProblem]) {
    guard case .form(var form) = overlays.last else { return }
    form.problem = problems.first.map { editing.sentence($0, kind: .case) }
    replaceTop(.form(form))
  }
}
