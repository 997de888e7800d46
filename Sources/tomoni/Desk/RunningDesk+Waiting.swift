import CaseStore
import Casework
import Cells
import Screens
import Terminal

/// What is asked while another process has the store: it is tried again in short slices, and the
/// person sees that and can stop it.
extension RunningDesk {
  /// How long it is tried at most.
  private static let longest = Duration.seconds(30)
  /// How long a look at the keys waits for one, in milliseconds: so that a store that refuses at
  /// once is not asked without a pause.
  private static let breath = 20

  /// Asks the store; nil where there is nothing to answer, or where the desk ends meanwhile.
  ///
  /// - Parameter waits: whether the person would wait; false once they stopped.
  mutating func answer(_ effect: Effect, _ waits: inout Bool) -> Reply? {
    var reply = store.reply(to: effect)
    if waits, reply?.refusal == .busy {
      beginWaiting()
      let deadline = ContinuousClock.now + Self.longest
      repeat {
        waits = takeKeys(Self.breath) && .now < deadline
        guard waits, end == nil else { break }
        look()
        if end == nil { reply = store.reply(to: effect) }
      } while end == nil && reply?.refusal == .busy
      // What was pressed meanwhile was meant for the screen as it was.
      _ = takeKeys(0)
      desk.isWaiting = false
    }
    guard end == nil else { return nil }
    if let refusal = reply?.refusal { meet(refusal) }
    return end == nil ? reply : nil
  }

  private mutating func beginWaiting() {
    // Whatever comes of the wait, what is typed is kept.
    perform(keeping: desk.update(.tick))
    desk.isWaiting = true
    screen.present(desk)
  }

  /// Takes what the person did while they wait; false where they stop waiting.
  private mutating func takeKeys(_ milliseconds: Int) -> Bool {
    var timeout = milliseconds
    var goesOn = true
    while end == nil {
      let event = take(within: timeout)
      timeout = 0
      switch event {
      case .tick: return goesOn
      case .key where desk.isHidden, .paste where desk.isHidden:
        owed += desk.update(event)
        screen.present(desk)
      case .key(let key): if KeyMode.waiting.meaning(of: key) != nil { goesOn = false }
      case .paste, .pasteTooLong: break
      case .resize, .found:
        owed += desk.update(event)
        screen.present(desk)
      case .resumed:
        screen.repaint()
        screen.present(desk)
      case .ended:
        perform(keeping: desk.update(.ended))
        end = .ended
      }
    }
    return false
  }
}

extension Reply {
  /// Why the store did not do it.
  fileprivate var refusal: Refusal? {
    if case .refused(_, let refusal) = self { refusal } else { nil }
  }
}
