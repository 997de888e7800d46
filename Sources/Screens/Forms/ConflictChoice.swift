import Casework
import Cells
import Labels
import Widgets
import Wording

/// Fields that two people changed: the one who saves second, or who brings a copy home, chooses for each
/// whose value stays.
package struct ConflictChoice: Hashable, Sendable {
  package enum Answer: Hashable, Sendable {
    case save
    case back
  }

  /// Whose two changes met.
  enum Meeting: Hashable, Sendable {
    case people, stores
  }

  let kind: RecordKind
  let conflicts: [FieldConflict]
  /// The version the other person saved.
  let version: Int
  private let meeting: Meeting
  /// Fields whose other value is taken.
  private(set) var theirs: Set<String> = []
  private var selected = 0
  /// By which entry of the journal each field became what it is, as far as that was read.
  private var changes: [String: JournalEntry] = [:]

  init(
    _ kind: RecordKind, _ conflicts: [FieldConflict], version: Int,
    between meeting: Meeting = .people
  ) {
    self.kind = kind
    self.conflicts = conflicts
    self.version = version
    self.meeting = meeting
  }

  /// - Parameter history: of the record, latest first.
  mutating func tell(_ history: [JournalEntry]) {
    for conflict in conflicts {
      changes[conflict.field] = history.first { $0.after[conflict.field] == conflict.theirs }
    }
  }

  mutating func answer(_ key: Key) -> Answer? {
    guard let (action, step) = KeyMode.conflict.meaning(of: key) else { return nil }
    switch action {
    case .save: return .save
    case .leaveBox: return .back
    case .row: selected = max(0, min(selected + step, conflicts.count - 1))
    case .conflictSide: choose(theirs: step > 0)
    case .conflictSwitch: choose(theirs: !theirs.contains(conflicts[selected].field))
    default: break
    }
    return nil
  }

  private mutating func choose(theirs takes: Bool) {
    guard conflicts.indices.contains(selected) else { return }
    let field = conflicts[selected].field
    if takes { theirs.insert(field) } else { theirs.remove(field) }
  }

  /// Who saved the other value, when, and what stood there before.
  private func story(of field: String, _ shape: Shape, _ words: Words) -> String {
    guard let entry = changes[field] else { return "" }
    let texts = ValueText(words)
    let before = texts.shortText(entry.before[field] ?? .absent, of: shape)
    return "   "
      + words(
        "desk.conflictBy", entry.who.map(texts.name) ?? "", texts.text(entry.at),
        before.isEmpty ? words("desk.conflictEmpty") : before)
  }

  /// The labels of it.
  private var told: (both: String, mine: String, theirs: String, keys: String) {
    switch meeting {
    case .people:
      ("desk.conflict", "desk.conflictMine", "desk.conflictTheirs", "desk.conflictKeys")
    case .stores: ("carry.conflict", "carry.there", "carry.here", "carry.keys")
    }
  }

  func draw(into frame: inout Frame, in region: Region, subject: String, words: Words) {
    let rows = min(region.rows, conflicts.count * 3 + 5)
    let inside = Panel(title: subject).draw(
      into: &frame, in: Region(row: region.row, column: 0, rows: rows, columns: region.columns))
    frame.put(
      words(told.both), at: inside.origin, columns: inside.columns, role: .error)
    let texts = ValueText(words)
    let room = max(1, (inside.rows - 3) / 3)
    let first = max(0, selected - room + 1)
    for (line, conflict) in conflicts.dropFirst(first).prefix(room).enumerated() {
      let field = RecordDescription.of(kind)[conflict.field]
      let shape = field?.shape ?? .text
      let isSelected = first + line == selected
      let top = inside.position(row: 1 + line * 3)
      frame.put(
        field.map { texts.label(of: $0, in: kind) } ?? words("carry.whole"), at: top,
        columns: inside.columns, role: isSelected ? .selected : .heading)
      if isSelected { frame.cursor = top }
      let takes = theirs.contains(conflict.field)
      let both = [
        (words(told.mine), conflict.yours, !takes), (words(told.theirs), conflict.theirs, takes),
      ]
      for (row, (who, value, isTaken)) in both.enumerated() {
        let mark = isTaken ? "*" : " "
        let story = row == 1 ? story(of: conflict.field, shape, words) : ""
        // A record that was taken back on one side has no values.
        let said = field == nil ? who : "\(who): \(texts.shortText(value, of: shape))\(story)"
        frame.put(
          " \(mark) \(said)",
          at: Position(row: top.row + row + 1, column: top.column), columns: inside.columns,
          role: isTaken ? .plain : .muted)
      }
    }
    frame.put(
      words(told.keys), at: inside.position(row: inside.rows - 1),
      columns: inside.columns, role: .muted)
    frame.showsCursor = false
  }
}
