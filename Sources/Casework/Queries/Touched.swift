/// Whom a save concerns beside the record that it was about.
package struct Touched: Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    /// A consent was taken back or refused: these were told something, and are to stop.
    case recall
    /// A host was suspended: these stay there, or are to.
    case suspension
    /// Somebody accepted an offer: these other ways to work wait for it.
    case pause
    /// A consent was taken back: these volunteers saw the case, and do not any more.
    case unassigned
    /// A case ended: these volunteers see it today, and then no more.
    case closing
    /// These changed other fields of the record meanwhile, which stay as they left them.
    case beside
  }

  package let cause: Cause
  /// The consent, the host, the placement.
  package let subject: Link
  package let whom: [Link]
  /// Whether nobody has said yet what is feared.
  package let isUnexplained: Bool

  package init(_ cause: Cause, _ subject: Link, _ whom: [Link], isUnexplained: Bool = false) {
    self.cause = cause
    self.subject = subject
    self.whom = whom
    self.isUnexplained = isUnexplained
  }
}
