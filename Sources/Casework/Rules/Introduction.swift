/// What a company may learn of somebody: the number of the case alone, until the screening of the
/// CV and without consent also after it (domain model 3.5).
package enum Introduction {
  /// The consents under which a company may be told of somebody on a day.
  ///
  /// A refusal towards this company, or towards companies at large, ends what was given before it. On
  /// its own day only a consent that names the company still counts.
  package static func consents(
    _ consents: [Consent], to company: String, on day: CivilDate
  ) -> [Consent] {
    let about = consents.filter { $0.scope == .companies && $0.names(company) }
    let refused = about.filter { $0.status != .given }
      .compactMap { $0.withdrawnOn ?? $0.on }.max()
    return about.filter { consent in
      guard consent.allows(.companies, to: company, on: day), let on = consent.on else {
        return false
      }
      return refused.map { on > $0 || on == $0 && !consent.recipient.isEmpty } ?? true
    }
  }

  /// Whether it is known that the company was told of the person: by the stage itself, or by what was
  /// recorded on the way to an end.
  package static func isKnown(_ placement: Placement) -> Bool {
    if let step = placement.stage.step, let first = PlacementStage.cvScreening.step {
      return step >= first
    }
    let endsAfterIntroduction =
      PlacementStage.endsAfterStart + [
        .notSelected, .offerDeclined, .offerRetracted, .changeOfStatusRefused,
      ]
    return endsAfterIntroduction.contains(placement.stage) || placement.offerAcceptedOn != nil
      || placement.statusResult != nil
  }

  /// Whether the name may stand in what goes to the company of a placement.
  package static func showsName(
    _ placement: Placement, company: String, consents: [Consent], on day: CivilDate
  ) -> Bool {
    let isIntroduced =
      placement.stage.isIntroduced || placement.stage == .retained
      || PlacementStage.endsAfterStart.contains(placement.stage)
    return isIntroduced
      && self.consents(consents, to: company, on: day).contains { !$0.withheld.contains(.name) }
  }
}
