import Casework

/// What a volunteer asks to be shown of a list.
struct Look: Hashable {
  let kind: RecordKind
  /// What is searched in it, keyed; empty for a list as it is.
  let searched: String
  let fields: [String]
}

/// What a volunteer was shown lately: to see the same again is the same look.
struct Looks {
  /// In seconds.
  static let lasting: Int64 = 600

  private var shown: [Look: (records: Set<RecordID>, at: Instant)] = [:]

  /// Whether all of it was shown, and written down, a short time ago.
  func hold(_ look: Look, _ records: some Sequence<RecordID>, at now: Instant) -> Bool {
    // How many there are is told with any look at them.
    let last =
      shown[look]
      ?? shown.first { other, _ in
        look.fields.isEmpty && (other.kind, other.searched) == (look.kind, look.searched)
      }?.value
    guard let last, now.rawValue - last.at.rawValue < Self.lasting else { return false }
    return last.records.isSuperset(of: records)
  }

  mutating func note(_ look: Look, _ records: some Sequence<RecordID>, at now: Instant) {
    shown = shown.filter { now.rawValue - $0.value.at.rawValue < Self.lasting }
    let known = shown[look]?.records ?? []
    // Counted from the first of them, so that nobody who goes on looking is written down but once.
    shown[look] = (known.union(records), shown[look]?.at ?? now)
  }
}
