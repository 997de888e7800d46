import Casework
import GRDB

extension Consequence {
  /// What the latest update of a pledge says of its stage, its money and who takes part stands on the
  /// pledge.
  static let pledgeProgress = Consequence(
    kinds: [.pledgeUpdate], origins: .anew,
    following: { step, draft in
      let update = PledgeUpdate(values: draft.values)
      return { _ in try step.progress(by: update) }
    })

  /// Where somebody takes back that their story is told, it is told no more.
  static let untoldStories = Consequence(
    kinds: [.consent], origins: .anew,
    following: { step, draft in
      let consent = Consent(values: draft.values)
      guard consent.scope == .publicity, consent.status != .given else { return nil }
      return { _ in try step.withdrawStories(of: consent.case.id) }
    })

  /// What the organisation owes each year, or again with its next licence, is owed anew as soon as it
  /// is done.
  ///
  /// Another store did so itself.
  static let nextDuty = Consequence(
    kinds: [.duty], origins: [.person, .sheet],
    following: { step, draft in
      guard draft.changes[\Duty.done] != nil, let next = Duty(values: draft.values).next else {
        return nil
      }
      return { _ in try step.owe(next) }
    })
}

extension Step {
  fileprivate func progress(by update: PledgeUpdate) throws {
    guard let record = try db.record(RecordAddress(.pledge, update.pledge.id)) else { return }
    let latest = try db.records(\PledgeUpdate.pledge, .link(Link(record.address)))
      .compactMap { $0.values.value(of: \PledgeUpdate.on) ?? nil }.max()
    guard let on = update.on, on >= latest ?? on else { return }
    try self.update(record, as: Pledge.self) { pledge in
      pledge.stage = update.stage ?? pledge.stage
      pledge.participation = update.participation ?? pledge.participation
      if pledge.currency != nil { pledge.disbursed = update.disbursed ?? pledge.disbursed }
    }
  }

  /// What is owed later already, or was long ago, is not written once more.
  fileprivate func owe(_ duty: Duty) throws {
    guard let due = duty.due, due >= today.adding(months: -12) else { return }
    let later = try db.records(\Duty.type, duty.type.fieldValue).contains { record in
      let other = Duty(values: record.values)
      return other.licence == duty.licence && other.due.map { $0 >= due } ?? false
    }
    if !later { _ = try insert(.duty, duty.changes(since: nil)) }
  }

  fileprivate func withdrawStories(of id: RecordID) throws {
    let consents = try db.all(Consent.self, of: id).map(\.record)
    guard !HireStory.mayBeTold(consents, on: today) else { return }
    for row in try db.all(HireStory.self, of: id) where StoryStage.told.contains(row.record.stage) {
      guard let record = try db.record(RecordAddress(.story, row.id)) else { continue }
      try update(record, as: HireStory.self) { $0.stage = .withdrawn }
    }
  }
}
