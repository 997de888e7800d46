package import Casework
import GRDB

extension CaseStore {
  /// What a picture is drawn from: a month, stays of some hosts, columns of a board, bars.
  ///
  /// Each is read along an index and no more of it than is seen, whatever the size of the store.
  /// - Throws: `notPermitted` for a volunteer; `notFound` where the kind has no such picture.
  package func picture(_ request: PictureRequest) throws(Refusal) -> PictureRows {
    try read { _ in
      switch request {
      case .month(let request): .month(try month(request))
      case .stays(let request): .stays(try stays(request))
      case .board(let request): .board(try board(request))
      case .bars(let request): .bars(try bars(request))
      }
    }
  }

  private func stays(_ request: StayRequest) throws(Refusal) -> StayRows {
    var list = try ListStatement(written(ListQuery(.host)), for: viewer, today: today)
    list.narrow(to: request.hosts)
    let hosts = try page(list, StayRequest.hostFields, request.anchor, count: request.count)
    var source = try Source(.homestay, for: viewer, today: today)
    let select = try CardSelect(StayRequest.stayFields, from: &source)
    let condition = request.stays(of: hosts.cards.map(\.address.id))
    let statement = Condition(
      sql: """
        SELECT \(select.columns.joined(separator: ", ")) FROM \(source.sql)
        WHERE \(condition.sql) LIMIT \(StayRequest.mostStays)
        """,
      arguments: condition.arguments)
    let stays = try read { try $0.rows(statement).map(select.card) }
    return StayRows(hosts: hosts, stays: stays)
  }
}

extension StayRequest {
  /// More stays than this of one page of hosts within a quarter are not shown.
  fileprivate static let mostStays = 1000

  /// The hosts who take guests in, and any other with a stay within the days.
  var hosts: Condition {
    let stages = Self.stages.codeList
    let within = Condition.within(self, "s")
    return Condition(
      sql: """
        (t.stage IN (\(stages))
        OR EXISTS (SELECT 1 FROM homestay AS s WHERE s.host = t.id AND \(within.sql)))
        """,
      arguments: within.arguments)
  }

  /// The stays of some hosts, told apart by host and start, without those that never came to be.
  func stays(of hosts: [RecordID]) -> Condition {
    let marks = hosts.map { _ in "?" }.joined(separator: ", ")
    return Condition(sql: "t.host IN (\(marks))", arguments: hosts.map(\.rawValue.databaseValue))
      .and(.within(self, "t"))
  }
}

extension Condition {
  /// The stay `s` touches the days and was not declined or cancelled.
  ///
  /// A stay in progress counts beyond its planned end.
  fileprivate static func within(_ request: StayRequest, _ s: String) -> Condition {
    Condition(
      sql: """
        \(s).start <= ? AND \(s).stage NOT IN ('declined', 'cancelled')
        AND (\(s)."end" IS NULL OR \(s)."end" >= ? OR \(s).stage IN ('in_progress', 'extended'))
        """,
      arguments: [request.last.description.databaseValue, request.from.description.databaseValue])
  }
}
