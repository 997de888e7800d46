import Labels
import Casework
package import Cells
import Widgets
import Wording

extension Desk {
  /// The whole screen as it is to be seen: a pure function of the state.
  package func draw() -> Frame {
    var frame = Frame(
      size: size, width: width.width, chrome: settings.chrome.fitting(width.width))
    let layout = self.layout
    guard !layout.isTooSmall else {
      frame.put(words("desk.tooSmall"), at: Position(row: 0, column: 0))
      return frame
    }
    drawTabs(into: &frame, in: layout.tabs)
    drawHints(into: &frame, in: layout.hints)
    drawStatus(into: &frame, in: layout.status)
    if form == nil || layout.isWide { drawScreen(into: &frame, layout) }
    for overlay in overlays { draw(overlay, into: &frame, layout) }
    if overlays.isEmpty, !pressed.isEmpty { drawPrefix(into: &frame, in: layout.boxes) }
    // A question says itself why what is typed cannot be kept.
    if let lostStore, !isAsking { draw(lostStore, into: &frame, in: layout.boxes) }
    return frame
  }

  private var isAsking: Bool {
    if case .confirm? = overlays.last { true } else { false }
  }

  private func drawScreen(into frame: inout Frame, _ layout: Layout) {
    if let picture = list.picture, !isShowingPerson, details.isEmpty || layout.isWide {
      picture.view.draw(
        into: &frame, in: pictureRegion, today: surroundings.today, words: words)
    } else if !isShowingPerson, details.isEmpty || layout.isWide {
      drawCriteria(into: &frame, in: layout.criteria)
      drawList(into: &frame, in: layout.list)
    }
    let isBeside = layout.isWide && list.picture == nil && list.selected != nil
    let beside = isBeside ? preview : nil
    let pane = details.last ?? beside
    if let pane {
      let region = layout.isWide ? layout.detail : layout.body
      drawSeparator(into: &frame, layout)
      let cursor = frame.cursor
      draw(pane, into: &frame, in: region)
      if details.isEmpty { frame.cursor = cursor }
    }
    if details.isEmpty, list.picture == nil, !layout.isWide {
      drawPeek(into: &frame, in: layout.peek)
    }
  }

  private func drawSeparator(into frame: inout Frame, _ layout: Layout) {
    guard layout.isWide else { return }
    for row in 0..<layout.detail.rows {
      let column = layout.detail.column - 2
      let position = Position(row: layout.detail.row + row, column: column)
      frame.put(frame.chrome.vertical, at: position, role: .muted)
    }
  }

  private func drawTabs(into frame: inout Frame, in region: Region) {
    let bar = surroundings.viewer.isVolunteer ? [ScreenID.cases] : ScreenID.bar.map(\.screen)
    var tabs = bar.map { tab($0.name) }
    var active = bar.firstIndex(of: screen)
    if !surroundings.viewer.isVolunteer {
      if case .register = screen { active = tabs.count }
      tabs.append(tab("registers"))
    }
    TabBar(tabs: tabs, active: active, trailing: trailing(beside: tabs, in: region)).draw(
      into: &frame, in: region)
  }

  /// The tab of a screen, with the first key of the command that is called like it.
  private func tab(_ name: String) -> TabBar.Tab {
    let command = CommandName(rawValue: name).flatMap { commands[$0] }
    return TabBar.Tab(key: command?.keys.first?.text ?? "", label: words("screen.\(name)"))
  }

  /// Whether the data is fictional, who looks, where, in which language: as much as leaves the
  /// screens their names.
  private func trailing(beside tabs: [TabBar.Tab], in region: Region) -> String {
    let demo = surroundings.isDemo ? [words("desk.demo")] : []
    let code = language.rawValue.uppercased()
    let name = surroundings.viewerLink.title
    let used = tabs.reduce(4) { $0 + width.width.columns(of: $1.key + $1.label) + 1 }
    let choices = ["\(name)@\(surroundings.organisation)", name].map { demo + [$0, code] }
    let texts = (choices + [demo + [code]]).map { $0.joined(separator: "  ") }
    return texts.first { width.width.columns(of: $0) + used <= region.columns } ?? texts[2]
  }

  private func drawStatus(into frame: inout Frame, in region: Region) {
    var mode = words("mode.browse")
    var problem: String?
    switch overlays.last {
    case .form(let form):
      mode = words("mode.edit")
      problem = form.problem ?? draftFault.map { RefusalText(words).sentence($0) }
    case .picker: mode = words("mode.picker")
    case .filter: mode = words("mode.filter")
    case .bulk, .conflict, .confirm: mode = words("mode.confirm")
    case .letters: mode = words("mode.prefix")
    case .page: mode = words("mode.browse")
    case .rollCall: mode = words("mode.roll")
    case nil where !pressed.isEmpty: mode = words("mode.prefix")
    case nil where isShowingPerson: mode = words("mode.person")
    case nil where list.range != nil: mode = words("mode.range")
    case nil: break
    }
    if isWaiting { mode = words("desk.waiting") }
    let used = frame.put(" \(mode)  ", at: region.origin, role: .accent)
    let place = region.position(row: 0, column: used)
    let room = region.columns - used
    if isWaiting {
      let help = words(form == nil ? "desk.waitingHelp.browse" : "desk.waitingHelp")
      frame.put(help, at: place, columns: room)
    } else if let notice {
      frame.put(notice.text, at: place, columns: room, role: notice.isError ? .error : .plain)
    } else if let problem {
      frame.put(problem, at: place, columns: room, role: .error)
    }
  }

