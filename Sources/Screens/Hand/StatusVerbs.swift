import Casework
import Labels
import Widgets
import Wording

/// How a record stands: marking it, and asking for what a guard misses.
struct StatusVerbs {
  let hand: Hand
  private var words: Words { hand.words }

  func ask() -> [Deed] {
    guard let subject = hand.subjects.first,
      let field = RecordDescription.of(hand.kind).statusField
    else { return [.say(words("desk.noStatusHere"))] }
    let current: String? = if case .code(let code) = subject[field.name] { code } else { nil }
    let items = hand.kind.isCase ? moves : stages(of: field, current: current)
    let title = "\(words("command.status"))  \(subjectName)"
    return [.show(.letters(LetterChoice(title: title, items)))]
  }

  private var subjectName: String {
    hand.subjects.count > 1
      ? words("desk.marked", String(hand.subjects.count))
      : hand.subjects.first.map { RecordForm.subject(of: $0, words: words) } ?? ""
  }

  /// The allowed moves of the cases in hand, by the letters of the statuses.
  private var moves: [LetterChoice.Item] {
    let allowed = hand.subjects.flatMap { card in
      CaseStatus(fieldValue: card[\Case.status]).map { CaseMove.allowed(from: $0) } ?? []
    }
    var seen: Set<CaseStatus> = []
    return allowed.filter { seen.insert($0).inserted }.map { target in
      LetterChoice.Item(
        Character(target.letter.lowercased()), words(target.labelKey), [.move(target)])
    }
  }

  /// All stages of another kind, by letters in their order; the present one is left out.
  private func stages(of field: FieldFacts, current: String?) -> [LetterChoice.Item] {
    guard case .choice(let catalogue) = field.shape else { return [] }
    return zip(LetterChoice.letters, catalogue.codes).filter { $1 != current }
      .map { letter, code in
        LetterChoice.Item(
          letter, words(catalogue.labelKey(code)), [.stage(field: field.name, code: code)])
      }
  }

  /// Moves the case or the marked cases; asks only for what a guard needs.
  func move(to status: CaseStatus) -> [Deed] {
    // One form for all of them where one of them needs a reason or a value.
    for card in hand.subjects {
      guard let from = CaseStatus(fieldValue: card[\Case.status]) else { continue }
      let move = CaseMove(from: from, to: status)
      if move.needsReason || move.requiredFields.contains(where: { card[$0].isAbsent }) {
        return ask(move, card)
      }
    }
    return [.submit(changes("status", status.rawValue))]
  }

  private func ask(
    _ move: CaseMove, _ card: Card, needsNextAction: Bool = false, refused: [FieldProblem] = []
  ) -> [Deed] {
    let lacking = move.requiredFields.filter { card[$0].isAbsent }
    let (shown, others) = needsNextAction ? (card, []) : hand.forSeveral(card)
    var form = RecordForm.move(
      shown, to: move.to, lacking: lacking, asksReason: move.needsReason,
      needsNextAction: needsNextAction, today: hand.today, words: words)
    if !refused.isEmpty { form.say(refused, of: .case, editing: hand.editing) }
    return [.open(form, also: others)]
  }

  func set(_ field: String, _ code: String) -> [Deed] {
    let changes = changes(field, code)
    if hand.subjects.count == 1, let card = hand.subjects.first, skipsOffer(card, to: code),
      let change = changes.first,
      let asked = ask([FieldProblem(\Placement.offerAcceptedOn, .required)], for: change, of: card)
    {
      return asked
    }
    return [.submit(changes)]
  }

  /// Whether a placement is moved past an offer in one key: the day on which it was accepted is
  /// asked for, and not taken to be today.
  private func skipsOffer(_ card: Card, to code: String) -> Bool {
    guard RecordDescription.of(card.address.kind)[\Placement.offerAcceptedOn] != nil,
      card[\Placement.offerAcceptedOn].isAbsent,
      let from = PlacementStage(fieldValue: card[\Placement.stage]), from.isBeforeStart,
      let to = PlacementStage(rawValue: code), to.isAccepted, !from.isAccepted
    else { return false }
    return from != .offer || to != .offerAccepted
  }

  private func changes(_ field: String, _ code: String) -> [Change] {
    hand.subjects.map { hand.change($0, [field: .code(code)], by: .status) }
  }

  /// Asks in a form for what a refused move lacks; nil where no form helps.
  func supply(_ problems: [FieldProblem], for changes: [Change]) -> [Deed]? {
    guard changes.count == 1, let change = changes.first, let card = hand.subjects.first,
      card.address.id == change.id
    else { return nil }
    guard change.kind.isCase else { return ask(problems, for: change, of: card) }
    guard let to = change.values[\Case.status].flatMap(CaseStatus.init(fieldValue:)),
      let from = CaseStatus(fieldValue: card[\Case.status])
    else { return nil }
    let needsNextAction = problems.contains { $0.code == .nextActionRequired }
    let fields = CaseMove(from: from, to: to).requiredFields
    let helps = needsNextAction || problems.allSatisfy { fields.contains($0.field) }
    guard helps else { return nil }
    return ask(
      CaseMove(from: from, to: to), card, needsNextAction: needsNextAction, refused: problems)
  }

  /// A form over all the fields that a move of a stage lacks, each with what is asked of it, and
  /// with a line for what no field of the record supplies.
  private func ask(_ problems: [FieldProblem], for change: Change, of card: Card) -> [Deed]? {
    let fields = problems.asked(of: change.kind)
    guard !fields.isEmpty || problems.asksReason else { return nil }
    var form = hand.few(
      fields, of: card, fixed: change.values, by: .status, asksReason: problems.asksReason)
    if let target = change.target(words) { form.subject += " > \(target)" }
    form.offerToday(for: problems, editing: hand.editing)
    form.say(problems, of: change.kind, editing: hand.editing)
    return [.open(form)]
  }
}

extension Change {
  /// The stage or status that it moves to, in words.
  func target(_ words: Words) -> String? {
    guard let field = RecordDescription.of(kind).statusField,
      case .code(let code)? = values[field.name], let catalogue = field.shape.catalogue
    else { return nil }
    return words(catalogue.labelKey(code))
  }
}

extension RecordForm {
  /// Shows what was refused; that something is empty is seen.
  fileprivate mutating func say(
    _ problems: [FieldProblem], of kind: RecordKind, editing: FieldEditing
  ) {
    let shown = Set(entries.map(\.facts.name))
    let said = problems.filter { problem in
      let isSeen = [.required, .ownerRequired].contains(problem.code)
      return !(isSeen && shown.contains(problem.field)) && problem.code != .reasonRequired
    }
    show(said.filter { shown.contains($0.field) }, editing: editing)
    let others = said.filter { !shown.contains($0.field) }
    if !others.isEmpty { problem = others.sentences(of: kind, editing.words) }
    if let first = entries.first { view.focus(on: first.id) }
  }
}

extension [FieldProblem] {
  /// What stands against a save, each once and by the names of its fields.
  func sentences(of kind: RecordKind?, _ words: Words) -> String {
    ProblemText(words).sentences(self, of: kind).joined(separator: " ")
  }
}
