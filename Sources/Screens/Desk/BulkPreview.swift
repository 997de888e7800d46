package import Casework
import Cells
import Labels
import Widgets
import Wording

/// What several records are about to get, row by row, before the person says yes.
package struct BulkPreview: Hashable, Sendable {
  /// From this many on, the number is typed and not a letter.
  static let many = 20

  package let previews: [ChangePreview]
  var view: LinesView
  /// The digits typed where there are many.
  var typed = ""
  /// Whether all of a merge has been on the screen.
  private var isRead = false

  init(_ previews: [ChangePreview], words: Words) {
    self.previews = previews
    view = LinesView(lines: previews.flatMap { Self.lines($0, words) })
  }

  /// Those that would be saved.
  var changes: [Change] { previews.filter { $0.refusal == nil }.map(\.change) }

  var mode: KeyMode { asksNumber ? .manyBulk : .bulk }

  private var asksNumber: Bool { changes.count > Self.many }

  private static func lines(_ preview: ChangePreview, _ words: Words) -> [LinesView.Line] {
    let name = ValueText(words).text(preview.link)
    if let refusal = preview.refusal {
      let reason = RefusalText(words).sentence(refusal, kind: preview.change.kind)
      return [.text("! \(name)  \(reason)", role: .warning)]
    }
    if preview.change.isMerge {
      let text = MergeText(words)
      return [.heading(text.heading(preview))]
        + text.telling(preview).map { .text("  \($0)", role: .warning) }
        + text.others(preview).map { .text("  \($0)") }
        + text.moves(preview).map { .text("  \($0)") }
    }
    let changes = preview.entries.flatMap(EntryText(words).changes)
    let touched = preview.touched.filter { !$0.whom.isEmpty }.map { touched in
      let whom = touched.whom.map(ValueText(words).text).joined(separator: words("list.separator"))
      return LinesView.Line.text("    \(words("desk.concerns", whom))", role: .warning)
    }
    return [.text("  \(name)  \(changes.joined(separator: "  "))")] + touched
  }

  /// The answer a key gives; nil where it gives none.
  ///
  /// A merge is confirmed only once all of it has been seen.
  private mutating func answer(_ key: Key, in region: Region, width: CellWidth) -> Bool? {
    let lines = Self.parts(of: region).lines
    defer { isRead = isRead || view.rowsBelow(in: lines, width: width) == 0 }
    guard let (action, step) = mode.meaning(of: key) else { return nil }
    switch action {
    case .yes where changes.contains(where: \.isMerge) && unread(in: region, width: width) > 0:
      view.scroll(.pageDown, in: lines, width: width)
    case .yes: return !changes.isEmpty
    case .no: return false
    case .sendNumber: return Int(typed) == changes.count
    case .delete: _ = typed.popLast()
    case .digit: typed += key.name
    default:
      if let step = action.listStep(step) { view.scroll(step, in: lines, width: width) }
    }
    return nil
  }

  /// How many rows of a merge nobody has seen yet.
  private func unread(in region: Region, width: CellWidth) -> Int {
    isRead ? 0 : view.rowsBelow(in: Self.parts(of: region).lines, width: width)
  }

  /// Answers yes, no or neither; a merge of two who differ is doubted first.
  mutating func press(_ key: Key, _ scene: Scene) -> [Deed] {
    guard let yes = answer(key, in: scene.region, width: scene.width) else { return [] }
    guard yes else { return [.close] }
    let text = MergeText(scene.words)
    let save = Deed.ask(.save(saves(scene)))
    guard let doubt = previews.compactMap(text.doubt).first else { return [.close, save] }
    return [
      .close,
      .show(
        .ask(doubt, yes: scene.words("merge.samePerson"), no: scene.words("desk.no"), save)),
    ]
  }

  /// What is saved after a look: a merge comes with a note of what differed.
  private func saves(_ scene: Scene) -> [Change] {
    previews.filter { $0.refusal == nil }.flatMap { one -> [Change] in
      let note = MergeText(scene.words).note(
        one, on: scene.today, staff: scene.surroundings.viewerLink)
      return (one.change.isMerge ? [note].compactMap(\.self) : []) + [one.change]
    }
  }

  func draw(into frame: inout Frame, in region: Region, words: Words) {
    let inside = Panel(title: words("desk.preview")).draw(into: &frame, in: region)
    let parts = Self.parts(of: region)
    view.draw(into: &frame, in: parts.lines, isFocused: false)
    let refused = previews.count - changes.count
    let sentence =
      previews.count == 1 && changes.contains(where: \.isMerge)
      ? words("merge.ask")
      : refused == 0
        ? words("desk.confirmSeveral", String(changes.count))
        : words("desk.confirmSome", String(changes.count), String(refused))
    frame.put(sentence, at: parts.question.origin, columns: inside.columns, role: .heading)
    var answers = "n \(words("desk.no"))"
    if asksNumber {
      answers = "\(words("desk.typeNumber", String(changes.count)))  \(answers)   \(typed)"
    } else if !changes.isEmpty {
      let isMerge = changes.contains(where: \.isMerge)
      let unread = isMerge ? unread(in: region, width: frame.width) : 0
      answers =
        unread > 0
        ? "\(words("desk.readOn", String(unread)))   \(answers)"
        : "y \(words("desk.yes"))   \(answers)"
    }
    let used = frame.put(
      answers, at: parts.question.position(row: 1), columns: inside.columns)
    frame.cursor = parts.question.position(row: 1, column: asksNumber ? used : 0)
    frame.showsCursor = asksNumber
  }

  /// The rows read, and the two of the question below them; both inside the box's lines.
  private static func parts(of region: Region) -> (lines: Region, question: Region) {
    let inside = region.inset(top: 1, left: 2, bottom: 1, right: 2)
    let rows = min(2, inside.rows)
    return (
      inside.inset(bottom: rows + 1), inside.inset(top: max(0, inside.rows - rows))
    )
  }
}
