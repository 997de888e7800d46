import Casework

extension Office {
  /// The rows of the legal axes of a case and the papers they rest on.
  mutating func tellLaw(of told: CaseStory, in story: inout Story) {
    guard let track = told.track, told.status != .duplicate else { return }
    // What somebody tells of themselves is written down when there is a talk about it.
    let talk = told.path.firstIndex(of: .intake) ?? told.path.startIndex
    let learned = told.days[talk]
    let end = told.isOpen ? lastDay : told.days.last ?? lastDay
    let isKnown = told.path.contains(.assessment) && learned < end
    guard isKnown || random.chance(50) else { return }
    guard detail == .full || told.isOpen else { return }
    if detail == .full { tellCategory(track, on: learned, of: told, in: &story) }
    // Where little is told, only the steps that days are counted from.
    if detail == .full || track.stages.last.map(\.startsDays) ?? false {
      tellProcedure(track, learned..<end + 1, of: told, in: &story)
    }
    tellStay(track, learned..<end + 1, isKnown: isKnown, of: told, in: &story)
  }

  private mutating func tellCategory(
    _ track: LegalTrack, on day: Int, of told: CaseStory, in story: inout Story
  ) {
    var draft = script.draft(SupportCategoryRow())
    draft.now.case = told.reference
    draft.now.on = date(day)
    draft.now.supportCategory = track.category
    story.tell(&draft, on: day, .logSupportCategory)
  }

  /// The last steps of the procedure, each on the day somebody heard of it.
  private mutating func tellProcedure(
    _ track: LegalTrack, _ days: Range<Int>, of told: CaseStory, in story: inout Story
  ) {
    var day = days.upperBound - 1
    switch track.stages.last {
    case _ where track.isRecentRefusal: day -= random.number(0...8)
    case .appealDismissed: day -= random.number(10...150)
    default: day -= random.number(30...330)
    }
    var steps: [(stage: ProcedureStage, day: Int)] = []
    for stage in track.stages.reversed() {
      steps.append((stage, day))
      day -= stage == .appeal ? random.number(3...6) : random.number(60...400)
    }
    for (stage, day) in steps.prefix(detail == .full ? 3 : 1).reversed() {
      // Nothing is known of a step but the day of the talk where none was taken.
      let on = stage == .none ? days.lowerBound : day
      let heard = min(max(days.lowerBound, nextWorkday(on)), days.upperBound - 1)
      tellStep(stage, min(on, heard), on: heard, of: told, in: &story)
    }
  }

  private mutating func tellStep(
    _ stage: ProcedureStage, _ day: Int, on heard: Int, of told: CaseStory, in story: inout Story
  ) {
    var draft = script.draft(ProcedureRow())
    draft.now.case = told.reference
    draft.now.on = date(day)
    draft.now.procedureStage = stage
    if stage.isRefusal || stage == .appealDismissed {
      draft.now.notifiedOn = random.chance(85) ? date(day) : nil
    }
    if stage.isApplication {
      let again = told.track?.basis == .provisionalRelease ? 3 : 2
      draft.now.applicationNumber = stage == .reapplication ? again : 1
      // What is looked at after six months has been looked at where the application is older.
      let isOld = day < today - 190
      draft.now.triageLetter =
        isOld
        ? random.weigh((.a, 2), (.b, 2), (.c, 1), (.d1, 3), (.d2, 1))
        : random.weigh((nil, 5), (.d2, 3), (.a, 1), (.d1, 1))
    }
    let type: DocumentType? =
      stage.isApplication ? .applicationReceipt : stage == .none ? nil : .other
    if detail == .full, let type, random.chance(stage.isRefusal ? 80 : 45) {
      let paper = tellPaper(type, on: heard, of: told, in: &story)
      draft.now.confirm(by: paper, told.owner, on: date(heard))
    }
    story.tell(&draft, on: heard, .logProcedure)
    if stage == .reapplication, detail == .full {
      let number = draft.now.applicationNumber ?? 2
      afterwards.append {
        $0.tellReapplication(number: number, on: day, heard: heard, of: $1, in: &$2)
      }
    }
    if stage == .deniedHumanitarian, detail == .full {
      for rule in [DeadlineRuleID.appeal, .lawsuit] {
        tellDecision(on: rule, heard, of: told, in: &story)
      }
    }
  }

  /// That the person lets a day pass, having been told of it.
  private mutating func tellDecision(
    on rule: DeadlineRuleID, _ day: Int, of told: CaseStory, in story: inout Story
  ) {
    var draft = script.draft(OwnDeadline())
    draft.now.case = told.reference
    draft.now.rule = rule
    draft.now.on = date(day)
    draft.now.done = date(day)
    draft.now.staff = told.owner
    story.tell(&draft, on: day, .logOwnDeadline)
  }

  /// The present stay and, where the case is older, the one before it.
  private mutating func tellStay(
    _ track: LegalTrack, _ days: Range<Int>, isKnown: Bool, of told: CaseStory,
    in story: inout Story
  ) {
    let last = days.upperBound - 1
    let months = track.months ?? 12
    // Nobody starts to work after the end of the stay.
    let works = told.placements.contains(where: \.hasStarted)
    let remaining = remainingDays(of: track, months)
    let expires = date(last + (works ? max(remaining, 1) : remaining))
    var stays: [(from: Int, until: CivilDate)] = []
    var until = expires
    repeat {
      let from = min(until.adding(months: -months).dayNumber, last)
      stays.append((from, until))
      until = date(from)
    } while detail == .full && stays.count < 2 && until.dayNumber > days.lowerBound
    for (from, until) in stays.reversed() {
      let seen = min(max(days.lowerBound, nextWorkday(from)), last)
      tellStay(
        track, from..<max(from + 1, until.dayNumber), on: seen, isKnown: isKnown,
        isLast: until == expires, of: told, in: &story)
    }
  }

