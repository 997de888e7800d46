import Casework
import Labels
import Widgets
import Wording

/// Going on with what was typed before.
extension Desk {
  /// Opens a form; what was left in the same form of the same record comes back with it, anything
  /// else only where the person says so.
  mutating func openOrAsk(_ form: RecordForm) -> [Effect] {
    let left = drafts.filter { $0.form == form.emptyDraft.form }
    guard let first = left.first else { return present(form) }
    guard left.count == 1, form.isContinued(by: first) else { return askWhichDraft(left, form) }
    var form = form
    form.fill(from: first, editing: editing)
    notice = Notice(text: words("desk.formRestored"))
    return present(form)
  }

  private mutating func askWhichDraft(_ left: [FormDraft], _ form: RecordForm) -> [Effect] {
    var anew = form
    anew.serial = (0...left.count).first { n in !left.contains { $0.serial == n } } ?? left.count
    let letters = "abcdefghijklm"
    let items = zip(letters, left).map { letter, draft in
      (
        item: LetterBox.Item(
          letter: letter, label: words("desk.resumeDraft", name(of: draft), kept(draft))),
        action: LetterChoice.Action.resume(draft.key)
      )
    }
    let new = (
      item: LetterBox.Item(letter: "n", label: words("desk.beginAnew")),
      action: LetterChoice.Action.form(anew)
    )
    overlays.append(
      .letters(LetterChoice(title: words("desk.draftThere", form.subject), items + [new])))
    return []
  }

  mutating func askDraft() -> [Effect] {
    let options = drafts.map { draft in
      ChoicePicker.Option(
        value: .text(draft.key),
        item: PickerView.Item(
          label: name(of: draft),
          detail: [words("command.\(draft.command)"), kept(draft)].joined(separator: "  ")),
        found: name(of: draft))
    }
    overlays.append(
      .picker(
        ChoicePicker(
          .draft, title: words("command.drafts"), options: options,
          placeholder: words("desk.nothingFound"))))
    return []
  }

  /// What the form is about, and what is typed in it.
  private func name(of draft: FormDraft) -> String { ValueText(words).name(of: draft) }

  /// When it was kept.
  private func kept(_ draft: FormDraft) -> String {
    draft.keptAt.map { ValueText(words).text(.instant($0), of: .instant) } ?? ""
  }

  /// Opens the form of a draft; a record it changes is read first.
  mutating func resume(_ key: String) -> [Effect] {
    guard let draft = draft(key) else { return [] }
    let records = draft.parts.compactMap { part in part.id.map { RecordAddress(part.kind, $0) } }
    if let record = records.first { return [.detail(record, for: .resume(key))] }
    return resume(key, [])
  }

  mutating func resume(_ key: String, _ cards: [Card]) -> [Effect] {
    guard let draft = draft(key),
      let form = RecordForm(draft, cards: cards, editing: editing)
    else {
      notice = Notice(text: words("desk.draftWithoutForm"), isError: true)
      return []
    }
    if draft.key == discarded?.key { discarded = nil }
    notice = Notice(text: words("desk.formRestored"))
    return present(form)
  }

  /// A draft that is kept, or was thrown away last.
  private func draft(_ key: String) -> FormDraft? {
    drafts.first { $0.key == key } ?? discarded.flatMap { $0.key == key ? $0 : nil }
  }
}
