import Cells
import Labels
import Widgets

/// A box that stands while something long is done beside the desk that somebody waits for.
struct WorkPage: DeskPage {
  let title: String
  /// Nil until something of it is done.
  fileprivate(set) var progress: WorkProgress?

  init(title: String) { self.title = title }

  static let mode = KeyMode("work", [ModeKey(.stopWork, KeyMode.leaving, hint: 0)])

  /// Whether the box stands until an effect is answered.
  static func waits(for effect: Effect) -> Bool {
    switch effect {
    case .stayOptions(nil), .export: true
    default: false
    }
  }

  var id: PageID { .work }
  var mode: KeyMode? { Self.mode }

  mutating func perform(_ action: ModeAction, _ step: Int, _ scene: Scene) -> [Deed] {
    action == .stopWork ? [.ask(.stopWork)] : []
  }

  func draw(into frame: inout Frame, _ scene: Scene) {
    let region = scene.region
    let rows = min(5, region.rows)
    let inside = Panel(title: title).draw(
      into: &frame,
      in: Region(
        row: region.row + region.rows - rows, column: region.column, rows: rows,
        columns: region.columns))
    frame.put(scene.words("work.beside"), at: inside.origin, columns: inside.columns)
    frame.cursor = inside.origin
    guard let progress, inside.rows > 2 else { return }
    WorkBar(progress: progress, words: scene.words).draw(into: &frame, in: inside.line(2))
  }
}

extension [Overlay] {
  /// Says in the box how far it is; nothing where nobody waits any more.
  mutating func tell(_ progress: WorkProgress) {
    for index in indices {
      guard var work = self[index].page as? WorkPage else { continue }
      work.progress = progress.total > 1 ? progress : nil
      self[index] = .page(PageBox(work))
    }
  }

  /// Takes away the box of what was waited for; false where nobody waits any more.
  @discardableResult
  mutating func closeWork() -> Bool {
    let before = count
    removeAll { $0.page is WorkPage }
    return count < before
  }
}
