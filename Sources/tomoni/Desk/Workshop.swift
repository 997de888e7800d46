import CaseStore
import Casework
import Foundation
import Screens
import Synchronization
import Terminal

/// Something long that is done beside the desk.
struct LongWork: Sendable {
  /// Told again and again how much of how much is done; false stops.
  typealias Tell = @Sendable (Int, Int) -> Bool

  /// For which page it is done.
  let page: PageID
  /// Whether nobody waits for it: it is not stopped by a key, and stops nothing else.
  let isQuiet: Bool
  let run: @Sendable (CaseStore, Tell) throws(Refusal) -> Reply
  /// What the desk is told meanwhile, and where it was refused or stopped.
  let tell: @Sendable (WorkProgress) -> Reply?
  let refused: @Sendable (Refusal) -> Reply

  init(
    page: PageID, isQuiet: Bool = false,
    run: @escaping @Sendable (CaseStore, Tell) throws(Refusal) -> Reply,
    tell: @escaping @Sendable (WorkProgress) -> Reply?,
    refused: @escaping @Sendable (Refusal) -> Reply
  ) {
    self.page = page
    self.isQuiet = isQuiet
    self.run = run
    self.tell = tell
    self.refused = refused
  }

  /// What answers a question of a page.
  init(
    page: PageID, run: @escaping @Sendable (CaseStore, Tell) throws(Refusal) -> PageAnswer,
    tell: @escaping @Sendable (WorkProgress) -> PageAnswer,
    refused: @escaping @Sendable (Refusal) -> PageAnswer
  ) {
    self.init(
      page: page,
      run: { store, told throws(Refusal) in .read(try run(store, told), for: page) },
      tell: { .read(tell($0), for: page) }, refused: { .read(refused($0), for: page) })
  }
}

/// Does long work on one thread with a store of its own; keys are answered meanwhile.
///
/// What is stopped leaves nothing half done: it is one reading, or one step, which the store takes
/// back.
final class Workshop: Sendable {
  private struct State {
    /// Which work the thread is on; each has its own number, so that what was stopped says no more.
    var number = 0
    /// What it is on; nil where it has nothing to do.
    var work: LongWork?
    var isStopped = false
    /// When the desk was told last.
    var told = ContinuousClock.now
    /// What is to be told: how far it is, and how it ended.
    var progress: Reply?
    var ends: [Reply] = []
  }

  private let state = Mutex(State())
  /// How often the desk is told how far it is.
  private static let pause = Duration.milliseconds(150)

  /// Begins work in the place of what is being done; another page whose work that was is told.
  func start(_ work: LongWork, through door: StoreDoor, at now: Instant) {
    let (number, isOvertaken) = state.withLock { state in
      let count = state.ends.count
      if let other = state.work, other.page != work.page {
        state.ends.append(other.refused(.stopped))
      }
      state.number += 1
      state.work = work
      state.isStopped = false
      state.progress = nil
      return (state.number, state.ends.count > count)
    }
    if isOvertaken { CursesScreen.wake() }
    let thread = Thread { [self] in
      let answer = perform(work, number, through: door, at: now)
      let isCurrent = state.withLock { state in
        guard state.number == number else { return false }
        state.work = nil
        state.progress = nil
        state.ends.append(answer)
        return true
      }
      if isCurrent { CursesScreen.wake() }
    }
    thread.start()
  }

  /// Lets what is being done end soon; the page is told that it was stopped.
  func stop() { state.withLock { $0.isStopped = true } }

  /// Whether something is being done, or its end was not told yet.
  var isBusy: Bool { state.withLock { $0.work != nil || !$0.ends.isEmpty } }

  /// What the desk is to be told.
  func take() -> [Reply] {
    state.withLock { state in
      defer { (state.progress, state.ends) = (nil, []) }
      return state.ends + [state.progress].compactMap(\.self)
    }
  }

  private func perform(
    _ work: LongWork, _ number: Int, through door: StoreDoor, at now: Instant
  ) -> Reply {
    let start = ContinuousClock.now
    do throws(Refusal) {
      let store = try door.open { now }
      return try work.run(store) { [self] done, total in
        let (goesOn, isDue) = state.withLock { state in
          let isDue = ContinuousClock.now - state.told >= Self.pause
          if isDue { state.told = .now }
          return (state.number == number && !state.isStopped, isDue)
        }
        if goesOn, isDue { say(work, number, Self.progress(done, total, since: start)) }
        return goesOn
      }
    } catch {
      return work.refused(error)
    }
  }

  private func say(_ work: LongWork, _ number: Int, _ progress: WorkProgress) {
    let isCurrent = state.withLock { state in
      guard state.number == number else { return false }
      state.progress = work.tell(progress)
      return state.progress != nil
    }
    if isCurrent { CursesScreen.wake() }
  }

  private static func progress(
    _ done: Int, _ total: Int, since start: ContinuousClock.Instant
  ) -> WorkProgress {
    let passed = (ContinuousClock.now - start) / .seconds(1)
    // Of the first part nobody can tell how long the others take.
    let left = done > 0 ? Int((passed / Double(done) * Double(total - done)).rounded(.up)) : nil
    return WorkProgress(done, of: total, secondsLeft: left)
  }

  /// Stops what is being done and waits until it has, so long at most.
  func close(within limit: Duration) {
    stop()
    let deadline = ContinuousClock.now + limit
    while state.withLock({ $0.work != nil }), .now < deadline {
      Thread.sleep(forTimeInterval: 0.01)
    }
  }
}
