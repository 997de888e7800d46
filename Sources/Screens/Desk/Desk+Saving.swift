import Casework
import Labels
import Widgets
import Wording

/// What follows a save: what is said, what is read again, where it was refused.
extension Desk {
  mutating func finish(_ saved: [Saved], of changes: [Change]) -> [Effect] {
    shelf.discarded = nil
    // What was decided of one deadline means no other.
    if changes.contains(where: \.decidesDeadline) {
      repeatable = nil
    } else {
      repeatable = RepeatableChange(changes) ?? repeatable
    }
    var effects: [Effect] = []
    var isBulk = false
    if case .form(let form) = overlays.last {
      isBulk = !form.also.isEmpty
      overlays.removeLast()
      effects = shelf.forget(form.draftKey)
      if let refused = form.answers {
        // The box of what was missing comes anew.
        if case .letters(let choice) = overlays.last, choice.refused == refused {
          overlays.removeLast()
        }
        takingUp = refused
        effects.append(.preview(refused.changes))
      }
    }
    let text = SavedNotice(words: words)
    if let said = text.saved(saved, isSeveral: isBulk || !list.marked.isEmpty) {
      notice = Notice(text: said)
    }
    list.marks.clear()
    made = zip(changes, saved).first { $0.0.id == nil }?.1.link.address
    let isShown = changes.first.map { list.goes(to: $0) } ?? false
    effects += refreshAll(showing: isShown ? saved.first?.link.address : nil)
    effects += finishTakingUp(changes)
    let isOnRoll = overlays.contains { $0.roll != nil }
    if let said = text.beside(saved, of: changes, onRoll: isOnRoll) { notice = Notice(text: said) }
    return effects + askConcern(of: saved)
  }

  /// Asks what is feared of a host whom a save has suspended without saying it.
  private func askConcern(of saved: [Saved]) -> [Effect] {
    saved.flatMap(\.touched).filter { $0.cause == .suspension && $0.isUnexplained }
      .prefix(1).map { .detail($0.subject.address, for: .concern) }
  }

  mutating func takeBack(_ saved: Saved, _ key: String) -> [Effect] {
    shelf.discarded = nil
    notice = Notice(text: words(key, SavedNotice(words: words).summary(of: saved)))
    showOnRoll(saved.link.address)
    return refreshAll()
  }

  // MARK: Refused

  mutating func take(_ refusal: Refusal, of effect: Effect) -> [Effect] {
    switch (effect, refusal) {
    case (.keep, _):
      takeUnkept(refusal)
      return []
    case (.forgetDraft, _):
      // What was done before it is done all the same; the draft is still there.
      notice = Notice(
        text: [notice?.text, words("desk.draftStays", RefusalText(words).sentence(refusal))]
          .compactMap(\.self).joined(separator: " "), isError: true)
      return [.drafts]
    case (_, .earlier(let step)):
      overlays.append(SavedNotice(words: words).question(step))
      return []
    case (.save(let changes), _): return take(refusal, of: changes)
    case (.lookUp(let asked), _):
      notice = Notice(text: RefusalText(words).sentence(refusal, kind: nil), isError: true)
      return take([], of: asked)
    case (.read(.record(let address), _), .notFound): return close(address)
    case (.detail(let address, let purpose), .notFound)
    where purpose != .conflict && (purpose != .warning || surroundings.viewer.isVolunteer):
      return close(address)
    default:
      notice = Notice(text: RefusalText(words).sentence(refusal, kind: nil), isError: true)
      if case .conflict = refusal { return refreshAll() }
      return []
    }
  }

  private mutating func take(_ refusal: Refusal, of changes: [Change]) -> [Effect] {
    if case .form(let form) = overlays.last { return take(refusal, of: changes, in: form) }
    if case .problems(let problems) = refusal {
      if let supplied = StatusVerbs(hand: hand).supply(problems, for: changes) {
        return carryOut(supplied)
      }
      if let offered = offerRemedies(problems, for: changes) { return offered }
    }
    notice = Notice(
      text: RefusalText(words).sentence(refusal, kind: changes.last?.kind), isError: true)
    showOnRoll(
      changes.first.flatMap { change in change.id.map { RecordAddress(change.kind, $0) } })
    // What somebody else saved is shown, so that the person decides on what they see.
    if case .conflict = refusal { return refreshAll() }
    return []
  }

