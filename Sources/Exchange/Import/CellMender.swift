import Casework
import Synchronization

/// Does with cells that cannot be taken in what the person decided, and counts those that went to the
/// note.
struct CellMender: Sendable {
  enum Outcome {
    case value(FieldValue)
    /// The field stays empty; the text is kept or not.
    case empty(isKept: Bool)
  }

  private let mends: SheetMends
  private let kind: RecordKind
  private let kept: KeptCells

  init(_ mends: SheetMends, in kind: RecordKind, counting kept: KeptCells) {
    self.mends = mends
    self.kind = kind
    self.kept = kept
  }

  var isIdle: Bool { mends.isEmpty }

  /// What becomes of a cell, whatever is wrong with it; nil where nothing was decided of its text.
  func mended(_ name: String, _ shape: Shape, _ text: String, in row: Int) -> Outcome? {
    guard !mends.cells.isEmpty, let mend = mends[name, text.excerpt] else { return nil }
    return outcome(mend, name, shape, in: row)
  }

  /// What becomes of a cell that cannot be read; nil where nothing was decided, or it may not be.
  func mended(
    _ problem: FieldProblem, _ shape: Shape, _ text: String, in row: Int
  ) -> Outcome? {
    guard !isIdle else { return nil }
    let reason = SheetReason(problem)
    guard reason.isUnreadable, let mend = mends.mend(reason, text.excerpt),
      reason.ways(in: kind).contains(mend.way)
    else { return nil }
    return outcome(mend, problem.field, shape, in: row)
  }

  /// Counts a cell that goes to the note whatever was decided.
  func note(_ name: String, in row: Int) { kept.note(row, name) }

  private func outcome(_ mend: Mend, _ name: String, _ shape: Shape, in row: Int) -> Outcome? {
    switch mend {
    case .value(let code): return shape.value(code).map(Outcome.value)
    case .note:
      kept.note(row, name)
      return .empty(isKept: true)
    case .empty: return .empty(isKept: false)
    case .create, .leaveOut: return nil
    }
  }
}

/// The cells that went to the note; a sheet is read more than once, and each counts once.
package final class KeptCells: Sendable {
  private struct Cell: Hashable {
    let row: Int
    let field: String
  }

  private let cells = Mutex<Set<Cell>>([])

  package init() {}

  package var count: Int { cells.withLock { $0.count } }

  /// The rows they stand in.
  package var rows: [Int] { cells.withLock { Set($0.map(\.row)).sorted() } }

  func note(_ row: Int, _ field: String) {
    _ = cells.withLock { $0.insert(Cell(row: row, field: field)) }
  }
}

extension Shape {
  /// A code of a list as a value of the field.
  fileprivate func value(_ code: String) -> FieldValue? {
    switch self {
    case .choice: .code(code)
    case .choices: .codes([code])
    case .flag: .flag(code == "true")
    default: nil
    }
  }
}
