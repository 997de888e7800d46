package import Casework
internal import Labels
internal import Widgets
internal import Wording

/// Narrowing and ordering the rows.
extension ListedPage {
  private var description: RecordDescription { RecordDescription.of(query.kind) }

  package mutating func askSearch(_ scene: Scene) -> [Deed] {
    beforeFilter = selected?.address
    return [
      .show(.filter(SearchBox(scene.searchText(of: query), of: isOrdered ? query.kind : nil)))
    ]
  }

  func askStatus(_ scene: Scene) -> [Deed] {
    guard let field = description.statusField, case .choice(let catalogue) = field.shape else {
      return [.say(scene.words("desk.noStatusHere"))]
    }
    let options = ChoicePicker.options(
      of: catalogue, words: scene.words, others: scene.otherWords
    ) { .filter(FieldFilter(field.name, .equals(.code($0)))) }
    return [
      .show(
        .picker(
          ChoicePicker(title: scene.words("command.filterStatus"), options: options, scene.words)))
    ]
  }

  mutating func filter(_ filter: FieldFilter, _ scene: Scene) -> [Deed] {
    query.filters.removeAll { $0.field == filter.field }
    // A status names its own cases, the ended ones too.
    if filter.field == description.statusField?.name {
      query.filters.removeAll { $0.field == "isOpen" }
    }
    query.filters.append(filter)
    return reload(.first, scene).map(Deed.ask)
  }

  /// Leaves the viewer's own records; given again, all of them.
  package mutating func filterMine(_ scene: Scene) -> [Deed] {
    toggle(FieldFilter.owned(query.kind, by: scene.mine), scene)
  }

  /// Leaves the open records; given again, all of them.
  mutating func filterOpen(_ scene: Scene) -> [Deed] {
    toggle(description[RecordDescription.openField].map { _ in .open }, scene)
  }

  private mutating func toggle(_ wanted: FieldFilter?, _ scene: Scene) -> [Deed] {
    guard let wanted else { return [.say(scene.words("desk.noFilterHere"))] }
    guard query.filters.contains(wanted) else { return filter(wanted, scene) }
    query.filters.removeAll { $0 == wanted }
    return reload(selecting: selected?.address, scene).map(Deed.ask)
  }

  /// Only the records behind an indicator, in its order.
  package mutating func filter(_ indicator: Indicator, _ scene: Scene) -> [Deed] {
    let own = query.filters.filter(scene.isMine)
    let isOn = Indicator(filtering: query, on: scene.today) == indicator
    let wanted = isOn ? screen.query(for: scene.viewer) : indicator.query(scene.today)
    query.filters = (wanted?.filters ?? []) + own
    query.sort = wanted?.sort
    let asked = reload(selecting: isOn ? selected?.address : nil, scene).map(Deed.ask)
    if isOn { return asked }
    let days = indicator.facts.first ?? ""
    return [.say(scene.words("\(indicator.labelKey).about", days))] + asked
  }

  package mutating func clearFilters(_ scene: Scene) -> [Deed] {
    query.filters = []
    return search("", keeping: selected?.address, scene).map(Deed.ask)
  }

  func askSort(_ scene: Scene) -> [Deed] {
    let fields = description.fields.filter {
      $0.uses.contains(.sort) && scene.viewer.mayRead($0)
    }
    let items = zip(LetterChoice.letters.prefix(16), fields).map { letter, field in
      LetterChoice.Item(
        letter, ValueText(scene.words).label(of: field, in: query.kind), [.sort(field.name)])
    }
    return [.show(.letters(LetterChoice(title: scene.words("command.sort"), items)))]
  }

  /// Orders by a field; given again, the other way round.
  mutating func sort(by field: String, _ scene: Scene) -> [Deed] {
    let own = SortOrder(code: description.defaultSort)
    let same = query.order.field == field
    let order = SortOrder(field, descending: same && !query.order.descending)
    // Days around today begin with the next of them; there is no other way to rise.
    query.sort = own.isAroundToday && own.field == field && !order.descending ? nil : order
    return reload(.first, scene).map(Deed.ask)
  }

  mutating func reverse(_ scene: Scene) -> [Deed] { sort(by: query.order.field, scene) }
}
