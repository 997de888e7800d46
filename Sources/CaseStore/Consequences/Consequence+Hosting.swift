import Casework
import GRDB

extension Consequence {
  /// An approved host has a guest from the beginning of a stay on, and none once the last one is over.
  static let hosting = Consequence(
    kinds: [.homestay], origins: [.person],
    following: { step, draft in
      let before = draft.before.map { Homestay(values: $0.values) }
      let now = Homestay(values: draft.values)
      guard before?.stage != now.stage || before?.host != now.host else { return nil }
      return { _ in
        for host in Set([before?.host.id, now.host.id].compactMap(\.self)) {
          try step.setHosting(of: host)
        }
      }
    })
}

extension Step {
  /// Only between approved and hosting: a host who rests, left or is suspended stays so.
  fileprivate func setHosting(of id: RecordID) throws {
    guard let record = try db.record(RecordAddress(.host, id)) else { return }
    let stays = try db.records(\Homestay.host, .link(Link(record.address)))
    let hasGuest = stays.contains { Homestay(values: $0.values).stage.isUnderWay }
    let (from, to): (HostStage, HostStage) =
      hasGuest ? (.approved, .hosting) : (.hosting, .approved)
    guard Host(values: record.values).stage == from else { return }
    try update(record, as: Host.self) { $0.stage = to }
  }
}
