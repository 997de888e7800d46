package import Casework
package import Cells
package import Labels
internal import Widgets
internal import Wording

/// What was changed on both sides, where a copy comes home or two stores become one: whoever brings it
/// chooses field by field, one record after the other.
///
/// Nothing is written from here: what was decided goes to the store, as if it had been said on the
/// command line.
package struct Differences: Hashable, Sendable {
  package enum Outcome: Equatable, Sendable {
    /// The conflicts by their keys: in which the value here stays, and in which the other counts.
    case decided(here: [String], there: [String])
    /// Nothing was decided.
    case leave
  }

  private let records: [Link]
  private var choices: [ConflictChoice]
  private var current = 0
  private let language: LabelLanguage
  private var size: Size
  private var terminal: TerminalFacts
  private let wishes: LookWishes
  private let width: CellWidthBox

  package init(
    _ conflicts: [CarryReport.Conflict], size: Size, language: LabelLanguage, width: CellWidth,
    terminal: TerminalFacts, wishes: LookWishes = LookWishes()
  ) {
    let byRecord = Dictionary(grouping: conflicts, by: \.record)
    var seen: Set<Link> = []
    records = conflicts.map(\.record).filter { seen.insert($0).inserted }
    choices = records.map { record in
      ConflictChoice(
        record.address.kind, (byRecord[record] ?? []).map(\.values), version: 0, between: .stores)
    }
    self.size = size
    self.language = language
    self.terminal = terminal
    self.wishes = wishes
    self.width = CellWidthBox(width: width)
  }

  private var words: Words { Words(language) }

  /// Takes one event; says what somebody decided with it.
  package mutating func update(_ event: Event) -> Outcome? {
    switch event {
    case .key(let key): return press(InputMethodFold.key(key) ?? key)
    case .resize(let size): self.size = size
    case .found(let terminal): self.terminal = terminal
    case .ended: return .leave
    case .paste, .pasteTooLong, .tick, .resumed: break
    }
    return nil
  }

  private mutating func press(_ key: Key) -> Outcome? {
    guard choices.indices.contains(current) else { return .leave }
    switch choices[current].answer(key) {
    case .save where current + 1 < choices.count: current += 1
    case .save: return decided
    case .back where current > 0: current -= 1
    case .back: return .leave
    case nil: break
    }
    return nil
  }

  private var decided: Outcome {
    var (here, there): ([String], [String]) = ([], [])
    for (record, choice) in zip(records, choices) {
      for values in choice.conflicts {
        let key = CarryReport.Conflict(record, values).key
        if choice.theirs.contains(values.field) { here.append(key) } else { there.append(key) }
      }
    }
    return .decided(here: here, there: there)
  }

  /// The whole screen, a pure function of the state.
  package func draw() -> Frame {
    let look = Appearance(wishes, on: terminal, width: width.width)
    var frame = Frame(
      size: size, width: width.width, appearance: look, remembered: Remembered())
    guard choices.indices.contains(current) else { return frame }
    let place =
      choices.count > 1
      ? words("carry.place", String(current + 1), String(choices.count)) + "  " : ""
    choices[current].draw(
      into: &frame, in: Region(row: 0, column: 0, rows: size.rows, columns: size.columns),
      subject: place + ValueText(words).text(records[current]), words: words)
    return frame
  }
}
