import Casework

/// What happens in an office, planned before any of it is saved.
///
/// Records have numbers of the script's own (`Draft.id`), also where they refer to each other;
/// `ScriptPlayer` puts the store's in their place.
///
/// The script is in causal order whatever days its stories ask for: see `CausalClock`.
struct Script {
  private(set) var steps: [Step] = []
  /// Records that were there before the script, by their number in it.
  private(set) var known: [RecordID: RecordAddress] = [:]
  private(set) var recordCount = 0
  private var clock = CausalClock()

  /// One change and when it is made.
  struct Step {
    /// The day it is told on, since 1970-01-01, in Japan.
    fileprivate(set) var day: Int
    /// When it happens: minutes since 1970-01-01 in Japan.
    fileprivate(set) var moment = 0
    let record: RecordID
    let change: Change
    /// Records whose latest change comes before this one, beside those that `change` refers to.
    let after: [RecordID]
  }

  mutating func draft<R: Record>(_ record: R) -> Draft<R> {
    recordCount += 1
    return Draft(id: RecordID(Int64(recordCount)), now: record)
  }

  /// A number for a record that the store already holds.
  mutating func existing(_ address: RecordAddress) -> RecordID {
    recordCount += 1
    let id = RecordID(Int64(recordCount))
    known[id] = address
    return id
  }

  /// Takes in a thread of work: its steps stay in their order, each day's within office hours.
  mutating func add(_ story: Story, using random: inout SplitMix64) {
    var thread = CausalClock.Thread()
    for var step in story.stepsByDay {
      let planned =
        if let last = thread.last(on: step.day) {
          last + random.number(1...7)
        } else {
          step.day * CausalClock.day + random.number(9 * 60...16 * 60)
        }
      step.moment = clock.note(step, planned: planned, in: &thread)
      steps.append(step)
    }
  }

  /// All steps in the order of time; of one minute, in the order in which they were told.
  var stepsInTime: [Step] { steps.ordered(by: \.moment) }
}

extension Script.Step {
  /// The records that its change refers to, by their numbers in the script.
  var references: [RecordID] {
    change.values.values.compactMap { value in
      guard case .link(let link) = value else { return nil }
      return link.address.id
    }
  }
}

/// A thread of work: a case, a host family, a gathering.
struct Story {
  private var steps: [Script.Step] = []
  /// The days on which the thread added its records, and changed them last.
  private var added: [RecordID: Int] = [:]
  private var latest: [RecordID: Int] = [:]

  /// Tells what changed about a record since it was told last; nothing where nothing did.
  ///
  /// - Parameters:
  ///   - day: when; where that is too early, the day of the latest step of the thread that it rests
  ///     on. What rests on other threads `CausalClock` sees to.
  ///   - after: records whose latest change comes first, beside those the record refers to.
  mutating func tell<R: Record>(
    _ draft: inout Draft<R>, on day: Int, _ command: DeskCommand, reason: String = "",
    after: [RecordID] = []
  ) {
    let values = draft.untold()
    guard !values.isEmpty else { return }
    let change = Change(R.kind, values: values, reason: reason, command: command.rawValue)
    var step = Script.Step(day: day, record: draft.id, change: change, after: after)
    let causes = step.references.map { added[$0] } + after.map { latest[$0] }
    step.day = draft.told(on: causes.compactMap(\.self).reduce(day, max))
    added[step.record] = added[step.record] ?? step.day
    latest[step.record] = step.day
    steps.append(step)
  }

  /// The steps by day; those of one day in the order in which they were told.
  fileprivate var stepsByDay: [Script.Step] { steps.ordered(by: \.day) }
}

extension Array {
  /// The elements by a key; those with the same key stay in their order.
  fileprivate func ordered(by key: (Element) -> Int) -> [Element] {
    enumerated().map { (key: key($0.element), offset: $0.offset) }
      .sorted { ($0.key, $0.offset) < ($1.key, $1.offset) }
      .map { self[$0.offset] }
  }
}
