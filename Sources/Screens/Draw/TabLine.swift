import Casework
import Cells
import Labels
import Widgets
import Wording

/// The first line: the screens, and beside them whether the data is fictional, who looks, where and
/// in which language.
struct TabLine {
  let desk: Desk
  private var words: Words { desk.words }

  /// Everything the line is drawn from.
  private struct Source: Equatable, Sendable {
    let surroundings: Desk.Surroundings
    let screen: ScreenID
    let words: Words
    let commands: CommandSet
  }

  func draw(into frame: inout Frame, in region: Region) {
    let source = Source(
      surroundings: desk.surroundings, screen: desk.screen, words: words, commands: desk.commands)
    frame.draw(region, at: "tabs", from: source) {
      bar(in: region, $0.width).draw(into: &$0, in: region)
    }
  }

  private func bar(in region: Region, _ width: CellWidth) -> TabBar {
    let isVolunteer = desk.surroundings.viewer.isVolunteer
    let bar = isVolunteer ? [ScreenID.cases] : ScreenID.bar.map(\.screen)
    var tabs = bar.map { tab($0.name) }
    var active = bar.firstIndex(of: desk.screen)
    if !isVolunteer {
      if case .register = desk.screen { active = tabs.count }
      tabs.append(tab("registers"))
    }
    return TabBar(tabs: tabs, active: active, trailing: trailing(beside: tabs, in: region, width))
  }

  /// The tab of a screen, with the first key of the command that is called like it.
  private func tab(_ name: String) -> TabBar.Tab {
    let command = CommandName(rawValue: name).flatMap { desk.commands[$0] }
    return TabBar.Tab(key: command?.keys.first?.text ?? "", label: words("screen.\(name)"))
  }

  /// As much as leaves the screens their names.
  private func trailing(
    beside tabs: [TabBar.Tab], in region: Region, _ width: CellWidth
  ) -> String {
    let demo = desk.surroundings.isDemo ? [words("desk.demo")] : []
    let code = desk.language.rawValue.uppercased()
    let name = ValueText(words).bareName(of: desk.surroundings.viewerLink)
    // The edges, the brackets around one of them and the gap behind the last.
    let used = tabs.reduce(5) { $0 + width.columns(of: $1.key + $1.label) + 1 }
    let choices = ["\(name)@\(desk.surroundings.organisation)", name].map { demo + [$0, code] }
    let texts = (choices + [demo + [code]]).map { $0.joined(separator: "  ") }
    return texts.first { width.columns(of: $0) + used <= region.columns } ?? texts[2]
  }
}
