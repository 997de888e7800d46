import Casework
import GRDB

/// Which cases a step has touched so that their deadlines may have become others.
struct TouchedCases {
  private(set) var ids: Set<RecordID> = []

  /// The kinds whose records deadlines count from.
  private static let kinds: Set<RecordKind> = [
    .assignment, .checkIn, .consent, .contact, .document, .goal, .homestay, .ownDeadline,
    .placement, .procedure, .referral, .residence, .workPermission,
  ]

  /// The fields of a case that they depend on.
  private static let ofCase: Set<String> = [
    "status", "closedOn", "opened", "owner", "person", "resumeOn",
  ]

  private static let ofHost: Set<String> = ["approvalExpires", "stage", "suspendedOn"]

  /// Takes in a record that was added, changed or taken away.
  ///
  /// - Parameters:
  ///   - values: what it holds or held; of a change both states.
  ///   - changed: the fields that changed, nil for all.
  mutating func note(
    _ address: RecordAddress, _ values: [[String: FieldValue]], changed: Set<String>?,
    in db: Database
  ) throws {
    switch address.kind {
    case .case:
      if changed.map({ !$0.isDisjoint(with: Self.ofCase) }) ?? true { ids.insert(address.id) }
    case .host:
      guard changed.map({ !$0.isDisjoint(with: Self.ofHost) }) ?? false else { return }
      try note("SELECT DISTINCT \"case\" FROM homestay WHERE host = ?", address.id, in: db)
    case .company:
      // A consent names a company by its name.
      guard changed?.contains("name") ?? false else { return }
      try note("SELECT DISTINCT \"case\" FROM placement WHERE company = ?", address.id, in: db)
    case .blockedPair:
      // It holds for every case of the person.
      for id in values.compactMap({ $0["case"]?.link?.address.id }) {
        try note("SELECT other FROM samePerson WHERE \"case\" = ?", id, in: db)
      }
    case let kind where Self.kinds.contains(kind):
      ids.formUnion(values.compactMap { $0["case"]?.link?.address.id })
    default: break
    }
  }

  /// Takes in the cases that a statement finds for a record.
  private mutating func note(_ sql: String, _ id: RecordID, in db: Database) throws {
    let rows = try db.rows(Condition(sql: sql, arguments: [id.rawValue.databaseValue]))
    ids.formUnion(rows.compactMap { $0.number(at: 0).map(RecordID.init(_:)) })
  }
}

extension Step {
  /// Brings the deadlines of the cases touched up to date, once for all writes of the step.
  func settleDeadlines() throws {
    for id in touchedCases.ids.sorted() { try db.settleDeadlines(of: id) }
    touchedCases = TouchedCases()
  }
}
