import Cells
import Labels
import Widgets

/// Keys typed while the input method was left on.
extension Desk {
  /// What the desk knows of the person's input method.
  struct InputMethod: Hashable {
    /// Whether one of the keys of the command being given came through it.
    var isUsed = false
    /// Whether it was said that it is on, since text was last typed.
    var isTold = false
  }

  /// The key as a command reads it; in text it stays as it is.
  mutating func folded(_ key: Key) -> Key {
    if takesText {
      if case .character = key { inputMethod.isTold = false }
      return key
    }
    guard let meant = InputMethodFold.key(key) else { return key }
    inputMethod.isUsed = true
    return meant
  }

  /// Whether what is typed now is text, in which every character is meant as it is.
  private var takesText: Bool {
    overlays.last?.mode.takesText ?? false
  }

  /// Says once that the input method is on, unless there is something else to say.
  mutating func tellInputMethod() {
    guard inputMethod.isUsed, pressed.isEmpty else { return }
    inputMethod.isUsed = false
    guard !inputMethod.isTold, notice == nil else { return }
    inputMethod.isTold = true
    notice = Notice(text: words("desk.imeOn"))
  }

  /// Gives a command by its keys; asks first where an input method may have sent them.
  mutating func give(_ command: Command) -> [Effect] {
    guard inputMethod.isUsed, command.traits.contains(.asksFirst), command.lack(on: self) == nil
    else { return perform(command.name) }
    overlays.append(
      .ask(
        words("desk.imeQuestion", words("command.\(command.name.rawValue)")),
        yes: words("desk.yes"), no: words("desk.no"), .give(command.name)))
    return []
  }
}
