import Casework

/// One office of the fictional organisation: its people, its partners and its cases.
///
/// `plan` works out everything that happens up to the day before today and writes it into
/// `script`. Days are counted since 1970-01-01.
struct Office {
  let size: Int
  let today: Int
  let detail: Detail
  let data: DemoData
  var random: SplitMix64
  var script = Script()

  var staff: [Colleague] = []
  var volunteers: [Helper] = []
  var hosts: [HostFamily] = []
  var employers: [Employer] = []
  var cases: [CaseStory] = []
  /// What each person is bound to, by the number of the person in the script.
  var people: [RecordID: PersonBook] = [:]
  var partners: [Partner] = []
  var programmes: [Reference<FundedProgramme>] = []
  var activities: [ActivityPlan] = []
  var told: [ToldGathering] = []
  var hires: [Hire] = []
  /// What is told of the case in hand once its own thread is told.
  var afterwards: [Telling] = []
  /// The cases of which a stay was told that can be renewed, by their numbers in the script.
  var renewable: Set<RecordID> = []
  /// Until when the consents told last are in force, the last day included.
  var consents: [ConsentKey: Int] = [:]

  typealias Telling = @Sendable (inout Office, CaseStory, inout Story) -> Void

  /// How much is told of each case.
  enum Detail {
    case full
    case sparse
  }

  init(size: Int, today: Int, detail: Detail, data: DemoData, random: SplitMix64) {
    self.size = size
    self.today = today
    self.detail = detail
    self.data = data
    self.random = random
  }

  /// Plans everything.
  ///
  /// - Parameter coordinator: one of the staff whom the store has already.
  mutating func plan(coordinator: RecordID?) {
    planStaff(coordinator: coordinator)
    planVolunteers()
    // What the whole organisation has is told by its first office, and draws nothing from the others.
    let isFirst = coordinator != nil
    if isFirst { aside { $0.planBeforeGatherings() } }
    planHosts()
    planEmployers()
    planCases()
    if detail == .full { aside { $0.planHouseholds() } }
    tellHosts()
    planGatherings()
    if isFirst {
      aside { $0.planRegisters() }
      aside { $0.planTemplates() }
    }
    if isFirst || detail == .full { aside { $0.planVolunteerWork() } }
  }

  /// As many of something as an office of this size has, given how many go with 200 cases.
  func scaled(_ count: Int, least: Int) -> Int {
    max(least, (count * size + 100) / 200)
  }
}

extension Office {
  /// Tells something without changing what is drawn for all that is told after it.
  mutating func aside(_ tell: (inout Office) -> Void) {
    let kept = random
    tell(&self)
    random = kept
  }

  /// Draws what telling something would draw, and tells nothing.
  mutating func drawOnly(_ tell: (inout Office, inout Story) -> Void) {
    var (other, story) = (self, Story())
    tell(&other, &story)
    random = other.random
  }

  /// Whether a stage on a way is told: of each where much is told, else of both its ends.
  func tells<Stage: Equatable>(_ stage: Stage, of way: [Stage]) -> Bool {
    detail == .full || stage == way.first || stage == way.last
  }

  /// The day the office opened its books, a good year before the oldest case of today.
  static func founded(_ today: Int) -> Int { today - 1500 }

  /// The last working day before today.
  var lastDay: Int {
    switch CivilDate(dayNumber: today).weekday {
    case 0: today - 2
    case 1: today - 3
    default: today - 1
    }
  }

  /// The working day nearest to a day of the past; the order of days stays.
  func workday(_ day: Int) -> Int {
    switch CivilDate(dayNumber: day).weekday {
    case 0: min(day + 1, lastDay)
    case 6: min(day - 1, lastDay)
    default: min(day, lastDay)
    }
  }

  /// The working day on or after a day.
  func nextWorkday(_ day: Int) -> Int {
    switch CivilDate(dayNumber: day).weekday {
    case 0: day + 1
    case 6: day + 2
    default: day
    }
  }

  func date(_ day: Int) -> CivilDate { CivilDate(dayNumber: day) }

  /// The working days on which the stages of a path were reached, the last one `age` days ago.
  func days(spans: [Int], age: Int) -> [Int] {
    var day = today - age
    var days = [day]
    for span in spans.reversed() {
      day -= span
      days.append(day)
    }
    return days.reversed().map(workday)
  }

  mutating func text(_ key: String) -> String { random.pick(data.texts(key)) ?? "" }

  /// One of the sentences of a key in both languages.
  mutating func told(_ key: String) -> Said {
    random.pick(data.told(key)) ?? Said(ja: "", en: "")
  }
}
