internal import Casework
internal import Cells
internal import Labels
internal import Widgets

extension RecordForm {
  /// How many fields are enough to begin with, where the others are folded; nil where none are.
  private func begin(_ words: Words) -> String? {
    guard view.fields.contains(where: \.isHeading) else { return nil }
    return words("form.begin", String(view.fields.count { !$0.isHeading && $0.group == nil }))
  }

  /// What it is about, and what is done.
  func title(_ words: Words) -> (about: String, deed: String) {
    let kind = words("kind.\(parts[0].kind.rawValue)")
    let deed =
      command == .add
      ? words("form.new", kind.withinSentence) : words("command.\(command.rawValue)")
    // What is logged is said by the command.
    let ending = " : \(kind)"
    let about = subject.hasSuffix(ending) ? String(subject.dropLast(ending.count)) : subject
    return (about == kind ? "" : about, deed)
  }

  /// - Parameter isUnkept: whether what is typed could not be kept.
  func draw(into frame: inout Frame, _ scene: Scene, isUnkept: Bool) {
    let (layout, words) = (scene.layout, scene.words)
    let regions = FormRegions(self, in: layout, words: words, width: scene.width)
    frame.fill(
      layout.isWide
        ? Region(
          row: 1, column: 0, rows: layout.boxes.rows, columns: regions.fields.columns)
        : layout.boxes)
    let (about, deed) = title(words)
    let marks = [words("desk.changed"), words("desk.notKept")]
    let mark = isUnkept ? marks[1] : isChanged(scene.today, words) ? marks[0] : ""
    // Room is kept for it from the start: the first typed character moves nothing.
    let room =
      regions.fields.columns - (marks.map(scene.width.columns(of:)).max() ?? 0) - 2
    var used = frame.put(" \(about)", at: layout.criteria.origin, columns: room, role: .heading)
    if used > 1 { used += 2 }
    used += frame.put(
      deed, at: layout.criteria.position(column: used), columns: max(0, room - used),
      role: about.isEmpty ? .heading : .accent)
    if let begin = begin(words), used + scene.width.columns(of: begin) + 3 <= room {
      frame.put(
        begin, at: layout.criteria.position(row: 0, column: used + 3), columns: room - used - 3,
        role: .muted)
    }
    regions.drawHead(into: &frame)
    // Plain, so that the first typed character costs a slow line little more than the others.
    frame.put(
      mark, at: layout.criteria.position(row: 0, column: room + 1),
      role: isUnkept ? .error : .plain)
    view.draw(into: &frame, in: regions.fields)
    duplicates?.draw(into: &frame, in: regions.duplicates, words: words)
  }
}

extension String {
  /// The name of a thing where it is not the first word: case, but SSH key.
  fileprivate var withinSentence: String {
    guard let second = dropFirst().first, second.isLowercase else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
