import Cells
import Labels
import Widgets

/// The last line: the keys that are most likely wanted, from the tables of commands and modes.
struct HintRow {
  let desk: Desk

  /// Everything the line is drawn from.
  private struct Source: Equatable, Sendable {
    /// The mode that has the keys, or that has some of them before the commands.
    let mode: KeyMode?
    /// What the page is in beside its mode, as a label key: a range, the person across the table.
    let state: String?
    /// Whether somebody was found who may be the same as who is entered.
    let isAlike: Bool
    /// The commands that can be given here.
    let commands: [Command]
    /// The key that the commands which log something begin with.
    let prefix: Key?
    let trailing: [Command]
    let words: Words
  }

  func draw(into frame: inout Frame, in region: Region) {
    let (source, words) = (source, desk.words)
    frame.draw(region, at: "hints", from: source) {
      HintLine(
        state: source.state.map { words($0) } ?? "", items: items(of: source),
        trailing: trailing(of: source)
      ).draw(into: &$0, in: region)
    }
  }

  private var source: Source {
    let words = desk.words
    let begun = desk.pressed.isEmpty ? nil : KeyMode.prefix
    let top = desk.isWaiting ? KeyMode.waiting : desk.overlays.last?.mode ?? begun
    if let top {
      let isAlike = desk.overlays.last?.form?.duplicates?.found.isEmpty == false
      return Source(
        mode: top, state: nil, isAlike: isAlike, commands: [], prefix: nil,
        trailing: [], words: words)
    }
    let offer = Offer(desk)
    let commands = CommandTable.hinted.compactMap { offer[$0] }.filter { command in
      !command.keys.isEmpty && command.lack(on: desk) == nil
        // Back from a list is out of the program, which nobody wants all day.
        && (command.name != .back || !desk.details.isEmpty)
        && (desk.isShowingPerson || !command.traits.contains(.hintedToPerson))
    }
    let prefix = CommandTable.logging.lazy.compactMap { offer[$0] }
      .filter { !desk.surroundings.viewer.isVolunteer || $0.lack(on: desk) == nil }
      .compactMap { $0.keys.first { $0.keys.count > 1 }?.keys.first }.first
    return Source(
      mode: desk.topPage.mode, state: state, isAlike: true, commands: commands, prefix: prefix,
      // Nothing leads to the names of others while the screen is turned.
      trailing: desk.isShowingPerson
        ? [] : [CommandName.help, .palette].compactMap { desk.commands[$0] }, words: words)
  }

  private var state: String? {
    if desk.isShowingPerson { return "mode.person" }
    return desk.list.marks.range == nil ? nil : "mode.range"
  }

  private func items(of source: Source) -> [HintLine.Item] {
    let (mode, words) = (source.mode, source.words)
    let own = (mode?.keys ?? []).filter { source.isAlike || $0.action != .duplicates }
      .compactMap { key in
        key.hint.map {
          HintLine.Item(keys: key.text, label: words(key.action.labelKey), importance: $0)
        }
      }
    let given = source.commands.compactMap { command -> HintLine.Item? in
      guard let hint = command.hint, let keys = command.keys.first,
        mode == nil || !command.traits.contains(.hintedByPictures)
      else { return nil }
      let isBackToList = command.name == .picture && mode != nil
      let label = isBackToList ? "picture.list" : "command.\(command.name.rawValue).hint"
      return HintLine.Item(keys: keys.text, label: words(label), importance: hint)
    }
    // On Today the verbs of a row are what one is there for.
    var items = mode == TodayPage.mode ? given + own : own + given
    if let prefix = source.prefix {
      items.append(
        HintLine.Item(keys: prefix.name, label: words("prefix.record.hint"), importance: 3))
    }
    return items
  }

  private func trailing(of source: Source) -> [HintLine.Item] {
    source.trailing.compactMap { command in
      command.keys.first.map {
        HintLine.Item(keys: $0.text, label: source.words("command.\(command.name.rawValue).hint"))
      }
    }
  }
}
