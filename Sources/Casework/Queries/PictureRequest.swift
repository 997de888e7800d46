/// What a picture needs to be read, for the part of it that is seen.
package enum PictureRequest: Hashable, Sendable {
  /// The gatherings of the month that begins on a day.
  case month(CivilDate)
  case stays(StayRequest)
  case board(BoardRequest)
}

/// What a picture is drawn from.
package enum PictureRows: Hashable, Sendable {
  case month(SalonMonth)
  case stays(StayRows)
  case board(BoardRows)
}

/// Some hosts in the order of their names, and the days in which their stays are looked at.
package struct StayRequest: Hashable, Sendable {
  package var anchor: ListAnchor
  /// How many hosts at most.
  package var count: Int
  package var from: CivilDate
  package var days: Int

  package init(_ anchor: ListAnchor, count: Int, from: CivilDate, days: Int) {
    self.anchor = anchor
    self.count = count
    self.from = from
    self.days = days
  }

  package var last: CivilDate { from.adding(days: max(0, days - 1)) }

  /// The stages of hosts who take guests in, or did and may again.
  package static let stages: [HostStage] = [.approved, .hosting, .paused, .suspended]
  /// What is read of each host and of each stay.
  package static let hostFields = Host.names(
    \.name, \.stage, \.capacity, \.availableFrom, \.availableUntil, \.approvalExpires)
  package static let stayFields = Homestay.names(
    \.case, \.host, \.stage, \.stageSince, \.start, \.end, \.persons, \.isOpen)
}

package struct StayRows: Hashable, Sendable {
  package var hosts: Page
  /// The stays of these hosts within the days, but those that never came to be.
  package var stays: [Card]

  package init(hosts: Page = Page(cards: []), stays: [Card] = []) {
    self.hosts = hosts
    self.stays = stays
  }
}

/// Some columns of the board of placements.
package struct BoardRequest: Hashable, Sendable {
  /// The search and the filters of the list; the board sets the stage itself.
  package var query: ListQuery
  package var columns: [PlacementStage]
  /// How many cards of each column, those longest in it first.
  package var depth: Int

  package init(_ query: ListQuery, columns: [PlacementStage], depth: Int) {
    self.query = query
    self.columns = columns
    self.depth = depth
  }

  /// The stages that are columns: all on which work goes on.
  package static let stages = PlacementStage.path.filter { !$0.isEnd }
  /// What is read of each placement.
  package static let fields = Placement.names(
    \.case, \.company, \.job, \.occupation, \.stage, \.stageSince, \.on, \.owner, \.isOpen,
    \.pausedOn)
}

package struct BoardRows: Hashable, Sendable {
  package var cards: [PlacementStage: [Card]]
  /// Of every stage, counted up to `mostCounted`.
  package var counts: [PlacementStage: ListCount]
  /// The placements that have ended.
  package var ended: ListCount

  package static let mostCounted = 99

  package init(
    cards: [PlacementStage: [Card]] = [:], counts: [PlacementStage: ListCount] = [:],
    ended: ListCount = ListCount(0)
  ) {
    self.cards = cards
    self.counts = counts
    self.ended = ended
  }
}
