import Casework
package import Cells
import Labels
import Widgets
import Wording

extension RollCall {
  /// Two lines of what it comes to, then a row for everybody.
  package func draw(into frame: inout Frame, _ scene: Scene) {
    let (region, words) = (scene.region, scene.words)
    frame.fill(region)
    frame.put(
      " " + title(words), at: region.origin, columns: region.columns, role: .heading)
    drawCounts(into: &frame, in: region.line(1).inset(left: 1), words)
    frame.put(
      " " + heads(words), at: region.position(row: 2), columns: region.columns, role: .muted)
    drawTable(into: &frame, in: Self.table(in: region), words)
    guard let narrowing else { return }
    let line = region.line(2)
    frame.fill(line)
    let used = frame.put(" \(words(ModeAction.find.labelKey)) / ", at: line.origin, role: .accent)
    narrowing.draw(
      into: &frame, in: line.inset(left: used, right: 1), role: .field, isFocused: takesText)
  }

  /// Where the rows stand, under the three lines.
  static func table(in region: Region) -> Region { region.inset(top: min(3, region.rows)) }

  private func drawTable(into frame: inout Frame, in region: Region, _ words: Words) {
    let texts = ValueText(words)
    let description = RecordDescription.of(.attendance)
    func cell(_ card: Card, _ name: String) -> String {
      description[name].map { texts.shortText(card[name], of: $0.shape) } ?? ""
    }
    func header(_ name: String) -> String {
      description[name].map { texts.header(of: $0, in: .attendance) } ?? ""
    }
    var table = TableView(
      columns: [
        TableColumn(title: words("roll.name"), columns: 28, priority: 1),
        TableColumn(title: header("result"), columns: 14, priority: 2),
        TableColumn(title: words("roll.first"), columns: 6, priority: 3, isFixed: true),
        TableColumn(title: header("personRole"), columns: 14, priority: 4),
        TableColumn(title: words("roll.number"), columns: 9, priority: 5, isFixed: true),
      ], placeholder: words(places.isEmpty ? "roll.empty" : "desk.nothingFound"))
    let visible = selection.visible(rows: TableView.visibleRows(in: region))
    table.firstRow = visible.lowerBound
    table.selection = selection
    table.rows = visible.filter(shown.indices.contains).map { index in
      let card = shown[index]
      var (name, number) = (cell(card, "guestName"), "")
      if case .link(let link) = card[\Attendance.case] {
        (name, number) = (texts.name(of: link), link.number)
      } else if name.isEmpty {
        // Of a guest without a case a volunteer knows only what they are.
        name = cell(card, "personRole")
      }
      return TableView.Row(
        [
          name, cell(card, "result"),
          card[\Attendance.isFirstTime] == .flag(true) ? words("roll.firstMark") : "",
          cell(card, "personRole"), number,
        ],
        role: card.result == .cancelled ? .muted : .plain,
        cellRoles: card.result.map { [1: $0.role] } ?? [:])
    }
    table.draw(into: &frame, in: region)
  }

  private func title(_ words: Words) -> String {
    let texts = ValueText(words)
    return ["date", "begins", "theme", "place"].map { texts.shortText(gathering, $0) }.filter {
      !$0.isEmpty
    }.joined(separator: "  ")
  }

  /// Each number in the colour that its places have below.
  private func drawCounts(into frame: inout Frame, in line: Region, _ words: Words) {
    var used = 0
    for (text, role) in counts(words) where used < line.columns {
      used += frame.put(
        text, at: line.position(column: used), columns: line.columns - used, role: role)
      used += 2
    }
  }

  private func counts(_ words: Words) -> [(text: String, role: Role)] {
    let order: [AttendanceResult] = [
      .attended, .excusedAbsence, .unexcusedAbsence, .registered, .waitlisted,
    ]
    var parts = order.map { result in
      let number = count(result)
      return (
        words("roll.count.\(result.rawValue)", String(number)), number > 0 ? result.role : .muted
      )
    }
    if case .number(let capacity) = gathering[\Salon.capacity] {
      parts.append((words("roll.capacity", String(capacity)), .plain))
    }
    let first = places.count {
      $0[\Attendance.isFirstTime] == .flag(true) && $0.result == .attended
    }
    if first > 0 { parts.append((words("roll.firstTimers", String(first)), .plain)) }
    return parts
  }

  /// The numbers of the gathering, and the heads that are on no list of names.
  private func heads(_ words: Words) -> String {
    if gathering.content(Salon.name(\.persons)) == .withheld { return "" }
    func number(_ field: String) -> Int? {
      if case .number(let number) = gathering[field], number > 0 { number } else { nil }
    }
    let numbers = Indicator.gatherings.map {
      "\(words($0.labelKey)) \(number($0.code) ?? 0)"
    }
    let heads = Salon.headcounts.compactMap { role, field in
      number(field).map { "\(words("roll.head.\(role.rawValue)")) \($0)" }
    }
    let counted = heads.isEmpty ? [] : [words("roll.heads", heads.joined(separator: " "))]
    return (numbers + counted).joined(separator: "  ")
  }
}

extension AttendanceResult {
  fileprivate var role: Role {
    switch self {
    case .attended: .good
    case .unexcusedAbsence: .warning
    case .cancelled: .muted
    default: .plain
    }
  }
}
