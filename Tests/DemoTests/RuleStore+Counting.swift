import Casework

extension RuleStore {
  /// The records of a kind, in the order in which they were added.
  func all<R: Record>(_ record: R.Type) -> [R] {
    records.filter { $0.key.kind == R.kind }.sorted { $0.key.id < $1.key.id }
      .map { R(values: $0.value) }
  }

  /// The codes of a choice that no record of a kind has in a field, now or before.
  func missing<R: Record, C: Choice>(_ choice: C.Type, in path: KeyPath<R, C>) -> [C] {
    let there = Set(all(R.self).map { $0[keyPath: path] })
    return C.allCases.filter { !there.contains($0) }
  }
}
