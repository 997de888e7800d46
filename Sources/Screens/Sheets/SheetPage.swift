internal import Casework
package import Cells
internal import Labels
internal import Widgets
internal import Wording

/// Brings a sheet in: its file, what its columns become, what is wrong with its rows, what will become of
/// them, and what became of them.
///
/// Nothing is written before somebody has seen what will be and said so.
package struct SheetPage: DeskPage {
  enum Stage: Int, CaseIterable, Sendable {
    case file, columns, problems, outcome, done
  }

  var stage = Stage.file
  var request: SheetRequest
  var path: SheetPath
  var shape: SheetShape?
  var columns = ListSelection()
  /// What would become of the rows; nil before it is known.
  var check: SheetCheck?
  /// What was decided since that was found out.
  var isStale = false
  var problems = ListSelection()
  var outcome = SheetOutcome()
  /// Where the rows are that stayed out, once the others are in.
  var refusedFile: String?
  /// What is being done beside the desk, and how far it is.
  var asked: SheetRequest?
  var progress: WorkProgress?
  /// A list to choose from, for what the selection stands on.
  var choice: SheetChoice?

  init(_ kind: RecordKind, _ words: Words) {
    request = SheetRequest(kind, in: words.language)
    path = SheetPath(words)
  }

  /// Opens it for the kind of the list; on Today for people.
  static func open(on desk: inout Desk) -> [Effect] {
    let kind = desk.list.isOrdered ? desk.list.query.kind : .case
    let page = SheetPage(kind, desk.words)
    desk.overlays.append(.page(PageBox(page)))
    return desk.change(page.id) { $0.appear($1).map(Deed.ask) }
  }

  package var id: PageID { .sheet }
  package var mode: KeyMode? {
    if asked != nil { return Self.workingKeys }
    if choice != nil { return Self.choiceKeys }
    return Self.keys(of: stage)
  }

  var kind: RecordKind { request.kind }

  // MARK: Asking

  package mutating func appear(_ scene: Scene) -> [Effect] { askFolder() }

  /// What goes on as it is typed; the folder is read once.
  func askFolder() -> [Effect] {
    guard let folder = path.wanted else { return [] }
    var request = request
    request.step = .folder
    request.path = folder
    return [.read(.sheet(request), for: id)]
  }

  mutating func ask(_ step: SheetRequest.Step) -> [Deed] {
    request.step = step
    asked = request
    progress = nil
    return [.ask(.read(.sheet(request), for: id))]
  }

  // MARK: Taking

  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    guard case .sheet(let request, let reply) = answer else { return [] }
    if case .folder(let whole, let entries, _) = reply {
      path.take(entries, of: request.path, whole, scene.words)
      return []
    }
    guard request == asked else { return [] }
    if case .working(let progress) = reply {
      self.progress = progress
      return []
    }
    asked = nil
    progress = nil
    return take(reply, scene)
  }

  private mutating func take(_ reply: SheetReply, _ scene: Scene) -> [Deed] {
    let words = scene.words
    switch reply {
    case .columns(let shape):
      let isNew = stage == .file
      let isOther = self.shape.map { $0.headings != shape.headings } ?? false
      self.shape = shape
      if isOther, !request.choices.columns.isEmpty {
        // What was said of a column by its place holds of no other column.
        request.choices.columns = [:]
        return ask(.columns)
      }
      request.choices = shape.choices
      request.print = shape.print
      stage = .columns
      columns = ListSelection(count: shape.columns.count, index: isNew ? 0 : columns.index)
      isStale = true
      return []
    case .checked(let check):
      self.check = check
      isStale = false
      problems = ListSelection(count: SheetProblems(self).lines.count, index: 0)
      stage = check.problems.isEmpty ? .outcome : .problems
      if SheetProblems(self).isAllLeftOut { stage = .outcome }
      outcome.show(check)
      return []
    case .written(let check, let file):
      guard check.isWritten || check.count(of: .refused) == 0 else {
        // Somebody wrote meanwhile: what was looked at is not what would be written.
        self.check = check
        problems = ListSelection(count: SheetProblems(self).lines.count, index: 0)
        stage = .problems
        return [.warn(words("sheet.changedMeanwhile"))]
      }
      self.check = check
      refusedFile = file
      stage = .done
      return []
    case .changed:
      // What was decided holds as far as the columns are called the same; the person looks again.
      request.print = nil
      stage = .columns
      return [.warn(words("sheet.fileChanged"))] + ask(.columns)
    case .unread(let sentence, let fault):
      stage = .file
      path.fault = sentence
      choice = SheetChoice(fault, words)
      return []
    case .refused(.stopped): return [.say(words("sheet.stopped"))]
    case .refused(let refusal): return [.warn(RefusalText(words).sentence(refusal))]
    case .folder, .working: return []
    }
  }

  // MARK: Drawing

  package func draw(into frame: inout Frame, _ scene: Scene) {
    let region = scene.region
    frame.fill(region)
    drawSteps(into: &frame, scene)
    let body = body(scene)
    switch stage {
    case .file: path.draw(into: &frame, scene, in: body)
    case .columns: SheetColumns(self).draw(into: &frame, scene, in: body)
    case .problems: SheetProblems(self).draw(into: &frame, scene, in: body)
    case .outcome: outcome.draw(of: self, into: &frame, scene, in: body)
    case .done: SheetEnd(self).draw(into: &frame, scene, in: body)
    }
    if let choice { choice.picker.view.draw(into: &frame, in: body) }
    if asked != nil { drawWork(into: &frame, scene) }
  }

  /// What is done, what is being done and what comes: the steps with the one that one is at.
  private func drawSteps(into frame: inout Frame, _ scene: Scene) {
    let words = scene.words
    let line = scene.region.line(0)
    let title = " \(words("sheet.title", words("kind.\(kind.rawValue).plural")))   "
    var column = frame.put(title, at: line.origin, columns: line.columns, role: .heading)
    for step in Stage.allCases {
      let text = "\(step.rawValue + 1) \(words("sheet.step.\(step)"))"
      guard column + frame.width.columns(of: text) <= line.columns else { break }
      let role: Role = step == stage ? .accent : .muted
      column += frame.put(
        text, at: line.position(column: column), columns: line.columns - column, role: role)
      column += 2
    }
  }

  private func drawWork(into frame: inout Frame, _ scene: Scene) {
    let region = scene.region
    let rows = min(5, region.rows)
    let key = request.step == .write ? "sheet.writing" : "sheet.reading"
    let inside = Panel(title: scene.words(key)).draw(
      into: &frame,
      in: Region(
        row: region.row + region.rows - rows, column: region.column, rows: rows,
        columns: region.columns))
    let said = request.step == .write ? "sheet.writingHelp" : "sheet.readingHelp"
    frame.put(scene.words(said), at: inside.origin, columns: inside.columns)
    frame.cursor = inside.origin
    frame.showsCursor = false
    if let progress, inside.rows > 2 {
      WorkBar(progress: progress, words: scene.words).draw(into: &frame, in: inside.line(2))
    }
  }
}
