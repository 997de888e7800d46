internal import Cells
internal import Labels
internal import Widgets

extension RecordForm {
  /// How many fields are enough to begin with, where the others are folded; nil where none are.
  private func begin(_ words: Words) -> String? {
    guard view.fields.contains(where: \.isHeading) else { return nil }
    return words("form.begin", String(view.fields.count { !$0.isHeading && $0.group == nil }))
  }

  /// - Parameter isUnkept: whether what is typed could not be kept.
  func draw(into frame: inout Frame, _ scene: Scene, isUnkept: Bool) {
    let (layout, words) = (scene.layout, scene.words)
    let regions = FormRegions(self, in: layout, words: words)
    frame.fill(
      layout.isWide
        ? Region(
          row: 1, column: 0, rows: layout.boxes.rows, columns: regions.fields.columns)
        : layout.boxes)
    // A kind of record may be called as the command that adds one.
    let command = words("command.\(self.command.rawValue)")
    let title = " \(subject)" + (subject.hasSuffix(command) ? "" : " : \(command)")
    let marks = [words("desk.changed"), words("desk.notKept")]
    let mark = isUnkept ? marks[1] : isChanged(scene.today, words) ? marks[0] : ""
    // Room is kept for it from the start: the first typed character moves nothing.
    let room =
      regions.fields.columns - (marks.map(scene.width.columns(of:)).max() ?? 0) - 2
    let used = frame.put(title, at: layout.criteria.origin, columns: room, role: .heading)
    if let begin = begin(words), used + scene.width.columns(of: begin) + 3 <= room {
      frame.put(
        begin, at: layout.criteria.position(row: 0, column: used + 3), columns: room - used - 3,
        role: .muted)
    }
    if regions.warning.rows > 0 {
      frame.put(
        warning(words), at: regions.warning.position(row: 0, column: 1),
        columns: regions.warning.columns - 1, role: .error)
    }
    if regions.told.rows > 0 {
      frame.put(
        told, at: regions.told.position(row: 0, column: 1), columns: regions.told.columns - 1,
        role: .accent)
    }
    // Plain, so that the first typed character costs a slow line little more than the others.
    frame.put(
      mark, at: layout.criteria.position(row: 0, column: room + 1),
      role: isUnkept ? .error : .plain)
    view.draw(into: &frame, in: regions.fields)
    duplicates?.draw(into: &frame, in: regions.duplicates, words: words)
  }
}
