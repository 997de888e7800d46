package import Casework
import GRDB

extension CaseStore {
  /// How many records each of several lists holds, counted up to `ListCount.limit`: one statement.
  package func counts(_ queries: [ListQuery]) throws(Refusal) -> [ListCount] {
    if !viewer.isCoordinator, queries.contains(where: \.isSearching) {
      var counts: [ListCount] = []
      for query in queries { counts.append(try count(query)) }
      return counts
    }
    var counts: [Condition] = []
    for query in queries { counts.append(try listing(of: query).count(limit: ListCount.limit)) }
    guard !counts.isEmpty else { return [] }
    let all = Condition(
      sql: "SELECT " + counts.map { "(\($0.sql))" }.joined(separator: ", "),
      arguments: counts.flatMap(\.arguments))
    return try read(for: .everybody) { db in
      let row = try db.rows(all).first
      return counts.indices.map { ListCount(found: Int(row?.number(at: $0) ?? 0)) }
    }
  }
}
