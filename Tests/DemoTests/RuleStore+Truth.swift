import Casework

/// What is true in an office though no rule of a single record asks for it.
extension RuleStore {
  /// What a record says that is not so on that day.
  func untruths(
    in values: [String: FieldValue], _ before: [String: FieldValue]?, of address: RecordAddress,
    _ facts: CaseFacts
  ) -> [String] {
    switch address.kind {
    case .case: untruths(in: Case(values: values), facts)
    case .host: untruths(in: Host(values: values))
    case .homestay: untruths(in: Homestay(values: values), facts)
    case .placement: untruths(in: Placement(values: values), address)
    case .attendance: untruths(in: Attendance(values: values), before, address)
    case .referral: untruths(in: Referral(values: values), facts)
    default: []
    }
  }

  private func untruths(in record: Case, _ facts: CaseFacts) -> [String] {
    record.opened.map { $0 > facts.today } ?? true ? ["opened in the future"] : []
  }

  private func untruths(in host: Host) -> [String] {
    host.stage == .suspended && host.concern.text.isEmpty ? ["suspended without a concern"] : []
  }

  private func untruths(in stay: Homestay, _ facts: CaseFacts) -> [String] {
    var texts: [String] = []
    let isThere = stay.stage == .inProgress || stay.stage == .extended
    if isThere, let start = stay.start, start > facts.today {
      texts.append("there before it begins")
    }
    let isAllowed = facts.consents.contains { $0.allows(.hostFamilies, to: nil, on: facts.today) }
    if !stay.stage.isEnd, !isAllowed { texts.append("no consent to tell a host family") }
    return texts
  }

  private func untruths(in referral: Referral, _ facts: CaseFacts) -> [String] {
    let isAllowed = facts.consents.contains {
      $0.allows(referral.scope, to: referral.recipient, on: facts.today)
    }
    return referral.stage == .requested && !isAllowed ? ["no consent to tell its recipient"] : []
  }

  /// An offer that is accepted makes the other ways to work wait.
  private func untruths(in placement: Placement, _ address: RecordAddress) -> [String] {
    let others = ofPerson(Placement.self, placement.case)
      .filter { $0.address != address && !$0.record.stage.isEnd }.map(\.record.stage)
    let waits = placement.stage.isBeforeStart && others.contains(where: \.isAccepted)
    let makesWait = placement.stage.isAccepted && others.contains(where: \.isBeforeStart)
    return waits || makesWait ? ["two ways to work at once"] : []
  }

  private func untruths(
    in attendance: Attendance, _ before: [String: FieldValue]?, _ address: RecordAddress
  ) -> [String] {
    guard before == nil, attendance.result.holdsSeat else { return [] }
    let places = those(Attendance.self, about: .salon, attendance.salon.id).map(\.record)
    var texts: [String] = []
    let taken = places.count { $0.result.holdsSeat }
    if let capacity = one(Salon.self, attendance.salon).capacity, taken >= capacity {
      texts.append("no seat left")
    }
    if attendance.case != nil, places.contains(where: { $0.case == attendance.case }) {
      texts.append("twice at one gathering")
    }
    return texts
  }
}
