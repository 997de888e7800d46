internal import Casework
package import Cells
internal import Labels
internal import Widgets
internal import Wording

extension CardsPage {
  /// A row of it, whose text is the last in it: one from right to left, or with signs that take room
  /// of their own, moves nothing else.
  struct Row {
    var text = ""
    var role = Role.plain
    var indent = 0
    /// Whether a card can do without it where there is little room; the highest number goes first.
    var ease = 0
    /// What stands before the text and is not wrapped with it.
    var lead = ""
    /// Where somebody types.
    var isInput = false
  }

  package func draw(into frame: inout Frame, _ scene: Scene) {
    let region = scene.region
    frame.fill(region)
    frame.cursor = region.origin
    drawHead(into: &frame, scene)
    let room = Self.room(in: region)
    let rows = rows(scene)
    let first = min(top, max(0, rows.count - room.rows))
    for (place, row) in rows.dropFirst(first).prefix(room.rows).enumerated() {
      let line = room.line(place)
      let used = row.indent + scene.width.columns(of: row.lead)
      frame.put(
        row.lead, at: line.position(column: row.indent), columns: line.columns - row.indent,
        role: row.role)
      if row.isInput {
        input.draw(into: &frame, in: line.inset(left: used), role: .field, isFocused: true)
      } else {
        frame.put(
          row.text, at: line.position(column: used), columns: line.columns - used, role: row.role)
      }
    }
  }

  private static func room(in region: Region) -> Region {
    region.inset(top: 1, left: min(4, region.columns / 20), bottom: 0, right: 2)
  }

  /// How far it can be scrolled.
  func mostScrolled(_ scene: Scene) -> Int {
    max(0, rows(scene).count - Self.room(in: scene.region).rows)
  }

  /// For staff: which card of how many, in which language, and whether anybody checked its words.
  private func drawHead(into frame: inout Frame, _ scene: Scene) {
    let words = scene.words
    let line = scene.region.line(0).inset(left: 1, right: 1)
    if typing == .number {
      let label = words("cards.jump") + "  "
      let used = frame.put(label, at: line.origin, columns: line.columns, role: .accent)
      input.draw(into: &frame, in: line.inset(left: used), role: .field, isFocused: true)
      return
    }
    var parts = [
      words("cards.place", String(card?.number ?? 0), String(InterpretingCard.all.count)),
      language.map { words("language.\($0)") } ?? "",
    ]
    if !isChecked { parts.append(words("cards.unchecked")) }
    if answers.isRefused {
      parts.append(words("cards.refused"))
    } else if answers.count > 0 {
      parts.append(words("cards.answered", String(answers.count)))
    }
    if mostScrolled(scene) > 0 { parts.append("\(frame.chrome.down) j") }
    frame.put(
      parts.filter { !$0.isEmpty }.joined(separator: "  "), at: line.origin,
      columns: line.columns, role: .muted)
  }

  private var isChecked: Bool {
    guard let language, let card else { return true }
    return PaperTexts.of(language).areChecked([card.sentence, "unchecked"] + card.answers)
  }

  // MARK: What stands on it

  private func rows(_ scene: Scene) -> [Row] {
    let room = Self.room(in: scene.region)
    guard let language, let card else {
      return scene.width.wrap(scene.words("cards.chooseLanguage"), to: room.columns).map {
        Row(text: $0)
      }
    }
    var rows = allRows(card, PaperTexts.of(language), scene, columns: room.columns)
    // A calm page has room around its sentences; a small one has the sentences alone.
    for ease in stride(from: 4, to: 0, by: -1) where rows.count > room.rows {
      rows.removeAll { $0.ease == ease }
    }
    return rows
  }

