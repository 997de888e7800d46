import Casework
import Cells
import Labels
import Wording

/// Two people who changed the same fields.
extension Desk {
  /// Lets the person choose, where the form holds every field in question: shown, or fixed as the
  /// status of a move is.
  mutating func askConflict(
    _ conflicts: [FieldConflict], version: Int, in form: RecordForm
  ) -> Bool {
    let part = form.parts.indices.first { part in
      form.parts[part].card != nil
        && conflicts.allSatisfy { conflict in
          form.parts[part].fixed[conflict.field] != nil
            || form.entries.contains { $0.part == part && $0.facts.name == conflict.field }
        }
    }
    guard let part, form.also.isEmpty else { return false }
    overlays.append(
      .conflict(ConflictChoice(form.parts[part].kind, conflicts, version: version), part: part))
    return true
  }

  mutating func update(_ choice: ConflictChoice, part: Int, _ key: Key) -> [Effect] {
    var choice = choice
    guard let answer = choice.answer(key) else {
      replaceTop(.conflict(choice, part: part))
      return []
    }
    overlays.removeLast()
    guard answer == .save, case .form(var form) = overlays.last else { return [] }
    form.settle(choice, part: part, editing: editing)
    replaceTop(.form(form))
    let isEmpty = form.changes(editing: editing)?.allSatisfy { $0.values.isEmpty } ?? false
    guard !isEmpty else {
      overlays.removeLast()
      notice = Notice(text: words("desk.conflictKept"))
      return forgetDraft(form.draftKey) + refreshAll()
    }
    return submit(form)
  }
}

extension RecordForm {
  /// Goes on from the version somebody else saved, with what was chosen of both.
  mutating func settle(_ choice: ConflictChoice, part: Int, editing: FieldEditing) {
    parts[part].card?.version = choice.version
    for conflict in choice.conflicts {
      // The other person's status stays: the move is given up.
      if choice.theirs.contains(conflict.field) { parts[part].fixed[conflict.field] = nil }
      guard
        let index = entries.firstIndex(where: {
          $0.part == part && $0.facts.name == conflict.field
        })
      else { continue }
      entries[index].initial = conflict.theirs
      entries[index].offered = conflict.theirs
      if choice.theirs.contains(conflict.field) {
        choose(conflict.theirs, for: index, editing: editing)
      }
    }
    problem = nil
  }
}
