import Casework
import Cells
import Widgets

/// Hosts down, days across, their stays as bars.
struct StayChart: PictureView {
  /// How many days are seen at once.
  enum Zoom: Int, CaseIterable, Sendable {
    case week = 7
    case month = 31
    case quarter = 91
  }

  /// Where the cursor goes in the rows that are read next.
  private enum Goal: Hashable {
    /// To the same lane of the same host.
    case host(RecordAddress, lane: Int)
    /// To the first lane below a host, or the last above one.
    case after(RecordAddress)
    case before(RecordAddress)
    case first, last
  }

  private(set) var night: CivilDate
  private(set) var zoom = Zoom.month
  private(set) var first: CivilDate
  private(set) var lanes: [StayLane] = []
  /// What tells hosts of the same name apart: where they live, else their number.
  private(set) var alike: [RecordAddress: String] = [:]
  private(set) var selection = ListSelection()
  private var rows = StayRows()
  private var anchor = ListAnchor.first
  private var goal: Goal?
  private let today: CivilDate

  init(_ today: CivilDate) {
    self.today = today
    night = today
    first = today.startOfWeek
  }

  static let mode = KeyMode(
    "stays",
    [
      ModeKey(.night, "l Right", or: "h Left"),
      ModeKey(.addStay, "n", hint: 2),
      ModeKey(.zoom, "+ ;", or: "-", hint: 2),
      ModeKey(.days, ">", or: "<", hint: 3),
      ModeKey(.nextStay, "Tab", or: "S-Tab", hint: 4),
      ModeKey(.today, "T", hint: 5),
    ])

  static func hostRows(in region: Region) -> Int { max(1, region.rows - 4) }

  func request(in region: Region) -> PictureRequest {
    .stays(
      StayRequest(anchor, count: Self.hostRows(in: region), from: first, days: zoom.rawValue))
  }

  mutating func take(_ rows: PictureRows) {
    guard case .stays(let rows) = rows else { return }
    let kept = lane.map { Goal.host($0.host.address, lane: $0.index) }
    self.rows = rows
    lanes = StayLane.lanes(of: rows.hosts.cards, rows.stays, today: today)
    alike = StayLane.alike(rows.hosts.cards)
    selection.count = lanes.count
    select(goal ?? kept)
    goal = nil
    // Too few before: from the first on, so that the window is full.
    if case .before = anchor, !rows.hosts.hasMoreBefore {
      goal = lane.map { .host($0.host.address, lane: $0.index) }
      anchor = .first
    }
  }

  mutating func select(_ address: RecordAddress) {
    for (row, lane) in lanes.enumerated() {
      guard let bar = lane.bars.first(where: { $0.card.address == address }) else { continue }
      selection.select(row)
      go(to: bar.first)
    }
  }

  private mutating func select(_ goal: Goal?) {
    let index: Int? =
      switch goal {
      case .host(let host, let lane):
        lanes.lastIndex { $0.host.address == host && $0.index <= lane }
      case .after(let host):
        lanes.lastIndex { $0.host.address == host }.map { min($0 + 1, lanes.count - 1) }
      case .before(let host):
        lanes.firstIndex { $0.host.address == host }.map { max(0, $0 - 1) } ?? lanes.count - 1
      case .first: 0
      case .last: lanes.count - 1
      case nil: nil
      }
    if let index { selection.select(index) }
  }

  /// The row of the cursor; nil where there is no host.
  var lane: StayLane? { lanes.indices.contains(selection.index) ? lanes[selection.index] : nil }
  var hasMore: (before: Bool, after: Bool) { (rows.hosts.hasMoreBefore, rows.hosts.hasMoreAfter) }

  var bar: StayBar? { lane?.bar(on: night) }
  var selected: Card? { bar?.card }

  var offered: [String: FieldValue] {
    guard let host = lane?.host else { return [:] }
    let name = if case .text(let name) = host[\Host.name] { name } else { "" }
    return [
      "host": .link(Link(host.address, number: host.number, title: name)), "start": .date(night),
    ]
  }

  var occupied: String? {
    (lane?.places(on: night, today: today) ?? 0) > 0 ? nil : "picture.notFree"
  }

  mutating func perform(
    _ action: ModeAction, _ step: Int, in region: Region, today: CivilDate
  ) -> PictureAnswer {
    switch action {
    case .night:
      go(to: night.adding(days: step * StayChart.scale(of: self, in: region).daysPerCell))
    case .days: turnPage(step)
    case .today: go(to: today)
    case .zoom: change(zoom: -step)
    case .nextStay: goToBar(after: step > 0)
    case .addStay: return .new
    default: break
    }
    return .moved
  }

  /// Goes to a night; where it is beyond an edge, the days follow by half of what is seen.
  private mutating func go(to night: CivilDate) {
    self.night = night
    let days = zoom.rawValue
    let offset = night.dayNumber - first.dayNumber
    guard !(0..<days ~= offset) else { return }
    let near =
      offset < 0 ? night.adding(days: -(days / 2)) : night.adding(days: days / 2 - days + 1)
    first = zoom == .week ? near : near.startOfWeek
  }

  private mutating func turnPage(_ step: Int) {
    let days = zoom == .month ? 28 : zoom.rawValue
    first = first.adding(days: step * days)
    night = night.adding(days: step * days)
  }

  private mutating func change(zoom step: Int) {
    let all = Zoom.allCases
    let index = (all.firstIndex(of: zoom) ?? 0) + step
    guard all.indices.contains(index) else { return }
    zoom = all[index]
    let before = min(zoom.rawValue / 3, 30)
    first = night.adding(days: -before).startOfWeek
    if zoom == .week { first = night.startOfWeek }
  }

  /// Goes to the next or the previous bar in the order in which one reads.
  private mutating func goToBar(after: Bool) {
    let end = first.adding(days: zoom.rawValue - 1)
    let bars = lanes.enumerated().flatMap { row, lane in
      lane.bars.map { (row: row, night: max($0.first, first)) }.filter { $0.night <= end }
    }
    let here = (selection.index, night)
    let found =
      after
      ? bars.filter { ($0.row, $0.night) > here }.min { ($0.row, $0.night) < ($1.row, $1.night) }
      : bars.filter { ($0.row, $0.night) < here }.max { ($0.row, $0.night) < ($1.row, $1.night) }
    guard let found else { return }
    selection.select(found.row)
    night = found.night
  }

  mutating func move(_ step: ListSelection.Step, in region: Region) {
    let before = selection.index
    let isUp = [.up, .pageUp, .halfPageUp].contains(step)
    switch step {
    case .first where hasMore.before:
      anchor = .first
      goal = .first
      return
    case .last where hasMore.after:
      anchor = .last
      goal = .last
      return
    default: selection.move(step, visibleRows: Self.hostRows(in: region))
    }
    guard selection.index == before, let host = lane?.host.address else { return }
    if isUp, hasMore.before {
      anchor = .before(host.id)
      goal = .before(host)
    } else if !isUp, hasMore.after {
      anchor = .from(host.id)
      goal = .after(host)
    }
  }
}

extension CivilDate {
  /// The Monday on or before the day.
  fileprivate var startOfWeek: CivilDate { adding(days: -((weekday + 6) % 7)) }
}
