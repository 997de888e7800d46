import Cells
import Labels
import Widgets

/// The last line: the keys that are most likely wanted, from the tables of commands and modes.
struct HintRow {
  let desk: Desk
  private var words: Words { desk.words }

  func draw(into frame: inout Frame, in region: Region) {
    let isBrowsing = desk.overlays.isEmpty && !desk.isWaiting
    let line = HintLine(items: items, trailing: isBrowsing ? trailing : [])
    frame.draw(region, at: "hints", from: line) { line.draw(into: &$0, in: region) }
  }

  private var items: [HintLine.Item] {
    if desk.isWaiting { return hints(of: .waiting) }
    guard let top = desk.overlays.last else { return browsing }
    let isAlike = top.form?.duplicates?.found.isEmpty == false
    return hints(of: top.mode) { isAlike || $0 != .duplicates }
  }

  private var browsing: [HintLine.Item] {
    let mode = desk.topPage.mode
    var items = mode.map { hints(of: $0) } ?? []
    let offer = Offer(desk)
    items += CommandTable.hinted.compactMap { name in
      guard let command = offer[name], let hint = command.hint, let keys = command.keys.first,
        mode == nil || !command.traits.contains(.hintedByPictures), command.lack(on: desk) == nil
      else { return nil }
      let isBackToList = command.name == .picture && mode != nil
      let label = isBackToList ? "picture.list" : "command.\(command.name.rawValue).hint"
      return HintLine.Item(keys: keys.text, label: words(label), importance: hint)
    }
    // The key that the commands which log something begin with.
    let prefix = CommandTable.logging.lazy.compactMap { offer[$0] }
      .compactMap { $0.keys.first { $0.keys.count > 1 }?.keys.first }.first
    if let prefix {
      items.append(
        HintLine.Item(keys: prefix.name, label: words("prefix.record.hint"), importance: 3))
    }
    return items
  }

  /// - Parameter isMeant: whether what a key does means something now.
  private func hints(
    of mode: KeyMode, where isMeant: (ModeAction) -> Bool = { _ in true }
  ) -> [HintLine.Item] {
    mode.keys.filter { isMeant($0.action) }.compactMap { key in
      key.hint.map {
        HintLine.Item(keys: key.text, label: words(key.action.labelKey), importance: $0)
      }
    }
  }

  private var trailing: [HintLine.Item] {
    [CommandName.help, .palette].compactMap { name in
      desk.commands[name]?.keys.first.map {
        HintLine.Item(keys: $0.text, label: words("command.\(name.rawValue).hint"))
      }
    }
  }
}
