/// What asks for a deadline to be kept.
package enum DeadlineCategory: String, Choice {
  /// Law whose day, once missed, can cost somebody the right to stay; somebody's safety.
  case critical
  /// Other law, or what is likely to be law and is to be confirmed.
  case legal
  /// What support organisations do by themselves.
  case practice
  /// Keeping in touch: from this day on the case is without contact.
  case contact

  package static let catalogueName = "deadlineCategory"

  package var isOfLaw: Bool { [.critical, .legal].contains(self) }
}

extension DeadlineRuleID {
  /// Whether the day opens something, so that nothing is missed once it is over.
  package var opens: Bool {
    [.renewalWindow, .sixMonthsSinceApplication, .eightMonthsSinceApplication].contains(self)
  }

  /// Whether a stay ends on the day: nobody's word makes it done, only a new row of the stay.
  package var endsStay: Bool {
    [.periodOfStay, .specialPeriod, .provisionalRelease, .stayWithoutStatus].contains(self)
  }
}

extension DeadlineRule {
  package var category: DeadlineCategory {
    switch id {
    case .contactOverdue: .contact
    case .appeal, .lawsuit, .periodOfStay, .specialPeriod, .provisionalRelease,
      .shortStayApplication, .statusAcquisition, .stayWithoutStatus, .oralHearing, .objection,
      .lawsuitYear, .decisionLawsuit, .orderLawsuit, .courtAppeal, .newMaterial, .supervisorsReport,
      .monitoringReport, .hostConcern,
      .stayUrgent, .guestWhereabouts:
      .critical
    // From that day on something may be done; nothing is missed yet.
    case _ where id.opens: .practice
    default: standing == .practice ? .practice : .legal
    }
  }

  /// All that may ask for it: papers weigh by what they are.
  package var categories: Set<DeadlineCategory> {
    id == .documentExpiry ? [category, .legal, .critical] : [category]
  }
}
