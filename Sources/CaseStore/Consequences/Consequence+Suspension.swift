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
    guard HostSuspension.isRaised(by: draft.kind, before: draft.before?.values, after: draft.values),
      let place = draft.kind == .host ? address : draft.values["host"]?.link?.address,
      let host = try db.record(place), HostSuspension.suspends(Host(values: host.values).stage)
    else { return }
    var changes: [String: FieldValue] = [
      "stage": HostStage.suspended.fieldValue, "suspendedOn": .date(today),
    ]
    // In the words of who raised it; where there are none the desk asks.
    let notes = draft.kind == .hostAdult ? draft.values["notes"] ?? .absent : .absent
    let concern = reason.isEmpty ? notes : reason.fieldValue
    if host.values["concern"]?.isAbsent != false, !concern.isAbsent { changes["concern"] = concern }
    try update(host, changes)
  }
}
