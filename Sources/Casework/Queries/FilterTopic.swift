/// What a filter word asks about in the records of a kind.
package enum FilterTopic: Hashable, Sendable {
  case field(FieldFacts)
  /// The deadlines of a case that are still to be kept, of law and of practice; being in touch is
  /// a topic of its own.
  case deadline
  /// When somebody was last reached, or since when nobody was.
  case contact

  /// The words that mean another field in each kind, by their stable names.
  package static let shared = ["status", "owner", "due", "contact", "day"]

  /// The days that a kind runs out on, the first there is.
  private static let lastDays = ["due", "expires", "expiresOn", "until", "end", "nextActionDue"]

  /// Nil for a word that means nothing of the kind.
  ///
  /// - Parameters:
  ///   - name: one of the shared words, or a field's own name.
  ///   - isForVolunteer: whether only what a volunteer may see counts.
  package init?(_ name: String, of kind: RecordKind, isForVolunteer: Bool = false) {
    let description = RecordDescription.of(kind)
    let field: FieldFacts? =
      switch name {
      case "status": description.statusField
      case "owner": description.ownerField
      case "due": Self.lastDay(of: description)
      case "day": description.timelineField.flatMap { description[$0] }
      default: description[name]
      }
    if !isForVolunteer, description[\Case.contactDue] != nil {
      if name == "contact" { self = .contact; return }
      if name == "due" { self = .deadline; return }
    }
    guard let field, field.isAskedInWords, !isForVolunteer || field.audience == .assigned else {
      return nil
    }
    self = .field(field)
  }

  private static func lastDay(of description: RecordDescription) -> FieldFacts? {
    if description[\DeadlineRecord.warnFrom] != nil { return description[\DeadlineRecord.date] }
    return lastDays.lazy.compactMap { description[$0] }.first { $0.shape == .date }
  }

  package var field: FieldFacts? { if case .field(let field) = self { field } else { nil } }

  /// Whether it is asked of by days.
  package var isDay: Bool { field.map { $0.shape == .date } ?? true }
}

extension FieldFacts {
  fileprivate var isAskedInWords: Bool {
    switch shape {
    case .instant, .time: false
    default: true
    }
  }
}
