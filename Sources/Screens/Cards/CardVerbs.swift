import Casework
import Widgets
import Wording

/// Cards to point at, from the turned screen to the form in which their answers are written down.
enum CardVerbs {
  /// Turns the screen to the person and shows the cards, as far as they had come with them.
  static func show(on desk: inout Desk) -> [Effect] {
    guard let link = desk.hand.caseLink else { return [] }
    let effects = desk.isShowingPerson ? [] : desk.showPerson()
    desk.overlays.append(.page(PageBox(desk.pointed[link.address] ?? CardsPage(link))))
    return effects + desk.change(.cards) { $0.appear($1).map(Deed.ask) }
  }

  static func fulfil(_ wish: CardsPage.Wish, on desk: inout Desk) -> [Effect] {
    switch wish {
    case .keep: return keep(on: &desk)
    case .speak(let language):
      _ = change(on: &desk) { $0.speak(language) }
      return []
    case .leave:
      putAside(on: &desk)
      return []
    case .writeDown:
      putAside(on: &desk)
      return desk.goBack()
    }
  }

  /// The form for what was answered, over the screen that is turned back; nothing where nothing was.
  static func writeDown(on desk: inout Desk) -> [Effect] {
    guard let address = desk.hand.caseLink?.address,
      let page = desk.pointed.removeValue(forKey: address), !page.answers.isEmpty
    else { return [] }
    return desk.present(form(of: page, on: desk))
  }

  private static func change(
    on desk: inout Desk, _ change: (inout CardsPage) -> Void
  ) -> CardsPage? {
    var changed: CardsPage?
    _ = desk.change(.cards) { page, _ in
      guard var cards = page as? CardsPage else { return [] }
      change(&cards)
      page = cards
      changed = cards
      return []
    }
    return changed
  }

  /// Closes the cards, which are there again when somebody comes back to them.
  private static func putAside(on desk: inout Desk) {
    guard let page = change(on: &desk, { _ in }) else { return }
    desk.overlays.removeAll { $0.page?.id == .cards }
    desk.pointed[page.about.address] = page.answers.isEmpty ? nil : page
  }

  /// Keeps what was answered as a draft of the form, so that it is there whatever happens.
  private static func keep(on desk: inout Desk) -> [Effect] {
    let taken = Set(desk.drafts.map(\.key))
    let editing = desk.editing
    guard var page = change(on: &desk, { _ in }) else { return [] }
    if page.serial == nil {
      // Another contact that somebody began to write stays as it is.
      page.serial = (0...taken.count).first { serial in
        page.serial = serial
        return !taken.contains(form(of: page, on: desk).draftKey)
      }
    }
    let serial = page.serial
    _ = change(on: &desk) { $0.serial = serial }
    let filled = form(of: page, on: desk)
    guard !page.answers.isEmpty, let draft = filled.draft(editing) else {
      return desk.shelf.forget(filled.draftKey)
    }
    return [.keep(draft)]
  }

  private static func form(of page: CardsPage, on desk: Desk) -> RecordForm {
    var offered = [Contact.name(\.medium): ContactMedium.inPerson.fieldValue]
    let language = page.language ?? ""
    if RecordDescription.of(.contact)[\Contact.language]?.shape.catalogue?.codes.contains(language)
      == true
    {
      offered[Contact.name(\.language)] = .code(language)
    }
    var form = desk.hand.new(.contact, about: page.about, by: .logContact, offered: offered)
    form.serial = page.serial ?? 0
    let id = "0.\(Contact.name(\.summary))"
    form.view[id]?.input = TextInput(
      page.answers.text(askedIn: language, desk.words), isMultiline: true)
    form.view[id]?.isFresh = false
    form.view.focus(on: id)
    return form
  }
}
