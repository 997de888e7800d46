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
  ///
  /// A later one may refer to a record that an earlier one makes, by `RecordAddress.made`.
  package func save(_ changes: [Change]) throws(Refusal) -> [Saved] {
    try write(for: .everybody) { step in
      var made: [RecordKind: RecordAddress] = [:]
      return try changes.map { change in
        let change = change.naming(made)
        let first = step.entries.count
        let address = try step.showing {
          try step.save(step.permitted(change))
        }
        if change.id == nil { made[change.kind] = address }
        var saved = try step.saved(address, link: step.db.link(address), entriesFrom: first)
        saved.touched = try step.touched(by: saved.entries) + step.beside
        step.beside = []
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

extension Change {
  /// With what an earlier change made in the place of what could not be named before.
  fileprivate func naming(_ made: [RecordKind: RecordAddress]) -> Change {
    var change = self
    change.values = values.mapValues { value in
      guard let link = value.link, link.address == .made(link.address.kind),
        let address = made[link.address.kind]
      else { return value }
      return .link(Link(address))
    }
    return change
  }
}
