import Casework
import Labels
import Wording

/// What is typed and not saved: keeping it, leaving the form, going on with it.
extension Desk {
  /// Whether something is typed that is not kept yet; the world then sends a tick within half a
  /// second, and another half a second later where it could not be kept.
  package var hasUnkeptDraft: Bool { unkept != nil }

  private var unkept: (key: String, draft: FormDraft?)? {
    form.flatMap { shelf.unkept(of: $0, editing) }
  }

  /// Asks to keep what is typed in the open form, or forgets it where nothing is left of it.
  mutating func keepDraft() -> [Effect] {
    guard let unkept else { return [] }
    return unkept.draft.map { [.keep($0)] } ?? shelf.forget(unkept.key)
  }

  mutating func takeKept(_ draft: FormDraft) -> [Effect] {
    shelf.keep(draft)
    return shelf.next.map { go(on: $0) } ?? []
  }

  /// Takes in that what is typed could not be kept: the form says so, and asks before it goes.
  mutating func takeUnkept(_ refusal: Refusal) {
    let reason = lostStore ?? refusal
    shelf.fault = reason
    if form == nil { notice = Notice(text: RefusalText(words).sentence(reason), isError: true) }
    guard let next = shelf.next else { return }
    shelf.next = nil
    overlays.append(
      .ask(
        words("desk.unkeptQuestion", RefusalText(words).sentence(reason)),
        yes: words("desk.unkeptYes"), no: words("desk.unkeptNo"), .leaveUnkept(next)))
  }

  /// Leaves the form on top as soon as what is typed in it is kept, and then does what follows.
  mutating func leave(_ next: [Deed]) -> [Effect] {
    let effects = keepDraft()
    guard effects.contains(where: { if case .keep = $0 { true } else { false } }) else {
      return effects + go(on: next)
    }
    shelf.next = next
    return effects
  }

  mutating func go(on next: [Deed]) -> [Effect] {
    shelf.next = nil
    shelf.fault = nil
    if let index = overlays.lastIndex(where: { $0.form != nil }) {
      let isKept = drafts.contains { $0.key == overlays[index].form?.draftKey }
      if isKept { notice = Notice(text: words("desk.formKept")) }
      overlays.removeSubrange(index...)
    }
    return carryOut(next)
  }

  mutating func receive(_ drafts: [FormDraft]) {
    shelf.kept = drafts
    if !drafts.isEmpty {
      notice = Notice(text: words("desk.draftsWaiting", String(drafts.count)))
    }
  }

  /// Opens the form of a draft; a record it changes is read first.
  mutating func resume(_ key: String) -> [Effect] {
    guard let draft = shelf.draft(key) else { return [] }
    let records = draft.parts.compactMap { part in part.id.map { RecordAddress(part.kind, $0) } }
    if let record = records.first { return [.detail(record, for: .resume(key))] }
    return resume(key, [])
  }

  mutating func resume(_ key: String, _ cards: [Card]) -> [Effect] {
    guard let draft = shelf.draft(key),
      let form = RecordForm(draft, cards: cards, editing: editing)
    else {
      notice = Notice(text: words("desk.draftWithoutForm"), isError: true)
      return []
    }
    if draft.key == shelf.discarded?.key { shelf.discarded = nil }
    notice = Notice(text: words("desk.formRestored"))
    return present(form)
  }
}
