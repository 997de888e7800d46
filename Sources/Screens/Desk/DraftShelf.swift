internal import Casework

/// What is typed and not saved: kept while a form is open, offered again when it is opened.
///
/// A draft is called kept when the store has answered that it is, not before.
struct DraftShelf: Hashable, Sendable {
  /// What is kept, the newest first.
  var kept: [FormDraft] = []
  /// Why what is typed in the open form could not be kept; nil where it was, or nobody tried.
  var fault: Refusal?
  /// What follows once what is typed is kept.
  var next: [Deed]?
  /// What was thrown away last, until something else is saved.
  var discarded: FormDraft?

  /// A draft that is kept, or was thrown away last.
  func draft(_ key: String) -> FormDraft? {
    kept.first { $0.key == key } ?? discarded.flatMap { $0.key == key ? $0 : nil }
  }

  /// The key of a form and what is typed in it, where that is not what is kept.
  func unkept(of form: RecordForm, _ editing: FieldEditing) -> (key: String, draft: FormDraft?)? {
    let draft = form.draft(editing)
    let kept = kept.first { $0.key == form.draftKey }
    if let kept, let draft { return kept.isSame(as: draft) ? nil : (form.draftKey, draft) }
    return kept == nil && draft == nil ? nil : (form.draftKey, draft)
  }

  /// Takes in that a draft is kept.
  mutating func keep(_ draft: FormDraft) {
    fault = nil
    kept.removeAll { $0.key == draft.key }
    kept.insert(draft, at: 0)
  }

  mutating func forget(_ key: String) -> [Effect] {
    guard kept.contains(where: { $0.key == key }) else { return [] }
    kept.removeAll { $0.key == key }
    return [.forgetDraft(key)]
  }
}
