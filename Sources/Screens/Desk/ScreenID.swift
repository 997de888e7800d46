package import Casework

/// A place of the desk that a key leads to.
package enum ScreenID: Hashable, Sendable {
  case today, cases, homestays, salons, jobs
  /// The numbers of a period.
  case reports
  /// What was done, by whom and when.
  case journal
  /// The same list and form over any other kind of record.
  case register(RecordKind)

  /// The screens of the bar, with their digits.
  package static let bar: [(key: String, screen: ScreenID)] = [
    ("1", .today), ("2", .cases), ("3", .homestays), ("4", .salons), ("5", .jobs),
    ("6", .reports), ("7", .journal),
  ]

  /// Those of a volunteer: their cases, and the gatherings at which they take the roll.
  static let volunteers: [ScreenID] = [.cases, .salons]

  /// The kind of record it lists; nil for Today, which has rows of several kinds, and for numbers.
  package var kind: RecordKind? {
    switch self {
    case .today, .reports, .journal: nil
    case .cases: .case
    case .homestays: .homestay
    case .salons: .salon
    case .jobs: .placement
    case .register(let kind): kind
    }
  }

  /// Where records of a kind are listed.
  package init(listing kind: RecordKind) {
    self = Self.bar.map(\.screen).first { $0.kind == kind } ?? .register(kind)
  }

  /// The second half of its label key `screen.<name>`.
  package var name: String {
    switch self {
    case .today: "today"
    case .cases: "cases"
    case .homestays: "homestays"
    case .salons: "salons"
    case .jobs: "jobs"
    case .reports: "reports"
    case .journal: "journal"
    case .register: "registers"
    }
  }

  /// What the list of the screen holds when it is opened; nil for Today, which is no such list.
  func query(for viewer: Viewer) -> ListQuery? {
    guard var query = kind.map({ ListQuery($0) }) else { return nil }
    switch (self, viewer) {
    case (.cases, .volunteer): query.sort = SortOrder(\Case.nextActionDue)
    // What is ended stands among what goes on only where somebody asks for it.
    case (_, .coordinator) where RecordDescription.of(query.kind).tellsEnds: query.filters = [.open]
    default: break
    }
    return query
  }
}
