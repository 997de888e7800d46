/// What the list of the day needs, asked at once so that all of it is of one moment.
package struct TodayRequest: Hashable, Sendable {
  /// The first records of one list.
  package struct Part: Hashable, Sendable {
    package var section: TodaySection
    package var query: ListQuery
    package var count: Int
    package var fields: [String]

    package init(_ section: TodaySection, _ query: ListQuery, count: Int, fields: [String]) {
      self.section = section
      self.query = query
      self.count = count
      self.fields = fields
    }
  }

  package var parts: [Part]
  /// How many cases are worked on.
  package var caseload: ListQuery
  /// In whose cases others may have changed something.
  package var owners: [Link]
  /// What is read of those cases.
  package var newsFields: [String]
  /// What is to be read of it now.
  package var extent = Extent.everything

  package enum Extent: Hashable, Sendable {
    /// Of each section what is shown of it at first, until there are so many lines, and nothing else:
    /// what fills a screen.
    case first(Int)
    case everything
    /// Everything, as soon as nobody waits for anything else: what follows on the first.
    case rest
  }

  package init(parts: [Part], caseload: ListQuery, owners: [Link], newsFields: [String]) {
    self.parts = parts
    self.caseload = caseload
    self.owners = owners
    self.newsFields = newsFields
  }
}

/// What the store answers to a `TodayRequest`.
package struct TodayAnswer: Hashable, Sendable {
  /// For each part of the request that was read its records, and how many there are in all.
  package var pages: [Page]
  package var counts: [ListCount]
  /// Nil where only what fills a screen was read; what is missing is not known then.
  package var caseload: ListCount?
  package var news: News

  package init(
    pages: [Page], counts: [ListCount], caseload: ListCount? = nil, news: News = News()
  ) {
    self.pages = pages
    self.counts = counts
    self.caseload = caseload
    self.news = news
  }
}

/// What others changed in somebody's cases since they last looked.
package struct News: Hashable, Sendable {
  /// One case and what happened to it.
  package struct Item: Hashable, Sendable {
    package var card: Card
    /// The latest change.
    package var latest: JournalEntry
    /// How many changes there were.
    package var count: Int

    package init(card: Card, latest: JournalEntry, count: Int) {
      self.card = card
      self.latest = latest
      self.count = count
    }
  }

  /// The case changed last comes first.
  package var items: [Item]
  /// False where there was more than is looked through.
  package var isWhole: Bool
  /// The last entry of the journal there was: up to it somebody has looked now.
  package var head: Int

  package init(items: [Item] = [], isWhole: Bool = true, head: Int = 0) {
    self.items = items
    self.isWhole = isWhole
    self.head = head
  }
}