  private mutating func tellStay(
    _ track: LegalTrack, _ stay: Range<Int>, on seen: Int, isKnown: Bool, isLast: Bool,
    of told: CaseStory, in story: inout Story
  ) {
    let isSeen = isKnown && (!track.mayBeUnseen || detail == .full && random.chance(75))
    var draft = script.draft(ResidenceRow())
    draft.now.case = told.reference
    draft.now.on = date(min(stay.lowerBound, seen))
    draft.now.statusOfResidence = track.status
    draft.now.stayBasis = track.basis
    // What was asked for in the place of detention, and granted.
    if track.basis == .provisionalRelease { draft.now.alternative = .provisionalRelease }
    draft.now.designatedActivityKind = isSeen || track.mayBeUnseen ? track.activity : nil
    if let months = track.months {
      // The day to appear by stands on the paper of a provisional release.
      let isOnPaper = track.basis == .provisionalRelease && isSeen
      draft.now.expires = isOnPaper ? nil : date(stay.upperBound)
      if !track.isWithoutStatus { draft.now.periodMonths = months }
    }
    var paper: Reference<Document>?
    if isSeen, let type = track.paper {
      let expires = type == .designationPaper ? nil : date(stay.upperBound)
      paper = tellPaper(type, until: expires, on: seen, isLast: isLast, of: told, in: &story)
      if let paper { draft.now.confirm(by: paper, told.owner, on: date(seen)) }
    }
    story.tell(&draft, on: seen, .logResidence)
    if draft.now.expires != nil, !track.isWithoutStatus { renewable.insert(told.reference.id) }
    guard detail == .full, isKnown else { return }
    if isLast { tellWork(track, paper, on: seen, of: told, in: &story) }
    let early = max(seen, stay.upperBound - 85)
    if !track.isWithoutStatus, (track.months ?? 0) >= 3, early < min(stay.upperBound, lastDay),
      !isLast || random.chance(stay.upperBound < lastDay + 15 ? 45 : 85)
    {
      let day = workday(random.number(early...min(stay.upperBound, lastDay)))
      guard told.isOpen(on: day), day >= seen else { return }
      draft.now.renewalAppliedOn = date(day)
      story.tell(&draft, on: day, .edit)
      // Of an old stay the row alone says it, as before applications were records.
      guard isLast || today - stay.upperBound < 200 else { return }
      let end = isLast ? nil : stay.upperBound
      afterwards.append { $0.tellRenewal(on: day, until: end, of: $1, in: &$2) }
    }
  }

  /// Whether the person may work, where a paper shows it.
  private mutating func tellWork(
    _ track: LegalTrack, _ paper: Reference<Document>?, on day: Int, of told: CaseStory,
    in story: inout Story
  ) {
    var draft = script.draft(WorkPermissionRow())
    draft.now.case = told.reference
    draft.now.on = date(day)
    if let type = track.paperOfWork, track.work == .namedEmployer || random.chance(75) {
      let evidence =
        type == track.paper ? paper : tellPaper(type, on: day, of: told, in: &story)
      guard let evidence else { return }
      draft.now.workPermission = track.work
      draft.now.confirm(by: evidence, told.owner, on: date(day))
    } else if random.chance(70) || told.placements.contains(where: \.hasStarted) {
      // Before somebody began to work their permission was confirmed: nobody doubts it again.
      return
    }
    if draft.now.workPermission == .namedEmployer {
      draft.now.employer = random.pick(data.companyNames).map(data.called) ?? ""
    }
    story.tell(&draft, on: day, .logWorkPermission)
  }

  /// Before somebody starts to work, staff look at the paper once more.
  mutating func tellWorkConfirmed(of told: CaseStory, on day: Int, in story: inout Story) {
    guard let track = told.track, let type = track.paperOfWork else { return }
    let paper = tellPaper(type, on: day, isLast: false, of: told, in: &story)
    var draft = script.draft(WorkPermissionRow())
    draft.now.case = told.reference
    draft.now.on = date(day)
    draft.now.workPermission = track.work
    draft.now.confirm(by: paper, told.owner, on: date(day))
    story.tell(&draft, on: day, .logWorkPermission)
  }

  mutating func tellPaper(
    _ type: DocumentType, until expires: CivilDate? = nil, on day: Int, isLast: Bool = true,
    of told: CaseStory, in story: inout Story
  ) -> Reference<Document> {
    var draft = script.draft(Document())
    draft.now.case = told.reference
    draft.now.type = type
    draft.now.on = date(day)
    draft.now.seenBy = told.owner
    if type != .other { draft.now.numberEnding = String(random.number(10...99)) }
    if type != .provisionalRelease {
      draft.now.expiresOn = expires.flatMap { date(day) <= $0 ? $0 : nil }
    }
    if isLast {
      switch type {
      case .provisionalRelease: draft.now.appearOn = expires
      case .reportingDateNotice:
        draft.now.appearOn = date(nextWorkday(today + random.number(-2...75)))
      default: break
      }
    }
    story.tell(&draft, on: day, .logDocument)
    return draft.reference
  }
}

extension ProcedureStage {
  /// Whether a deadline counts from it.
  fileprivate var startsDays: Bool {
    isRefusal || isApplication || self == .appealDismissed
  }
}

extension AxisRow {
  /// Rests it on a paper that somebody looked at.
  fileprivate mutating func confirm(
    by paper: Reference<Document>, _ staff: Reference<Staff>, on day: CivilDate
  ) {
    document = paper
    confirmedBy = staff
    confirmedOn = day
  }
}
