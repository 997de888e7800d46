import CaseStore
import Casework

extension CommandStore {
  /// In 2026, whatever the year: its cases are called 2026-0001 and so on.
  private static let clock: @Sendable () -> Instant = { Instant(20_544 * 86_400) }

  /// Adds a record as somebody at the desk would have typed it: a sheet with such signs is refused.
  func type(_ kind: RecordKind, _ values: [String: FieldValue]) throws {
    let store = try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: Self.clock)
    _ = try store.save(Change(kind, values: values, command: "add"))
  }
}

extension FieldValue {
  /// A reference to the first record of a kind.
  static func first(_ kind: RecordKind) -> FieldValue {
    let address = RecordAddress(kind, RecordID(1))
    return .link(Link(address, number: address.number))
  }
}
