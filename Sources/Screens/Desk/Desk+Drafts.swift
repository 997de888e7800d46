import Casework
import Labels
import Widgets

/// What is typed and not saved: kept while a form is open, offered again when it is opened.
extension Desk {
  /// The form that is open, the top one of two, also under a picker or a question.
  var form: RecordForm? { overlays.reversed().lazy.compactMap(\.form).first }

  /// Whether something is typed that is not kept yet; the world then sends a tick within half a
  /// second.
  package var hasUnkeptDraft: Bool { unkept != nil }

  /// The key of the open form and what is typed in it, where that is not what is kept.
  private var unkept: (key: String, draft: FormDraft?)? {
    guard let form else { return nil }
    let draft = form.draft(editing)
    let kept = drafts.first { $0.key == form.draftKey }
    return kept == draft ? nil : (form.draftKey, draft)
  }

  /// Keeps what is typed in the open form, or forgets it where nothing is left of it.
  mutating func keepDraft() -> [Effect] {
    guard let unkept else { return [] }
    guard let draft = unkept.draft else { return forgetDraft(unkept.key) }
    drafts.removeAll { $0.key == draft.key }
    drafts.insert(draft, at: 0)
    return [.keep(draft)]
  }

  mutating func forgetDraft(_ key: String) -> [Effect] {
    guard drafts.contains(where: { $0.key == key }) else { return [] }
    drafts.removeAll { $0.key == key }
    return [.forgetDraft(key)]
  }

  mutating func receive(_ drafts: [FormDraft]) {
    self.drafts = drafts
    if !drafts.isEmpty {
      notice = Notice(text: words("desk.draftsWaiting", String(drafts.count)))
    }
  }

  /// Throws away what was typed: the form is as it was opened.
  mutating func discardDraft(_ form: RecordForm) -> [Effect] {
    var fresh = form
    for index in fresh.entries.indices {
      fresh.choose(fresh.entries[index].offered, for: index, editing: editing)
    }
    fresh.view[RecordForm.reasonID]?.input = TextInput()
    fresh.problem = nil
    replaceTop(.form(fresh))
    notice = Notice(text: words("desk.draftDiscarded"))
    return forgetDraft(form.draftKey)
  }

  mutating func askDraft() {
    let options = drafts.map { draft in
      ChoicePicker.Option(
        value: .text(draft.key),
        item: PickerView.Item(
          label: draft.subject, detail: words("command.\(draft.command)")),
        found: draft.subject)
    }
    overlays.append(
      .picker(
        ChoicePicker(
          .draft, title: words("command.drafts"), options: options,
          placeholder: words("desk.nothingFound"))))
  }

  /// Opens the form of a draft; a record it changes is read first.
  mutating func resume(_ key: String) -> [Effect] {
    guard let draft = drafts.first(where: { $0.key == key }) else { return [] }
    let records = draft.parts.compactMap { part in part.id.map { RecordAddress(part.kind, $0) } }
    if let record = records.first { return [.detail(record, for: .resume(key))] }
    return resume(key, [])
  }

  mutating func resume(_ key: String, _ cards: [Card]) -> [Effect] {
    guard let draft = drafts.first(where: { $0.key == key }),
      let form = RecordForm(draft, cards: cards, editing: editing)
    else {
      notice = Notice(text: words("desk.draftWithoutForm"), isError: true)
      return []
    }
    notice = Notice(text: words("desk.formRestored"))
    return present(form)
  }
}
