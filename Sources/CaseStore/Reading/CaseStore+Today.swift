package import Casework
import GRDB

extension CaseStore {
  /// What the list of the day needs, as it is at one moment.
  ///
  /// Each list is read along an index from its first day to its last: the cost follows what is due.
  package func today(_ request: TodayRequest) throws(Refusal) -> TodayAnswer {
    guard case .first(let rows) = request.extent else { return try wholeDay(request) }
    return try read { db in
      var answer = TodayAnswer(pages: [], counts: [])
      var left = rows
      for part in request.parts where left > 0 {
        let page = try add(part, upTo: min(part.count, left), to: &answer)
        left -= page.cards.count
      }
      return answer
    }
  }

  private func wholeDay(_ request: TodayRequest) throws(Refusal) -> TodayAnswer {
    let looked = try lastLook()
    return try read { db in
      var answer = TodayAnswer(
        pages: [], counts: [], caseload: try count(request.caseload),
        news: try db.news(
          of: Set(request.owners.map(\.address.id)), since: looked, fields: request.newsFields,
          for: self))
      for part in request.parts { try add(part, upTo: part.count, to: &answer) }
      return answer
    }
  }

  @discardableResult
  private func add(
    _ part: TodayRequest.Part, upTo rows: Int, to answer: inout TodayAnswer
  ) throws(Refusal) -> Page {
    let page = try page(part.query, .first, count: rows, fields: part.fields)
    answer.pages.append(page)
    // A page that holds all of a list has counted it.
    answer.counts.append(
      page.hasMoreAfter ? try count(part.query) : ListCount(page.cards.count))
    return page
  }
}
