import Casework
import CustomDump
import Testing

/// The rules of the kinds that have one or two of their own.
@Suite struct `A record says` {
  private func problems<R: Record>(
    _ record: R, on today: CivilDate = StaySetting.days[0]
  ) -> [FieldProblem] {
    record.problems(before: nil, facts: CaseFacts(today: today))
  }

  /// Of each kind with a start and an end: a day before it, on it and after it.
  @Test(arguments: StaySetting.days) func `no end before its start`(_ day: CivilDate) {
    func ends<R: Record>(_ record: R, _ field: String, _ set: (inout R, CivilDate) -> Void) {
      for (days, isRefused) in [(-1, true), (0, false), (1, false)] {
        var record = record
        set(&record, day.adding(days: days))
        // What an assignment rests on is no matter of its days.
        expectNoDifference(
          problems(record, on: day).filter { $0.code != .consentRequired },
          isRefused ? [FieldProblem(field, .endBeforeStart)] : [],
          "\(R.kind) \(field)")
      }
    }
    var assignment = Assignment()
    assignment.start = day
    ends(assignment, "until") { $0.until = $1 }
    var goal = Goal()
    goal.on = day
    ends(goal, "due") { $0.due = $1 }
    ends(goal, "endedOn") { $0.endedOn = $1 }
    var job = Job()
    job.receivedOn = day
    ends(job, "closesOn") { $0.closesOn = $1 }
    var paper = Document()
    paper.issuedOn = day
    ends(paper, "expiresOn") { $0.expiresOn = $1 }
    var lodging = Lodging()
    lodging.from = day
    ends(lodging, "until") { $0.until = $1 }
    var host = Host()
    host.availableFrom = day
    ends(host, "availableUntil") { $0.availableUntil = $1 }
    var residence = ResidenceRow()
    residence.on = day
    ends(residence, "expires") { $0.expires = $1 }
    residence.renewalAppliedOn = day
    ends(residence, "renewalDecidedOn") { $0.renewalDecidedOn = $1 }
    var permission = WorkPermissionRow()
    permission.on = day
    ends(permission, "until") { $0.until = $1 }
    var placement = Placement()
    placement.startedOn = day
    ends(placement, "endedOn") { $0.endedOn = $1 }
  }

  @Test(arguments: AdultCheck.allCases) func `who found an adult clear`(_ result: AdultCheck) {
    var adult = StaySetting.adult(result)
    expectNoDifference(
      problems(adult), result == .clear ? [FieldProblem("staff", .required)] : [])
    adult.staff = Reference(RecordID(1))
    expectNoDifference(problems(adult), [])
  }

  @Test func `what was decided of a deadline`() {
    let day = StaySetting.days[1]
    for (due, done, isRefused) in [
      (nil, nil, true), (day, nil, false), (nil, day, false), (day, day, false),
    ] as [(CivilDate?, CivilDate?, Bool)] {
      var deadline = OwnDeadline()
      (deadline.due, deadline.done) = (due, done)
      expectNoDifference(problems(deadline), isRefused ? [FieldProblem("due", .required)] : [])
    }
  }

  @Test(
    arguments: [
      (200, 100, true), (200, 199, true), (200, 200, false), (200, 201, false), (nil, 1, false),
      (200, nil, false),
    ] as [(Int?, Int?, Bool)])
  func `a highest pay not below the lowest`(_ least: Int?, _ most: Int?, _ isRefused: Bool) {
    var job = Job()
    (job.payMinimum, job.payMaximum) = (least, most)
    expectNoDifference(problems(job), isRefused ? [FieldProblem("payMaximum", .outOfRange)] : [])
  }

  @Test(arguments: NeedDomain.allCases, NeedScore.allCases)
  func `how somebody stands in one domain at least`(_ domain: NeedDomain, _ score: NeedScore) {
    var need = NeedsAssessment()
    expectNoDifference(problems(need), [FieldProblem("housing", .scoreRequired)])
    need[domain] = score
    #expect(need.values[domain.field] == .code(score.rawValue))
    #expect(need[domain] == score)
    #expect(NeedDomain.allCases.filter { need[$0] != nil } == [domain])
    let isMissing = score == .notAssessed
    expectNoDifference(problems(need), isMissing ? [FieldProblem("housing", .scoreRequired)] : [])
  }

  @Test(arguments: DocumentType.allCases) func `no end of an individual number`(
    _ type: DocumentType
  ) {
    var paper = Document()
    (paper.type, paper.numberEnding) = (type, "CD")
    expectNoDifference(
      problems(paper), type == .myNumber ? [FieldProblem("numberEnding", .numberNotKept)] : [])
    paper.numberEnding = ""
    expectNoDifference(problems(paper), [])
  }

  @Test(
    arguments: [
      { $0.nameRoman = "ALI" }, { $0.nameKana = "アリ" }, { $0.nameNative = "علي" },
      { $0.nameUsed = "Ali" },
    ] as [@Sendable (inout Person) -> Void])
  func `a name of a person in any script`(_ name: @Sendable (inout Person) -> Void) {
    var person = Person()
    person.callName = "アリさん"
    expectNoDifference(problems(person), [FieldProblem("nameRoman", .nameRequired)])
    name(&person)
    expectNoDifference(problems(person), [])
  }

  @Test(
    arguments: [
      (-1, nil, .stayNotBegun), (0, nil, nil), (1, nil, nil), (1, 9, .otherCase), (0, 4, nil),
      (-1, 9, .stayNotBegun),
    ] as [(Int, Int64?, FieldProblem.Code?)], StaySetting.days)
  func `how somebody is in a stay of the case that has begun`(
    _ row: (on: Int, owner: Int64?, code: FieldProblem.Code?), _ start: CivilDate
  ) {
    var checkIn = CheckIn()
    (checkIn.case, checkIn.on) = (Reference(RecordID(4)), start.adding(days: row.on))
    var facts = CaseFacts(today: start.adding(days: 9))
    facts.startOfStay = start
    facts.casesOfLinks = row.owner.map { ["homestay": RecordID($0)] } ?? [:]
    let expected: [FieldProblem] =
      switch row.code {
      case .stayNotBegun: [FieldProblem("on", .stayNotBegun, .date(start))]
      case .otherCase: [FieldProblem("homestay", .otherCase)]
      default: []
      }
    expectNoDifference(checkIn.problems(before: nil, facts: facts), expected)
    // What stood there before is let stand, its day and not its case.
    let again = checkIn.problems(before: checkIn, facts: facts)
    expectNoDifference(again, row.owner == 9 ? [FieldProblem("homestay", .otherCase)] : [])
  }

  @Test(arguments: StaySetting.days) func `from which night a home is wanted`(_ today: CivilDate) {
    var lodging = Lodging()
    #expect(lodging.firstNight(on: today) == nil)
    for (days, first) in [(-3, 0), (0, 0), (4, 4)] {
      lodging.from = today.adding(days: days)
      #expect(lodging.firstNight(on: today) == today.adding(days: first))
    }
  }
}
