import Casework

/// A host family as the stays need to know it, with what is promised of its beds.
struct HostFamily {
  var draft: Draft<Host>
  /// How it stands today.
  let stage: HostStage
  /// What happens to it after its approval; told once all stays are known.
  private(set) var events: [Event] = []
  private(set) var bookings: [StayBooking] = []
  /// The approvals: from the day after the one on which each is told.
  private var approvals: [(told: Int, until: Int)] = []
  /// The day on which it takes no more guests; nil where it goes on.
  private var closes: Int?

  /// Something after the approval.
  struct Event {
    let day: Int
    let change: Change
    /// A record that comes first on that day.
    var after: RecordID?

    enum Change {
      case approved(until: CivilDate)
      case hosting
      case suspended
      case cleared
      case reached(HostStage)
    }
  }

  init(draft: Draft<Host>, stage: HostStage) {
    self.draft = draft
    self.stage = stage
  }

  mutating func note(_ event: Event) {
    events.append(event)
    switch event.change {
    case .approved(let until): approvals.append((event.day, until.dayNumber))
    case .reached: closes = min(closes ?? event.day, event.day)
    case .hosting, .suspended, .cleared: break
    }
  }

  mutating func noteApproval(on day: Int, until: CivilDate) {
    approvals.append((day, until.dayNumber))
  }

  /// Whether it was ever approved.
  var isApprovedOnce: Bool { !approvals.isEmpty }

  mutating func take(_ booking: StayBooking) { bookings.append(booking) }

  /// Who ended a stay for safety is suspended by it, and approved again once the concern is cleared.
  ///
  /// - Parameters:
  ///   - stay: the stay that ended.
  ///   - last: the last day of which something is told.
  mutating func raise(_ concern: ClosedRange<Int>, after stay: RecordID, last: Int) {
    note(Event(day: concern.lowerBound, change: .suspended, after: stay))
    if concern.upperBound <= last { note(Event(day: concern.upperBound, change: .cleared)) }
  }

  /// How many stays took its nights.
  var guestCount: Int { bookings.count(where: \.holdsBed) }

  /// Whether no rule stands against the stay here.
  func canTake(_ stay: StayBooking) -> Bool {
    let persons = bookings.filter(\.holdsBed).map { (nights: $0.nights, persons: 1) }
    let isFull = stay.nights.bedsTaken(by: persons) >= draft.now.capacity ?? 0
    let isOpen = closes.map { $0 > stay.span.upperBound } ?? true
    return isOpen && !isFull && !concerns.contains { $0.overlaps(stay.span) }
      && stay.approvals.allSatisfy { isApproved(for: $0.night, asOf: $0.day) }
      && stay.concern.map(isQuiet) ?? true
  }

  /// Whether no other guest is there in any of its nights.
  func isFree(_ stay: StayBooking) -> Bool {
    !bookings.contains { $0.holdsBed && $0.nights.overlap(stay.nights) }
  }

  /// The days on which concerns are looked into.
  private var concerns: [ClosedRange<Int>] { bookings.compactMap(\.concern) }

  /// Whether a concern can be looked into on these days: nothing else happens, and the family is
  /// approved at the end of them.
  private func isQuiet(_ days: ClosedRange<Int>) -> Bool {
    stage != .hosting && !bookings.contains { $0.span.overlaps(days) }
      && !events.contains { days.contains($0.day) }
      && (closes.map { $0 > days.upperBound } ?? true)
      && isApproved(for: days.upperBound, asOf: days.upperBound)
  }

  /// Whether on a day, before anything else happens on it, the family is approved for a night.
  private func isApproved(for night: Int, asOf day: Int) -> Bool {
    approvals.last { $0.told < day }.map { $0.until >= night } ?? false
  }
}

/// What a stay asks of its host, on which days.
struct StayBooking {
  let nights: Nights
  /// The days on which anything of it happens: from the first that is told to the last night.
  let span: ClosedRange<Int>
  /// Whether it comes to hold a bed or still may.
  let holdsBed: Bool
  /// The nights for which the host must be approved, as it stands on a day.
  let approvals: [(day: Int, night: Int)]
  /// The days on which a concern is looked into that it ends with.
  let concern: ClosedRange<Int>?
}
