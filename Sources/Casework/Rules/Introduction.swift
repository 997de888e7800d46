/// What a company may learn of somebody: the number of the case alone, until the screening of the
/// CV and without consent also after it (domain model 3.5).
package enum Introduction {
  /// The consents under which a company may be told of somebody on a day.
  ///
  /// A word about this company counts more than one about companies at large.
  package static func consents(
    _ consents: [Consent], to company: String, on day: CivilDate
  ) -> [Consent] {
    let about = consents.filter { $0.scope == .companies && $0.names(company) }
    let refused = about.filter { $0.status != .given && !$0.recipient.isEmpty }
      .compactMap { $0.withdrawnOn ?? $0.on }.max()
    return about.filter { consent in
      guard consent.allows(.companies, to: company, on: day), let on = consent.on else {
        return false
      }
      return refused.map { on > $0 || on == $0 && !consent.recipient.isEmpty } ?? true
    }
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
