import Casework
import GRDB

/// Who was found to be somebody else.
extension Database {
  /// The record that says of two cases that they are of two people; nil where none holds.
  func distinctPair(_ one: RecordID, _ other: RecordID) throws -> RecordAddress? {
    let ids = [one.rawValue, other.rawValue].map(\.databaseValue)
    return try rows(
      Condition(
        sql: """
          SELECT id FROM distinctpair WHERE "case" = ?1 AND other = ?2 AND isOpen
          UNION ALL SELECT id FROM distinctpair WHERE "case" = ?2 AND other = ?1 AND isOpen LIMIT 1
          """, arguments: ids)
    ).first?.number(at: 0).map { RecordAddress(.distinctPair, RecordID($0)) }
  }

  /// The persons who are known not to be this one, whichever of their cases it was said of.
  func personsApart(from person: RecordID) throws -> Set<RecordID> {
    let id = person.rawValue.databaseValue
    let rows = try rows(
      Condition(
        sql: """
          SELECT b.person FROM "case" AS a JOIN distinctpair AS p ON p."case" = a.id
            JOIN "case" AS b ON b.id = p.other WHERE a.person = ?1 AND p.isOpen
          UNION SELECT b.person FROM "case" AS a JOIN distinctpair AS p ON p.other = a.id
            JOIN "case" AS b ON b.id = p."case" WHERE a.person = ?1 AND p.isOpen
          """, arguments: [id]))
    return Set(rows.compactMap { $0.number(at: 0).map(RecordID.init(_:)) })
  }
}
