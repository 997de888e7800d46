/// What would become of the rows of a sheet, or became of them.
package struct SheetCheck: Hashable, Sendable {
  package typealias Outcome = ImportReport.Outcome

  /// What became of rows; the words are `import.<rawValue>`.
  package enum Fate: String, CaseIterable, Sendable {
    case added, changed, unchanged, refused
  }

  package private(set) var counts: [Fate: Int] = [:]
  /// The first rows of each.
  package private(set) var rows: [Fate: [Outcome]] = [:]
  /// The first rows that may be about somebody who is there, without proof, and how many there are.
  package private(set) var possible: [Outcome] = []
  package private(set) var possibleCount = 0
  /// Where sheet and store differ, by field, and in how many rows.
  package private(set) var differences: [String: Int] = [:]
  package private(set) var differing: [String: [Outcome]] = [:]
  package let newStaff: [String]
  package let isWritten: Bool
  /// Why rows are refused.
  package var problems: [SheetProblemGroup]
  /// The refused rows, by their numbers, with what is wrong with each.
  package private(set) var refused: [Int: [FieldProblem]] = [:]
  /// How many cells went to the note that could not be read.
  package var keptCells = 0
  /// How many telephones were given the zero again that a spreadsheet had dropped.
  package var mendedPhones = 0

  /// So many rows of each are kept to be looked at.
  package static let mostRows = 200

  package init(_ report: ImportReport, problems: [SheetProblemGroup] = []) {
    newStaff = report.newStaff
    isWritten = report.isWritten
    self.problems = problems
    for outcome in report.rows {
      let fate = Fate(outcome.fate)
      counts[fate, default: 0] += 1
      if rows[fate, default: []].count < Self.mostRows { rows[fate, default: []].append(outcome) }
      if !outcome.possible.isEmpty {
        possibleCount += 1
        if possible.count < Self.mostRows { possible.append(outcome) }
      }
      for field in Set(outcome.differences.map(\.field)) {
        differences[field, default: 0] += 1
        if differing[field, default: []].count < Self.mostRows {
          differing[field, default: []].append(outcome)
        }
      }
      if case .refused(let problems) = outcome.fate {
        refused[outcome.number, default: []] += problems
      }
    }
  }

  package func count(of fate: Fate) -> Int { counts[fate] ?? 0 }
}

extension SheetCheck.Fate {
  fileprivate init(_ fate: ImportReport.Fate) {
    self =
      switch fate {
      case .added: .added
      case .changed: .changed
      case .unchanged: .unchanged
      case .refused: .refused
      }
  }
}

/// Rows that are refused for one reason in one column: mended once for all of them.
package struct SheetProblemGroup: Hashable, Sendable {
  /// A text of the column, in how many rows it stands, and the code that was probably meant.
  package struct Text: Hashable, Sendable {
    package var text: String
    package var rows: Int
    package var near: String?

    package init(_ text: String, rows: Int, near: String? = nil) {
      self.text = text
      self.rows = rows
      self.near = near
    }
  }

  package let reason: SheetReason
  /// What is said of the first of them.
  package let problem: FieldProblem
  package var rows = 0
  /// The first rows by their numbers.
  package var first: [Int] = []
  /// What stands in the cells, the most frequent first.
  package var texts: [Text] = []
  /// How many other texts there are.
  package var otherTexts = 0
  package let ways: [Mend.Way]

  package init(_ problem: FieldProblem, in kind: RecordKind) {
    self.problem = problem
    reason = SheetReason(problem)
    ways = reason.ways(in: kind)
  }
}
