/// One key as a person pressed it.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// Control with a lower-case letter, such as `control("c")`.
  case control(Character)
  case function(Int)
  case enter, tab, backTab, escape, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown

  /// Whether the key takes back what was begun: Esc, and what other programs have taught.
  package var cancels: Bool { [.escape, .control("c"), .control("g")].contains(self) }
}
