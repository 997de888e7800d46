internal import Casework
package import Cells
internal import Labels
internal import Widgets

/// What a typed line asks of the desk: the keys and commands that it stands for, one after the other.
///
/// A line is the number of a row, the name of a command or its keys, or, where text is typed, the
/// text. It means nothing beyond what the keys mean: what it stands for is given to the desk as they
/// are.
package struct LinearReader {
  /// What the desk is given.
  package enum Act: Hashable, Sendable {
    case event(Event)
    case command(CommandName)
  }

  /// One thing after the other; what depends on what came of the one before is found out then.
  enum Step: Hashable {
    case key(Key)
    case paste(String)
    case command(CommandName)
    /// Goes on only where text is typed by now: what was to be typed is no command.
    case ifTyping
    /// Goes to the row of a number.
    case row(Int)
    /// Takes the row one is at.
    case take
    /// Takes what is called so, or the only thing there is.
    case takeOnly(String)
    /// Keeps the row one is at, to be said with others.
    case note
    /// Keeps all that is on the page.
    case noteAll
    /// Keeps how lines are typed.
    case noteGuide
  }

  private var steps: [Step] = []
  private var noted: [String] = []
  private var message: String?

  package init() {}

  /// So many rows are said at once.
  private static let rowsAtOnce = 10

  /// Farther away no row is gone to by its number.
  private static let farthest = 2_000

  /// Takes a line; what it stands for is given out by `next`.
  package mutating func take(_ line: String, at desk: Desk) {
    (steps, noted, message) = ([], [], nil)
    if let read = LineMeaning(desk).steps(of: line) {
      steps = read
    } else {
      message = desk.words("linear.unknown", line.unspaced)
    }
  }

  /// What comes next; nil where all was done.
  package mutating func next(_ desk: Desk) -> Act? {
    while !steps.isEmpty {
      switch steps.removeFirst() {
      case .key(let key): return .event(.key(key))
      case .paste(let text): return .event(.paste(text))
      case .command(let name): return .command(name)
      case .ifTyping: if desk.mode?.takesText != true { steps = [] }
      case .row(let number): go(to: number, desk)
      case .take: steps.insert(.key(LineMeaning(desk).takingKey), at: 0)
      case .takeOnly(let text): takeOnly(text, desk)
      case .note: note(desk)
      case .noteAll: noted = LinearText(desk).all
      case .noteGuide:
        noted = desk.words("linear.guide").split(separator: "\n").map(String.init)
      }
    }
    return nil
  }

  /// Drops what is left, where something came between.
  package mutating func drop() { steps = [] }

  /// The lines that were asked for, and what is to be said beside; each is handed out once.
  package mutating func takeNoted() -> [String] {
    defer { noted = [] }
    return noted
  }

  package mutating func takeMessage() -> String? {
    defer { message = nil }
    return message
  }

  /// The steps that say the next rows.
  static func readRows(_ move: Step) -> [Step] {
    [Step.note] + (1..<rowsAtOnce).flatMap { _ in [move, Step.note] }
  }

  private mutating func note(_ desk: Desk) {
    let row = LinearText(desk).here
    // Below the last row there is no other.
    guard noted.last != row else { return steps = [] }
    noted.append(row)
  }

  private mutating func go(to number: Int, _ desk: Desk) {
    let text = LinearText(desk)
    let count = text.pickerView.map { text.selectable($0).count } ?? desk.countedRows
    guard let current = text.rowNumber, number > 0, number <= count,
      abs(number - current) <= Self.farthest
    else {
      message = desk.words("linear.noRow", String(number))
      return steps = []
    }
    let move = LineMeaning(desk).move(down: number > current)
    steps.insert(contentsOf: Array(repeating: move, count: abs(number - current)), at: 0)
  }

  private mutating func takeOnly(_ typed: String, _ desk: Desk) {
    let text = LinearText(desk)
    guard let view = text.pickerView else { return }
    let rows = text.selectable(view)
    let called = rows.indices.filter { view.items[rows[$0]].label.folded == typed.folded }
    if rows.count == 1 {
      steps.insert(.take, at: 0)
    } else if called.count == 1, let row = called.first {
      steps.insert(contentsOf: [.row(row + 1), .take], at: 0)
    } else {
      message = rows.isEmpty ? nil : desk.words("linear.found", String(rows.count))
      steps = []
    }
  }
}
