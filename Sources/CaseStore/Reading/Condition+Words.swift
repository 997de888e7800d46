import Casework
import GRDB

/// The words that narrow a list as conditions.
///
/// A list stays in its order, whatever its words ask: what they ask is looked at row by row on the
/// way, but for what an index holds together with the order.
extension Condition {
  /// - Throws: `problems` naming a word that means nothing of the kind, or nothing that the viewer
  ///   may see.
  static func words(
    of query: ListQuery, in source: inout Source, for viewer: Viewer, today: CivilDate
  ) throws(Refusal) -> [Condition] {
    var conditions: [Condition] = []
    for word in query.words {
      let filter = word.filter(
        of: query.kind, on: today, isForVolunteer: source.isForVolunteer)
      guard let filter else { throw .problems([FieldProblem(word.name, .notFound)]) }
      if let told = try told(filter.test, filter.field, in: source, for: viewer, today: today) {
        conditions.append(told)
        continue
      }
      guard let field = source.description[filter.field], source.maySee(field),
        !source.isForVolunteer || !filter.test.looksElsewhere
      else { throw .problems([FieldProblem(filter.field, .notFound)]) }
      conditions.append(try ofField(field, filter.test, order: query.order.field, in: &source))
    }
    return conditions
  }

  /// A test of a field, kept from every index that would leave the list to be sorted.
  private static func ofField(
    _ field: FieldFacts, _ test: FieldFilter.Test, order: String, in source: inout Source
  ) throws(Refusal) -> Condition {
    let column = source.column(field)
    let isTogether =
      if case .equals = test { field.uses.contains(.filter) } else { field.name == order }
    if isTogether, field.origin == .stored || field.origin == .derived {
      return try Condition(field, test, column: column)
    }
    let condition = try Condition(field, test, column: "+\(column)")
    return Condition(sql: "(\(condition.sql)) IS TRUE", arguments: condition.arguments)
  }

  /// That records of another kind lead here; nil for a test of a field.
  private static func told(
    _ test: FieldFilter.Test, _ field: String, in source: Source, for viewer: Viewer,
    today: CivilDate
  ) throws(Refusal) -> Condition? {
    switch test {
    case .told(let kind, let filters):
      guard !source.isForVolunteer else { throw .problems([FieldProblem(field, .notFound)]) }
      let statement = try ListStatement(
        ListQuery(kind, filters: filters), for: viewer, today: today)
      let found = statement.all(["t.\(quoted(field))"])
      return Condition(sql: "+t.id IN (\(found.sql))", arguments: found.arguments)
    case .not(let other):
      return try told(other, field, in: source, for: viewer, today: today).map {
        Condition(sql: "(\($0.sql)) IS NOT TRUE", arguments: $0.arguments)
      }
    default: return nil
    }
  }
}

extension FieldFilter.Test {
  /// Whether it asks for what is written in other records, which a volunteer may not know of.
  fileprivate var looksElsewhere: Bool {
    switch self {
    case .named, .told: true
    case .not(let test): test.looksElsewhere
    case .all(let tests): tests.contains(where: \.looksElsewhere)
    default: false
    }
  }
}
