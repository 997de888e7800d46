import Casework
import GRDB

/// The cards of a kind that lead to one record by a reference, told in SQL.
///
/// A page asks for a dozen kinds of them; for staff it is the same statement for every record, and it
/// is told once.
struct CardsAround: Sendable {
  let select: CardSelect
  private let sql: String
  /// What stands before the id of the record and the limit.
  private let arguments: [DatabaseValue]

  /// Which of them are asked for.
  struct Question: Hashable, Sendable {
    let kind: RecordKind
    let reference: String
    /// By which field they come, latest first; nil for the kind's own order, and all their fields.
    let day: String?
  }

  private static let told = MadeOnce<Question, CardsAround?>()

  /// - Throws: as a list does.
  static func told(_ question: Question, for store: CaseStore) throws -> CardsAround {
    let isSame =
      store.viewer.isCoordinator && !RecordDescription.of(question.kind).access.isPrivate
    if isSame, let told = told.value(of: question, { try? CardsAround(question, for: store) }) {
      return told
    }
    return try CardsAround(question, for: store)
  }

  private init(_ question: Question, for store: CaseStore) throws {
    let description = RecordDescription.of(question.kind)
    guard case .reference(let target)? = description[question.reference]?.shape else {
      throw Refusal.problems([FieldProblem(question.reference, .notFound)])
    }
    // Any record in the place of the one asked for: its id is an argument.
    let one = Link(RecordAddress(target, RecordID(0)))
    let query = ListQuery(
      question.kind, filters: [FieldFilter(question.reference, .equals(.link(one)))],
      sort: question.day.map { SortOrder($0, descending: true) })
    var list = try ListStatement(query, for: store.viewer, today: store.today)
    select = try list.select(
      question.day == nil ? description.fields.map(\.name) : description.listFields)
    let told = list.sql(select.columns, limit: 0)
    sql = told.sql
    arguments = told.arguments.dropLast(2)
  }

  func cards(of address: RecordAddress, limit: Int, in db: Database) throws -> [Card] {
    let all = arguments + [address.id.rawValue.databaseValue, limit.databaseValue]
    return try db.rows(Condition(sql: sql, arguments: all), select.card)
  }
}