  private func drawHints(into frame: inout Frame, in region: Region) {
    var items: [HintLine.Item] = []
    switch overlays.last {
    case _ where isWaiting:
      items = hints(of: .waiting)
    case .form(let form):
      let isAlike = form.duplicates?.found.isEmpty == false
      items = hints(of: .form) { isAlike || $0 != .duplicates }
    case .rollCall:
      items = hints(of: RollCall.mode)
    case nil:
      items = picture.map { hints(of: $0.mode) } ?? []
      items += offered.compactMap { command in
        guard let hint = command.hint, let keys = command.keys.first,
          picture == nil || !command.traits.contains(.hintedByPictures),
          command.lack(on: self) == nil
        else { return nil }
        let isBackToList = command.name == .picture && picture != nil
        let label = isBackToList ? "picture.list" : "command.\(command.name.rawValue).hint"
        return HintLine.Item(keys: keys.text, label: words(label), importance: hint)
      }
      if let prefix = loggingPrefix {
        items.append(
          HintLine.Item(keys: prefix.name, label: words("prefix.record.hint"), importance: 3))
      }
    default: break
    }
    let trailing = [CommandName.help, .palette].compactMap { name in
      commands[name]?.keys.first.map {
        HintLine.Item(keys: $0.text, label: words("command.\(name.rawValue).hint"))
      }
    }
    HintLine(items: items, trailing: overlays.isEmpty && !isWaiting ? trailing : []).draw(
      into: &frame, in: region)
  }

  /// - Parameter isMeant: whether what a key does means something now.
  private func hints(
    of mode: KeyMode, where isMeant: (ModeAction) -> Bool = { _ in true }
  ) -> [HintLine.Item] {
    mode.keys.filter { isMeant($0.action) }.compactMap { key in
      key.hint.map {
        HintLine.Item(
          keys: key.text, label: words(key.action.labelKey), importance: $0)
      }
    }
  }

  /// The key that the commands which log something begin with.
  private var loggingPrefix: Key? {
    offered.lazy.filter { $0.group == .logging }
      .compactMap { $0.keys.first { $0.keys.count > 1 }?.keys.first }.first
  }

  /// What may follow the keys pressed so far, here or elsewhere.
  private func drawPrefix(into frame: inout Frame, in region: Region) {
    var begun = CommandTable.matches(pressed, among: offered).begun
    let taken = Set(begun.map(\.next))
    begun += CommandTable.matches(pressed, among: elsewhere).begun
      .filter { !taken.contains($0.next) }
    let items = begun.map { command, key in
      LetterBox.Item(
        keys: key.name, label: words("command.\(command.name.rawValue)"),
        reason: reason(against: command))
    }
    let title = [KeySequence(pressed).text, subject(of: begun.map(\.command))]
    LetterBox(title: title.joined(separator: "  "), items: items).draw(into: &frame, in: region)
  }

  /// What most of the commands are about.
  private func subject(of commands: [Command]) -> String {
    let groups = commands.map(\.group)
    let most = CommandGroup.allCases.max { one, other in
      groups.count { $0 == one } < groups.count { $0 == other }
    }
    return most.map { words("commandGroup.\($0.rawValue)") } ?? ""
  }

  private func draw(_ overlay: Overlay, into frame: inout Frame, _ layout: Layout) {
    switch overlay {
    case .form(let form): draw(form, into: &frame, layout)
    case .picker(let picker): picker.view.draw(into: &frame, in: layout.boxes)
    case .letters(let choice): choice.view.draw(into: &frame, in: layout.boxes)
    case .page(let page): page.draw(into: &frame, in: layout.boxes)
    case .rollCall(let call): call.draw(into: &frame, in: layout.boxes, words: words)
    case .bulk(let preview): preview.draw(into: &frame, in: layout.boxes, words: words)
    case .conflict(let choice, _):
      choice.draw(into: &frame, in: layout.boxes, subject: form?.subject ?? "", words: words)
    case .confirm(let view, _): view.draw(into: &frame, in: layout.boxes)
    case .filter(let input, _):
      let region = layout.criteria
      frame.fill(region)
      let used = frame.put(" \(words("mode.filter")) / ", at: region.origin, role: .accent)
      input.draw(
        into: &frame,
        in: Region(
          row: region.row, column: used, rows: 1, columns: max(1, region.columns - used - 16)),
        role: .field, isFocused: true)
    }
  }

  private func draw(_ form: RecordForm, into frame: inout Frame, _ layout: Layout) {
    let region = formRegion
    frame.fill(
      layout.isWide
        ? Region(row: 1, column: 0, rows: size.rows - 3, columns: region.columns) : layout.boxes)
    // A kind of record may be called as the command that adds one.
    let command = words("command.\(form.command.rawValue)")
    let title = " \(form.subject)" + (form.subject.hasSuffix(command) ? "" : " : \(command)")
    let marks = [words("desk.changed"), words("desk.notKept")]
    let isChanged = form.isChanged(surroundings.today, words)
    let mark = draftFault != nil ? marks[1] : isChanged ? marks[0] : ""
    // Room is kept for it from the start: the first typed character moves nothing.
    let room = region.columns - (marks.map(width.width.columns(of:)).max() ?? 0) - 2
    frame.put(title, at: layout.criteria.origin, columns: room, role: .heading)
    if warningRegion.rows > 0 {
      frame.put(
        warning(of: form), at: warningRegion.position(row: 0, column: 1),
        columns: warningRegion.columns - 1, role: .error)
    }
    // Plain, so that the first typed character costs a slow line little more than the others.
    frame.put(
      mark, at: layout.criteria.position(row: 0, column: room + 1),
      role: draftFault == nil ? .plain : .error)
    form.view.draw(into: &frame, in: region)
    form.duplicates?.draw(into: &frame, in: duplicateRegion, words: words)
  }
}
