import Casework
import Labels
import Widgets

/// What is typed into a form, as it is kept and offered again.
extension RecordForm {
  /// Nil where nothing differs from how the form was opened.
  func draft(_ editing: FieldEditing) -> FormDraft? {
    let contents = contents(editing)
    if contents.isEmpty { return nil }
    return draft(
      contents: contents, focus: view.focused?.id ?? "",
      insertionPoint: view.focused?.input?.insertionPoint ?? 0)
  }

  /// What tells this form's draft from that of another.
  var draftKey: String { emptyDraft.key }

  /// The draft of the form as it was opened.
  var emptyDraft: FormDraft { draft(contents: [:], focus: "", insertionPoint: 0) }

  private func draft(
    contents: [String: FieldValue], focus: String, insertionPoint: Int
  ) -> FormDraft {
    FormDraft(
      command: command.rawValue, serial: serial, subject: subject,
      parts: parts.indices.map { index in
        parts[index].draft(entries.filter { $0.part == index }.map(\.facts.name))
      },
      also: also.map { $0.draft([]) }, asksReason: asksReason, offered: offered,
      contents: contents, focus: focus, insertionPoint: insertionPoint)
  }

  /// What the form showed that its records do not hold.
  private var offered: [String: FieldValue] {
    entries.reduce(into: [:]) { if $1.offered != $1.initial { $0[$1.id] = $1.offered } }
  }

  /// Whether a draft goes on where this form begins: it is about the same records, and the same
  /// was offered but for the day.
  func isContinued(by draft: FormDraft) -> Bool {
    func names(_ values: [String: FieldValue]) -> [String: FieldValue] {
      values.filter { if case .date = $0.value { false } else { true } }
    }
    let isAboutSomething = parts.contains { !$0.isNew || !$0.fixed.isEmpty }
    return isAboutSomething && names(draft.offered) == names(offered)
  }

  private func contents(_ editing: FieldEditing) -> [String: FieldValue] {
    var contents: [String: FieldValue] = [:]
    for entry in entries {
      guard let field = view[entry.id] else { continue }
      var opened = entry
      opened.value = entry.offered
      switch (field.kind, editing.kind(for: opened)) {
      case (.flag(let now), .flag(let then)):
        if now != then { contents[entry.id] = .flag(now) }
      case (.choice, _):
        if entry.value != entry.offered { contents[entry.id] = entry.value }
      case (_, .text(let then)), (_, .lines(let then, _)):
        if let text = field.text, text != then.text {
          // What is not to be kept is not kept in a draft either.
          let isMasked = entry.facts.uses.contains(.masked)
          contents[entry.id] = .text(isMasked ? MaskedNumber.ending(of: text) : text)
        }
      default: break
      }
    }
    if let reason = view[Self.reasonID]?.text, !reason.isEmpty {
      contents[Self.reasonID] = .text(reason)
    }
    return contents
  }

  /// Puts what was typed before into the form, with the focus where it was.
  mutating func fill(from draft: FormDraft, editing: FieldEditing) {
    serial = draft.serial
    for (id, value) in draft.contents {
      let entry = entries.firstIndex { $0.id == id }
      view.open(view[id]?.group)
      view[id]?.isFresh = false
      if let input = view[id]?.input, case .text(let text) = value {
        view[id]?.input = TextInput(text, isMultiline: input.isMultiline)
      } else if let entry {
        choose(value, for: entry, editing: editing)
      }
      if let entry { echo(entry, editing: editing) }
    }
    // The store then finds what others changed since the person began.
    for (index, part) in draft.parts.enumerated() where parts.indices.contains(index) {
      guard let began = part.version, let now = parts[index].card?.version else { continue }
      parts[index].card?.version = min(began, now)
    }
    view.focus(on: draft.focus)
    if let input = view.focused?.input {
      view[draft.focus]?.input = TextInput(
        input.text, isMultiline: input.isMultiline, insertionPoint: draft.insertionPoint)
    }
  }

  /// The form that a draft was typed into; `cards` are its records that exist already.
  ///
  /// Nil where one of them is gone or the program has no such form any more.
  init?(_ draft: FormDraft, cards: [Card], editing: FieldEditing) {
    guard let command = CommandName(rawValue: draft.command) else { return nil }
    var parts: [Part] = []
    let isOfSeveral = draft.also.contains { $0.id != nil }
    let cards = isOfSeveral ? cards.map(\.blank) : cards
    for part in draft.parts {
      let card = cards.first { $0.address.kind == part.kind && $0.address.id == part.id }
      guard card != nil || part.id == nil else { return nil }
      parts.append(Part(part.kind, card: card, fixed: part.fixed))
    }
    self.init(
      subject: draft.subject, command: command, parts: parts,
      fields: draft.parts.map { part in
        part.fields.compactMap { RecordDescription.of(part.kind)[$0] }
      },
      asksReason: draft.asksReason,
      offered: { part, name in draft.offered["\(part).\(name)"] }, today: editing.today,
      words: editing.words)
    also = draft.also.map { part in
      let card = part.id.map { Card(RecordAddress(part.kind, $0), version: part.version ?? 1) }
      return Part(part.kind, card: card, fixed: part.fixed)
    }
    fill(from: draft, editing: editing)
  }
}

extension RecordForm.Part {
  fileprivate func draft(_ fields: [String]) -> FormDraft.Part {
    FormDraft.Part(
      kind, id: card?.address.id, version: card?.version, fixed: fixed, fields: fields)
  }
}
