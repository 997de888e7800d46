import Casework
import GRDB

extension Consequence {
  /// A concern suspends the host in the same step; see `HostSuspension`.
  static let suspension = Consequence(
    kinds: [.host, .hostAdult, .homestay], origins: .anew,
    following: { step, draft in { try step.suspendHost(after: $0, draft) } })
}

extension Step {
  fileprivate func suspendHost(after address: RecordAddress, _ draft: Draft) throws {
    guard
      HostSuspension.isRaised(by: draft.kind, before: draft.before?.values, after: draft.values),
      let concern = HostSuspension.concern(of: address, draft.values),
      let host = try db.record(concern.host),
      HostSuspension.suspends(Host(values: host.values).stage)
    else { return }
    var changes: [String: FieldValue] = [
      Host.name(\.stage): HostStage.suspended.fieldValue, Host.name(\.suspendedOn): .date(today),
    ]
    // The concern is in the words of the person who raised it; the desk asks where there are none.
    let words = reason.isEmpty ? concern.words : reason.fieldValue
    if host.values[\Host.concern]?.isAbsent != false, !words.isAbsent {
      changes[\Host.concern] = words
    }
    try update(host, changes)
  }
}
