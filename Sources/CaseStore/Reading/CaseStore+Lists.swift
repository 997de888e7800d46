package import Casework
import GRDB

extension CaseStore {
  /// A piece of a list, its cards with the fields that a list shows.
  ///
  /// It is read along an index, whatever the size of the store; only a search looks at the names of
  /// all.
  /// - Parameter count: how many records at most.
  /// - Throws: `problems` naming a field the kind has not or the viewer may not see; `notPermitted`
  ///   for a kind that volunteers may not read.
  package func page(_ query: ListQuery, _ anchor: ListAnchor, count: Int) throws(Refusal) -> Page {
    try page(
      query, anchor, count: count, fields: RecordDescription.of(query.kind).listFields)
  }

  /// A piece of a list, its cards with these fields.
  package func page(
    _ query: ListQuery, _ anchor: ListAnchor, count: Int, fields: [String]
  ) throws(Refusal) -> Page {
    try page(statement(of: query), fields, anchor, count: count)
  }

  /// A piece of a list that is told in SQL.
  func page(
    _ list: ListStatement, _ fields: [String], _ anchor: ListAnchor, count: Int
  ) throws(Refusal) -> Page {
    var list = list
    let select = try list.select(fields)
    return try read(for: .everybody) { db in
      let reader = PageReader(db: db, list: list, select: select, count: max(0, count))
      return try reader.page(anchor)
    }
  }

  /// How many records a list holds, counted up to `ListCount.limit`.
  package func count(_ query: ListQuery) throws(Refusal) -> ListCount {
    let list = try statement(of: query)
    return try read(for: .everybody) { db in
      let row = try db.rows(list.count(limit: ListCount.limit)).first
      let found = Int(row?.number(at: 0) ?? 0)
      return ListCount(min(found, ListCount.limit), isExact: found <= ListCount.limit)
    }
  }

  /// Reads a whole list card by card, all of it as it is at one moment.
  ///
  /// - Parameter leaving: whether it leaves the house: what its kind holds back is not in it.
  /// - Throws: what `body` throws; `notPermitted` for a volunteer.
  package func forEach(
    _ query: ListQuery, fields: [String], leaving: Bool = false, _ body: (Card) throws -> Void
  ) throws {
    var list = try statement(of: query)
    let select = try list.select(fields)
    let statement = list.sql(select.columns, limit: nil)
    var failure: (any Error)?
    do {
      try read { db in
        // Not from the cache: `body` may ask the same of the store.
        let cursor = try Row.fetchCursor(
          db, sql: statement.sql, arguments: StatementArguments(statement.arguments))
        while let row = try cursor.next() {
          do {
            let card = try select.card(row)
            if try leaving && !db.mayLeave(card.address, today) { continue }
            try body(card)
          } catch {
            failure = error
            throw error
          }
        }
      }
    } catch {
      throw failure ?? error
    }
  }

  /// Records of a kind to choose from: those that the words of `text` are found in, in the order of
  /// the kind's list; the first of all for an empty text.
  ///
  /// - Parameter about: the record they must refer to, where their kind refers to records of its kind.
  package func suggestions(
    _ kind: RecordKind, matching text: String, about: RecordAddress? = nil, limit: Int
  ) throws(Refusal) -> [Link] {
    var query = ListQuery(kind, search: text)
    if let about, let field = RecordDescription.of(kind).references(to: about.kind).first {
      query.filters.append(FieldFilter(field.name, .equals(.link(Link(about)))))
    }
    var list = try statement(of: query)
    let names = list.selectLinks()
    let statement = list.sql(["t.id"] + names.columns, limit: limit)
    return try read(for: .everybody) { db in
      try db.rows(statement).map { row in
        var index = 1
        let address = RecordAddress(kind, RecordID(row.number(at: 0) ?? 0))
        return names.link(address, row, at: &index, staff: viewer.isCoordinator)
      }
    }
  }
}

