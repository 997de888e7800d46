/// Somebody whose case ended so long ago that what is known of them is not to be kept any longer, or why
/// it is.
package struct KeptPerson: Hashable, Sendable {
  /// Why it stays.
  ///
  /// The words are `kept.<code>` in the label tables.
  package enum Hold: Hashable, Sendable {
    /// As an erasure is refused: a case is open, or a ledger is to be kept.
    case refused(Erasure.Lack)
    /// Another case of theirs ended later, or something of a case is not done.
    case until(CivilDate, Link, DeadlineRuleID)
  }

  /// All of theirs.
  package var cases: [Link]
  /// Until when their first case was to be kept.
  package var until: CivilDate
  package var hold: Hold?
  /// What would go; nil where it stays.
  package var report: ErasureReport?

  package init(cases: [Link], until: CivilDate, hold: Hold? = nil, report: ErasureReport? = nil) {
    self.cases = cases
    self.until = until
    self.hold = hold
    self.report = report
  }
}
