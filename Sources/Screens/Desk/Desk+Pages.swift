import Casework
import Cells
import Labels
import Widgets

/// The pages of the desk: which there are, and the way of a change and an answer to each.
extension Desk {
  /// Today, or the list of the screen somebody is at.
  package internal(set) var list: any ListedPage {
    get { (lists[screen] ?? ListedBox(screen, for: surroundings.viewer)).page }
    set { lists[screen] = ListedBox(newValue) }
  }

  /// The picture that has the keys: no record is opened over it.
  var picture: Picture? { details.isEmpty && !isShowingPerson ? pictures[screen] : nil }

  /// The page that has the keys below all boxes.
  var topPage: any DeskPage {
    if let page = details.last { return page }
    if let picture { return picture }
    return list
  }

  private func page(_ id: PageID) -> (any DeskPage)? {
    switch id {
    case .screen(let screen): (lists[screen] ?? ListedBox(screen, for: surroundings.viewer)).page
    case .picture(let screen): pictures[screen]
    case .detail: details.first { $0.id == id }
    case .beside: preview
    case .roll, .reading, .registers, .work, .sheet, .cards, .training:
      overlays.lazy.compactMap(\.page).first { $0.id == id }
    case .desk: nil
    }
  }

  private mutating func put(_ page: any DeskPage, at id: PageID) {
    switch (id, page) {
    case (.screen(let screen), let page as any ListedPage): lists[screen] = ListedBox(page)
    case (.picture(let screen), let page as Picture): pictures[screen] = page
    case (.detail, let page as DetailPage):
      if let index = details.firstIndex(where: { $0.id == id }) { details[index] = page }
    case (.beside, let page as DetailPage): preview = page
    case (.roll, let page), (.reading, let page), (.registers, let page), (.work, let page),
      (.sheet, let page), (.cards, let page), (.training, let page):
      let index = overlays.firstIndex { $0.page?.id == id }
      if let index { overlays[index] = .page(PageBox(page)) }
    default: break
    }
  }

  private func region(of id: PageID) -> Region {
    switch id {
    case .screen: layout.list
    case .picture: layout.page
    case .detail: detailRegion
    case .beside: layout.detail
    case .roll, .reading, .registers, .work, .sheet, .cards, .training, .desk: layout.boxes
    }
  }

  var layout: Layout {
    Layout(
      size, smallest: smallest, hasGuide: Guide.isShown(on: self),
      isHeard: settings.output == .linear)
  }

  /// Below which only that is said.
  var smallest: Size {
    surroundings.viewer.isVolunteer ? Layout.smallestForVolunteers : Layout.smallest
  }

  var appearance: Appearance { Appearance(settings.look, on: terminal, width: width.width) }

  /// An opened record has the whole width, but beside a form that covers the list.
  var detailRegion: Region {
    layout.isWide && form != nil ? layout.detail : layout.page.inset(left: 1)
  }

  /// What a page or a box is told of the desk.
  func scene(in region: Region) -> Scene {
    Scene(
      surroundings: surroundings, words: words, layout: layout, region: region,
      width: width.width, covered: covered, drafts: drafts, made: made,
      isShowingPerson: isShowingPerson, chrome: appearance.chrome, remembered: remembered)
  }

  func scene(of id: PageID) -> Scene { scene(in: region(of: id)) }

  /// Lets a page change, and does what it asks.
  mutating func change(
    _ id: PageID, _ change: (inout any DeskPage, Scene) -> [Deed]
  ) -> [Effect] {
    guard var page = page(id) else { return [] }
    let deeds = change(&page, scene(of: id))
    put(page, at: id)
    return carryOut(deeds)
  }

  /// Lets the list of the screen change, and does what it asks.
  mutating func onList(_ change: (inout any ListedPage, Scene) -> [Deed]) -> [Effect] {
    var page = list
    let deeds = change(&page, scene(of: page.id))
    list = page
    return carryOut(deeds)
  }

  mutating func onTop(_ change: (inout any DeskPage, Scene) -> [Deed]) -> [Effect] {
    self.change(topPage.id, change)
  }

  // MARK: Asking

  mutating func show(_ screen: ScreenID) -> [Effect] {
    self.screen = screen
    wayBack = nil
    details = []
    preview = nil
    pressed = []
    isShowingPerson = false
    training?.openedOver = nil
    if case .register(let kind) = screen {
      recentRegisters.removeAll { $0 == kind }
      recentRegisters = Array(([kind] + recentRegisters).prefix(RegistersPage.mostRecent))
    }
    return onList { $0.appear($1).map(Deed.ask) } + refreshPicture()
  }

