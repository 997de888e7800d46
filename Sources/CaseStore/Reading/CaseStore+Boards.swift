import Casework
import GRDB

/// Boards: how many records stand in each stage, and those of the columns that are seen.
extension CaseStore {
  func board(_ request: BoardRequest) throws(Refusal) -> BoardRows {
    let kind = request.query.kind
    guard case .board(let board)? = RecordDescription.of(kind).picture else { throw .notFound }
    var rows = BoardRows()
    let columns = board.columns.map { request.column(of: $0, board) }
    let counted = try fewCounts(columns + [request.rest(board)])
    for (stage, count) in zip(board.columns, counted) { rows.counts[stage] = count }
    rows.ended = counted.last ?? ListCount(0)
    let shown = request.columns.filter { (rows.counts[$0]?.value ?? 0) > 0 }
    guard !shown.isEmpty else { return rows }
    var parts: [Condition] = []
    var select: CardSelect?
    for stage in shown {
      var list = try statement(of: request.column(of: stage, board))
      let columns = try list.select(board.fields(of: kind))
      parts.append(list.sql(columns.columns, limit: request.depth).nested)
      select = columns
    }
    guard let select else { return rows }
    let cards = try read { try $0.rows(.union(parts)).map(select.card) }
    for card in cards {
      if case .code(let stage) = card[board.field] { rows.cards[stage, default: []].append(card) }
    }
    return rows
  }

  /// How many records lists hold, each counted up to `BoardRows.mostCounted`, in one statement.
  private func fewCounts(_ queries: [ListQuery]) throws(Refusal) -> [ListCount] {
    var parts: [Condition] = []
    for query in queries {
      parts.append(try statement(of: query).count(limit: BoardRows.mostCounted).nested)
    }
    let statement = Condition.union(parts)
    return try read { db in
      try db.rows(statement).map {
        ListCount(found: Int($0.number(at: 0) ?? 0), limit: BoardRows.mostCounted)
      }
    }
  }
}

extension Condition {
  /// A statement with its own order and limit, as a part of another.
  fileprivate var nested: Condition {
    Condition(sql: "SELECT * FROM (\(sql))", arguments: arguments)
  }

  /// The rows of statements, one after the other.
  fileprivate static func union(_ parts: [Condition]) -> Condition {
    Condition(
      sql: parts.map(\.sql).joined(separator: " UNION ALL "),
      arguments: parts.flatMap(\.arguments))
  }
}

extension BoardRequest {
  private func narrowed(_ test: FieldFilter.Test, _ board: StageColumns) -> ListQuery {
    var query = query
    query.filters.removeAll { [board.field, RecordDescription.openField].contains($0.field) }
    query.filters.append(FieldFilter(board.field, test))
    query.sort = board.order.map { SortOrder(code: $0) }
    return query
  }

  /// The records of a stage, in the order of the board.
  fileprivate func column(of stage: String, _ board: StageColumns) -> ListQuery {
    narrowed(.equals(.code(stage)), board)
  }

  /// The records in stages that have no column.
  fileprivate func rest(_ board: StageColumns) -> ListQuery {
    var codes: [String] = []
    if case .choice(let all)? = RecordDescription.of(query.kind)[board.field]?.shape {
      codes = all.codes.filter { !board.columns.contains($0) }
    }
    return narrowed(.equals(.codes(codes)), board)
  }
}
