import Casework

/// How the index of the search names a record: its kind above, its id below, so that the records of a
/// kind are one range, and so are all that are about a case.
enum SearchKey {
  private static let bits: Int64 = 40

  /// The kinds that are searched; those that are about a case are the last.
  static let kinds: [RecordKind] = {
    let searched = RecordKind.allCases.filter { !IndexPlan.of($0).search.isEmpty }
    return searched.filter { RecordDescription.of($0).aboutCase == nil }
      + searched.filter { RecordDescription.of($0).aboutCase != nil }
  }()

  private static let bases = Dictionary(
    uniqueKeysWithValues: kinds.enumerated().map { ($1, Int64($0 + 1) << bits) })

  /// What is added to the id of a record; nil for a kind that is not searched.
  static func base(of kind: RecordKind) -> Int64? { bases[kind] }

  static func of(_ address: RecordAddress) -> Int64? {
    base(of: address.kind).map { $0 + address.id.rawValue }
  }

  static func range(of kind: RecordKind) -> ClosedRange<Int64>? {
    base(of: kind).map { $0...($0 + 1 << bits - 1) }
  }

  /// All records that are about a case.
  static let aboutCases: ClosedRange<Int64> = {
    let ranges = kinds.filter { RecordDescription.of($0).aboutCase != nil }.compactMap(range)
    return (ranges.first?.lowerBound ?? 0)...(ranges.last?.upperBound ?? 0)
  }()
}