  func neighbour(_ step: Int) -> ScreenID {
    let chosen = settings.bar.compactMap(\.screen)
    let screens = chosen.isEmpty ? ScreenID.bar.map(\.screen) : chosen
    let index = screens.firstIndex(of: screen) ?? 0
    return screens[(index + step + screens.count) % screens.count]
  }

  /// The rows of the list again, with the place in it kept, and its picture.
  mutating func refreshList() -> [Effect] {
    onList { $0.refresh($1).map(Deed.ask) } + refreshPicture()
  }

  mutating func refreshPicture() -> [Effect] {
    change(.picture(screen)) { $0.refresh($1).map(Deed.ask) }
  }

  /// After a change: the list and everything opened is read again; what was just made in it is gone
  /// to, also where it was narrowed to others.
  mutating func refreshAll(showing made: RecordAddress? = nil) -> [Effect] {
    var effects = askCovers + DayTally.ask(surroundings)
    for id in Array(lists.keys) { lists[id]?.page.overtake() }
    if let made {
      let isPicture = pictures[screen] != nil
      effects += onList {
        ($0.reload(selecting: isPicture ? nil : made, $1)).map(Deed.ask)
      }
      effects += refreshPicture()
    } else {
      effects += refreshList()
    }
    for id in details.map(\.id) + overlays.compactMap({ $0.page?.id }) {
      effects += change(id) { $0.refresh($1).map(Deed.ask) }
    }
    return effects
  }

  /// Another size shows more.
  mutating func grow() -> [Effect] {
    onList { $0.grow($1).map(Deed.ask) } + lookBeside()
      + change(.picture(screen)) { $0.grow($1).map(Deed.ask) }
  }

  /// The detail beside the list follows the selection where there is room for it.
  func lookBeside() -> [Effect] {
    guard layout.isWide, details.isEmpty, pictures[screen] == nil,
      !surroundings.viewer.isVolunteer, let card = list.selected
    else { return [] }
    return [.read(.record(list.target(of: card)), for: .beside)]
  }

  /// The record beside the list, as soon as it is that of the selected row.
  var beside: DetailPage? {
    guard let preview, list.selected.map(list.target(of:)) == preview.detail.card.address else {
      return nil
    }
    return preview
  }

  // MARK: Taking

  /// Gives an answer to the page that asked.
  mutating func take(_ answer: PageAnswer, for id: PageID) -> [Effect] {
    switch (id, answer) {
    case (.desk, .page(_, let page)): return takeCovers(page)
    case (.desk, .counts(_, let counts)):
      tally = DayTally(counts, on: surroundings.today)
      return []
    case (.beside, .record(let detail)):
      let address = detail.card.address
      // The selection may have gone on since.
      guard list.selected.map(list.target(of:)) == address else { return [] }
      if preview?.detail.card.address != address {
        preview = DetailPage(detail, isBeside: true)
        return []
      }
    default: break
    }
    return change(id) { $0.take(answer, $1) }
  }

  // MARK: Whom the viewer stands in for

  /// Asks for whom the viewer stands in today.
  var askCovers: [Effect] {
    if surroundings.viewer.isVolunteer { return [] }
    let request = PageRequest(
      query: .covers(by: surroundings.viewerLink.address, on: surroundings.today), anchor: .first,
      count: 20, fields: Cover.names(\.staff))
    return [.read(.page(request), for: .desk)]
  }

  /// Takes over for whom the viewer stands in; lists of their own records then hold other ones.
  private mutating func takeCovers(_ page: Page) -> [Effect] {
    var found: [Link] = []
    for link in page.cards.compactMap({ $0.link("staff") }) where !found.contains(link) {
      if link != surroundings.viewerLink { found.append(link) }
    }
    guard found != covered else { return [] }
    covered = found
    let scene = scene(of: .screen(screen))
    for id in Array(lists.keys) { lists[id]?.page.follow(scene) }
    return onList { list, scene in
      list.showsOwn(scene) ? list.reload(.first, scene).map(Deed.ask) : []
    }
  }

  mutating func giveTodayDrafts() {
    guard var today = lists[.today]?.page as? TodayPage else { return }
    today.take(drafts)
    lists[.today] = ListedBox(today)
  }
}
