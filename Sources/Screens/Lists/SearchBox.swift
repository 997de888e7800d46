internal import Casework
internal import Cells
internal import Labels
internal import Widgets
internal import Wording

/// The line in which one types what narrows a list, and how the word that is being typed may go on.
package struct SearchBox: Hashable, Sendable {
  private(set) var input: TextInput
  /// What the list was narrowed to before.
  private let before: String
  /// Whose words are offered; nil for Today, where lists of several kinds stand.
  private let kind: RecordKind?
  /// How the word under the cursor may go on.
  private(set) var completions: [FilterCompletion] = []
  private var selection = ListSelection()

  init(_ text: String, of kind: RecordKind?) {
    // A word begun is not meant to go on with what is there.
    input = TextInput(text)
    before = text
    self.kind = kind
  }

  var mode: KeyMode { completions.isEmpty ? .search : .filterWords }

  mutating func press(_ key: Key, _ scene: Scene) -> [Deed] {
    let meaning = mode.meaning(of: key)
    switch meaning?.action {
    case nil where !mode.isText(key): return []
    case .leaveSearch: return [.close, .search(before, isBack: true)]
    case .takeSearch: return leave(scene)
    case .completeWord: return complete(scene)
    case .row:
      selection.move(meaning?.step == 1 ? .down : .up, visibleRows: completions.count)
      return []
    default:
      let old = input.text
      _ = input.update(key)
      return input.text == old ? [] : typed(scene)
    }
  }

  mutating func paste(_ text: String, _ scene: Scene) -> [Deed] {
    input.paste(text)
    return typed(scene)
  }

  /// Narrows the list, says what was not understood, and looks how the word may go on.
  private mutating func typed(_ scene: Scene) -> [Deed] {
    let reader = kind.map(scene.filterReader(of:))
    let typed = String(input.text.prefix(input.insertionPoint))
    completions = reader?.completions(of: typed).found ?? []
    selection = ListSelection(count: completions.count)
    return [.search(input.text)] + say(problems(reader), scene)
  }

  private func problems(_ reader: FilterReader?) -> [FilterReader.Problem] {
    guard let reader, let kind else { return [] }
    return reader.read(input.text, into: ListQuery(kind)).problems
  }

  private func say(_ problems: [FilterReader.Problem], _ scene: Scene) -> [Deed] {
    let said = problems.map { $0.sentence(scene.words) }
    return said.isEmpty ? [] : [.say(said.joined(separator: " "))]
  }

  /// Goes back to the list; not while a word would be left out of what narrows it.
  private mutating func leave(_ scene: Scene) -> [Deed] {
    let problems = problems(kind.map(scene.filterReader(of:)))
    let leftOut = problems.filter(\.isLeftOut)
    guard leftOut.isEmpty else { return say(leftOut, scene) }
    return [.close] + say(problems, scene)
  }

  /// Puts the selected completion in the place of the word that is being typed.
  private mutating func complete(_ scene: Scene) -> [Deed] {
    guard let kind, completions.indices.contains(selection.index) else { return [] }
    let point = input.insertionPoint
    let start = scene.filterReader(of: kind)
      .completions(of: String(input.text.prefix(point))).start
    let chosen = completions[selection.index].text
    // A name goes on with what is asked of it.
    let isName = chosen.last.map { ":<>".contains($0) } ?? false
    let rest = input.text.dropFirst(point)
    let head = String(input.text.prefix(start)) + chosen + (isName || rest.first == " " ? "" : " ")
    input = TextInput(head + String(rest), insertionPoint: head.count)
    return typed(scene)
  }

  // MARK: Drawing

  /// In the place of the criteria, and the completions below.
  func draw(into frame: inout Frame, _ scene: Scene) {
    let region = scene.layout.criteria
    frame.fill(region)
    let used = frame.put(
      " \(scene.words("mode.filter")) / ", at: region.origin, role: .accent)
    if !completions.isEmpty { drawCompletions(into: &frame, scene, from: used) }
    input.draw(
      into: &frame,
      in: Region(
        row: region.row, column: used, rows: 1, columns: max(1, region.columns - used - 16)),
      role: .field, isFocused: true)
  }

  private func drawCompletions(into frame: inout Frame, _ scene: Scene, from column: Int) {
    let body = scene.layout.body
    let widest = completions.map { frame.width.columns(of: $0.label) }.max() ?? 0
    let columns = min(body.columns, max(24, widest + 6))
    let rows = min(completions.count, max(1, body.rows - 2))
    let inside = Panel(title: scene.words("keyMode.filterWords")).draw(
      into: &frame,
      in: Region(
        row: body.row, column: min(column, body.columns - columns), rows: rows + 2,
        columns: columns))
    let visible = selection.visible(rows: rows)
    for index in visible where completions.indices.contains(index) {
      let isSelected = index == selection.index
      let line = inside.line(index - visible.lowerBound)
      if isSelected { frame.put(frame.chrome.selected, at: line.origin, columns: 1) }
      frame.put(
        completions[index].label, at: line.position(column: 2), columns: line.columns - 2,
        role: isSelected ? .selected : .plain)
    }
  }
}
