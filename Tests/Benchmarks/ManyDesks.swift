import Cells
import Foundation
import GRDB

/// Many desks on one store, each a key a second, some of them writing; or many sessions of volunteers
/// beside the desks that write.
struct ManyDesks {
  let program: String
  let store: String
  let count: Int
  let seconds: Int
  /// What those who read are: volunteers who came in over SSH, else staff.
  var sessions: SessionStore?
  private static let writers = 20

  /// One of them, and the key it waits for.
  private final class Seat {
    let run: TimedProgram
    let isWriter: Bool
    var next: ContinuousClock.Instant
    var sent: ContinuousClock.Instant?
    var last: ContinuousClock.Instant?
    var turn = 0

    init(_ run: TimedProgram, isWriter: Bool, next: ContinuousClock.Instant) {
      self.run = run
      self.isWriter = isWriter
      self.next = next
    }
  }

  /// An answer is over when nothing came for so long; shorter than until the next key.
  private static let gap = Duration.milliseconds(40)
  /// How far writers are from each other.
  private static let pagesApart = 4
  private static let size = Size(rows: 24, columns: 80)
  /// What readers do, in turns: rows mostly.
  private static let reading = ["j", "j", "j", "\u{6}", "j", "k", "j", "j"]

  func run(_ heading: String) throws {
    let writers = min(Self.writers, count)
    var seats: [Seat] = []
    var openings = Samples()
    for index in 0..<(sessions == nil ? count : count + writers) {
      let began = ContinuousClock.now
      let run = try start(index, isWriter: index < writers)
      _ = run.read(within: .seconds(20))
      if index >= writers { openings.add(ContinuousClock.now - began) }
      seats.append(Seat(run, isWriter: index < writers, next: .now))
    }
    let name = sessions == nil ? "desks" : "sessions and \(writers) desks"
    Columns.say(
      "\(heading): \(count) \(name); the first byte of a reader after \(Columns.text(openings.median)) ms"
    )
    settle(seats)
    tellMemory(of: seats, "at start")
    for (index, seat) in seats.enumerated() { lead(seat, index) }
    settle(seats)
    // What was written by opening, such as that a volunteer came in, is counted before.
    let before = try entries()
    var times = [false: Samples(), true: Samples()]
    var silent = 0
    let used = seats.map(\.run.processorTime)
    let begin = ContinuousClock.now
    for (index, seat) in seats.enumerated() {
      // People do not press their keys in the order of their desks: any two are far apart.
      seat.next = begin + .milliseconds(index * 619 % 1000)
      // A writer begins with the key that opens the choice of a status.
      seat.turn = seat.isWriter ? 0 : index
    }
    var writes = 0
    let end = begin + .seconds(seconds)
    while true {
      let now = ContinuousClock.now
      var wake = now + .milliseconds(20)
      var waiting = false
      for seat in seats {
        if let sent = seat.sent {
          if let last = seat.last, now - last >= Self.gap {
            times[seat.isWriter, default: Samples()].add(last - sent)
            (seat.sent, seat.last) = (nil, nil)
          } else if now - sent > .seconds(20) {
            silent += 1
            (seat.sent, seat.last) = (nil, nil)
          } else {
            waiting = true
            wake = min(wake, (seat.last ?? now) + Self.gap)
          }
        }
        guard seat.sent == nil, now < end else { continue }
        if seat.next <= now {
          let key = key(of: seat)
          if seat.isWriter, key.isWrite { writes += 1 }
          // From when it was due: a desk that is behind is late for its next key too.
          seat.sent = seat.next
          seat.run.send(key.text)
          seat.next += .seconds(1)
          waiting = true
        } else {
          wake = min(wake, seat.next)
        }
      }
      if now >= end, !waiting { break }
      read(seats, until: wake)
    }
    let wall = ContinuousClock.now - begin
    let cpu = zip(seats, used).reduce(Duration.zero) { $0 + ($1.0.run.processorTime - $1.1) }
    tellMemory(of: seats, "at the end")
    for seat in seats { seat.run.send("Q") }
    settle(seats)
    let written = try entries() - before
    Columns.say(Columns.row("", ["p50 ms", "p95", "p99", "max", "keys"]))
    for (isWriter, name) in [(false, "who reads"), (true, "who writes")] {
      let found = times[isWriter] ?? Samples()
      let figures = [0.5, 0.95, 0.99, 1].map { Columns.text(found.quantile($0)) }
      Columns.say(Columns.row("  " + name, figures + ["\(found.values.count)"]))
    }
    let share = cpu / wall * 100
    Columns.say(
      """
        writes asked \(writes), steps in the journal \(written), failed \(max(0, writes - written)); \
      keys without an answer \(silent); processor \(Columns.text(share)) % of one
      """)
  }

