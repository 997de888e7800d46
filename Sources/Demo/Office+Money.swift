import Casework

/// What applications cost, and what somebody lives on who may not work.
extension Office {
  /// What an application cost, by whoever paid it.
  mutating func tellFee(
    _ yen: Int, _ type: FeeType, by payer: FeePayer,
    for application: Reference<StatusApplication>, on day: Int, of told: CaseStory,
    in story: inout Story
  ) {
    var draft = script.draft(Fee())
    draft.now.case = told.reference
    (draft.now.on, draft.now.amount) = (date(day), yen)
    (draft.now.type, draft.now.payer, draft.now.application) = (type, payer, application)
    if payer == .fund { draft.now.programme = programmes.first }
    draft.now.staff = told.owner
    story.tell(&draft, on: day, .logFee)
    guard payer == .advance, let back = later(day, by: 60, than: told) else { return }
    draft.now.repaidOn = date(back)
    story.tell(&draft, on: back, .edit)
  }

  /// The allowance of RHQ for somebody whose application is decided and who may not work: asked for,
  /// and mostly granted after some weeks.
  mutating func tellAllowance(of told: CaseStory, in story: inout Story) {
    guard detail == .full, told.isOpen, let track = told.track, track.work == .notPermitted,
      track.stages.contains(where: \.isApplication), random.chance(70)
    else { return }
    let asked = workday(max(told.opened, today - random.number(20...160)))
    guard told.isOpen(on: asked) else { return }
    var draft = script.draft(Allowance())
    draft.now.case = told.reference
    draft.now.on = date(asked)
    draft.now.owner = told.owner
    story.tell(&draft, on: asked, .logAllowance)
    guard let decided = later(asked, by: random.number(30...75), than: told) else { return }
    draft.now.resultOn = date(decided)
    draft.now.result = random.chance(85) ? .granted : .refused
    if draft.now.result == .granted {
      // 2,400 yen a day.
      draft.now.monthlyAmount = 72_000
      draft.now.until = date(decided).adding(months: 4)
    }
    story.tell(&draft, on: decided, .edit)
  }
}