  private func allRows(
    _ card: InterpretingCard, _ texts: PaperTexts, _ scene: Scene, columns: Int
  ) -> [Row] {
    func wrapped(_ text: String, _ role: Role, ease: Int = 0, indent: Int = 0, lead: String = "")
      -> [Row]
    {
      let used = indent + scene.width.columns(of: lead)
      let lines = scene.width.wrap(text, to: max(1, columns - used))
      return lines.enumerated().map { place, line in
        Row(
          text: line, role: role, indent: place == 0 ? indent : used, ease: ease,
          lead: place == 0 ? lead : "")
      }
    }
    let word = texts[card.picture.wordKey] ?? ""
    var rows = [Row(ease: 4)]
    rows += card.picture.rows.enumerated().map { place, art in
      let lead = art.padded(to: Self.artWidth)
      return Row(
        text: place == 1 ? word : "", role: .accent, indent: 2, ease: 3,
        lead: place == 1 ? lead + "\(card.number)  " : lead)
    }
    rows.append(Row(ease: 3))
    rows += wrapped(texts[card.sentence] ?? "", .heading)
    rows.append(Row(ease: 2))
    rows += answerRows(card, texts, scene, wrapped)
    guard language != scene.words.language.rawValue else {
      return rows + notice(texts, scene, wrapped)
    }
    rows.append(Row(ease: 2))
    let staff = PaperTexts.of(scene.words.language.rawValue)
    rows += wrapped("\(card.number)  \(staff[card.sentence] ?? "")", .muted)
    let choices = options(card, staff, scene.words).enumerated().map { "\($0 + 1) \($1)" }
    for line in scene.width.filling(choices, columns: columns) { rows += wrapped(line, .muted) }
    return rows + notice(texts, scene, wrapped)
  }

  private static let artWidth = 9

  /// That nobody checked the words, to the person and to staff, as a sheet says it.
  private func notice(
    _ texts: PaperTexts, _ scene: Scene,
    _ wrapped: (String, Role, Int, Int, String) -> [Row]
  ) -> [Row] {
    guard !isChecked else { return [] }
    var rows = [Row(ease: 2)] + wrapped(texts["unchecked"] ?? "", .muted, 1, 0, "")
    if language != scene.words.language.rawValue {
      let staff = PaperTexts.of(scene.words.language.rawValue)
      rows += wrapped(staff["unchecked"] ?? "", .muted, 1, 0, "")
    }
    return rows
  }

  private func answerRows(
    _ card: InterpretingCard, _ texts: PaperTexts, _ scene: Scene,
    _ wrapped: (String, Role, Int, Int, String) -> [Row]
  ) -> [Row] {
    let answer = answers[card]
    let keys = (card.kind.isWritten ? [""] : []) + card.answers
    return options(card, texts, scene.words).enumerated().flatMap { place, text -> [Row] in
      let isWritten = keys[place].isEmpty
      let isGiven = isWritten ? !answer.written.isEmpty : answer.chosen.contains(keys[place])
      let lead = "\(isGiven ? "[x]" : "[ ]") \(place + 1)  "
      if isWritten, typing == .answer { return [Row(indent: 2, lead: lead, isInput: true)] }
      return wrapped(text, isGiven ? .accent : .plain, 0, 2, lead)
    }
  }

  /// What can be pointed at, in a language.
  private func options(
    _ card: InterpretingCard, _ texts: PaperTexts, _ words: Words
  ) -> [String] {
    let answer = answers[card]
    let written = answer.written.isEmpty ? "________________" : answer.written
    return (card.kind.isWritten ? [written] : []) + card.answers.map { texts[$0] ?? $0 }
  }
}

extension CellWidth {
  /// Words in as few lines as they have room in; none is parted from what belongs to it.
  fileprivate func filling(_ items: [String], columns: Int) -> [String] {
    items.reduce(into: []) { lines, item in
      let longer = lines.last.map { "\($0)  \(item)" }
      if let longer, self.columns(of: longer) <= columns {
        lines[lines.count - 1] = longer
      } else {
        lines.append(item)
      }
    }
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
