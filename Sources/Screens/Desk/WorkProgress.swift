/// How far something long has come that is done beside the desk.
package struct WorkProgress: Hashable, Sendable {
  package var done: Int
  package var total: Int
  /// How long it will take about; nil while nobody can tell.
  package var secondsLeft: Int?

  package init(_ done: Int, of total: Int, secondsLeft: Int? = nil) {
    self.done = done
    self.total = total
    self.secondsLeft = secondsLeft
  }
}
