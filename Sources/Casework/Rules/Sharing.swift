/// Which consents allow staff to tell somebody outside of a person (domain model 3.9).
///
/// What companies may learn is stricter still: see `Introduction`.
package enum Sharing {
  /// The consents of a scope that are in force on a day.
  ///
  /// A refusal or a withdrawal ends what was given before it, of its own recipient or, where it
  /// names none, of everybody; what was entered later on the same day counts.
  ///
  /// - Parameters:
  ///   - consents: what the person said, in the order in which it was entered.
  ///   - recipient: who is to be told; nil where it is enough that anybody of the scope may be.
  package static func consents(
    _ consents: [Consent], _ scope: ConsentScope, to recipient: String?, on day: CivilDate
  ) -> [Consent] {
    let about = consents.enumerated().filter { $0.element.isAbout(scope, recipient) }
    return about.filter { index, consent in
      guard consent.allows(scope, to: recipient, on: day), let given = consent.on else {
        return false
      }
      return !about.contains { later, ended in
        guard let end = ended.endedOn, end <= day else { return false }
        return end > given || end == given && later > index
      }
    }.map(\.element)
  }

  package static func isAllowed(
    by consents: [Consent], _ scope: ConsentScope, to recipient: String?, on day: CivilDate
  ) -> Bool {
    !self.consents(consents, scope, to: recipient, on: day).isEmpty
  }
}

extension Consent {
  /// The day on which the person said no, at once or later; nil where they have not.
  package var endedOn: CivilDate? { status == .given ? nil : withdrawnOn ?? on }

  /// Whether it says something of telling a recipient; a no to somebody else says nothing of all.
  fileprivate func isAbout(_ scope: ConsentScope, _ recipient: String?) -> Bool {
    guard self.scope == scope else { return false }
    return recipient.map(names) ?? (status == .given || self.recipient.isEmpty)
  }
}
