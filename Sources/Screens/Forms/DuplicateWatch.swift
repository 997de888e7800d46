package import Casework
import Cells
import Labels
import Wording

/// Who may be the person that a form enters anew, shown below its fields.
package struct DuplicateWatch: Hashable, Sendable {
  /// What was asked last, by field.
  var asked: [String: FieldValue] = [:]
  package internal(set) var found: [Duplicate] = []
  /// Whether somebody said that it is another person all the same.
  var isAccepted = false

  var hasStrong: Bool { found.contains(where: \.match.isStrong) }

  /// The rows it takes from the fields of a form, found or not: fields never move.
  static func rows(of formRows: Int) -> Int { formRows < 8 ? 0 : formRows < 14 ? 1 : 3 }

  func draw(into frame: inout Frame, in region: Region, words: Words) {
    guard region.rows > 0, !found.isEmpty else { return }
    let title = words("desk.duplicates", String(found.count))
    let used = frame.put(
      " \(title) ", at: region.origin, columns: region.columns, role: .warning)
    let lines = found.map { DuplicateText(words).line($0) }
    if region.rows == 1 {
      frame.put(
        lines[0], at: region.position(row: 0, column: used + 1),
        columns: max(0, region.columns - used - 1))
    }
    for (row, line) in lines.prefix(region.rows - 1).enumerated() {
      frame.put(
        line, at: region.position(row: row + 1, column: 2), columns: region.columns - 2)
    }
  }
}
