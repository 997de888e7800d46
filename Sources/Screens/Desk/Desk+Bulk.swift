import Casework
import Cells
import Labels
import Widgets
import Wording

/// Changes of one record, made at once, and of several, looked at before.
extension Desk {
  /// The records a verb is given for: the marked ones of the list, else the subject.
  var subjects: [Card] {
    guard details.isEmpty, picture == nil, !list.marked.isEmpty else {
      return subject.map { [$0] } ?? []
    }
    return list.marked.values.sorted {
      ($0.address.kind.rawValue, $0.address.id) < ($1.address.kind.rawValue, $1.address.id)
    }
  }

  /// The cases something is logged about: of the marked records, else the one in hand.
  var subjectCases: [Link] {
    guard details.isEmpty, picture == nil, !list.marked.isEmpty else {
      return subjectCase.map { [$0] } ?? []
    }
    var seen: Set<RecordAddress> = []
    return subjects.compactMap { link(toCaseOf: $0) }.filter { seen.insert($0.address).inserted }
  }

  /// Saves one change; of several it shows first what each would do.
  mutating func submit(_ changes: [Change]) -> [Effect] {
    if changes.isEmpty { return [] }
    let isLookedAt = changes.count > 1 || changes.contains(where: \.isMerge)
    return isLookedAt ? [.preview(changes)] : [.save(changes)]
  }

  /// Saves what a form holds; nothing where something typed cannot be read.
  mutating func submit(_ form: RecordForm) -> [Effect] {
    var form = form
    let isSaid = saysWhy(&form)
    let changes = isSaid ? form.changes(editing: editing) : nil
    replaceTop(.form(form))
    // A change that changes nothing is none; a new record is one, whatever it holds.
    guard let changes = changes?.filter({ $0.id == nil || !$0.values.isEmpty }) else { return [] }
    if changes.contains(where: \.isMerge) { return [.preview(changes)] }
    return form.also.isEmpty ? [.save(changes)] : submit(changes)
  }

  mutating func update(_ preview: BulkPreview, _ key: Key) -> [Effect] {
    var preview = preview
    guard let yes = preview.answer(key, in: layout.boxes, width: width.width) else {
      replaceTop(.bulk(preview))
      return []
    }
    overlays.removeLast()
    guard yes else { return [] }
    let changes = changes(of: preview)
    guard let doubt = preview.previews.compactMap(MergeText(words).doubt).first else {
      return [.save(changes)]
    }
    overlays.append(
      .confirm(
        ConfirmView(sentence: doubt, yes: words("merge.samePerson"), no: words("desk.no")),
        .save(changes)))
    return []
  }

  /// Does what was saved last to the records in hand.
  mutating func repeatLast() -> [Effect] {
    guard let repeatable else { return [] }
    if repeatable.isAboutCase { return submit(subjectCases.map(repeatable.change(about:))) }
    let fitting = subjects.filter { $0.address.kind == repeatable.kind }
    guard !fitting.isEmpty else {
      notice = Notice(
        text: words("desk.repeatElsewhere", words("kind.\(repeatable.kind.rawValue)")))
      return []
    }
    return submit(fitting.map(repeatable.change(of:)))
  }
}
