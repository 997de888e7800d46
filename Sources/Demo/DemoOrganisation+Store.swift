package import CaseStore
import Casework

extension DemoOrganisation {
  /// Fills the store at `path`, made where there is none, unless it has cases already.
  ///
  /// One transaction: whoever stops it halfway leaves a store without cases, which the next call
  /// fills.
  /// - Parameter progress: called after each new case with the number of cases so far and in all.
  /// - Throws: `Refusal`, and what `progress` throws to stop.
  package func fill(
    storeAt path: String, progress: (_ done: Int, _ total: Int) throws -> Void
  ) throws {
    // The moment of the story, not of the filling, is the one the journal keeps.
    var now = Instant(Int64(Office.founded(today.dayNumber) * 86_400))
    do {
      try StoreSetup.create(
        path, organisation: Self.name(in: language), coordinator: Self.coordinator(in: language),
        isDemo: true, clock: { now })
    } catch .storeExists {}
    let store = try CaseStore.open(path, as: .coordinator(coordinator), clock: { now })
    guard try store.count(ListQuery(.case)).value == 0 else { return }
    try store.bulk(filling: true) { writer in
      try fill(
        { change, instant in
          now = instant
          return try writer.save(change)
        }, progress: progress)
    }
    try tellWhatWasSeen(in: store)
  }

  /// Lets owners have seen what a supervisor would else be told of, but for a few deadlines.
  ///
  /// They follow from all that was told, so this comes last, and of few: each is a line of the journal. Of a
  /// very large organisation it is not told.
  package func tellWhatWasSeen(in store: CaseStore) throws {
    guard detail == .full else { return }
    let today = store.today
    let open = ListQuery(
      .deadline, filters: [FieldFilter(\DeadlineRecord.supervisorFrom, .upTo(today))])
    let seen = try store.page(open, .first, count: cases * Self.mostOfCase).cards
      .filter { $0.address.id.rawValue % Self.oneUnseenIn != 0 }
    try store.bulk { writer in
      for card in seen {
        guard let owner = card.value(of: \DeadlineRecord.owner),
          let change = Sighting.change(
            of: card, on: today, by: Link(RecordAddress(.staff, owner.id)),
            command: JournalCommand.saw.rawValue)
        else { continue }
        _ = try writer.save(change)
      }
    }
  }

  private static let mostOfCase = 20
  private static let oneUnseenIn: Int64 = 9
}
