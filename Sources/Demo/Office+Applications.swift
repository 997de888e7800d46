import Casework

/// What was applied for at the authority, with its papers.
extension Office {
  /// What goes on at the authority beside the case's own thread, in a thread of its own that draws
  /// nothing from the others.
  mutating func tellBeside(_ told: CaseStory) {
    let tellings = afterwards
    afterwards = []
    aside { office in
      var story = Story()
      for telling in tellings { telling(&office, told, &story) }
      guard told.born == nil else { return }
      office.tellDetention(of: told, in: &story)
      office.tellAllowance(of: told, in: &story)
      office.script.add(story, using: &office.random)
    }
  }

  /// A renewal of a stay, mostly with the paper that shows that it was filed; what it costs is paid
  /// when it is granted.
  ///
  /// - Parameter end: the last day of a stay that a next one followed.
  mutating func tellRenewal(
    on day: Int, until end: Int?, of told: CaseStory, in story: inout Story
  ) {
    var draft = application(.renewal, on: day, of: told)
    if random.chance(70) {
      draft.now.receipt = tellPaper(.applicationReceipt, on: day, of: told, in: &story)
    }
    story.tell(&draft, on: day, .logApplication)
    if let end {
      let granted = max(day, workday(end))
      guard told.isOpen(on: granted) else { return }
      (draft.now.result, draft.now.resultOn) = (.granted, date(granted))
      story.tell(&draft, on: granted, .edit)
      let payer = random.weigh((FeePayer.fund, 5), (.person, 4), (.advance, 2))
      return tellFee(
        6000, .application, by: payer, for: draft.reference, on: granted, of: told, in: &story)
    }
    guard random.chance(30), let asked = later(day, by: random.number(7...20), than: told) else {
      return
    }
    askPapers(&draft, "application.asked", on: asked, until: asked + 14, in: &story)
  }

  /// A further application for refugee status, for which removal is stopped only by new material
  /// (`new_material` of the rules): what was filed, and what is still asked for.
  mutating func tellReapplication(
    number: Int, on day: Int, heard: Int, of told: CaseStory, in story: inout Story
  ) {
    var draft = application(.refugee, on: day, of: told)
    draft.now.notes = LongText(text(number > 2 ? "application.third" : "application.again"))
    (draft.now.lawyer, draft.now.legalAid) = (text("application.lawyer"), .granted)
    draft.now.interpreter = text("application.interpreter")
    draft.now.interpreterOn = date(nextWorkday(today + random.number(3...20)))
    draft.now.receipt = tellPaper(.applicationReceipt, on: heard, of: told, in: &story)
    story.tell(&draft, on: heard, .logApplication)
    guard let filed = later(heard, by: 7, than: told) else { return }
    draft.now.documentsFiled = LongText(text("application.filed"))
    draft.now.documentsFiledOn = date(filed)
    story.tell(&draft, on: filed, .edit)
    tellFee(
      33_000, .translation, by: .fund, for: draft.reference, on: filed, of: told, in: &story)
    // What came since then is asked for once more.
    guard let asked = later(max(filed, lastDay - 12), by: 1, than: told) else { return }
    draft.now.documentsFiledOn = nil
    askPapers(&draft, "application.askedAgain", on: asked, until: today + 9, in: &story)
  }

  private mutating func application(
    _ type: ApplicationType, on day: Int, of told: CaseStory
  ) -> Draft<StatusApplication> {
    var draft = script.draft(StatusApplication())
    draft.now.case = told.reference
    draft.now.type = type
    draft.now.on = date(day)
    draft.now.receiptNumber = String(random.number(100_000...999_999))
    draft.now.office = text("application.office")
    draft.now.staff = told.owner
    return draft
  }

  private mutating func askPapers(
    _ draft: inout Draft<StatusApplication>, _ key: String, on day: Int, until due: Int,
    in story: inout Story
  ) {
    draft.now.documentsAsked = LongText(text(key))
    draft.now.documentsDue = date(nextWorkday(due))
    story.tell(&draft, on: day, .edit)
    guard due < lastDay else { return }
    draft.now.documentsFiled = LongText(text("application.filed"))
    draft.now.documentsFiledOn = date(workday(due))
    story.tell(&draft, on: workday(due), .edit)
  }

  /// A working day so many days later on which the case was open; nil where there was none yet.
  func later(_ day: Int, by days: Int, than told: CaseStory) -> Int? {
    let later = nextWorkday(day + days)
    return later <= lastDay && told.isOpen(on: later) ? later : nil
  }
}
