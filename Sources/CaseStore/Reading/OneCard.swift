import Casework
import GRDB

/// The card of one record with some fields, told in SQL.
///
/// For staff it is the same statement for every record of a kind, and it is told once.
struct OneCard: Sendable {
  private let select: CardSelect
  private let sql: String
  /// What stands before the id of the record.
  private let arguments: [DatabaseValue]

  private struct Question: Hashable {
    let kind: RecordKind
    let fields: [String]
  }

  private static let told = MadeOnce<Question, OneCard?>()

  /// - Throws: `notFound` for a kind that the viewer may not know of; `problems` naming fields that the
  ///   kind has not.
  static func told(
    _ kind: RecordKind, _ fields: [String], for viewer: Viewer, _ today: CivilDate
  ) throws(Refusal) -> OneCard {
    let isSame = viewer.isCoordinator && !RecordDescription.of(kind).access.isPrivate
    if isSame,
      let told = told.value(
        of: Question(kind: kind, fields: fields),
        { try? OneCard(kind, fields, for: viewer, today) })
    {
      return told
    }
    return try OneCard(kind, fields, for: viewer, today)
  }

  private init(
    _ kind: RecordKind, _ fields: [String], for viewer: Viewer, _ today: CivilDate
  ) throws(Refusal) {
    var source: Source
    do {
      source = try Source(kind, for: viewer, today: today)
    } catch {
      guard case .notPermitted = error else { throw error }
      throw .notFound
    }
    select = try CardSelect(fields, from: &source)
    sql = "SELECT \(select.columns.joined(separator: ", ")) FROM \(source.sql) WHERE t.id = ?"
    arguments = source.arguments
  }

  /// Nil for a record that the viewer may not know of.
  func card(of address: RecordAddress, in db: Database) throws -> Card? {
    let all = arguments + [address.id.rawValue.databaseValue]
    return try db.rows(Condition(sql: sql, arguments: all), select.card).first
  }
}
