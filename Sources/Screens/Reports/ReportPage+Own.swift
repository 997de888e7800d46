package import Casework
internal import Labels
internal import Widgets
internal import Wording

/// A report as somebody wants it: another layout, more numbers or fewer.
extension ReportPage {
  /// What a box of the page asks for.
  package enum Wish: Hashable, Sendable {
    /// Another layout, and the view that it is kept in.
    case layout(ReportLayout, SavedList?)
    /// The same over periods of another length.
    case length(ReportPeriod.Length)
    /// A number behind the selected one.
    case add(ReportLayout.Item)
  }

  mutating func fulfil(_ wish: Wish, _ scene: Scene) -> [Deed] {
    switch wish {
    case .layout(let layout, let view):
      return choose(layout, layout.length, of: view, scene).map(Deed.ask)
    case .length(let length):
      guard let layout = asked?.layout else { return [] }
      return choose(layout, length, of: source, scene).map(Deed.ask)
    case .add(let item):
      guard let asked, let place else { return [] }
      return reshape(named(asked.layout.adding(item, after: place), scene)).map(Deed.ask)
    }
  }

  /// Where the selected number stands in the layout.
  private var place: ReportLayout.Place? {
    guard let layout = asked?.layout, let report else { return nil }
    var place: ReportLayout.Place?
    // A section without numbers has no rows.
    let sections = report.sections.indices.filter { !report.sections[$0].lines.isEmpty }
    var heads = sections.makeIterator()
    for row in rows.prefix(selection.index + 1) {
      switch row {
      case .heading: place = heads.next().map { ReportLayout.Place(section: $0, item: -1) }
      case .line: place?.item += 1
      default: break
      }
    }
    return place ?? layout.sections.indices.first.map { ReportLayout.Place(section: $0, item: -1) }
  }

  /// Asks which number is to stand behind the selected one.
  func askNumber(_ scene: Scene) -> [Deed] {
    if let lack = lack(scene) { return [.say(lack)] }
    return ReportChoice(scene: scene).numbers
  }

  /// Takes the selected number off the report; the records stay, and so does what is kept.
  mutating func drop(_ scene: Scene) -> [Deed] {
    guard let asked, let place, row?.line != nil else {
      return [.say(scene.words("desk.nothingSelected"))]
    }
    let layout = asked.layout.removing(at: place)
    guard !layout.sections.isEmpty else { return [.say(scene.words("report.lastNumber"))] }
    return reshape(named(layout, scene)).map(Deed.ask)
  }

  /// A changed layout keeps the name of the one it was made of, so that one sees where it comes from.
  private func named(_ layout: ReportLayout, _ scene: Scene) -> ReportLayout {
    guard let old = asked?.layout, old.code != ReportLayout.ownCode else { return layout }
    var layout = layout
    layout.name = scene.words("report.changed", ReportText(scene.words).title(old))
    return layout
  }

  /// Asks for the reports that people keep.
  func askOwn() -> [Deed] { [.ask(.read(SavedList.request(.reports), for: id))] }

  /// Asks into what kind of file the numbers go, as they are on the screen.
  func export(_ scene: Scene) -> [Deed] {
    if let lack = lack(scene) { return [.say(lack)] }
    return report.map { ReportChoice(scene: scene).files($0) } ?? []
  }

  /// Why nothing can be done with the numbers now.
  private func lack(_ scene: Scene) -> String? {
    if progress != nil { return scene.words("report.counting") }
    return report == nil ? scene.words("report.notCounted") : nil
  }
}
