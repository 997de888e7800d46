package import Casework
import GRDB

extension CaseStore {
  /// Saves one change as a step of its own.
  ///
  /// A change that changes nothing writes nothing. Fields that others changed since are kept where
  /// the change does not name them.
  /// - Throws: `conflict` where both changed a field; `problems` where a rule stands against it.
  package func save(_ change: Change) throws(Refusal) -> Saved {
    guard let saved = try save([change]).first else { throw .notFound }
    return saved
  }

  /// Saves changes in their order, as one step: all of them or none.
  package func save(_ changes: [Change]) throws(Refusal) -> [Saved] {
    try write(for: .everybody) { step in
      try changes.map { change in
        let first = step.entries.count
        let address = try step.showing {
          try step.permit(change, by: access)
          return try step.save(change)
        }
        var saved = try step.saved(address, link: step.db.link(address), entriesFrom: first)
        saved.touched = try step.touched(by: saved.entries)
        return try step.shown(saved)
      }
    }
  }
}

extension Step {
  /// - Parameter link: by which the record is called; nil for its address alone.
  func saved(
    _ address: RecordAddress, link: Link? = nil, entriesFrom first: Int
  ) throws -> Saved {
    Saved(
      link: link ?? Link(address), version: try versions[address] ?? version(of: address),
      step: number,
      entries: Array(entries.dropFirst(first)))
  }

  private func version(of address: RecordAddress) throws -> Int {
    let id = address.id.rawValue.databaseValue
    let row = try db.row("SELECT version FROM \(address.kind.table) WHERE id = ?", id)
    return Int(row?.number(at: 0) ?? 0)
  }
}
