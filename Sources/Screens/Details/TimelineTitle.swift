import Casework
import Cells
import Labels

/// The line over a timeline: that it is what happened so far, how the needs have moved, and that
/// there is more above than is seen.
struct TimelineTitle {
  let words: Words
  let courses: [NeedCourse]
  let isMore: Bool

  /// So many of the latest assessments are drawn.
  private static let mostShown = 6

  func draw(into frame: inout Frame, in line: Region) {
    let chrome = frame.chrome
    let more = isMore ? "\(chrome.down) \(words("desk.moreFields"))" : ""
    let moreColumns = frame.width.columns(of: more)
    var column = frame.put(words("desk.soFar"), at: line.origin, role: .heading)
    let room = line.columns - (isMore ? moreColumns + 2 : 0)
    func put(_ text: String, _ role: Role, gap: Int = 2) -> Bool {
      let used = frame.width.columns(of: text)
      guard column + gap + used <= room else { return false }
      frame.put(text, at: line.position(column: column + gap), columns: used, role: role)
      column += gap + used
      return true
    }
    let moved = courses.reduce(0) { $0 + $1.change }
    let change = words("needs.sinceIntake", moved.signed)
    let changeColumns = courses.isEmpty ? 0 : frame.width.columns(of: change) + 2
    for course in shown {
      let label =
        words.text(ifAny: "\(course.domain.labelKey).short") ?? words(course.domain.labelKey)
      let curve = course.curve(chrome, most: Self.mostShown)
      let used = frame.width.columns(of: label + curve) + 3
      guard column + used + changeColumns <= room else { break }
      _ = put(label, .muted)
      _ = put(curve, course.role, gap: 1)
    }
    if !courses.isEmpty {
      _ = put(change, moved < 0 ? .warning : moved > 0 ? .good : .muted)
    }
    if chrome == .line, column + 2 < room {
      let rest = room - column - 1
      frame.put(
        String(repeating: chrome.horizontal, count: rest), at: line.position(column: column + 1),
        columns: rest, role: .rule)
    }
    if isMore {
      frame.put(
        more, at: line.position(column: line.columns - moreColumns), columns: moreColumns,
        role: .muted)
    }
  }

  /// What moved and what presses first.
  private var shown: [NeedCourse] {
    courses.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      return (abs(a.change), -(a.latest.points ?? 9), -one.offset)
        > (abs(b.change), -(b.latest.points ?? 9), -other.offset)
    }.map(\.element)
  }
}
