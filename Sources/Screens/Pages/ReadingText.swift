internal import Cells
internal import Labels
internal import Widgets

/// A text over the whole screen, to read, scroll and close: its title and what must be seen before
/// anything else stay, and below it stands how much is still to be read.
struct ReadingText: Hashable, Sendable {
  let title: String
  /// What must be seen before anything else; empty where there is nothing.
  private let warning: String
  private(set) var lines: LinesView

  init(title: String, warning: String = "", _ lines: [LinesView.Line]) {
    self.title = title
    self.warning = warning
    self.lines = LinesView(lines: lines)
  }

  /// The keys that scroll; for a page whose letters are not taken by anything else also `j` and `k`.
  static let scrolling = [
    ModeKey(.row, "j Down Ctrl-N", or: "k Up Ctrl-P"),
    ModeKey(.page, "PgDn", or: "PgUp"),
    ModeKey(.edge, "End", or: "Home"),
  ]

  /// The key that goes back, which is always told.
  static let leaving = ModeKey(.leavePage, "q h Left \(KeyMode.leaving)", hint: 0)

  /// Leaves the page or scrolls; nil for what it does not do.
  mutating func perform(_ action: ModeAction, _ step: Int, _ scene: Scene) -> [Deed]? {
    if action == .leavePage { return [.close] }
    guard let step = action.listStep(step) else { return nil }
    lines.scroll(step, in: parts(scene).text, width: scene.width)
    return []
  }

  func draw(into frame: inout Frame, _ scene: Scene) {
    let (banner, region, below) = parts(scene)
    frame.fill(scene.region)
    frame.put(
      title, at: scene.region.position(column: 1), columns: scene.region.columns - 2,
      role: .heading)
    LinesView().draw(banner, into: &frame, in: text(in: scene.region).inset(top: 1))
    lines.draw(into: &frame, in: region)
    let more = lines.rowsBelow(in: region, width: scene.width)
    guard more > 0 else { return }
    frame.put(
      "\(frame.chrome.down) \(scene.words("reading.more", String(more)))", at: below.origin,
      columns: below.columns, role: .muted)
  }

  private func text(in region: Region) -> Region { region.inset(left: 1, right: 1) }

  /// The banner, where the text stands, and the row below it.
  private func parts(_ scene: Scene) -> (banner: LinesLayout, text: Region, below: Region) {
    let whole = text(in: scene.region)
    let banner = LinesLayout(
      warning.isEmpty ? [] : [.banner(warning)], columns: whole.columns, width: scene.width,
      most: max(1, whole.rows / 3))
    let room = whole.inset(top: 1 + banner.count)
    // Where all of it is seen, no row is needed to say that there is more.
    let fits = lines.rowCount(columns: room.columns, width: scene.width) <= room.rows
    return (
      banner, fits ? room : room.inset(bottom: 1),
      Region(
        row: room.row + room.rows - 1, column: room.column, rows: 1, columns: room.columns)
    )
  }
}
