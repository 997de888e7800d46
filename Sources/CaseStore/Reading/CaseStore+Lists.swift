package import Casework
import GRDB

extension CaseStore {
  /// A piece of a list, its cards with the fields that a list shows.
  ///
  /// It is read along an index, whatever the size of the store.
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
    let list = try listing(of: query)
    return try page(list, fields, anchor, count: count, of: query)
  }

  /// A piece of a list that is told in SQL.
  func page(
    _ list: ListStatement, _ fields: [String], _ anchor: ListAnchor, count: Int
  ) throws(Refusal) -> Page {
    try page(Listing(list), fields, anchor, count: count, of: nil)
  }

  /// - Parameter query: what was asked for; nil for what volunteers do not ask.
  private func page(
    _ list: Listing, _ fields: [String], _ anchor: ListAnchor, count: Int, of query: ListQuery?
  ) throws(Refusal) -> Page {
    try require(query == nil ? .staff : .everybody)
    var list = list
    let select = try list.select(fields)
    func read(_ db: Database) throws -> Page {
      let reader = PageReader(db: db, list: list, select: select, count: max(0, count))
      var page = try reader.page(anchor)
      let guesses = try list.guesses(among: page.cards.map(\.address.id), in: db)
      if !guesses.isEmpty {
        for index in page.cards.indices {
          page.cards[index].isGuess = guesses.contains(page.cards[index].address.id)
        }
      }
      return page
    }
    guard let query else { return try self.read(read) }
    return try looked(query, fields, { $0.cards.map(\.address.id) }, read)
  }

  /// How many records a list holds.
  ///
  /// - Parameter limit: how many are counted at most; for what goes on beside the desk there is none.
  package func count(
    _ query: ListQuery, upTo limit: Int = ListCount.limit
  ) throws(Refusal) -> ListCount {
    let list = try listing(of: query)
    func count(_ db: Database) throws -> ListCount {
      let most = min(limit, .max - 1)
      return ListCount(found: try db.number(list.count(limit: most)), limit: most)
    }
    // How many a search finds tells something of who they are.
    guard query.isSearching else { return try read(for: .everybody, count) }
    return try looked(query, [], { _ in [] }, count)
  }

  /// Reads a whole list card by card, all of it as it is at one moment.
  ///
  /// - Parameter leaving: whether it leaves the house: what its kind holds back is not in it.
  /// - Throws: what `body` throws; `notPermitted` for a volunteer.
  package func forEach(
    _ query: ListQuery, fields: [String], leaving: Bool = false, _ body: (Card) throws -> Void
  ) throws {
    // What leaves the house is what was asked for, and no guess.
    var list = try listing(of: leaving ? query.literal : query)
    let select = try list.select(fields)
    var failure: (any Error)?
    toldRecords = []
    do {
      try read { db in
        for statement in list.statements(select.columns, from: nil, .forward) {
          // Not from the cache: `body` may ask the same of the store.
          let cursor = try Row.fetchCursor(
            db, sql: statement.sql, arguments: StatementArguments(statement.arguments))
          while let row = try cursor.next() {
            do {
              let card = try select.card(row)
              if try leaving && !db.mayLeave(card.address, today) { continue }
              try body(card)
              toldRecords.append(card.address.id)
            } catch {
              failure = error
              throw error
            }
          }
        }
      }
    } catch {
      throw failure ?? error
    }
  }

  /// Records of a kind to choose from: those that the words of `text` are found in, in the order of
  /// such a search; the first of the kind's list for an empty text.
  ///
  /// - Parameter about: the record they must refer to, where their kind refers to records of its kind.
  package func suggestions(
    _ kind: RecordKind, matching text: String, about: RecordAddress? = nil, limit: Int
  ) throws(Refusal) -> [Link] {
    var query = ListQuery(kind, search: text)
    if let about, let field = RecordDescription.of(kind).references(to: about.kind).first {
      query.filters.append(FieldFilter(field.name, .equals(.link(Link(about)))))
    }
    var list = try listing(of: query)
    let names = try list.selectLinks()
    return try looked(query, [Person.name(\.alias)], { $0.map(\.address.id) }) { db in
      var links = try db.rows(
        of: list, ["t.id"] + names.columns, from: nil, .forward, limit: limit
      ) { row in
        var index = 1
        let address = RecordAddress(kind, RecordID(row.number(at: 0) ?? 0))
        return names.link(address, row, at: &index, staff: viewer.isCoordinator)
      }
      let guesses = try list.guesses(among: links.map(\.address.id), in: db)
      for index in links.indices {
        links[index].isGuess = guesses.contains(links[index].address.id)
      }
      return links
    }
  }
}

