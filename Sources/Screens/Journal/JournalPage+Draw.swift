internal import Casework
package import Cells
internal import Labels
package import Widgets
internal import Wording

extension JournalPage {
  /// One entry as its line is drawn.
  private struct Shown: Equatable, Sendable {
    let entry: JournalEntry
    let isUndone: Bool
    /// Whether its day stands before it: the first that is seen of each day.
    let showsDay: Bool
  }

  package func draw(into frame: inout Frame, _ scene: Scene) {
    drawCriteria(into: &frame, scene)
    let region = scene.region
    guard region.rows > 0 else { return }
    let texts = JournalWords(scene.words)
    var table = TableView(columns: columns(scene), selection: selection)
    let look = Look(query, scene)
    let layout = TableLayout(table.columns, available: region.columns)
    frame.draw(region.line(0), at: "titles", from: look) {
      table.drawTitles(layout, into: &$0, in: region.line(0))
    }
    let top = table.needed(in: region).lowerBound
    table.drawRows(look, layout, into: &frame, in: region) { index in
      shown(index, top: top)
    } slot: {
      "journal \($0.entry.sequence)"
    } row: { shown in
      let entry = shown.entry
      return TableView.Row(
        [
          shown.showsDay ? texts.day(entry, on: scene.today) : "", texts.time(entry),
          texts.familiar(entry), texts.command(entry.command), texts.record(entry),
          texts.change(entry, isUndone: shown.isUndone),
        ], role: shown.isUndone || entry.isErased ? .muted : .plain, cellRoles: [0: .heading])
    }
    if isLoaded, entries.isEmpty { table.placeholder = emptySentence(scene) }
    table.drawFrame(into: &frame, in: region)
  }

  private func shown(_ index: Int, top: Int) -> Shown? {
    guard entries.indices.contains(index) else { return nil }
    let entry = entries[index]
    let isFirst =
      index == top || index == 0
      || entries[index - 1].at.dateInJapan != entry.at.dateInJapan
    return Shown(entry: entry, isUndone: isUndone(entry), showsDay: isFirst)
  }

  private func columns(_ scene: Scene) -> [TableColumn] {
    let words = scene.words
    return [
      TableColumn(
        title: words("journal.day"), columns: words.dateColumns(scene.width), priority: 1,
        isFixed: true),
      TableColumn(title: words("journal.time"), columns: 5, priority: 3, isFixed: true),
      TableColumn(title: words("journal.who"), columns: 12, priority: 4),
      TableColumn(title: words("journal.what"), columns: 12, priority: 2),
      TableColumn(title: words("journal.record"), columns: 18, priority: 1),
      TableColumn(title: words("journal.change"), columns: 18, priority: 3),
    ]
  }

  private func drawCriteria(into frame: inout Frame, _ scene: Scene) {
    let words = scene.words
    let region = scene.layout.criteria
    let end = right(words) + " "
    let room = max(0, region.columns - scene.width.columns(of: end) - 2)
    let parts = criteria(scene)
    frame.put(
      " " + (parts.isEmpty ? [words("journal.everything")] : parts).joined(separator: "  "),
      at: region.origin, columns: room, role: .muted)
    frame.put(end, at: region.position(row: 0, column: room))
  }

  /// What narrows it.
  private func criteria(_ scene: Scene) -> [String] {
    let words = scene.words
    let texts = ValueText(words)
    var parts: [String] = []
    if !typed.isEmpty { parts.append("/\(typed)") }
    if let about { parts.append("\(words("journal.record")):\(texts.text(about))") }
    if let person { parts.append("\(words("journal.who")):\(texts.name(of: person))") }
    if let kind = filter.kind {
      parts.append("\(words("journal.kind")):\(words("kind.\(kind.rawValue)"))")
    }
    if let command = filter.command {
      parts.append("\(words("journal.what")):\(JournalWords(words).command(command))")
    }
    if filter.isAudit { parts.append(words("journal.audit")) }
    if let days = filter.days, typed.isEmpty || days.lowerBound != days.upperBound {
      let both = [days.lowerBound, days.upperBound].map { texts.text($0) }
      parts.append(both[0] == both[1] ? both[0] : both.joined(separator: "-"))
    }
    return parts
  }

  /// How many there are; where words are looked for, how far it was looked.
  private func right(_ words: Words) -> String {
    guard isLoaded else { return "" }
    let place = entries.isEmpty ? 0 : selection.index + 1
    if let count { return words("desk.position", String(place), count.text) }
    let found = words(
      "desk.position", String(place), "\(entries.count)\(reached == nil ? "" : "+")")
    guard reached != nil, let reachedAt else { return found }
    return words("journal.lookedTo", ValueText(words).text(reachedAt.dateInJapan)) + "  " + found
  }

  private func emptySentence(_ scene: Scene) -> String {
    let words = scene.words
    if reached != nil { return words("journal.goOn") }
    guard isNarrowed else { return words("screen.journal.empty") }
    return words("journal.nothingFound", criteria(scene).joined(separator: "  "))
  }

  /// The selected entry in full, beside the list.
  package func besideLines(_ scene: Scene) -> [LinesView.Line]? {
    selectedEntry.map { JournalWords(scene.words).lines($0, isUndone: isUndone($0)) }
  }

  /// What was changed in full, which the list has little room for.
  package func peek(_ scene: Scene) -> [String] {
    guard let entry = selectedEntry else { return [] }
    let texts = JournalWords(scene.words)
    return [texts.record(entry), texts.change(entry, isUndone: isUndone(entry))]
      .filter { !$0.isEmpty }
  }
}