  private mutating func take(
    _ refusal: Refusal, of changes: [Change], in form: RecordForm
  ) -> [Effect] {
    var form = form
    switch refusal {
    case .problems(let problems):
      if let wider = form.widened(by: problems, editing: editing) {
        form = wider
      } else {
        if form.command == .status, let offered = offerRemedies(problems, for: changes) {
          return offered
        }
        form.show(problems, editing: editing)
      }
      replaceTop(.form(form))
      return form.command == .status ? [] : offerRemedies(problems, for: changes) ?? []
    case .conflict(let conflicts, let version):
      if let part = form.part(holding: conflicts) {
        let choice = ConflictChoice(form.parts[part].kind, conflicts, version: version)
        overlays.append(.conflict(choice, part: part))
        return form.parts[part].card.map { [.detail($0.address, for: .conflict)] } ?? []
      }
      form.problem = RefusalText(words).sentence(refusal)
    default: form.problem = RefusalText(words).sentence(refusal)
    }
    replaceTop(.form(form))
    return []
  }

  // MARK: Supplying what was missing

  /// Offers what would supply the missing things; nil where nothing on the desk does.
  ///
  /// What was typed for a move is kept and comes back with it; another form stays open below.
  ///
  /// - Parameter changes: what was refused: once something was supplied it is looked at again.
  private mutating func offerRemedies(
    _ problems: [FieldProblem], for changes: [Change], isAgain: Bool = false
  ) -> [Effect]? {
    var items = Remedies(hand: hand).items(against: problems, for: changes)
    guard !items.isEmpty else { return nil }
    if let typed = StatusVerbs(hand: hand).typedPart(of: problems, for: changes),
      let letter = LetterChoice.letters.dropFirst(items.count).first
    {
      items.append(LetterChoice.Item(letter, typed.0, typed.1))
    }
    var refused = RefusedSave(changes: changes, draftKey: takingUp?.draftKey)
    var isForm = false
    if case .form(let form) = overlays.last {
      isForm = form.command != .status
      if !isForm { refused.draftKey = form.draftKey }
    }
    let reason = problems.sentences(of: changes.last?.kind, words)
    var choice = LetterChoice(title: words("desk.missing"), lead: reason, items)
    // The form below is sent again by whoever filled it.
    choice.refused = isForm ? nil : refused
    choice.passesKeys = isForm || isAgain
    guard isForm else {
      let effects = leave([.show(.letters(choice)), .warn(reason)])
      guard Remedies.areConsents(problems), case .letters = overlays.last else { return effects }
      return effects + answerFirst(of: choice, refused)
    }
    return carryOut([.warn(reason), .show(.letters(choice))]) + keepDraft()
  }

  /// Opens the first of what is missing over the box that lists it.
  private mutating func answerFirst(of choice: LetterChoice, _ refused: RefusedSave) -> [Effect] {
    guard let deeds = choice.first else { return [] }
    let effects = carryOut(deeds)
    if case .form(var form) = overlays.last {
      form.answers = refused
      replaceTop(.form(form))
    }
    return effects
  }

  /// Looks again at what was refused, now that something was supplied for it: where nothing is
  /// missing any more it is done.
  mutating func takeUp(_ refused: RefusedSave, _ previews: [ChangePreview]) -> [Effect] {
    let problems = previews.flatMap { preview -> [FieldProblem] in
      if case .problems(let problems)? = preview.refusal { problems } else { [] }
    }
    if !problems.isEmpty {
      if let supplied = StatusVerbs(hand: hand).supply(problems, for: refused.changes) {
        return carryOut(supplied)
      }
      if let offered = offerRemedies(problems, for: refused.changes, isAgain: true) {
        return offered
      }
      return carryOut([.warn(problems.sentences(of: refused.changes.last?.kind, words))])
    }
    guard previews.allSatisfy({ $0.refusal == nil }) else { return [] }
    return carryOut(StatusVerbs(hand: hand).asking(refused.changes) ?? [.saveAgain(refused)])
  }

  /// Forgets the draft of what was refused and is saved now.
  private mutating func finishTakingUp(_ changes: [Change]) -> [Effect] {
    guard let done = takingUp, done.changes == changes else { return [] }
    takingUp = nil
    return done.draftKey.map { shelf.forget($0) } ?? []
  }
}
