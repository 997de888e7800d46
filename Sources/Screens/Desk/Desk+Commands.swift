import Casework
import Cells
import Labels
import Widgets
import Wording

extension Desk {
  /// Whether the row of Today in hand is a draft.
  var isOnDraft: Bool { isToday && details.isEmpty && list.todayLine?.row?.isDraft == true }

  /// The record the verbs are for: the one on the timeline where somebody stands there, else the
  /// opened one, else the selected one of the list.
  var subject: Card? {
    guard let pane = details.last else {
      if let picture = list.picture { return picture.view.selected }
      return list.selected
    }
    return pane.isOnTimeline ? pane.selected ?? pane.detail.card : pane.detail.card
  }

  var subjectKind: RecordKind { subject?.address.kind ?? list.id.kind }

  /// The case the log verbs are for: the opened or selected one, else the one the record is about.
  var subjectCase: Link? {
    [details.last?.detail.card, subject].compactMap(\.self).lazy.compactMap(link(toCaseOf:)).first
  }

  /// The case that a record is or is about.
  func link(toCaseOf card: Card) -> Link? {
    if card.address.kind == .case {
      return Link(card.address, number: card.number, title: ValueText(words).title(of: card))
    }
    return if case .link(let link) = card["case"] { link } else { nil }
  }

  var editing: FieldEditing { FieldEditing(today: surroundings.today, words: words) }

  /// Gives a command: does what its row says, or says what it lacks.
  mutating func perform(_ name: CommandName) -> [Effect] {
    guard let command = commands[name] else { return [] }
    if let reason = command.lack(on: self) {
      notice = Notice(text: reason)
      return []
    }
    return command.act(&self)
  }

  mutating func open() -> [Effect] {
    guard let pane = details.last else {
      if case .draft(let draft)? = list.todayLine?.row, isToday { return resume(draft.key) }
      if isToday { return openToday() }
      if picture != nil { return openFromPicture() }
      return list.selected.map { [.detail(target(of: $0), for: .open)] } ?? []
    }
    if !pane.isOnTimeline {
      details[details.count - 1].togglePane()
      return []
    }
    return pane.selected.map { [.detail($0.address, for: .open)] } ?? []
  }

  mutating func goBack() -> [Effect] {
    if isShowingPerson {
      isShowingPerson = false
    } else if picture != nil {
      return closePicture()
    } else if details.isEmpty {
      overlays.append(
        .confirm(
          ConfirmView(
            sentence: words("desk.quitQuestion"), yes: words("desk.yes"), no: words("desk.no")),
          .quit))
    } else {
      details.removeLast()
      return refreshPreview()
    }
    return []
  }

  /// Esc takes back one thing at a time and never leaves the program.
  mutating func cancel() -> [Effect] {
    if isShowingPerson || !details.isEmpty || picture != nil { return goBack() }
    if list.range != nil {
      list.cancelRange()
    } else if !list.marked.isEmpty {
      list.clearMarks()
    } else if !list.query.search.isEmpty {
      list.query = searched(list.query, "")
      return reload(selecting: list.selected?.address)
    } else {
      notice = Notice(text: words("desk.howToQuit"))
    }
    return []
  }

  /// The other half of the opened record; where none is opened, the selected one is.
  mutating func goToOtherPane() -> [Effect] {
    guard !details.isEmpty else { return open() }
    details[details.count - 1].togglePane()
    return []
  }

  mutating func scrollDetail(_ step: ListSelection.Step) -> [Effect] {
    if let pane = details.last {
      details[details.count - 1] = scrolled(pane, step)
    } else {
      preview = preview.map { scrolled($0, step) }
    }
    return []
  }

  mutating func showPerson() -> [Effect] {
    isShowingPerson = true
    return details.isEmpty ? open() : []
  }

  func neighbour(_ step: Int) -> ScreenID {
    let screens = ScreenID.bar.map(\.screen)
    let index = screens.firstIndex(of: screen) ?? 0
    return screens[(index + step + screens.count) % screens.count]
  }

  mutating func switchDates() -> [Effect] {
    settings.dates = settings.dates.next
    notice = Notice(text: words("desk.dates.\(settings.dates.rawValue)"))
    return []
  }

  mutating func switchLanguage() -> [Effect] {
    language = language == .ja ? .en : .ja
    inputMethod.isTold = false
    return [.remember(language)]
  }
}
