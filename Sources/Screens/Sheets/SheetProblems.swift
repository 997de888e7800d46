internal import Casework
internal import Cells
internal import Labels
internal import Widgets
internal import Wording

/// Why rows of a sheet are refused, reason by reason and text by text, and what is to become of them.
struct SheetProblems {
  /// A reason, or one of the texts that stand in its cells.
  struct Line: Hashable, Sendable {
    let group: SheetProblemGroup
    /// Nil for the reason as a whole.
    let text: SheetProblemGroup.Text?
  }

  private let page: SheetPage
  private let groups: [SheetProblemGroup]
  let lines: [Line]

  init(_ page: SheetPage) {
    self.page = page
    groups = page.check?.problems ?? []
    lines = groups.flatMap { group -> [Line] in
      let whole = Line(group: group, text: nil)
      // What stands in one cell only, or is the same in all, needs no line of its own.
      guard group.texts.count > 1 else { return [whole] }
      return [whole] + group.texts.map { Line(group: group, text: $0) }
    }
  }

  func line(at index: Int) -> Line? { lines.indices.contains(index) ? lines[index] : nil }

  /// What a field or a column of a record about the case is.
  static func facts(of name: String, in kind: RecordKind) -> FieldFacts? {
    let description = RecordDescription.of(kind)
    if let field = description[name], field.isWritable { return field }
    return description.part(named: name)?.facts
  }

  // MARK: What is decided

  private var mends: SheetMends { page.request.choices.mends }

  func mend(_ line: Line) -> Mend? {
    if let text = line.text {
      return mends[line.group.reason.field, text.text] ?? mends.reasons[line.group.reason]
    }
    if let mend = mends.reasons[line.group.reason] { return mend }
    let texts = line.group.texts.map { mends[line.group.reason.field, $0.text] }
    guard let first = texts.first, line.group.otherTexts == 0 else { return nil }
    return texts.allSatisfy { $0 == first } ? first : nil
  }

  private func isDecided(_ group: SheetProblemGroup) -> Bool {
    if mends.reasons[group.reason] != nil { return true }
    guard group.otherTexts == 0, !group.texts.isEmpty else { return false }
    return group.texts.allSatisfy { mends[group.reason.field, $0.text] != nil }
  }

  /// The reasons of which nothing was decided.
  var open: [SheetProblemGroup] { groups.filter { !isDecided($0) } }

  /// Whether all rows that are refused are to stay out.
  var isAllLeftOut: Bool {
    !groups.isEmpty
      && groups.allSatisfy { group in
        mends.reasons[group.reason] == .leaveOut
          || group.otherTexts == 0 && !group.texts.isEmpty
            && group.texts.allSatisfy { mends[group.reason.field, $0.text] == .leaveOut }
      }
  }

  // MARK: Drawing

  func draw(into frame: inout Frame, _ scene: Scene, in region: Region) {
    let words = scene.words
    let refused = page.check?.count(of: .refused) ?? 0
    frame.put(
      words("sheet.refusedRows", String(refused), String(open.count)),
      at: region.position(column: 1), columns: region.columns - 2,
      role: open.isEmpty ? .muted : .warning)
    let rows = min(4, max(1, region.rows / 5))
    let table = region.inset(top: 1, bottom: rows)
    view(words, frame.width).draw(into: &frame, in: table)
    frame.showsCursor = false
    guard let line = line(at: page.problems.index) else { return }
    let said = frame.width.wrap(sentence(line, words), to: max(1, region.columns - 2))
    for (row, text) in said.prefix(rows).enumerated() {
      frame.put(
        text, at: region.position(row: region.rows - rows + row, column: 1),
        columns: region.columns - 2, role: .plain)
    }
  }

  /// What is wrong, in full, with the rows.
  private func sentence(_ line: Line, _ words: Words) -> String {
    var problem = line.group.problem
    if let text = line.text, case .text? = problem.arguments.first {
      problem.arguments[0] = .text(text.text)
    }
    let first = line.group.first.map(String.init).joined(separator: words("list.separator"))
    let rows =
      line.group.rows > line.group.first.count
      ? words("sheet.firstRowsOf", first, String(line.group.rows))
      : words("sheet.firstRows", first)
    let said = ProblemText(words).rowSentence(problem, in: page.kind)
    let isNeeded = !line.group.ways.contains(.note) && line.group.reason.isUnreadable
    return ([said, line.text == nil ? rows : nil, isNeeded ? words("sheet.neverKept") : nil])
      .compactMap(\.self).joined(separator: "  ")
  }

  private func view(_ words: Words, _ width: CellWidth) -> TableView {
    let rows = lines.map { row($0, words) }
    let decided = rows.map { width.columns(of: $0.cells[2]) }.max() ?? 0
    let longest = rows.map { width.columns(of: $0.cells[0]) }.max() ?? 0
    return TableView(
      columns: [
        TableColumn(
          title: words("sheet.reason"), columns: max(16, longest), priority: 1, least: 16),
        TableColumn(
          title: words("sheet.rowCount"),
          columns: max(5, width.columns(of: words("sheet.rowCount"))),
          priority: 1, alignment: .right, isFixed: true),
        TableColumn(
          title: words("sheet.decision"), columns: max(14, min(decided, 34)), priority: 1, least: 12
        ),
      ], rows: rows, selection: page.problems)
  }

  private func row(_ line: Line, _ words: Words) -> TableView.Row {
    let mend = mend(line)
    let cells = [
      line.text.map { "  \($0.text)" } ?? whole(line.group, words),
      String(line.text?.rows ?? line.group.rows),
      decision(line, mend, words),
    ]
    let isOpen = mend == nil && !isDecided(line.group)
    return TableView.Row(
      cells,
      cellRoles: [
        0: line.text == nil ? .heading : .plain,
        2: isOpen ? .urgent : mend == .leaveOut ? .muted : .accent,
      ])
  }

  /// A reason, behind its text where there is only one: where both are too long, the text is seen.
  private func whole(_ group: SheetProblemGroup, _ words: Words) -> String {
    let texts = SheetColumnText(words)
    let reason = texts.reason(group.reason, group.problem, in: page.kind)
    guard group.texts.count == 1, let text = group.texts.first else { return reason }
    let label = "\(texts.label(of: group.reason.field, in: page.kind)): "
    guard !group.reason.field.isEmpty, reason.hasPrefix(label) else {
      return "\(reason)  \(text.text)"
    }
    return "\(label)\(text.text)  \(reason.dropFirst(label.count))"
  }

  private func decision(_ line: Line, _ mend: Mend?, _ words: Words) -> String {
    guard let mend else {
      let near =
        line.text?.near ?? (line.group.texts.count == 1 ? line.group.texts.first?.near : nil)
      if let near, let label = label(near, line) { return words("sheet.perhaps", label) }
      return isDecided(line.group) ? words("sheet.mend.several") : words("sheet.mend.open")
    }
    if case .value(let code) = mend {
      return words("sheet.mend.value", label(code, line) ?? code)
    }
    return words("sheet.mend.\(mend.way.rawValue)")

    func label(_ code: String, _ line: Line) -> String? {
      let facts = Self.facts(of: line.group.reason.field, in: page.kind)
      guard let catalogue = facts?.shape.catalogue else { return words.text(ifAny: "flag.\(code)") }
      return words(catalogue.labelKey(code))
    }
  }
}
