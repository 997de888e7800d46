import Casework
import Labels
import Wording

/// A stay as a bar: the nights it takes.
struct StayBar: Hashable, Sendable {
  /// How far a stay has come, by which its bar is filled.
  enum Fill: String, CaseIterable, Sendable {
    /// Nothing is certain yet: no bed is held.
    case tentative = "?"
    case planned = "-"
    case staying = "="
    case over = ":"
  }

  let card: Card
  let first: CivilDate
  /// The last night; nil for a stay without an end.
  let last: CivilDate?
  let fill: Fill

  /// Nil for a record that does not say when it begins.
  init?(_ card: Card, today: CivilDate) {
    guard case .date(let start) = card[\Homestay.start],
      let stage = StayStage(fieldValue: card[\Homestay.stage])
    else { return nil }
    self.card = card
    first = start
    fill =
      switch stage {
      case .inProgress, .extended: .staying
      case .ended, .endedEarly, .declined, .cancelled: .over
      case .confirmed: .planned
      case .proposed, .guestAgreed, .hostAgreed, .met: .tentative
      }
    guard case .date(let end) = card[\Homestay.end] else {
      last = nil
      return
    }
    // The day of leaving is no night; who is still there goes on staying.
    let planned = max(start, end.adding(days: -1))
    last = fill == .staying ? max(planned, today) : planned
  }

  var holdsBed: Bool { StayStage(fieldValue: card[\Homestay.stage])?.holdsBed ?? false }
  var persons: Int { if case .number(let number) = card[\Homestay.persons] { number } else { 1 } }

  func takes(_ night: CivilDate) -> Bool { first <= night && night <= last ?? night }

  func overlaps(_ other: StayBar) -> Bool {
    first <= other.last ?? first && other.first <= last ?? other.first
  }
}

/// One row of the chart: a host, or one more bed of theirs.
struct StayLane: Hashable, Sendable {
  let host: Card
  /// The lane among those of the host, from 0.
  let index: Int
  var bars: [StayBar] = []
  /// All stays of the host.
  var all: [StayBar] = []

  /// The lanes of hosts, each with a free one as long as there is room for one more guest.
  static func lanes(of hosts: [Card], _ stays: [Card], today: CivilDate) -> [StayLane] {
    let bars = stays.compactMap { StayBar($0, today: today) }
    let byHost = Dictionary(grouping: bars) { bar -> RecordAddress? in
      if case .link(let link) = bar.card[\Homestay.host] { link.address } else { nil }
    }
    return hosts.flatMap { host -> [StayLane] in
      let own = (byHost[host.address] ?? []).sorted {
        ($0.first, $0.card.address.id) < ($1.first, $1.card.address.id)
      }
      var lanes: [[StayBar]] = [[]]
      for bar in own {
        let free = lanes.firstIndex { lane in !lane.contains { $0.overlaps(bar) } }
        if let free { lanes[free].append(bar) } else { lanes.append([bar]) }
      }
      // A place that nobody holds is a lane of its own: one sees it free.
      let held = lanes.filter { $0.contains(where: \.holdsBed) }.reduce(0) { sum, lane in
        sum + (lane.filter(\.holdsBed).map(\.persons).max() ?? 0)
      }
      let unheld = lanes.count { !$0.contains(where: \.holdsBed) }
      let free = host.takesGuests ? min(Self.mostFree, host.places - held - unheld) : 0
      if free > 0 { lanes += Array(repeating: [], count: free) }
      return lanes.enumerated().map { StayLane(host: host, index: $0, bars: $1, all: own) }
    }
  }

  /// So many lanes without a stay are shown of one host at most.
  private static let mostFree = 4

  /// What tells hosts of the same name apart: the town where it is another for each, else the number.
  static func alike(_ hosts: [Card]) -> [RecordAddress: String] {
    let byName = Dictionary(grouping: hosts, by: \.hostName).filter { $0.value.count > 1 }
    var told: [RecordAddress: String] = [:]
    for hosts in byName.values {
      let towns = hosts.map { if case .text(let town) = $0[\Host.city] { town } else { "" } }
      let isTold = Set(towns).count == hosts.count && !towns.contains("")
      for (host, town) in zip(hosts, towns) { told[host.address] = isTold ? town : host.number }
    }
    return told
  }

  func name(_ words: Words) -> String {
    let title = ValueText(words).title(of: host)
    return title.isEmpty ? host.number : title
  }
  /// How many guests the host has room for; 0 where nobody said.
  var places: Int { host.places }

  /// Whether the host takes guests in now.
  var isOpen: Bool { host.takesGuests }

  func bar(on night: CivilDate) -> StayBar? { bars.first { $0.takes(night) } }

  /// How many more guests the host could take in a night: none outside the nights they offer, and
  /// none in a night that is over.
  func places(on night: CivilDate, today: CivilDate) -> Int {
    guard night >= today, host.offers(night) else { return 0 }
    let taken = all.filter { $0.holdsBed && $0.takes(night) }.reduce(0) { $0 + $1.persons }
    return max(0, host.places - taken)
  }
}

extension Card {
  fileprivate var hostName: String {
    if case .text(let name) = self[\Host.name] { name } else { number }
  }

  /// How many a host takes in at once; none where nobody said.
  fileprivate var places: Int {
    if case .number(let number) = self[\Host.capacity] { max(0, number) } else { 0 }
  }

  fileprivate var takesGuests: Bool {
    HostStage(fieldValue: self[\Host.stage])?.isApproved ?? false
  }

  /// Whether a host takes guests in, and in this night: approved then, within what they offer.
  fileprivate func offers(_ night: CivilDate) -> Bool {
    guard takesGuests else { return false }
    if case .date(let from) = self[\Host.availableFrom], night < from { return false }
    // The day up to which they offer nights is the morning of leaving.
    if case .date(let until) = self[\Host.availableUntil], night >= until { return false }
    guard case .date(let expires) = self[\Host.approvalExpires] else { return false }
    return night <= expires
  }
}
