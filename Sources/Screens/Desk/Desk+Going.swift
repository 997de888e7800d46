import Casework
import Labels
import Widgets

/// Going from page to page and back, and how pages are shown.
extension Desk {
  mutating func goBack() -> [Effect] {
    if isShowingPerson {
      isShowingPerson = false
      return CardVerbs.writeDown(on: &self)
    } else if picture != nil {
      pictures[screen] = nil
      return lookBeside()
    } else if details.isEmpty, let wayBack {
      return JournalVerbs.leave(&self, to: wayBack)
    } else if details.isEmpty {
      overlays.append(
        .ask(
          words("desk.quitQuestion"), yes: words("desk.yes"), no: words("desk.no"), .ask(.quit)))
    } else {
      details.removeLast()
      return TrainingVerbs.resume(on: &self) ?? lookBeside()
    }
    return []
  }

  /// Esc takes back one thing at a time and never leaves the program.
  mutating func cancel() -> [Effect] {
    if isShowingPerson || !details.isEmpty || picture != nil { return goBack() }
    if let effects = JournalVerbs.cancel(&self) { return effects }
    if list.marks.range != nil {
      list.marks.cancelRange()
    } else if !list.marked.isEmpty {
      list.marks.clear()
    } else if list.query.isSearching {
      return onList { $0.search("", keeping: $0.selected?.address, $1).map(Deed.ask) }
    } else {
      notice = Notice(text: words("desk.howToQuit"))
    }
    return []
  }

  /// The other half of the opened record; where none is opened, the selected one is.
  mutating func goToOtherPane() -> [Effect] {
    guard !details.isEmpty else { return onTop { $0.open($1) } }
    details[details.count - 1].togglePane()
    return []
  }

  mutating func scrollDetail(_ step: ListSelection.Step) -> [Effect] {
    if let id = details.last?.id {
      let scene = scene(of: id)
      details[details.count - 1].scroll(step, scene)
    } else {
      let scene = scene(of: .beside)
      preview?.scroll(step, scene)
    }
    return []
  }

  /// Shows the list as a picture, or the list again.
  mutating func togglePicture() -> [Effect] {
    guard pictures[screen] == nil else {
      pictures[screen] = nil
      return lookBeside()
    }
    pictures[screen] = Picture(of: list, today: surroundings.today)
    return refreshPicture()
  }

  mutating func showPerson() -> [Effect] {
    guard let address = hand.caseLink?.address else { return [] }
    isShowingPerson = true
    // From a stay or a job it is their case that is shown.
    return details.last?.detail.card.address == address ? [] : [.detail(address, for: .open)]
  }

  mutating func switchDates() -> [Effect] {
    settings.dates = words.dates.next
    notice = Notice(text: words("desk.dates.\(words.dates.rawValue)"))
    return []
  }

  /// Between the languages, or to another way of speaking one, which is the person's own then.
  mutating func switchLanguage(throughAll: Bool = false) -> [Effect] {
    language = throughAll ? language.following : language.next(at: home)
    if throughAll { home = language }
    inputMethod.isTold = false
    // Names have an order in each writing.
    return [.remember(language)] + refreshAll()
  }
}
