/// What a picture needs to be read, for the part of it that is seen.
package enum PictureRequest: Hashable, Sendable {
  case month(MonthRequest)
  case stays(StayRequest)
  case board(BoardRequest)
  case bars(BarRequest)
}

/// What a picture is drawn from.
package enum PictureRows: Hashable, Sendable {
  case month(MonthRows)
  case stays(StayRows)
  case board(BoardRows)
  case bars(BarRows)
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
    \.name, \.stage, \.city, \.capacity, \.availableFrom, \.availableUntil, \.approvalExpires)
  package static let stayFields = Homestay.names(
    \.case, \.host, \.stage, \.stageSince, \.start, \.end, \.persons, \.isOpen,
    \.guestAgreedOn, \.hostAgreedOn)
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
