import Casework
import Fold
import GRDB

/// The latest persons of each name that many share, as far as one step has looked for them.
///
/// Each row of a sheet asks for those who are called as it says; of a common name they are hundreds, and
/// all but the row before's were looked at by that row already. What the step writes of persons is
/// noted here by `Step`.
final class Namesakes {
  /// How many persons of one name are looked at: the latest.
  static let most = 200
  /// Of fewer than these nothing is kept: most names of a sheet come once.
  private static let many = 16
  /// Of how many names at most.
  private static let mostNames = 256

  /// A person who is called so.
  struct Called {
    let id: RecordID
    let birth: BirthDate?
  }

  /// A person with the words of a name as a key.
  struct Keyed {
    let id: RecordID
    /// As `1990-03`; nil where the day of birth is not known.
    let month: String?
  }

  /// The oldest first.
  private var called: [String: [Called]] = [:]
  private var keyed: [String: [Keyed]] = [:]

  /// The persons of a name, the latest first.
  func called(_ name: String, in db: Database) throws -> ReversedCollection<ArraySlice<Called>> {
    let name = Fold.identity(name)
    if let known = called[name] { return known.suffix(Self.most).reversed() }
    let found = try db.rows(
      Condition(
        sql: """
          SELECT called.record, p.birthDate, p.birthDatePrecision
          FROM nameKey AS called CROSS JOIN person AS p ON p.id = called.record
          WHERE called.kind = ? AND called.folded = ? ORDER BY called.record DESC LIMIT ?
          """,
        arguments: [
          RecordKind.person.rawValue.databaseValue, name.databaseValue, Self.most.databaseValue,
        ])
    ) { row in
      let address = RecordAddress(.person, RecordID(row.integer(at: 0)))
      let birth = BirthDate(
        try row.day(at: 1, BirthDate.field, of: address),
        try row.choice(at: 2, BirthDate.precisionField, of: address))
      return Called(id: address.id, birth: birth)
    }
    let all = Array(found.reversed())
    Self.keep(all, as: name, in: &called)
    return all[...].reversed()
  }

  /// The persons of a key made of a name, the latest first.
  func keyed(_ key: String, in db: Database) throws -> ReversedCollection<ArraySlice<Keyed>> {
    if let known = keyed[key] { return known.suffix(Self.most).reversed() }
    let found = try db.rows(
      Condition(
        sql: """
          SELECT p.id, CASE ifnull(p.birthDatePrecision, 'exact')
            WHEN 'exact' THEN substr(p.birthDate, 1, 7) END
          FROM (SELECT person FROM duplicateKey WHERE key = ? ORDER BY person DESC LIMIT ?) AS latest
          CROSS JOIN person AS p ON p.id = latest.person
          """, arguments: [key.databaseValue, Self.most.databaseValue])
    ) { row in Keyed(id: RecordID(row.integer(at: 0)), month: row.text(at: 1)) }
    let all = Array(found.reversed())
    Self.keep(all, as: key, in: &keyed)
    return all[...].reversed()
  }

  private static func keep<Person>(
    _ persons: [Person], as name: String, in all: inout [String: [Person]]
  ) {
    guard persons.count >= many else { return }
    if all.count >= mostNames { all.removeAll() }
    all[name] = persons
  }

  // MARK: What is written

  /// Takes in a person who is new.
  ///
  /// - Parameter name: folded.
  func add(_ id: RecordID, called name: String, _ values: [String: FieldValue]) {
    Self.add(Called(id: id, birth: BirthDate(values)), to: &called[name]) { $0.id < id }
  }

  /// The same with a key.
  func add(_ id: RecordID, with key: DuplicateFacts.Key, of facts: DuplicateFacts) {
    guard key.isOfName, keyed[key.text] != nil else { return }
    Self.add(
      Keyed(id: id, month: facts.exactBirth.map(DuplicateFacts.month(of:))), to: &keyed[key.text]
    ) { $0.id < id }
  }

  private static func add<Person>(
    _ person: @autoclosure () -> Person, to persons: inout [Person]?,
    isAfter: (Person) -> Bool
  ) {
    guard let last = persons?.last else { return }
    // One that was taken away and is put back comes before others.
    guard isAfter(last) else { return persons = nil }
    persons?.append(person())
    if let count = persons?.count, count >= 2 * most { persons?.removeFirst(count - most) }
  }

  /// Forgets all, where one of them became another, or what was written is taken back.
  func forget() {
    if !called.isEmpty { called = [:] }
    if !keyed.isEmpty { keyed = [:] }
  }
}
