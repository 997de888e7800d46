import Casework
import Labels
import Widgets
import Wording

/// Which of the drafts to go on with.
struct DraftChoice {
  let words: Words

  /// Of those that were left in a form that is opened again.
  func among(_ left: [FormDraft], for form: RecordForm) -> [Deed] {
    var anew = form
    anew.serial = (0...left.count).first { n in !left.contains { $0.serial == n } } ?? left.count
    let items = zip(LetterChoice.letters.prefix(13), left).map { letter, draft in
      LetterChoice.Item(
        letter,
        words("desk.resumeDraft", draft.title.isEmpty ? name(of: draft) : draft.title, kept(draft)),
        [.resume(draft.key)])
    }
    let new = LetterChoice.Item("n", words("desk.beginAnew"), [.present(anew)])
    return [
      .show(.letters(LetterChoice(title: words("desk.draftThere", form.subject), items + [new])))
    ]
  }

  /// Of all.
  func among(_ drafts: [FormDraft]) -> [Deed] {
    let options = drafts.map { draft in
      ChoicePicker.Option(
        item: PickerView.Item(
          label: name(of: draft),
          detail: [words("command.\(draft.command)"), kept(draft)].joined(separator: "  ")),
        found: name(of: draft), deeds: [.resume(draft.key)])
    }
    return [
      .show(
        .picker(
          ChoicePicker(title: words("command.drafts"), options: options, words)))
    ]
  }

  /// What the form is about, and what is typed in it.
  private func name(of draft: FormDraft) -> String { ValueText(words).name(of: draft) }

  /// When it was kept.
  private func kept(_ draft: FormDraft) -> String {
    draft.keptAt.map { ValueText(words).text(.instant($0), of: .instant) } ?? ""
  }
}
