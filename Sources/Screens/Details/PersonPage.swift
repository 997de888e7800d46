import Casework
import Cells
import Labels
import Widgets
import Wording

/// What the person across the table is shown of their case.
///
/// Who they are here, what comes next and whom to ask; nothing else.
struct PersonPage {
  let detail: Detail
  let words: Words
  let today: CivilDate
  let organisation: String

  /// So many things that come are shown.
  private static let mostComing = 4

  private var texts: ValueText { ValueText(words) }

  func draw(into frame: inout Frame, in region: Region) {
    let room = region.inset(
      top: region.rows > 16 ? 2 : 0, left: min(8, region.columns / 10), bottom: 0, right: 2)
    var row = 0
    frame.cursor = room.origin
    for line in lines {
      let indent = line.isBelow ? 4 : 0
      let texts = frame.width.wrap(line.text, to: max(1, room.columns - indent))
      for text in texts where row < room.rows {
        frame.put(
          text, at: room.position(row: row, column: indent), columns: room.columns - indent,
          role: line.role)
        row += 1
      }
      row += line.isBelow && room.rows < 14 ? 0 : line.gap
    }
  }

  private struct Line {
    var text: String
    var role = Role.plain
    var isBelow = false
    /// Blank rows below it.
    var gap = 0
  }

  private var lines: [Line] {
    var lines = [Line(text: name, role: .heading, gap: 2)]
    let coming = coming
    if !coming.isEmpty {
      lines.append(Line(text: words("turned.coming"), role: .accent, gap: 1))
      for (day, what) in coming {
        let when = "\(texts.weekdayDate(day))  \(DueText(words, today: today).left(day))"
        lines.append(Line(text: when, isBelow: true))
        lines.append(Line(text: what, role: .heading, isBelow: true, gap: 1))
      }
    }
    let owner = texts.shortText(detail.card, Case.name(\.owner))
    if !owner.isEmpty {
      lines.append(Line(text: words("turned.responsible"), role: .accent, gap: 1))
      lines.append(Line(text: owner, role: .heading, isBelow: true))
    }
    if !organisation.isEmpty { lines.append(Line(text: organisation, isBelow: true)) }
    return lines
  }

  /// As they wish to be called.
  private var name: String {
    let wished = [Person.name(\.callName), Person.name(\.nameUsed)]
      .map { texts.text(detail.card, $0) }.first { !$0.isEmpty }
    let titles = Case.titleFields.map { texts.text(detail.card, $0) }.first { !$0.isEmpty }
    let kana = texts.text(detail.card, Person.name(\.nameKana))
    let named = words.namesInKana && !kana.isEmpty ? kana : titles
    return (wished ?? named).map { words("turned.called", $0) } ?? ""
  }

  /// What is agreed, the next first: gatherings they said they come to, and the day of the next step,
  /// whose words are for staff alone; not the days of the law, which staff have yet to confirm.
  private var coming: [(CivilDate, String)] {
    var coming: [(CivilDate, String)] = detail.events(.attendance).compactMap { card in
      guard card[\Attendance.result] == AttendanceResult.registered.fieldValue,
        case .date(let day) = card[\Attendance.on], day >= today
      else { return nil }
      return (day, texts.shortText(card, Attendance.name(\.salon)))
    }
    // What was to be done already is no appointment: the day says nothing to them.
    if let due = detail.card.value(of: \Case.nextActionDue), due >= today {
      coming.append((due, words("turned.nextStep")))
    }
    return Array(coming.sorted { $0.0 < $1.0 }.prefix(Self.mostComing))
  }
}
