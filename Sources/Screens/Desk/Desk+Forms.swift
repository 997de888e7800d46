import Casework
import Cells
import Labels
import Widgets

/// The form on top: opening it, what it asks of the rest, saving it, leaving it.
extension Desk {
  /// The form that is open, the top one of two, also under a picker or a question.
  var form: RecordForm? { overlays.reversed().lazy.compactMap(\.form).first }

  func formScene(_ form: RecordForm) -> Scene {
    scene(in: FormRegions(form, in: layout, words: words, width: width.width).fields)
  }

  /// Lets the form on top change; nil where something else is on top.
  private mutating func onForm<Result>(_ change: (inout RecordForm) -> Result) -> Result? {
    guard case .form(var form) = overlays.last else { return nil }
    let result = change(&form)
    replaceTop(.form(form))
    return result
  }

  // MARK: Opening

  /// Opens a form.
  ///
  /// - Parameter also: further records that get the same values.
  mutating func open(_ form: RecordForm, also: [RecordForm.Part]) -> [Effect] {
    var form = form
    form.also = also
    if !also.isEmpty { form.subject = words("desk.formForSeveral", String(also.count + 1)) }
    // What a list did not read is no empty field: the record is read before it is shown.
    if also.isEmpty, let address = form.unread { return [.detail(address, for: .form(form))] }
    return openOrAsk(form)
  }

  /// What was left in the same form of the same record comes back with it, anything else only where
  /// the person says so.
  mutating func openOrAsk(_ form: RecordForm) -> [Effect] {
    let left = drafts.filter { $0.form == form.emptyDraft.form }
    guard let first = left.first else { return present(form) }
    guard left.count == 1, form.isContinued(by: first) else {
      return carryOut(DraftChoice(words: words).among(left, for: form))
    }
    var form = form
    form.fill(from: first, editing: editing)
    notice = Notice(text: words("desk.formRestored"))
    return present(form)
  }

  /// Puts a form on top.
  mutating func present(_ form: RecordForm) -> [Effect] {
    overlays.append(.form(form))
    return lookForWarnings()
  }

  /// Takes over what is on the screen of the cases of the form on top, and asks for the others.
  private mutating func lookForWarnings() -> [Effect] {
    let opened = details.flatMap { [$0.detail.card, $0.detail.subject] }
    let known = (opened + [beside?.detail.card]).compactMap(\.self) + list.cards
    return onForm { $0.lookForWarnings(among: known) } ?? []
  }

  /// Shows in the open form what was read of one of its cases.
  mutating func warn(of card: Card) { _ = onForm { $0.know(card) } }

  // MARK: What is chosen for it

  /// Where the list of a choice stands, which may be beside the row of a page.
  func region(of picker: ChoicePicker, beside row: Int? = nil) -> Region {
    picker.region(in: layout.boxes, beside: form.map { ($0, formScene($0)) }, row: row)
  }

  /// Puts a value into the focused field.
  mutating func choose(_ value: FieldValue) -> [Effect] {
    let editing = editing
    _ = onForm { form in
      guard let entry = form.focusedEntry else { return }
      form.choose(value, for: entry, editing: editing)
    }
    return value.isAbsent ? [] : lookForWarnings()
  }

  mutating func goToNextField() {
    guard let scene = form.map(formScene) else { return }
    _ = onForm { $0.view.update(.tab, in: scene.region, width: scene.width) }
  }

  mutating func saveTyped() -> [Effect] {
    guard case .form(let form) = overlays.last else { return [] }
    return carryOut(form.save(formScene(form)))
  }

  /// Puts what is marked in a picker into the focused field of the form below it.
  mutating func mark(_ value: FieldValue) {
    let index = overlays.count - 2
    guard overlays.indices.contains(index), case .form(var form) = overlays[index],
      let entry = form.focusedEntry
    else { return }
    form.choose(value, for: entry, editing: editing)
    overlays[index] = .form(form)
  }

  mutating func watchDuplicates() -> [Effect] {
    let editing = editing
    return onForm { $0.watchDuplicates(editing) } ?? []
  }

  mutating func take(_ found: [Duplicate], of values: [String: FieldValue]) {
    guard let index = overlays.indices.last(where: { overlays[$0].form?.duplicates != nil }),
      var form = overlays[index].form, form.duplicates?.asked == values
    else { return }
    form.duplicates?.found = found
    overlays[index] = .form(form)
  }

  // MARK: Saving

  /// Saves what a form holds; nothing where something typed cannot be read.
  mutating func submit(_ form: RecordForm) -> [Effect] {
    var form = form
    let changes = form.saysWhy(editing) ? form.changes(editing: editing) : nil
    replaceTop(.form(form))
    // A change that changes nothing is none; a new record is one, whatever it holds.
    guard let changes = changes?.filter({ $0.id == nil || !$0.values.isEmpty }) else { return [] }
    if changes.contains(where: \.isMerge) { return [.preview(changes)] }
    return form.also.isEmpty ? [.save(changes)] : submit(changes)
  }

  mutating func saveTwin() -> [Effect] {
    _ = onForm { $0.duplicates?.isAccepted = true }
    guard case .form(let form) = overlays.last else { return [] }
    return submit(form)
  }

  /// Answers a conflict: saves what was chosen, or goes back to the form.
  mutating func update(_ choice: ConflictChoice, part: Int, _ key: Key) -> [Effect] {
    var choice = choice
    guard let answer = choice.answer(key) else {
      replaceTop(.conflict(choice, part: part))
      return []
    }
    overlays.removeLast()
    guard answer == .save, case .form(var form) = overlays.last else { return [] }
    form.resolve(choice, part: part, editing: editing)
    replaceTop(.form(form))
    let isEmpty = form.changes(editing: editing)?.allSatisfy { $0.values.isEmpty } ?? false
    guard !isEmpty else {
      overlays.removeLast()
      notice = Notice(text: words("desk.conflictKept"))
      return shelf.forget(form.draftKey) + refreshAll()
    }
    return submit(form)
  }

  // MARK: Throwing away: only after a question, and it can be brought back

  mutating func askDiscard() {
    guard case .form(let form) = overlays.last else { return }
    if form.draft(editing) != nil {
      overlays.append(
        .ask(
          words("desk.discardQuestion", form.subject), yes: words("desk.discardYes"),
          no: words("desk.no"), .discard))
    } else if let discarded = shelf.discarded, discarded.key == form.draftKey {
      let editing = editing
      _ = onForm { $0.fill(from: discarded, editing: editing) }
      shelf.discarded = nil
      notice = Notice(text: words("desk.formRestored"))
    } else {
      notice = Notice(text: words("desk.nothingToDiscard"))
    }
  }

  /// The form is as it was opened; what was typed comes back until something else is saved.
  mutating func discard() -> [Effect] {
    guard case .form(let form) = overlays.last else { return [] }
    shelf.discarded = form.draft(editing)
    replaceTop(.form(form.emptied(editing)))
    shelf.fault = nil
    notice = Notice(text: words("desk.draftDiscarded"))
    return shelf.forget(form.draftKey)
  }
}
