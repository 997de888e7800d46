import Casework

extension Office {
  /// Deals how each person stands before the law.
  ///
  /// What only people of one country have goes to them, and what is urgent or rare to a case that is
  /// being worked on.
  mutating func dealLegalTracks() {
    let dealt = random.deal(LegalTrack.shares, count: size)
    var free = Set(cases.indices)
    func isWorkedOn(_ index: Int) -> Bool {
      [.planning, .active, .monitoring].contains(cases[index].status)
    }
    var rest: [LegalTrack] = []
    for track in dealt {
      let able = free.sorted().filter { index in
        track.country.map { data.cultures[cases[index].culture].country == $0 } ?? true
      }
      let fitting = able.first(where: isWorkedOn) ?? (track.country == nil ? nil : able.first)
      guard track.country != nil || track.isUrgentOrRare else {
        rest.append(track)
        continue
      }
      // Nobody left of the country: one more of the many who have applied.
      guard let fitting else {
        rest.append(LegalTrack.shares[2].0)
        continue
      }
      free.remove(fitting)
      cases[fitting].track = track
    }
    for (index, track) in zip(free.sorted(), rest) { cases[index].track = track }
  }

  /// In how many days from `end` the present stay of a track is over; fewer than nothing: it was.
  mutating func remainingDays(of track: LegalTrack, _ months: Int) -> Int {
    let longest = max(2, months * 30 - 5)
    if track.isWithoutStatus { return random.weigh((random.number(1...20), 85), (-2, 15)) }
    let days = random.weigh(
      (-random.number(1...6), 3), (random.number(1...14), 8), (random.number(15...60), 22),
      (random.number(61...2000), 67))
    return days <= longest ? days : random.number(1...longest)
  }
}

extension LegalTrack {
  /// The paper that tells of the stay; nil where there is none.
  var paper: DocumentType? {
    switch (status, basis) {
    case (.designatedActivities, _): .designationPaper
    case (.none, .provisionalRelease): .provisionalRelease
    case (.none, .provisionalStay): .provisionalStay
    case (.none, .monitoringBeforeOrder), (.none, .monitoringAfterOrder): .reportingDateNotice
    case (.none, .temporaryRefuge): .permissionCertificate
    case (.none, _): nil
    default: .residenceCard
    }
  }

  /// The paper that shows whether work is permitted.
  var paperOfWork: DocumentType? {
    switch work {
    case .toBeConfirmed: nil
    case .partTime, .namedEmployer: .permissionCertificate
    default: paper
    }
  }

  /// Whether the person may take any job that a paper can show, for as many hours as it has.
  var allowsAnyJob: Bool {
    [.unrestricted, .withinDesignation].contains(work) && paperOfWork != nil
      && activity?.mostWeeklyHours == nil
  }

  /// Whether the name of the stay may stand without its paper.
  var mayBeUnseen: Bool { activity?.namesWork != true }
}
