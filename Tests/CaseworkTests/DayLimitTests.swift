import Casework
import Testing

/// No day that is said to be past is still to come, and no year is a slip of the finger: of every kind.
struct DayLimitTests {
  static let days = ["2026-11-28", "2027-02-28", "2028-02-29", "2027-12-31"]

  /// The fields of a kind that hold a day of the past.
  static let past: [RecordKind: Set<String>] = [
    .baseline: ["upTo"], .person: ["birthDate", "arrivedOn"],
    .case: ["opened", "closedOn", "closureRequestedOn"],
    .host: ["approvedOn", "suspendedOn"],
    .homestay: ["guestAgreedOn", "hostAgreedOn"], .job: ["receivedOn"],
    .placement: ["offerAcceptedOn", "pausedOn", "statusDecidedOn", "retentionCheckedOn"],
    .contact: ["on"], .note: ["on"], .followUp: ["done"], .volunteer: ["pledgedOn", "joinedOn"],
    .document: ["on", "issuedOn", "lostOn", "changedOn"], .supportCategory: ["on", "confirmedOn"],
    .procedure: ["on", "confirmedOn", "notifiedOn", "newMaterialOn", "judgmentServedOn"],
    .residence: [
      "on", "confirmedOn", "renewalAppliedOn", "renewalDecidedOn", "alternativeOn",
      "findingNotifiedOn", "hearingRequestedOn", "rulingNotifiedOn", "objectionFiledOn",
      "decisionNotifiedOn", "orderNotifiedOn", "lawsuitFiledOn", "supervisorEventOn",
      "organisationJoinedOn", "organisationLeftOn", "organisationChangedOn", "spouseEndedOn",
    ],
    .application: ["on", "documentsFiledOn", "resultOn"], .detention: ["on", "until"],
    .fee: ["on", "repaidOn"], .allowance: ["on", "resultOn", "endedOn"],
    .incident: ["on", "happenedOn", "reportedOn", "finalOn", "toldOn", "closedOn"],
    .duty: ["done"],
    .workPermission: ["on", "confirmedOn"], .ownDeadline: ["on", "done"],
    .sighting: ["on"],
    .consent: ["on", "withdrawnOn"], .need: ["on"], .goal: ["on", "endedOn"], .service: ["on"],
    .referral: ["on", "answeredOn"], .hostAdult: ["on"], .blockedPair: ["on"],
    .distinctPair: ["on", "withdrawnOn"], .checkIn: ["on"], .comment: ["on"],
    .candidate: ["on"], .companyContact: ["lastSpokenOn"], .municipality: ["confirmedOn"],
    .supporter: ["joinedOn", "leftOn"], .donation: ["on"],
    .campaign: ["closedOn"],
    .pledge: ["pledgedOn"], .pledgeUpdate: ["on"], .grant: ["decidedOn"], .grantReport: ["done"],
    .workingGroup: ["endedOn"], .volunteerWork: ["on"],
  ]

  /// The fields of a kind that may be meant for ever.
  static let open: [RecordKind: Set<String>] = [
    .assignment: ["until"], .host: ["availableUntil", "approvalExpires"], .consent: ["expires"],
  ]

  private func codes(
    _ kind: RecordKind, _ field: String, _ day: CivilDate, today: CivilDate,
    before: CivilDate? = nil
  ) -> Set<FieldProblem.Code> {
    let description = RecordDescription.of(kind)
    var values = description.emptyValues
    for field in description.stored where field.isRequired && values[field.name] == nil {
      values[field.name] =
        switch field.shape {
        case .text, .longText: .text("x")
        case .date: .date(today)
        case .number(let range): .number(max(1, range.lowerBound))
        case .choice(let catalogue): .code(catalogue.codes[0])
        case .reference(let kind): .link(Link(RecordAddress(kind, RecordID(1))))
        default: .absent
        }
    }
    var earlier = values
    earlier[field] = before.map(FieldValue.date)
    values[field] = .date(day)
    let problems = description.problems(
      in: values, before: before == nil ? nil : earlier, facts: CaseFacts(today: today))
    return Set(problems.filter { $0.field == field }.map(\.code))
  }

  @Test(arguments: RecordKind.allCases, days)
  func `refuses a day of the past that has not come`(_ kind: RecordKind, _ iso: String) throws {
    let today = try #require(CivilDate(iso: iso))
    let future: Set<FieldProblem.Code> = [.dateInFuture, .birthImpossible]
    for field in RecordDescription.of(kind).stored where field.shape == .date {
      let isPast = Self.past[kind]?.contains(field.name) ?? false
      for ahead in [1, 365, 36 * 365] {
        let found = codes(kind, field.name, today.adding(days: ahead), today: today)
        #expect(!found.isDisjoint(with: future) == isPast, "\(kind) \(field.name) \(ahead)")
      }
      #expect(
        codes(kind, field.name, today, today: today).isDisjoint(
          with: future.union([.yearUnlikely])),
        "\(kind) \(field.name)")
    }
  }

  @Test(arguments: RecordKind.allCases, days)
  func `refuses a year that nobody means`(_ kind: RecordKind, _ iso: String) throws {
    let today = try #require(CivilDate(iso: iso))
    for field in RecordDescription.of(kind).stored where field.shape == .date {
      let isPast = Self.past[kind]?.contains(field.name) ?? false
      if !isPast, Self.open[kind]?.contains(field.name) != true {
        let far = today.adding(months: 36 * 12)
        #expect(
          codes(kind, field.name, far, today: today).contains(.yearUnlikely),
          "\(kind) \(field.name)")
      }
      let old = field.isBirth ? today.adding(months: -131 * 12) : CivilDate(iso: "1926-11-28")
      #expect(
        codes(kind, field.name, try #require(old), today: today).contains(.yearUnlikely),
        "\(kind) \(field.name)")
      // What stood there before can be let stand while something else is mended.
      let far = today.adding(months: 36 * 12)
      #expect(
        codes(kind, field.name, far, today: today, before: far)
          .isDisjoint(with: [.yearUnlikely]), "\(kind) \(field.name)")
    }
  }

  @Test func `takes no stay for longer than there is`() throws {
    let today = try #require(CivilDate(iso: "2026-11-28"))
    for (status, year, isRefused) in [
      (StatusOfResidence.designatedActivities, 2036, true), (.longTermResident, 2031, false),
      (.longTermResident, 2033, true), (.permanentResident, 2036, false), (.none, 2036, true),
    ] {
      var row = ResidenceRow()
      row.on = today
      row.statusOfResidence = status
      row.expires = CivilDate(year: year, month: 12, day: 1)
      let problems = RecordDescription.of(.residence).problems(
        in: row.values, before: nil, facts: CaseFacts(today: today))
      #expect(problems.contains { $0.code == .yearUnlikely } == isRefused, "\(status) \(year)")
    }
  }
}
