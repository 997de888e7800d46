import GRDB

/// The step of an import that is written in several transactions.
struct ImportStep {
  /// The sequence of its first entry.
  let step: Int64
  /// The sequence of its last entry so far.
  let last: Int64
  /// Whether more is to come, or it is being taken back.
  let isOpen: Bool
}

extension Database {
  func keep(_ import: ImportStep) throws {
    try run(
      """
      INSERT INTO importStep (step, last, isOpen) VALUES (?, ?, ?)
      ON CONFLICT (step) DO UPDATE SET last = excluded.last, isOpen = excluded.isOpen
      """,
      [
        `import`.step.databaseValue, `import`.last.databaseValue,
        (`import`.isOpen ? 1 : 0).databaseValue,
      ])
  }

  func forgetImport(_ step: Int64) throws {
    try run("DELETE FROM importStep WHERE step = ?", [step.databaseValue])
  }

  /// Nil for any other step, the entries of which stand together.
  func importStep(_ step: Int64) throws -> ImportStep? {
    try row("SELECT last, isOpen FROM importStep WHERE step = ?", step.databaseValue).map {
      ImportStep(step: step, last: $0.number(at: 0) ?? step, isOpen: $0.number(at: 1) == 1)
    }
  }

  /// Those that are being written, or were when somebody's process ended.
  func openImports() throws -> [Int64] {
    try rows(Condition(sql: "SELECT step FROM importStep WHERE isOpen = 1", arguments: []))
      .compactMap { $0.number(at: 0) }
  }
}
