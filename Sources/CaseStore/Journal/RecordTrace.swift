import Casework
import GRDB

/// What the journal tells of one record, small enough to be held for all records of a large store
/// at once: a sum over its fields instead of the fields.
struct RecordTrace {
  /// Over the fields that are not absent; equal for equal fields, in whatever order they came.
  var sum: UInt64 = 0
  /// Its version after the last entry that changed it, and the place of that entry.
  var version: Int64 = 0
  var last: Int64 = 0
  /// How many entries changed it without adding it or taking it away.
  var updates: Int64 = 0
  var exists = false
  /// Whether an entry of it was emptied: what it was like is then not known.
  var isEmptied = false

  /// What one field counts for.
  ///
  /// With the seed of the process, so that nobody can choose values that count the same.
  static func weight(_ field: String, _ value: DatabaseValue) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(field)
    hasher.combine(value)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}

/// The fields of a kind that the journal tells of.
struct JournaledFields {
  let names: Set<String>
  private let flags: Set<String>

  init(of kind: RecordKind) {
    let stored = Fields.of(kind).stored
    names = Set(stored.map(\.name))
    flags = Set(stored.filter { $0.shape == .flag }.map(\.name))
  }

  /// What a field counts for; nothing where it is absent, which a flag is that is not set.
  func weight(_ field: String, _ value: DatabaseValue) -> UInt64 {
    isAbsent(field, value) || !names.contains(field) ? 0 : RecordTrace.weight(field, value)
  }

  func isAbsent(_ field: String, _ value: DatabaseValue) -> Bool {
    value.isNull || flags.contains(field) && value == 0.databaseValue
  }

  static let all = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.filter { !RecordDescription.of($0).isMadeByStore }
      .map { ($0, JournaledFields(of: $0)) })

  /// Stored fields that a migration filled, from what the record said already, without an entry.
  static let filledByMigrations: [RecordKind: Set<String>] = [.placement: ["statusResult"]]
}
