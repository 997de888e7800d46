package import Casework
internal import Labels
internal import Widgets

/// Going through the sections of Today, folding them, and showing one alone.
extension TodayPage {
  package mutating func perform(_ action: ModeAction, _ step: Int, _ scene: Scene) -> [Deed] {
    switch action {
    case .section where today.lines.isEmpty: return [.give("nextPane")]
    case .section: goToSection(step, scene)
    // What is folded already is left as every list is.
    case .fold: if !fold() { return [.give(.back)] }
    default: return []
    }
    return grow(scene).map(Deed.ask) + [.lookBeside]
  }

  /// The first line of the next section, or of the one before.
  private mutating func goToSection(_ step: Int, _ scene: Scene) {
    let starts = today.lines.indices.filter { today.lines[$0].isHeading }
    guard let here = starts.lastIndex(where: { $0 <= selection.index }) else { return }
    let heading = starts[(here + step + starts.count) % starts.count]
    let section = today.lines[heading].section
    let end = today.lines.lastIndex { $0.section == section } ?? heading
    selection.select(heading, showingTo: end, visibleRows: Self.visibleLines(scene))
    skipHeading(up: false)
  }

  private mutating func fold() -> Bool {
    guard let section = todayLine?.section, today.fold(section) else { return false }
    selection.count = today.lines.count
    // At the heading, or at the line that says how many more there are.
    if let line = today.lines.lastIndex(where: { $0.section == section }) { selection.select(line) }
    return true
  }

  mutating func unfold(_ rows: Int) {
    guard let section = todayLine?.section else { return }
    let index = selection.index
    today.open(section)
    selection.count = today.lines.count
    // From its heading to its first row; the line that told of more has become one.
    let end = today.lines.lastIndex { $0.section == section } ?? index
    selection.select(index, showingTo: end, visibleRows: rows)
    skipHeading(up: false)
  }

  // MARK: Narrowing

  package mutating func filter(_ indicator: Indicator, _ scene: Scene) -> [Deed] {
    guard let section = TodaySection(indicator) else { return [] }
    let isOn = today.only == section
    today.show(only: isOn ? nil : section)
    selection = ListSelection(count: today.lines.count)
    skipHeading(up: false)
    let asked = grow(scene).map(Deed.ask) + [.lookBeside]
    return isOn ? asked : [.say(scene.words(section.labelKey))] + asked
  }

  package mutating func clearFilters(_ scene: Scene) -> [Deed] {
    today.show(only: nil)
    query.filters = [.open]
    return search("", keeping: selected?.address, scene).map(Deed.ask)
  }
}
