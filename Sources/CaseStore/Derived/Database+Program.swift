import GRDB

/// Which program found last that it defines what a store keeps just as the store has it.
extension Database {
  private static let name = "program"

  /// Whether it was this very program, and nothing was made anew since.
  func isOfThisProgram() throws -> Bool {
    guard let now = try now() else { return false }
    return try row("SELECT revision FROM derived WHERE name = ?", Self.name.databaseValue)?
      .text(at: 0) == now
  }

  /// Notes that it is this one.
  ///
  /// Where that cannot be written the next opening finds out again.
  func noteThisProgram() {
    do {
      guard let now = try now() else { return }
      try wait(atMost: 0)
      defer { try? wait(atMost: StoreFile.patience) }
      try run(
        "INSERT OR REPLACE INTO derived (name, revision) VALUES (?, ?)",
        [Self.name.databaseValue, now.databaseValue])
    } catch {}
  }

  /// The program's file as it is and what the store has; nil where either cannot be told.
  private func now() throws -> String? {
    guard let file = Self.program else { return nil }
    let made = try rows(
      Condition(
        sql: "SELECT name, revision FROM derived WHERE name <> ? ORDER BY name",
        arguments: [Self.name.databaseValue]))
    return made.reduce(file) { "\($0) \($1.text(at: 0) ?? "") \($1.text(at: 1) ?? "")" }
  }

  private static let program = FileState("/proc/self/exe").map { file in
    "\(file.identity.inode) \(file.size) \(file.changed.seconds) \(file.changed.nanoseconds)"
  }
}
