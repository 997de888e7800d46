import Casework
import GRDB

/// Which cases a step has touched so that their deadlines may have become others.
struct TouchedCases {
  var ids = Trail<RecordID>()

  /// Takes in a record that was added, changed or taken away.
  ///
  /// - Parameters:
  ///   - values: what it holds or held; of a change both states.
  ///   - changed: the fields that changed, nil for all.
  mutating func note(
    _ address: RecordAddress, _ values: [[String: FieldValue]], changed: Set<String>?,
    in db: Database
  ) throws {
    let itsCases = values.compactMap { $0.aboutCase?.address.id }
    switch RecordDescription.of(address.kind).feedsDeadlines {
    case .none: break
    case .ofItself(let fields):
      if changed.map({ !$0.isDisjoint(with: fields) }) ?? true { ids.insert(address.id) }
    case .ofItsCases(let fields):
      // Nobody refers to what is new or is taken away.
      guard let changed, !changed.isDisjoint(with: fields) else { return }
      try note("SELECT id FROM \"case\" WHERE person = ?", address.id, in: db)
    case .ofOwnedCases(let fields):
      guard changed.map({ !$0.isDisjoint(with: fields) }) ?? true else { return }
      try note("SELECT id FROM \"case\" WHERE owner = ?", address.id, in: db)
    case .ofAllCases: try note("SELECT id FROM \"case\"", nil, in: db)
    case .ofItsCase: for id in itsCases { ids.insert(id) }
    case .ofEveryCase:
      for id in itsCases {
        try note("SELECT other FROM samePerson WHERE \"case\" = ?", id, in: db)
      }
    case .ofCases(let kind, let reference, let fields):
      guard let changed, !changed.isDisjoint(with: fields) else { return }
      let sql = "SELECT DISTINCT \"case\" FROM \(kind.table) WHERE \(quoted(reference)) = ?"
      try note(sql, address.id, in: db)
    }
  }

  /// Takes in the cases that a statement finds, for a record where it asks for one.
  private mutating func note(_ sql: String, _ id: RecordID?, in db: Database) throws {
    let arguments = id.map { [$0.rawValue.databaseValue] } ?? []
    let found = try db.rows(Condition(sql: sql, arguments: arguments)) { $0.number(at: 0) }
    for case let id? in found { ids.insert(RecordID(id)) }
  }
}
