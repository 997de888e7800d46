import Casework
import CustomDump
import Testing

/// A host family learns of somebody only with their consent.
@Suite struct `A host family is told` {
  private static let refused = [
    FieldProblem("stage", .consentRequired, .label("consentScope.sharing_with_host_families"))
  ]

  @Test(arguments: StayStage.allCases, StaySetting.days)
  func `of nobody who did not consent`(_ stage: StayStage, _ today: CivilDate) {
    var setting = StaySetting(today)
    let stay = setting.stay(stage, from: -9, until: 0)
    expectNoDifference(setting.problems(stay), [])
    let isOver = [StayStage.ended, .declined, .cancelled, .endedEarly].contains(stage)
    for isImport in [false, true] {
      setting.facts.isImport = isImport
      setting.facts.consents = []
      expectNoDifference(setting.problems(stay), isOver ? [] : Self.refused)
    }
  }

  @Test(arguments: ConsentScope.allCases)
  func `by a consent to just that`(_ scope: ConsentScope) {
    var setting = StaySetting(StaySetting.days[0])
    setting.facts.consents = [setting.consent { $0.scope = scope }]
    expectNoDifference(
      setting.problems(setting.stay(.proposed)), scope == .hostFamilies ? [] : Self.refused)
  }

  @Test(arguments: StaySetting.days)
  func `by a consent in force that names this family, or none`(_ today: CivilDate) {
    var setting = StaySetting(today)
    func isTold(_ change: (inout Consent) -> Void) -> Bool {
      setting.facts.consents = [setting.consent(change)]
      let problems = setting.problems(setting.stay(.proposed))
      #expect(problems.isEmpty || problems == Self.refused)
      return problems.isEmpty
    }
    #expect(isTold { $0.recipient = "佐藤家" })
    #expect(!isTold { $0.recipient = "鈴木家" })
    #expect(isTold { $0.on = today })
    #expect(!isTold { $0.on = today.adding(days: 1) })
    #expect(isTold { $0.expires = today })
    #expect(!isTold { $0.expires = today.adding(days: -1) })
    #expect(!isTold { $0.status = .refused })
    #expect(!isTold { ($0.status, $0.withdrawnOn) = (.withdrawn, today) })
  }

  /// A step back tells nothing; each step onward tells more.
  @Test(arguments: StayStage.allCases, [StayStage.proposed, .guestAgreed, .met, .confirmed])
  func `nothing by a step back`(_ from: StayStage, _ to: StayStage) {
    var setting = StaySetting(StaySetting.days[1])
    setting.facts.consents = []
    let order = StayStage.allCases
    let isCalledOff = from == .declined || from == .cancelled
    let isOnward = (order.firstIndex(of: from) ?? 0) < (order.firstIndex(of: to) ?? 0)
    let before = setting.stay(from, from: -9, until: 0)
    let after = setting.stay(to, from: -9, until: 0)
    expectNoDifference(
      setting.problems(after, before: before), isCalledOff || isOnward ? Self.refused : [])
  }

  @Test(arguments: StaySetting.days)
  func `nothing more where the guest is there already`(_ today: CivilDate) {
    var setting = StaySetting(today)
    setting.facts.consents = []
    let there = setting.stay(.inProgress, from: -9, until: 3)
    expectNoDifference(
      setting.problems(setting.stay(.extended, from: -9, until: 9), before: there), [])
    let confirmed = setting.stay(.confirmed, from: -9, until: 3)
    expectNoDifference(setting.problems(there, before: confirmed), Self.refused)
  }

  @Test func `anew where guest or family is another`() {
    var setting = StaySetting(StaySetting.days[0])
    setting.facts.consents = []
    let before = setting.stay(.met)
    let host = setting.stay(.met) { $0.host = Reference(RecordID(2)) }
    let guest = setting.stay(.met) { $0.case = Reference(RecordID(2)) }
    let back = setting.stay(.proposed) { $0.host = Reference(RecordID(2)) }
    for after in [host, guest, back] {
      expectNoDifference(setting.problems(after, before: before), Self.refused)
    }
    expectNoDifference(setting.problems(before, before: before), [])
  }
}
