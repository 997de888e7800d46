internal import Casework
internal import Cells
internal import Labels
internal import Widgets

/// What became of a sheet.
struct SheetEnd {
  private let page: SheetPage

  init(_ page: SheetPage) { self.page = page }

  func draw(into frame: inout Frame, _ scene: Scene, in region: Region) {
    let words = scene.words
    guard let check = page.check else { return }
    let leftOut = page.request.leftOut.count
    var lines: [LinesView.Line] = [
      .text(words("sheet.done"), role: .accent), .blank,
      .pair(words("sheet.fate.added"), String(check.count(of: .added))),
      .pair(words("sheet.fate.changed"), String(check.count(of: .changed))),
      .pair(words("sheet.fate.unchanged"), String(check.count(of: .unchanged))),
      .pair(words("sheet.leftOut"), String(leftOut), role: leftOut > 0 ? .warning : .plain),
    ]
    if check.keptCells > 0 {
      lines.append(.pair(words("sheet.keptCells"), String(check.keptCells)))
    }
    if check.possibleCount > 0 {
      lines.append(.pair(words("sheet.possible"), String(check.possibleCount)))
    }
    lines.append(.blank)
    if let file = page.refusedFile {
      lines.append(.text(words("sheet.refusedFile", file)))
    } else if leftOut > 0 {
      let rows = page.request.leftOut.keys.sorted().map(String.init)
        .joined(separator: words("list.separator"))
      lines.append(.text(words("sheet.refusedNotWritten", rows), role: .error))
    }
    if page.firstBrought != nil { lines.append(.text(words("sheet.whereHelp"))) }
    lines.append(.text(words("sheet.undoHelp")))
    LinesView(lines: lines).draw(into: &frame, in: region.inset(left: 2, right: 2))
    frame.showsCursor = false
  }
}
