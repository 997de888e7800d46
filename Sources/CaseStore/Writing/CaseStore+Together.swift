package import Casework

extension CaseStore {
  /// Several calls as one: all that they write, or nothing of it.
  package func together<T>(_ body: () throws -> T) throws(Refusal) -> T {
    try transaction { _ in (try body(), []) }
  }
}
