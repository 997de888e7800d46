import Casework
import Labels
import Widgets

/// Throwing away what was typed: only after a question, and it can be brought back.
extension Desk {
  mutating func askDiscard(_ form: RecordForm) -> [Effect] {
    if form.draft(editing) != nil {
      overlays.append(
        .confirm(
          ConfirmView(
            sentence: words("desk.discardQuestion", form.subject), yes: words("desk.discardYes"),
            no: words("desk.no")), .discard))
    } else if let discarded, discarded.key == form.draftKey {
      restore(discarded, into: form)
    } else {
      notice = Notice(text: words("desk.nothingToDiscard"))
    }
    return []
  }

  /// The form is as it was opened; what was typed comes back until something else is saved.
  mutating func discard() -> [Effect] {
    guard case .form(let form) = overlays.last else { return [] }
    discarded = form.draft(editing)
    var fresh = form
    for index in fresh.entries.indices {
      fresh.choose(fresh.entries[index].offered, for: index, editing: editing)
    }
    fresh.view[RecordForm.reasonID]?.input = TextInput()
    fresh.problem = nil
    replaceTop(.form(fresh))
    draftFault = nil
    notice = Notice(text: words("desk.draftDiscarded"))
    return forgetDraft(form.draftKey)
  }

  private mutating func restore(_ draft: FormDraft, into form: RecordForm) {
    var form = form
    form.fill(from: draft, editing: editing)
    discarded = nil
    replaceTop(.form(form))
    notice = Notice(text: words("desk.formRestored"))
  }
}
