import Casework
import GRDB

/// Reads pages of one list.
struct PageReader {
  let db: Database
  let list: Listing
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

  private func ahead(from place: Listing.Place?) throws -> Page {
    var cards = try cards(from: place, .forward)
    let hasMore = cards.count > count
    cards = Array(cards.prefix(count))
    return Page(
      cards: cards, hasMoreBefore: try holds(.backward, of: cards.first, orAt: place),
      hasMoreAfter: hasMore)
  }

  private func back(from place: Listing.Place?) throws -> Page {
    var cards = try cards(from: place, .backward)
    let hasMore = cards.count > count
    cards = cards.prefix(count).reversed()
    return Page(
      cards: cards, hasMoreBefore: hasMore,
      hasMoreAfter: try holds(.forward, of: cards.last, orAt: place))
  }

  private func cards(
    from place: Listing.Place?, _ direction: ListStatement.Direction
  ) throws -> [Card] {
    try db.rows(
      of: list, select.columns, from: place, direction, limit: count + 1, select.card)
  }

  /// Whether the list goes on beyond the page, of which `edge` is the last card on that side.
  private func holds(
    _ direction: ListStatement.Direction, of edge: Card?, orAt start: Listing.Place?
  ) throws -> Bool {
    guard let start else { return false }
    var from = start
    if let edge { from = try place(of: edge.address.id) ?? start }
    from.at.isIncluded = edge == nil && !start.at.isIncluded
    return try !db.rows(of: list, ["1"], from: from, direction, limit: 1) { _ in true }.isEmpty
  }

  private func place(of id: RecordID, isIncluded: Bool = false) throws -> Listing.Place? {
    try list.place(of: id, isIncluded: isIncluded, in: db)
  }
}

extension Database {
  /// Makes something of each row of a list from a place on, at most so many.
  func rows<T>(
    of list: Listing, _ columns: [String], from place: Listing.Place?,
    _ direction: ListStatement.Direction, limit: Int, _ make: (RowBytes) throws -> T
  ) throws -> [T] {
    if let near = list.vicinity(columns, of: place, direction, limit: limit) {
      let found = try rows(near.found, make)
      if try found.count == limit || number(near.looked) < near.reach { return found }
    }
    var found: [T] = []
    for statement in list.statements(columns, from: place, direction) where found.count < limit {
      found += try rows(statement.limited(to: limit - found.count), make)
    }
    return found
  }
}
