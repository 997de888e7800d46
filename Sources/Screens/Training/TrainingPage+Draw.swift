internal import Casework
package import Cells
internal import Labels
internal import Widgets
internal import Wording

extension TrainingPage {
  /// A row of it.
  struct Row {
    var text = ""
    var role = Role.plain
    var indent = 0
    /// What stands before the text and is not wrapped with it.
    var lead = ""
    /// The answer it belongs to.
    var option: Int?
    /// Whether it says what came of an answer.
    var isResult = false
  }

  package func draw(into frame: inout Frame, _ scene: Scene) {
    let region = scene.region
    frame.fill(region)
    frame.put(
      title(scene), at: region.position(column: 1), columns: region.columns - 2, role: .heading)
    let room = Self.room(in: region)
    frame.cursor = room.origin
    let rows = rows(scene)
    let first = min(top, max(0, rows.count - room.rows))
    for (place, row) in rows.dropFirst(first).prefix(room.rows).enumerated() {
      let line = room.line(place)
      let used = row.indent + scene.width.columns(of: row.lead)
      frame.put(
        row.lead, at: line.position(column: row.indent), columns: line.columns - row.indent,
        role: .accent)
      frame.put(
        row.text, at: line.position(column: used), columns: line.columns - used, role: row.role)
      if isAsked, row.option == selected {
        if !row.lead.isEmpty { frame.cursor = line.origin }
        if !frame.appearance.isFrugal {
          frame.setGround(.selected, in: line)
        } else if !row.lead.isEmpty {
          frame.put(
            frame.chrome.selected, at: region.line(room.row - region.row + place).origin,
            columns: 1, role: .accent)
        }
      } else if row.isResult, !isAsked, !row.lead.isEmpty {
        frame.cursor = line.origin
      }
    }
    let more = rows.count - first - room.rows
    guard more > 0 else { return }
    frame.put(
      "\(frame.chrome.down) \(scene.words("reading.more", String(more)))",
      at: region.line(region.rows - 1).position(column: 1), columns: region.columns - 2,
      role: .muted)
  }

  /// Between the title and the row that says how much is still to be read; as wide as one reads.
  static func room(in region: Region) -> Region {
    let inside = region.inset(top: region.rows < 18 ? 1 : 2, left: 2, bottom: 1, right: 2)
    return Region(
      row: inside.row, column: inside.column, rows: inside.rows,
      columns: min(inside.columns, 100))
  }

  private func title(_ scene: Scene) -> String {
    let words = scene.words
    guard let question else { return words("training.title") }
    return [
      words("training.title"), "\(index + 1)/\(questions.count)",
      ValueText(words).text(scene.today), question.step.time,
    ].joined(separator: "  ")
  }

  // MARK: What stands on it

  func rows(_ scene: Scene) -> [Row] {
    let text = TrainingText(scene.words, today: scene.today)
    let lines: [Row]
    if let question {
      lines = asked(question, text, scene) + result(question, text, scene)
    } else {
      lines = isOver ? ending(text, scene) : []
    }
    let columns = Self.room(in: scene.region).columns
    return lines.flatMap { wrapped($0, columns, scene) }
  }

  private func wrapped(_ row: Row, _ columns: Int, _ scene: Scene) -> [Row] {
    let used = row.indent + scene.width.columns(of: row.lead)
    return scene.width.wrap(row.text, to: max(1, columns - used)).enumerated().map { place, line in
      var part = row
      part.text = line
      if place > 0 { (part.lead, part.indent) = ("", used) }
      return part
    }
  }

  private func asked(_ question: TrainingQuestion, _ text: TrainingText, _ scene: Scene) -> [Row] {
    let tried = tries[index]
    let isDone = isAnswered(index)
    var rows = [
      Row(text: text.story(question)), Row(), Row(text: text.asked(question), role: .heading),
    ]
    for (place, option) in question.options.enumerated() {
      let isRight = isDone && place == question.right
      let isWrong = tried.contains(place) && place != question.right
      let said = text.option(option, of: question, isTold: isDone || isWrong)
      let role: Role = isRight ? .good : isWrong ? .muted : .plain
      rows.append(Row(text: said, role: role, lead: "\(place + 1)  ", option: place))
    }
    return rows
  }

  private func result(_ question: TrainingQuestion, _ text: TrainingText, _ scene: Scene) -> [Row] {
    let tried = tries[index]
    guard let last = tried.last else { return [] }
    guard last == question.right else {
      return [
        Row(),
        Row(
          text: text.words("training.wrong", String(last + 1)), role: .warning, isResult: true),
      ]
    }
    let said = text.words(
      tried.count == 1 ? "training.right" : "training.rightNow", String(last + 1))
    return [Row(), Row(text: said, role: .good, isResult: true)]
      + text.why(question).map { Row(text: $0, isResult: true) }
      + text.source(question).map { Row(text: $0, role: .muted, isResult: true) }
  }

  /// How many were right at first, and what to read again.
  private func ending(_ text: TrainingText, _ scene: Scene) -> [Row] {
    let missed = questions.indices.filter { tries[$0].first != questions[$0].right }
    var rows = [
      Row(
        text: text.words(
          "training.score", String(rightAtFirst), String(questions.count)), role: .heading),
      Row(),
    ]
    if missed.isEmpty {
      rows.append(Row(text: text.words("training.allRight"), role: .good))
    } else {
      rows.append(Row(text: text.words("training.readAgain"), role: .heading))
      for place in missed {
        let question = questions[place]
        rows.append(Row(text: text.rule(question), lead: "\(place + 1)  "))
        rows += text.source(question).map { Row(text: $0, role: .muted, indent: 3) }
      }
    }
    return rows + [Row(), Row(text: text.words("training.further"))]
  }
}
