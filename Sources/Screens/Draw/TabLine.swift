import Casework
import Cells
import Labels
import Widgets
import Wording

/// The first line: the screens, and beside them what presses today, whether the data is fictional,
/// who looks, where and in which language.
struct TabLine {
  let desk: Desk
  private var words: Words { desk.words }

  /// Everything the line is drawn from.
  private struct Source: Equatable, Sendable {
    let surroundings: Desk.Surroundings
    let screen: ScreenID
    let isAtRegisters: Bool
    let words: Words
    let commands: CommandSet
    let bar: [BarScreen]
    let tally: DayTally?
    let drafts: Int
    let refusals: Int
  }

  func draw(into frame: inout Frame, in region: Region) {
    let source = Source(
      surroundings: desk.surroundings, screen: desk.screen, isAtRegisters: isAtRegisters,
      words: words, commands: desk.commands, bar: desk.settings.bar, tally: desk.tally,
      drafts: desk.drafts.count,
      refusals: desk.refusals)
    frame.draw(region, at: "tabs", from: source) {
      bar(in: region, $0.width).draw(into: &$0, in: region)
    }
  }

  private func bar(in region: Region, _ width: CellWidth) -> TabBar {
    let isVolunteer = desk.surroundings.viewer.isVolunteer
    var names =
      isVolunteer ? ScreenID.volunteers.map(\.name) : desk.settings.bar.map(\.rawValue)
    let current = isAtRegisters ? BarScreen.registers.rawValue : desk.screen.name
    // Who went to a screen that is not in their bar sees where they are all the same.
    if !isVolunteer, !names.contains(current) { names.append(current) }
    let tabs = names.map(tab)
    let active = names.firstIndex(of: current)
    let choices = trailing.map { TabBar(tabs: tabs, active: active, trailing: $0) }
    return choices.first { $0.columns(width) <= region.columns } ?? choices[choices.count - 1]
  }

  /// Whether a register is shown, or the page of all of them over whichever screen.
  private var isAtRegisters: Bool {
    if case .register = desk.screen { return true }
    return desk.overlays.contains { $0.page?.id == .registers }
  }

  /// The tab of a screen, with the first key of the command that is called like it.
  private func tab(_ name: String) -> TabBar.Tab {
    let command = CommandName(rawValue: name).flatMap { desk.commands[$0] }
    return TabBar.Tab(key: command?.keys.first?.text ?? "", label: words("screen.\(name)"))
  }

  /// What may stand at the right, from the most to what stands there in any case.
  private var trailing: [[TabBar.Piece]] {
    let counters = alarm + self.counters
    let pressing = Array(counters.prefix(2 + alarm.count))
    let isDemo = desk.surroundings.isDemo
    let demo = isDemo ? [TabBar.Piece(words("desk.demo"), .warning)] : []
    let short = isDemo ? [TabBar.Piece(words("header.demo"), .warning)] : []
    let code = TabBar.Piece(desk.language.rawValue.uppercased())
    let name = ValueText(words).bareName(of: desk.surroundings.viewerLink)
    let place = TabBar.Piece("\(name)@\(desk.surroundings.organisation)")
    return [
      counters + demo + [place, code], counters + demo + [TabBar.Piece(name), code],
      counters + demo + [code], counters + short + [code], pressing + short + [code],
      pressing + short,
    ]
  }

  /// That somebody tries again and again what is not theirs.
  private var alarm: [TabBar.Piece] {
    desk.refusals < RefusalCount.alarming
      ? [] : [TabBar.Piece("\(words("header.refused")) \(desk.refusals)", .error)]
  }

  /// How much is over, due today, of whom nobody has heard and left unsaved.
  private var counters: [TabBar.Piece] {
    guard let tally = desk.tally else { return [] }
    let drafts = ListCount(desk.drafts.count)
    let all: [(String, ListCount?, Role)] = [
      ("header.overdue", tally.counts[.overdue], .error),
      ("header.today", tally.counts[.today], .urgent),
      ("header.silent", tally.counts[.noContact], .warning), ("header.drafts", drafts, .accent),
    ]
    return all.enumerated().compactMap { index, counter in
      let (key, count, role) = counter
      guard let count, index < 2 || count.value > 0 else { return nil }
      return TabBar.Piece(
        "\(words(key)) \(count.value)\(count.isExact ? "" : "+")", count.value > 0 ? role : .muted)
    }
  }
}
