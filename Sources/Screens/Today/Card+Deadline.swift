internal import Casework

/// What a row says that is a deadline.
extension Card {
  /// The rule of a deadline; nil for any other record.
  private var deadlineRule: DeadlineRuleID? {
    address.kind == .deadline ? DeadlineRuleID(fieldValue: self["rule"]) : nil
  }

  /// Whether it is a deadline that can cost the right to stay.
  var isCritical: Bool {
    deadlineRule.map { DeadlineRule.of($0)?.category ?? .critical == .critical } ?? false
  }

  /// Whether it is a deadline that is met by asking the guest.
  var isCheckInDue: Bool { deadlineRule?.isCheckIn == true }
}