  private func start(_ index: Int, isWriter: Bool) throws -> TimedProgram {
    guard let sessions else {
      return try TimedProgram(
        program, ["demo", "--store", store], environment: ["LANG": "ja_JP.UTF-8"], size: Self.size)
    }
    if isWriter { return try sessions.desk(size: Self.size) }
    return try sessions.session(index - min(Self.writers, count), size: Self.size)
  }

  private func tellMemory(of seats: [Seat], _ when: String) {
    for isWriter in [false, true] {
      let runs = seats.filter { $0.isWriter == isWriter }.map(\.run)
      guard !runs.isEmpty else { continue }
      let own = runs.map { $0.memory("Private_Clean", "Private_Dirty") }.sorted()
      let pss = runs.reduce(0) { $0 + $1.memory("Pss") }
      Columns.say(
        """
          \(when), \(runs.count) who \(isWriter ? "write" : "read"): private memory of one \
        \(own[own.count / 2]) KiB (most \(own.last ?? 0)), PSS in all \(pss / 1024) MiB, of one \(pss / runs.count) KiB
        """)
    }
  }

  /// Each desk on a place of its own: nobody writes the record of another.
  private func lead(_ seat: Seat, _ index: Int) {
    // A volunteer's first screen is their list already.
    if sessions == nil || seat.isWriter { seat.run.send("2") }
    guard seat.isWriter else { return }
    _ = seat.run.press("fs", quiet: .milliseconds(100))
    _ = seat.run.press("active\r", quiet: .milliseconds(100))
    for _ in 0..<index * Self.pagesApart { _ = seat.run.press("\u{6}", quiet: .milliseconds(10)) }
  }

  /// A writer marks the status of one case after the other, which then leaves the list.
  private func key(of seat: Seat) -> (text: String, isWrite: Bool) {
    defer { seat.turn += 1 }
    guard seat.isWriter else { return (Self.reading[seat.turn % Self.reading.count], false) }
    return seat.turn.isMultiple(of: 2) ? ("m", false) : ("s", true)
  }

  private func settle(_ seats: [Seat]) {
    // All of them together: two looks at which nobody said anything more.
    var quiet = 0
    while quiet < 2 {
      read(seats, until: .now + .milliseconds(300))
      let said = seats.reduce(0) { $0 + $1.run.read(within: .zero) }
      quiet = said > 0 ? 0 : quiet + 1
    }
  }

  private func read(_ seats: [Seat], until wake: ContinuousClock.Instant) {
    var files = seats.map { pollfd(fd: $0.run.file, events: Int16(POLLIN), revents: 0) }
    let limit = max(.zero, wake - .now)
    let milliseconds = Int32((limit / .milliseconds(1)).rounded(.up))
    guard poll(&files, nfds_t(files.count), milliseconds) > 0 else { return }
    for (index, file) in files.enumerated() where file.revents != 0 {
      if seats[index].run.read(within: .zero) > 0, seats[index].sent != nil {
        seats[index].last = .now
      }
    }
  }

  /// How many steps the journal holds.
  private func entries() throws -> Int {
    try DatabaseQueue(path: store).read { db in
      try Int.fetchOne(db, sql: "SELECT count(DISTINCT step) FROM journal")
        ?? 0
    }
  }
}