extension CaseStore {
  /// A list as SQL.
  ///
  /// Where the search box says the number of a record and nothing else, that record and what is
  /// about it are meant, and no other that happens to mention the number.
  func statement(of query: ListQuery) throws(Refusal) -> ListStatement {
    guard viewer.isCoordinator, let meant = try numbered(query.search) else {
      return try ListStatement(query, for: viewer, today: today)
    }
    var plain = query
    plain.search = ""
    var list = try ListStatement(plain, for: viewer, today: today)
    guard let condition = Condition(meant, meantBy: list.source) else {
      return try ListStatement(query, for: viewer, today: today)
    }
    list.narrow(to: condition)
    return list
  }

  /// The record of a number; of a case that was merged the one that survives it.
  private func numbered(_ text: String) throws(Refusal) -> RecordAddress? {
    let number = RecordNumber.normalised(text)
    guard let kind = RecordNumber.kind(of: number) else { return nil }
    let address: RecordAddress
    do throws(Refusal) {
      address = try find(kind, number)
    } catch {
      guard case .notFound = error else { throw error }
      return nil
    }
    guard RecordDescription.of(kind)[\Case.survivingCase] != nil else { return address }
    return try read(for: .everybody) { db in
      var seen: Set<RecordID> = []
      var id = address.id
      while seen.insert(id).inserted,
        let row = try db.row(
          "SELECT survivingCase FROM \"case\" WHERE id = ? AND status = ?",
          id.rawValue.databaseValue, CaseStatus.duplicate.rawValue.databaseValue),
        let next = row.number(at: 0)
      {
        id = RecordID(next)
      }
      return RecordAddress(.case, id)
    }
  }
}

/// Reads pages of one list.
private struct PageReader {
  let db: Database
  let list: ListStatement
  let select: CardSelect
  let count: Int

  func page(_ anchor: ListAnchor) throws -> Page {
    switch anchor {
    case .first: try ahead(from: nil)
    case .last: try back(from: nil)
    case .after(let id): try ahead(from: place(of: id))
    case .before(let id): try back(from: place(of: id))
    case .from(let id): try ahead(from: place(of: id, isIncluded: true))
    }
  }

  private func ahead(from place: ListStatement.Place?) throws -> Page {
    var cards = try cards(from: place, .forward)
    let hasMore = cards.count > count
    cards = Array(cards.prefix(count))
    return Page(
      cards: cards, hasMoreBefore: try holds(.backward, of: cards.first, orAt: place),
      hasMoreAfter: hasMore)
  }

  private func back(from place: ListStatement.Place?) throws -> Page {
    var cards = try cards(from: place, .backward)
    let hasMore = cards.count > count
    cards = cards.prefix(count).reversed()
    return Page(
      cards: cards, hasMoreBefore: hasMore,
      hasMoreAfter: try holds(.forward, of: cards.last, orAt: place))
  }

  private func cards(
    from place: ListStatement.Place?, _ direction: ListStatement.Direction
  ) throws -> [Card] {
    try db.rows(list.sql(select.columns, from: place, direction, limit: count + 1))
      .map(select.card)
  }

  /// Whether the list goes on beyond the page, of which `edge` is the last card on that side.
  private func holds(
    _ direction: ListStatement.Direction, of edge: Card?, orAt start: ListStatement.Place?
  ) throws -> Bool {
    guard let start else { return false }
    var from = start
    if let edge { from = try place(of: edge.address.id) ?? start }
    from.isIncluded = edge == nil && !start.isIncluded
    return try !db.rows(list.sql(["1"], from: from, direction, limit: 1)).isEmpty
  }

  private func place(of id: RecordID, isIncluded: Bool = false) throws -> ListStatement.Place? {
    try db.rows(list.place(of: id)).first.map {
      ListStatement.Place(key: $0[0], id: id, isIncluded: isIncluded)
    }
  }
}
