package import Casework
import GRDB

extension CaseStore {
  /// Everything the list of the day needs, as it is at one moment.
  ///
  /// Each list is read along an index from its first day to its last: the cost follows what is due.
  package func today(_ request: TodayRequest) throws(Refusal) -> TodayAnswer {
    let looked = try lastLook()
    return try read { db in
      TodayAnswer(
        pages: try request.parts.map {
          try page($0.query, .first, count: $0.count, fields: $0.fields)
        },
        counts: try request.parts.map { try count($0.query) },
        caseload: try count(request.caseload),
        news: try db.news(
          of: Set(request.owners.map(\.address.id)), since: looked, fields: request.newsFields,
          for: self))
    }
  }
}
