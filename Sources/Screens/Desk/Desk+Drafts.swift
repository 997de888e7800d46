package import Casework
import Labels
import Widgets
import Wording

/// What is typed and not saved: kept while a form is open, offered again when it is opened.
///
/// A draft is called kept when the store has answered that it is, not before.
extension Desk {
  /// What follows once what is typed in the form on top is kept, or is to be lost.
  package enum AfterKeeping: Hashable, Sendable {
    case close
    /// Another record is opened.
    case open(Link)
    /// The places in which to supply what a refused move lacks are offered.
    case offer(LetterChoice, Notice)
  }

  /// The form that is open, the top one of two, also under a picker or a question.
  var form: RecordForm? { overlays.reversed().lazy.compactMap(\.form).first }

  /// Whether something is typed that is not kept yet; the world then sends a tick within half a
  /// second, and another half a second later where it could not be kept.
  package var hasUnkeptDraft: Bool { unkept != nil }

  /// The key of the open form and what is typed in it, where that is not what is kept.
  private var unkept: (key: String, draft: FormDraft?)? {
    guard let form else { return nil }
    let draft = form.draft(editing)
    let kept = drafts.first { $0.key == form.draftKey }
    if let kept, let draft { return kept.isSame(as: draft) ? nil : (form.draftKey, draft) }
    return kept == nil && draft == nil ? nil : (form.draftKey, draft)
  }

  /// Asks to keep what is typed in the open form, or forgets it where nothing is left of it.
  mutating func keepDraft() -> [Effect] {
    guard let unkept else { return [] }
    return unkept.draft.map { [.keep($0)] } ?? forgetDraft(unkept.key)
  }

  /// Takes in that a draft is kept.
  mutating func takeKept(_ draft: FormDraft) -> [Effect] {
    draftFault = nil
    drafts.removeAll { $0.key == draft.key }
    drafts.insert(draft, at: 0)
    return afterKeeping.map { go(on: $0) } ?? []
  }

  /// Takes in that what is typed could not be kept: the form says so, and asks before it goes.
  mutating func takeUnkept(_ refusal: Refusal) {
    let reason = lostStore ?? refusal
    draftFault = reason
    guard let next = afterKeeping else { return }
    afterKeeping = nil
    overlays.append(
      .confirm(
        ConfirmView(
          sentence: words("desk.unkeptQuestion", RefusalText(words).sentence(reason)),
          yes: words("desk.unkeptYes"), no: words("desk.unkeptNo")), .leaveUnkept(next)))
  }

  /// Leaves the form on top as soon as what is typed in it is kept.
  mutating func leave(_ next: AfterKeeping) -> [Effect] {
    let effects = keepDraft()
    guard effects.contains(where: { if case .keep = $0 { true } else { false } }) else {
      return effects + go(on: next)
    }
    afterKeeping = next
    return effects
  }

  mutating func go(on next: AfterKeeping) -> [Effect] {
    afterKeeping = nil
    draftFault = nil
    var kept: Notice?
    if let index = overlays.lastIndex(where: { $0.form != nil }) {
      let isKept = drafts.contains { $0.key == overlays[index].form?.draftKey }
      kept = isKept ? Notice(text: words("desk.formKept")) : nil
      overlays.removeSubrange(index...)
    }
    switch next {
    case .close:
      notice = kept ?? notice
      return []
    case .open(let link):
      overlays.removeAll()
      notice = kept ?? notice
      return [.detail(link.address, for: .open)]
    case .offer(let choice, let reason):
      overlays.append(.letters(choice))
      notice = reason
      return []
    }
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
}
