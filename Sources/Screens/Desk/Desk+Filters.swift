import Labels
import Casework
import Widgets
import Wording

/// Narrowing and ordering a list.
extension Desk {
  /// The line in which one types what to look for.
  mutating func askFilter() -> [Effect] {
    list.beforeFilter = list.selected?.address
    overlays.append(.filter(TextInput(list.query.search), before: list.query.search))
    return []
  }

  mutating func askStatusFilter() -> [Effect] {
    guard let field = RecordDescription.of(list.id.kind).statusField,
      case .choice(let catalogue) = field.shape
    else {
      notice = Notice(text: words("desk.noStatusHere"))
      return []
    }
    overlays.append(
      .picker(
        ChoicePicker(
          .filterStatus(field.name), title: words("command.filterStatus"),
          options: ChoicePicker.options(of: catalogue, words: words, others: otherWords),
          placeholder: words("desk.nothingFound"))))
    return []
  }

  mutating func filter(_ filter: FieldFilter) -> [Effect] {
    list.query.filters.removeAll { $0.field == filter.field }
    // A status names its own cases, the ended ones too.
    if filter.field == "status" || filter.field == "stage" {
      list.query.filters.removeAll { $0.field == "isOpen" }
    }
    list.query.filters.append(filter)
    return reload(.first)
  }

  /// The viewer's own records, or only the open ones; given again, all of them.
  mutating func filter(mine: Bool) -> [Effect] {
    let description = RecordDescription.of(list.id.kind)
    let wanted =
      mine
      ? FieldFilter.owned(list.id.kind, by: self.mine)
      : description["isOpen"].map { _ in .open }
    guard let wanted else {
      notice = Notice(text: words("desk.noFilterHere"))
      return []
    }
    if list.query.filters.contains(wanted) {
      list.query.filters.removeAll { $0 == wanted }
      return reload(selecting: list.selected?.address)
    }
    return filter(wanted)
  }

  /// Only the records behind an indicator, in its order; given again, the list as it was before.
  mutating func filter(_ indicator: Indicator) -> [Effect] {
    let own = list.query.filters.filter(isMine)
    let isOn = Indicator(filtering: list.query, on: surroundings.today) == indicator
    let query =
      isOn ? list.id.query(for: surroundings.viewer) : indicator.query(surroundings.today)
    list.query.filters = query.filters + own
    list.query.sort = query.sort
    if !isOn {
      let days = indicator.facts.first ?? ""
      notice = Notice(text: words("\(indicator.labelKey).about", days))
    }
    return reload(selecting: isOn ? list.selected?.address : nil)
  }

  mutating func clearFilters() -> [Effect] {
    list.query.filters = []
    list.query = searched(list.query, "")
    return reload(selecting: list.selected?.address)
  }

  mutating func reverseOrder() -> [Effect] {
    list.query.sort = SortOrder(list.query.order.field, descending: !list.query.order.descending)
    return reload(.first)
  }

  mutating func mark() -> [Effect] {
    list.toggleMark()
    return move(.down)
  }

  mutating func markRange() -> [Effect] {
    list.toggleRange()
    return []
  }

  mutating func askSort() -> [Effect] {
    let fields = RecordDescription.of(list.id.kind).fields.filter {
      $0.uses.contains(.sort) && surroundings.viewer.mayRead($0)
    }
    let letters = Array("abcdefghijklmnop")
    let items = zip(letters, fields).map { letter, field in
      (
        item: LetterBox.Item(
          letter: letter, label: ValueText(words).label(of: field, in: list.id.kind)),
        action: LetterChoice.Action.sort(field.name)
      )
    }
    overlays.append(.letters(LetterChoice(title: words("command.sort"), items)))
    return []
  }

  mutating func askRegister() -> [Effect] {
    let items = ScreenID.registers.map { letter, kind in
      (
        item: LetterBox.Item(letter: letter, label: words("kind.\(kind.rawValue).plural")),
        action: LetterChoice.Action.register(kind)
      )
    }
    overlays.append(.letters(LetterChoice(title: words("screen.registers"), items)))
    return []
  }

  mutating func act(_ action: LetterChoice.Action) -> [Effect] {
    switch action {
    case .command(let name): return perform(name)
    case .status(let status): return move(to: status)
    case .stage(let field, let code): return setStage(field, code)
    case .register(let kind): return show(.register(kind))
    case .record(let address): return [.detail(address, for: .open)]
    case .guest(let role): return walkIn(role)
    case .edit(let address): return [.detail(address, for: .edit)]
    case .resume(let key): return resume(key)
    case .closeDeadline: return closeDeadline()
    case .form(let form): return present(form)
    case .log(let kind, let command, let offered, let about):
      return log(kind, by: command, offered: offered, about: about)
    case .addTo(let kind, let parent):
      return open(
        RecordForm.add(
          kind, about: parent, viewer: surroundings.viewerLink, today: surroundings.today,
          words: words))
    case .save(let refused): return saveAgain(refused)
    case .sort(let field):
      let same = list.query.order.field == field
      list.query.sort = SortOrder(field, descending: same && !list.query.order.descending)
      return reload(.first)
    }
  }
}
