import Casework
import Screens

/// What happens in an office, planned before any of it is saved.
///
/// Records have numbers of the script's own (`Draft.id`), also where they refer to each other;
/// `ScriptPlayer` puts the store's in their place.
struct Script {
  private(set) var steps: [Step] = []
  /// Records that were there before the script, by their number in it.
  private(set) var known: [RecordID: RecordAddress] = [:]
  private(set) var recordCount = 0

  /// One change and when it is made.
  struct Step {
    /// Days since 1970-01-01, in Japan.
    var day: Int
    /// Minutes since midnight, in Japan.
    var minute = 0
    let record: RecordID
    let change: Change
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
    var last: (day: Int, minute: Int)?
    for step in story.stepsByDay {
      let minute =
        if let last, last.day == step.day { last.minute + random.number(1...7) } else {
          random.number(9 * 60...16 * 60)
        }
      last = (step.day, minute)
      var timed = step
      timed.minute = minute
      steps.append(timed)
    }
  }

  /// All steps in the order of time.
  var stepsInTime: [Step] { steps.ordered { $0.day * 24 * 60 + $0.minute } }
}

/// A thread of work: a case, a host family, a gathering.
struct Story {
  private var steps: [Script.Step] = []

  /// Tells what changed about a record since it was told last.
  ///
  /// The changes of one record are told in the order of their days.
  mutating func tell<R: Record>(
    _ draft: inout Draft<R>, on day: Int, _ command: CommandName, reason: String = ""
  ) {
    let change = Change(
      R.kind, values: draft.untold(), reason: reason, command: command.rawValue)
    steps.append(Script.Step(day: day, record: draft.id, change: change))
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

/// A record while its story is told.
struct Draft<R: Record> {
  /// Its number in the script.
  let id: RecordID
  var now: R
  private var told: R?

  fileprivate init(id: RecordID, now: R) {
    self.id = id
    self.now = now
  }

  /// The stored fields that differ from what was told; they count as told from now on.
  fileprivate mutating func untold() -> [String: FieldValue] {
    defer { told = now }
    return now.changes(since: told)
  }
}

extension Draft {
  var reference: Reference<R> { Reference(id) }
}
