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
    var choice = LetterChoice(title: title, items)
    if hand.kind.isCase { choice.reasons = reasons(against: subject) }
    return [.show(.letters(choice))]
  }

  /// Of each status that the case cannot go to now, why, and what comes first.
  private func reasons(against card: Card) -> [Character: String] {
    guard let from = CaseStatus(fieldValue: card[\Case.status]) else { return [:] }
    return CaseStatus.allCases.reduce(into: [:]) { reasons, to in
      let letter = Character(to.letter.lowercased())
      let label = words(to.labelKey)
      guard to != from else {
        reasons[letter] = words("desk.moveAlready", label)
        return
      }
      let steps = CaseMove.between(from, to)?.map { words("desk.quoted", words($0.labelKey)) } ?? []
      reasons[letter] =
        steps.first.map { first in
          let way = steps.dropFirst().reduce(first) { words("desk.thenMove", $0, $1) }
          return words("desk.moveFirst", label, way)
        } ?? words("desk.moveNever", label)
    }
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
    // Before anybody writes why, what else stands against it is looked at.
    if hand.subjects.count == 1, asking(to: status) != nil {
      return [.lookAhead(changes("status", status.rawValue))]
    }
    return asking(to: status) ?? [.submit(changes("status", status.rawValue))]
  }

  /// The form of what a move needs by itself, a reason or a value; nil where it needs nothing.
  ///
  /// One form for all of several where one of them needs it.
  private func asking(to status: CaseStatus) -> [Deed]? {
    for card in hand.subjects {
      guard let from = CaseStatus(fieldValue: card[\Case.status]) else { continue }
      let move = CaseMove(from: from, to: status)
      if move.needsReason || move.requiredFields.contains(where: { card[$0].isAbsent }) {
        return ask(move, card)
      }
    }
    return nil
  }

  /// The same for a change that the store has nothing against.
  func asking(_ changes: [Change]) -> [Deed]? {
    guard changes.count == 1, let change = changes.first, change.kind.isCase,
      change.reason.isEmpty, hand.subjects.first?.address.id == change.id,
      let to = change.values[\Case.status].flatMap(CaseStatus.init(fieldValue:))
    else { return nil }
    return asking(to: to)
  }

  private func ask(
    _ move: CaseMove, _ card: Card, needsNextAction: Bool = false, refused: [FieldProblem] = []
  ) -> [Deed] {
    let lacking = move.requiredFields.filter { card[$0].isAbsent }
    let (shown, others) = needsNextAction ? (card, []) : hand.forSeveral(card)
    var form = RecordForm.move(
      shown, to: move.to, lacking: lacking, asksReason: move.needsReason,
      needsNextAction: needsNextAction, today: hand.today, words: words)
    let known = (hand.opened + [hand.beside].compactMap(\.self)).map(\.card)
      .first { $0.address == card.address }
    form.told = ClosureText(words).request(known ?? card)
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
    let move = CaseMove(from: from, to: to)
    guard problems.allSatisfy({ isTyped($0, for: move) }) else { return nil }
    return ask(move, card, typing: problems)
  }

  private func ask(_ move: CaseMove, _ card: Card, typing problems: [FieldProblem]) -> [Deed] {
    ask(
      move, card, needsNextAction: problems.contains { $0.code == .nextActionRequired },
      refused: problems)
  }

  /// Whether what a move of a case lacks is typed into its form.
  private func isTyped(_ problem: FieldProblem, for move: CaseMove) -> Bool {
    [.nextActionRequired, .reasonRequired].contains(problem.code)
      || move.requiredFields.contains(problem.field)
  }

  /// Of a move of a case that lacks other things too, the form of what is typed, with what that is.
  func typedPart(of problems: [FieldProblem], for changes: [Change]) -> (String, [Deed])? {
    guard changes.count == 1, let change = changes.first, change.kind.isCase,
      let card = hand.subjects.first, card.address.id == change.id,
      let to = change.values[\Case.status].flatMap(CaseStatus.init(fieldValue:)),
      let from = CaseStatus(fieldValue: card[\Case.status])
    else { return nil }
    let move = CaseMove(from: from, to: to)
    let typed = problems.filter { isTyped($0, for: move) }
    guard !typed.isEmpty else { return nil }
    let texts = ValueText(words)
    let names = typed.map { problem in
      problem.code == .reasonRequired
        ? words("desk.reason")
        : RecordDescription.of(.case)[problem.field].map { texts.label(of: $0, in: .case) } ?? ""
    }.filter { !$0.isEmpty }
    return (
      words("desk.typeMissing", names.joined(separator: words("list.separator"))),
      ask(move, card, typing: typed)
    )
  }

  /// A form over all the fields that a move of a stage lacks, each with what is asked of it, and
  /// with a line for what no field of the record supplies.
  private func ask(_ problems: [FieldProblem], for change: Change, of card: Card) -> [Deed]? {
    let fields = problems.asked(of: change.kind)
    guard !fields.isEmpty || problems.asksReason else { return nil }
    var form = hand.few(
      fields, of: card, fixed: change.values, by: .status, asksReason: problems.asksReason)
    if let target = change.target(words) { form.subject += " > \(target)" }
    if !fields.isEmpty { form.told = words("form.moveAsks") }
    let left = form.offerToday(for: problems, editing: hand.editing)
    form.say(left, of: change.kind, editing: hand.editing)
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
