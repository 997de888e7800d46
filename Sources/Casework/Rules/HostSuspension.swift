/// What suspends a host at once, whoever enters it: a concern at any time (domain model 3.6).
package enum HostSuspension {
  /// Whether a record as it is saved raises a concern about its host: an adult of the household, a
  /// stay that ends for safety, or the words on the host's own page.
  ///
  /// - Parameter before: what the record was; nil where it is new.
  package static func isRaised(
    by kind: RecordKind, before: [String: FieldValue]?, after: [String: FieldValue]
  ) -> Bool {
    switch kind {
    case .hostAdult: HostAdult(values: after).result == .concern
    case .homestay:
      Homestay(values: after).endsForSafety
        && before.map { Homestay(values: $0).endsForSafety } != true
    case .host: Host(values: after).raisesConcern(before.map(Host.init(values:)) ?? Host())
    default: false
    }
  }

  /// The host whom a record is about, and the words in which it says what is feared.
  ///
  /// - Parameter address: of the record itself.
  package static func concern(
    of address: RecordAddress, _ values: [String: FieldValue]
  ) -> (host: RecordAddress, words: FieldValue)? {
    if address.kind == .host { return (address, .absent) }
    guard case .link(let link)? = values[\HostAdult.host] else { return nil }
    return (
      link.address, address.kind == .hostAdult ? values[\HostAdult.notes] ?? .absent : .absent
    )
  }

  /// Whether a host at this stage is suspended by a concern; one who is gone has no guests.
  package static func suspends(_ stage: HostStage) -> Bool { stage != .suspended && !stage.isGone }
}

extension Homestay {
  fileprivate var endsForSafety: Bool { stage.isEnd && endReason == .safetyConcern }
}

extension Host {
  /// A concern that was not there before, by somebody who says no stage with it.
  fileprivate func raisesConcern(_ before: Host) -> Bool {
    !concern.text.isEmpty && concern != before.concern && stage == before.stage
  }
}