extension CaseStore {
  /// A list as it is read: for a search without an order of its own what was meant most likely first.
  func listing(of query: ListQuery) throws(Refusal) -> Listing {
    let query = written(query)
    guard viewer.isCoordinator, query.sort == nil,
      let search = RankedSearch(
        SearchWord.all(of: query.search), of: query.kind, isLiteral: query.isLiteral),
      try numbered(query.search) == nil
    else {
      let (list, isByEar) = try sorted(query)
      return Listing(list, isByEar: isByEar)
    }
    let list = try ListStatement(query, for: viewer, today: today)
    return try read(for: .everybody) { db in
      // What page and count of a letter find is found once.
      let state = [
        db.totalChangesCount, Int(try db.row("PRAGMA data_version")?.number(at: 0) ?? 0),
      ]
      if let last = lastRanked, last.query == query, last.state == state {
        return Listing(list, last, by: search)
      }
      var whole = try search.found(many: manyHits ?? RankedSearch.many, in: db)
      if whole == nil, let few = try few(query, list, state, in: db) {
        whole = try search.found(many: .max, among: few, in: db)
      }
      let found = RankedSearch.Found(
        query: query, state: state, ids: whole?.ids, heard: whole?.heard ?? [])
      lastRanked = found
      return Listing(list, found, by: search)
    }
  }

  /// A list as whoever looks writes names.
  func written(_ query: ListQuery) -> ListQuery {
    var query = query
    query.names = names
    return query
  }

  /// The records of a list, whatever is searched in it; nil where they are more than a few.
  private func few(
    _ query: ListQuery, _ list: ListStatement, _ state: [Int], in db: Database
  ) throws -> [RecordID]? {
    var query = query
    query.search = ""
    query.searchedCodes = []
    if let last = lastSearched, last.query == query, last.state == state { return last.ids }
    let most = manyHits ?? RankedSearch.few
    let ids = try db.rows(list.all(["t.id"]).limited(to: most + 1)) { RecordID($0.integer(at: 0)) }
    let listed = RankedSearch.Found(
      query: query, state: state, ids: ids.count > most ? nil : ids)
    lastSearched = listed
    return listed.ids
  }

  /// A list in its order.
  ///
  /// Where the search box says the number of a record and nothing else, that record and what is
  /// about it are meant, and no other that happens to mention the number.
  ///
  /// Without guesses: a picture has no place to tell them.
  func statement(of query: ListQuery) throws(Refusal) -> ListStatement {
    try sorted(query.literal).list
  }

  private func sorted(
    _ query: ListQuery
  ) throws(Refusal) -> (list: ListStatement, isByEar: Bool) {
    let query = written(query)
    let words = SearchWord.all(of: query.search)
    var list = try ListStatement(query, for: viewer, today: today)
    guard viewer.isCoordinator, !words.isEmpty else { return (list, false) }
    if let meant = try numbered(query.search),
      let condition = Condition(meant, meantBy: list.source)
    {
      list.narrow(to: condition)
      return (list, false)
    }
    return try read(for: .everybody) { db in
      let search = try SortedSearch(words, of: query, in: db)
      return (try search.narrow(list, many: manyHits, in: db), search.isByEar)
    }
  }

  /// The record of a number; of a case that was merged the one that survives it.
  func numbered(_ text: String) throws(Refusal) -> RecordAddress? {
    let number = RecordNumber.normalised(text)
    guard let kind = RecordNumber.kind(of: number) ?? CaseNumber.kind(ofCode: number) else {
      return nil
    }
    let address: RecordAddress
    do throws(Refusal) {
      address = try find(kind, number)
    } catch {
      guard case .notFound = error else { throw error }
      return nil
    }
    guard RecordDescription.of(kind)[\Case.survivingCase] != nil else { return address }
    return try read(for: .everybody) { try $0.survivor(of: address) }
  }
}
