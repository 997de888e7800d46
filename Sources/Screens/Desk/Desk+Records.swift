import Casework
import Labels
import Widgets
import Wording

/// Adding, editing and logging records.
extension Desk {
  func addForm(of kind: RecordKind) -> RecordForm {
    RecordForm.add(
      kind, viewer: surroundings.viewerLink, today: surroundings.today, words: words)
  }

  /// Logs something about the case in hand.
  mutating func log(_ kind: RecordKind, by command: CommandName) -> [Effect] {
    guard let subjectCase else { return [] }
    return open(
      RecordForm.add(
        kind, about: subjectCase, command: command, viewer: surroundings.viewerLink,
        today: surroundings.today, words: words))
  }

  mutating func edit() -> [Effect] {
    guard let subject else { return [] }
    // A list holds only its columns: the whole record is read before it is edited.
    if let whole = [details.last?.detail.card, preview?.detail.card].compactMap(\.self)
      .first(where: { $0.address == subject.address && $0.version == subject.version })
    {
      return open(RecordForm.edit(whole, today: surroundings.today, words: words))
    }
    return [.detail(subject.address, for: .edit)]
  }

  /// Opens a form; one that was closed without saving comes back as it was left.
  mutating func open(_ form: RecordForm) -> [Effect] {
    let kept = keptForms[form.identity]
    if kept != nil { notice = Notice(text: words("desk.formRestored")) }
    overlays.append(.form(kept ?? form))
    return []
  }

  mutating func markDone() -> [Effect] {
    confirmed(
      subjects.map { card in
        Change(
          .followUp, id: card.address.id, version: card.version,
          values: ["done": .date(surroundings.today)], command: CommandName.done.rawValue)
      })
  }

  mutating func postpone() -> [Effect] {
    guard let subject else { return [] }
    return open(
      RecordForm.few(
        ["due"], of: subject, command: .postpone, asksReason: true, today: surroundings.today,
        words: words))
  }

  mutating func askHandOver() -> [Effect] {
    overlays.append(
      .picker(
        ChoicePicker(
          .handOver, title: words("command.handOver"), source: .staff,
          placeholder: words("desk.nothingFound"))))
    return [.suggest(.staff, "")]
  }

  mutating func handOver(to staff: Link) -> [Effect] {
    confirmed(
      subjects.map { card in
        Change(
          .followUp, id: card.address.id, version: card.version,
          values: ["assignee": .link(staff)], command: CommandName.handOver.rawValue)
      })
  }

  var otherWords: [Words] { LabelLanguage.allCases.filter { $0 != language }.map(Words.init) }

  /// One saved step in words: the record and, where a status moved, from where to where.
  func summary(of saved: Saved) -> String {
    let texts = ValueText(words)
    let name = texts.text(saved.link)
    let entries = saved.entries.filter { $0.record == saved.link }
    for entry in entries.reversed() {
      guard let kind = entry.record?.address.kind,
        let field = RecordDescription.of(kind).statusField,
        let before = entry.before[field.name], let after = entry.after[field.name]
      else { continue }
      let from = texts.shortText(before, of: field.shape)
      return words("desk.statusMoved", name, from, texts.shortText(after, of: field.shape))
    }
    return "\(words("kind.\(saved.link.address.kind.rawValue)")) \(name)"
  }
}
