internal import Casework
package import Cells
internal import Labels
internal import Widgets

/// The registers in groups, each with how many of its records are open: opened by its letter, or where
/// the selection stands.
package struct RegistersPage: DeskPage {
  /// Those opened last, latest first; they stand before the groups.
  let recent: [RecordKind]
  /// How many records each holds; empty until they are counted.
  private(set) var counts: [RecordKind: ListCount] = [:]
  /// Which of `entries` is selected.
  private(set) var selected = 0
  /// Which page of columns is seen where there is no room for all; nil for the one of the selection.
  private var turned: Int?

  /// So many registers are remembered.
  static let mostRecent = 4

  static let keys = KeyMode(
    "registers",
    [
      ModeKey(.letter, ScreenID.registers.map { String($0.letter) }.joined(separator: " ")),
      ModeKey(.take, "Enter", hint: 0),
      ModeKey(.row, "Down Ctrl-N Tab", or: "Up Ctrl-P S-Tab", hint: 1),
      ModeKey(.column, "Right", or: "Left"),
      ModeKey(.page, "PgDn", or: "PgUp"),
      ModeKey(.findRegister, "/", hint: 2),
      ModeKey(.leaveBox, KeyMode.leaving, hint: 3),
    ])

  /// One row that can be selected.
  struct Entry: Hashable, Sendable {
    let letter: Character
    let kind: RecordKind
    /// The second half of its heading's label key, where it is the first of a group.
    let heading: String?
  }

  let entries: [Entry]

  init(recent: [RecordKind]) {
    self.recent = recent
    let lettered = ScreenID.registers
    let last = recent.enumerated().compactMap { index, kind in
      lettered.first { $0.kind == kind }.map {
        Entry(letter: $0.letter, kind: kind, heading: index == 0 ? "recent" : nil)
      }
    }
    entries =
      last
      + RegisterGroup.all.flatMap { group in
        group.registers.enumerated().map { index, register in
          Entry(
            letter: register.letter, kind: register.kind, heading: index == 0 ? group.name : nil)
        }
      }
  }

  package var id: PageID { .registers }
  package var mode: KeyMode? { Self.keys }
  package var followsOthers: Bool { true }

  /// Shows them; they are counted once they are painted.
  static func show(on desk: inout Desk) -> [Effect] {
    let page = RegistersPage(recent: desk.recentRegisters)
    desk.overlays.append(.page(PageBox(page)))
    return desk.change(page.id) { $0.appear($1).map(Deed.ask) }
  }

  // MARK: Counting

  /// What is counted of each: what its list opens on.
  private static func queries(_ scene: Scene) -> [ListQuery] {
    ScreenID.registers.compactMap { ScreenID.register($0.kind).query(for: scene.viewer) }
  }

  package mutating func refresh(_ scene: Scene) -> [Effect] {
    [.read(.counts(Self.queries(scene)), for: id)]
  }

  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    if case .counts(let queries, let found) = answer, queries == Self.queries(scene) {
      counts = Dictionary(
        zip(queries.map(\.kind), found), uniquingKeysWith: { first, _ in first })
    }
    return []
  }

  // MARK: Keys

  package mutating func press(_ key: Key, _ scene: Scene) -> [Deed]? {
    guard let (action, step) = Self.keys.meaning(of: key) else {
      return [.say(scene.words("desk.unknownKey", key.name))]
    }
    if action == .letter, case .character(let letter) = key {
      return ScreenID.registers.first { $0.letter == letter }
        .map { [.close, .go(.register($0.kind))] }
    }
    return perform(action, step, scene)
  }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    let flow = flow(scene)
    if action != .page { turned = nil }
    switch action {
    case .leaveBox: return [.close]
    case .take: return [.close, .go(.register(entries[selected].kind))]
    case .findRegister:
      return [.close, .show(.picker(RegisterIndex(scene.words, scene.otherWords).picker))]
    case .row: selected = (selected + step + entries.count) % entries.count
    case .column: selected = flow.beside(selected, step) ?? selected
    case .page:
      let page = (turned ?? flow.page(of: selected)) + step
      turned = (page + flow.pages) % flow.pages
      selected = flow.first(on: turned ?? 0) ?? selected
    default: break
    }
    return []
  }

  // MARK: Drawing

  private func flow(_ scene: Scene) -> RegisterFlow {
    let names = RegisterIndex(scene.words, [])
    return RegisterFlow(
      entries.map { entry in
        RegisterFlow.Item(
          key: String(entry.letter), name: names.name(entry.kind),
          count: counts[entry.kind]?.text ?? "",
          heading: entry.heading.map { scene.words("registerGroup.\($0)") })
      }, in: Self.inside(scene.region), scene.width)
  }

  private static func inside(_ region: Region) -> Region {
    region.inset(top: 1, left: 1, bottom: 1, right: 1)
  }

  package func draw(into frame: inout Frame, _ scene: Scene) {
    let (region, words, flow) = (scene.region, scene.words, flow(scene))
    frame.fill(region)
    let page = turned ?? flow.page(of: selected)
    let pages = flow.pages > 1 ? "  \(page + 1)/\(flow.pages)  PgDn" : ""
    frame.put(
      " \(words("screen.registers"))  \(words("registers.counted"))\(pages)", at: region.origin,
      columns: region.columns, role: .heading)
    flow.draw(page, selected: selected, into: &frame)
    // What has no room for its number tells it here.
    let entry = entries[selected]
    let whole = words(RegisterIndex(words, []).label(entry.kind))
    let count = counts[entry.kind].map { "  " + words("desk.count", $0.text) } ?? ""
    frame.put(
      " \(whole)\(count)", at: region.line(region.rows - 1).origin, columns: region.columns,
      role: .muted)
  }
}
