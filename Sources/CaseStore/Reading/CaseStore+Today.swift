package import Casework
import GRDB

extension CaseStore {
  /// What the list of the day needs, as it is at one moment.
  ///
  /// Each list is read along an index from its first day to its last: the cost follows what is due.
  package func today(_ request: TodayRequest) throws(Refusal) -> TodayAnswer {
    guard case .first(let lines) = request.extent else { return try wholeDay(request) }
    return try read { db in try firstLines(lines, of: request) }
  }

  /// Whether the viewer is told of what others have not seen: a supervisor, and any of staff where no
  /// supervisor is in service.
  package func isToldOfUnseen() throws(Refusal) -> Bool {
    guard case .coordinator(let id) = viewer else { return false }
    return try read { db in
      let ids = try Writing().supervisors(in: db)
      return ids.isEmpty || ids.contains(id.rawValue)
    }
  }

  /// Of each section what is shown of it at first.
  private func firstLines(
    _ lines: Int, of request: TodayRequest
  ) throws(Refusal) -> TodayAnswer {
    var answer = TodayAnswer(pages: [], counts: [])
    var left = lines
    var (section, read) = (TodaySection.overdue, 0)
    var uncounted: [Int] = []
    for part in request.parts {
      if part.section != section {
        // Its heading, and the line that says that there are more.
        left -= min(read, section.firstRows + 1) + (read > 0 ? 1 : 0)
        (section, read) = (part.section, 0)
        if left <= 0 || section.firstRows == 0 { break }
      }
      // One more than is shown tells whether there are more.
      let most = min(part.count, section.firstRows + 2 - (section.isByDay ? 0 : read))
      let page =
        most > 0
        ? try self.page(part.query, .first, count: most, fields: part.fields)
        : Page(cards: [], hasMoreAfter: true)
      read += page.cards.count
      if page.hasMoreAfter { uncounted.append(answer.pages.count) }
      answer.pages.append(page)
      answer.counts.append(ListCount(page.cards.count))
    }
    let counts = try counts(uncounted.map { request.parts[$0].query })
    for (index, count) in zip(uncounted, counts) { answer.counts[index] = count }
    return answer
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
