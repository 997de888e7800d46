import Casework
import CustomDump
import Testing

/// What a host cannot become while guests have beds there, and what suspends one at once.
@Suite struct `A host with guests` {
  private static let there: [HostStage] = [.approved, .hosting, .paused, .suspended]

  private static func host(_ stage: HostStage, beds: Int? = 2, on today: CivilDate) -> Host {
    var host = Host()
    host.stage = stage
    host.capacity = beds
    host.concern = "x"
    host.approvalExpires = today.adding(days: 30)
    return host
  }

  private static func problems(
    _ after: Host, before: Host?, guests: [Homestay], on today: CivilDate
  ) -> [FieldProblem] {
    var facts = CaseFacts(today: today, reason: "訂正")
    facts.guests = guests
    return after.problems(before: before, facts: facts)
  }

  @Test(arguments: HostStage.allCases, HostStage.allCases)
  func `keeps a stage at which somebody may be there`(_ from: HostStage, _ to: HostStage) {
    for today in StaySetting.days {
      let setting = StaySetting(today)
      let (before, after) = (Self.host(from, on: today), Self.host(to, on: today))
      let guests = [setting.stay(.confirmed, from: 3)]
      let isRefused = Self.there.contains(from) && !Self.there.contains(to)
      expectNoDifference(
        Self.problems(after, before: before, guests: guests, on: today),
        isRefused ? [FieldProblem("stage", .guestsThere)] : [])
      expectNoDifference(Self.problems(after, before: before, guests: [], on: today), [])
    }
  }

  @Test(
    arguments: [
      (3, 2, false), (3, 1, true), (3, nil, true), (2, 2, false), (1, 1, false), (nil, nil, false),
      (1, 0, true), (nil, 1, false), (0, 1, false),
    ] as [(Int?, Int?, Bool)], StaySetting.days)
  func `keeps the beds of the fullest night`(
    _ row: (was: Int?, now: Int?, isRefused: Bool), _ today: CivilDate
  ) {
    let setting = StaySetting(today)
    // Two on the nights of the days 5 to 7, one else.
    let guests = [
      setting.stay(.confirmed, from: 0, until: 8), setting.stay(.confirmed, from: 5, until: 12),
      setting.stay(.confirmed, from: 12, until: 20),
    ]
    expectNoDifference(
      Self.problems(
        Self.host(.hosting, beds: row.now, on: today),
        before: Self.host(.hosting, beds: row.was, on: today), guests: guests, on: today),
      row.isRefused ? [FieldProblem("capacity", .noBedFree)] : [])
  }

  @Test(arguments: StaySetting.days)
  func `counts the coming night of who is still there`(_ today: CivilDate) {
    let setting = StaySetting(today)
    for (stage, until, isRefused) in [
      (.inProgress, -1, true), (.extended, 0, true), (.confirmed, -1, false),
      (.confirmed, 0, false), (.confirmed, 1, true),
    ] as [(StayStage, Int, Bool)] {
      let guests = [
        setting.stay(stage, from: -9, until: until), setting.stay(.confirmed, from: 0, until: 3),
      ]
      expectNoDifference(
        Self.problems(
          Self.host(.hosting, beds: 1, on: today), before: Self.host(.hosting, on: today),
          guests: guests, on: today),
        isRefused ? [FieldProblem("capacity", .noBedFree)] : [])
    }
  }

  // MARK: Suspension

  @Test(arguments: AdultCheck.allCases)
  func `is suspended by a concern about an adult`(_ result: AdultCheck) {
    let after = StaySetting.adult(result).values
    for before in [nil, StaySetting.adult(.clear).values, after] {
      #expect(
        HostSuspension.isRaised(by: .hostAdult, before: before, after: after)
          == (result == .concern))
    }
  }

  @Test(arguments: StayStage.allCases, StayEndReason.allCases)
  func `is suspended by a stay that ends for safety`(_ stage: StayStage, _ reason: StayEndReason) {
    let setting = StaySetting(StaySetting.days[0])
    let after = setting.stay(stage) { $0.endReason = reason }
    let isOver = [StayStage.ended, .declined, .cancelled, .endedEarly].contains(stage)
    let isRaised = isOver && reason == .safetyConcern
    func raises(_ before: Homestay?) -> Bool {
      HostSuspension.isRaised(by: .homestay, before: before?.values, after: after.values)
    }
    #expect(raises(nil) == isRaised)
    #expect(raises(setting.stay(.inProgress)) == isRaised)
    #expect(raises(setting.stay(.ended) { $0.endReason = .asPlanned }) == isRaised)
    #expect(!raises(after))
  }

  @Test func `is suspended by new words of concern on its own page, without a stage`() {
    let today = StaySetting.days[0]
    func host(_ concern: String, _ stage: HostStage = .hosting) -> Host {
      var host = Self.host(stage, on: today)
      host.concern = LongText(concern)
      return host
    }
    func raises(_ before: Host?, _ after: Host) -> Bool {
      HostSuspension.isRaised(by: .host, before: before?.values, after: after.values)
    }
    #expect(raises(host(""), host("大声")))
    #expect(raises(host("鍵"), host("大声")))
    #expect(!raises(host("大声"), host("大声")))
    #expect(!raises(host("大声"), host("")))
    #expect(!raises(host(""), host("大声", .approved)))
    #expect(raises(nil, host("大声", .enquiry)))
  }

  @Test(arguments: RecordKind.allCases.filter { ![.host, .hostAdult, .homestay].contains($0) })
  func `is suspended by nothing else`(_ kind: RecordKind) {
    let after = ["result": FieldValue.code("concern"), "concern": .text("x")]
    #expect(!HostSuspension.isRaised(by: kind, before: nil, after: after))
  }

  @Test(arguments: HostStage.allCases)
  func `is suspended where it is not gone`(_ stage: HostStage) {
    #expect(
      HostSuspension.suspends(stage) == ![.suspended, .notApproved, .left].contains(stage))
  }

  @Test func `is named by the record that raises the concern`() {
    let host = RecordAddress(.host, RecordID(21))
    let values = ["host": FieldValue.link(Link(host)), "notes": .text("大声")]
    let own = HostSuspension.concern(of: host, values)
    #expect(own?.host == host && own?.words == .absent)
    let adult = HostSuspension.concern(of: RecordAddress(.hostAdult, RecordID(3)), values)
    #expect(adult?.host == host && adult?.words == .text("大声"))
    // What a stay's notes say of the guest is not for the host's page.
    let stay = HostSuspension.concern(of: RecordAddress(.homestay, RecordID(3)), values)
    #expect(stay?.host == host && stay?.words == .absent)
    #expect(HostSuspension.concern(of: RecordAddress(.hostAdult, RecordID(3)), [:]) == nil)
  }
}
