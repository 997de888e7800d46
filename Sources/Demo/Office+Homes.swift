import Casework

/// Which family takes a guest in.
extension Office {
  /// What a stay asks of its host.
  ///
  /// - Parameters:
  ///   - reached: the days of the stages of its path.
  ///   - start: the first night.
  ///   - planned: the day of leaving as it is planned in the end.
  func booking(_ stay: StayStory, _ reached: [Int], _ start: Int, _ planned: Int) -> StayBooking {
    let last = reached.last ?? start
    let holdsBed = stay.path.contains(.confirmed) || stay.goesOn
    let approvals = zip(stay.path, reached).flatMap { stage, day -> [(day: Int, night: Int)] in
      if stage.isEnd { return [] }
      let nights = stage.holdsBed ? [start] : []
      let added = stage == .extended ? [stay.firstEnd(reached), planned].compactMap(\.self) : []
      return ([day] + nights + added).map { (day, $0) }
    }
    let nights = Nights(from: date(start), until: date(planned))
    return StayBooking(
      nights: nights, span: (reached.first ?? start)...max(last, holdsBed ? nights.leaving : last),
      holdsBed: holdsBed, approvals: approvals,
      concern: stay.endReason == .safetyConcern ? last...last + 3 : nil)
  }

  /// A family that can take the guest in: a hosting one for a stay that goes on, else any; one with
  /// nobody else there before one with a bed left.
  mutating func host(for stay: StayStory, _ booking: StayBooking) -> Int? {
    let isStaying = stay.goesOn && stay.path.contains(.inProgress)
    let able = hosts.indices.filter { hosts[$0].canTake(booking) }
    let free = able.filter { hosts[$0].isFree(booking) }
    let fitting = free.filter { (hosts[$0].stage == .hosting) == isStaying }
    // Families with as many guests as any other wait until those have had theirs.
    let fewest = fitting.map { hosts[$0].guestCount }.min()
    return random.pick(fitting.filter { hosts[$0].guestCount == fewest })
      ?? random.pick(free) ?? able.first
  }
}
