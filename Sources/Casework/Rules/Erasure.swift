/// What is left of a record once the person whom it is about is erased: what numbers are made of, and
/// nothing that somebody wrote.
///
/// Year of birth, nationality, statuses, days, amounts and choices stay, so that no count changes; so does the
/// number of the case, which tells nothing without the rest (personal information, Act on the Protection of
/// Personal Information art. 2; what counts as anonymous among few is masked in reports).
package enum Erasure {
  /// Why somebody cannot be erased.
  ///
  /// The words are `refusal.cannotErase.<code>` in the label tables.
  package enum Lack: Hashable, Sendable {
    /// Work on a case of theirs goes on.
    case caseOpen(Link)
    /// A ledger is to be kept by law until after a day.
    case ledger(Link, until: CivilDate)
    /// It was done before.
    case done(Link)
  }

  /// Stands where a text was that a record cannot be without.
  package static let mark = "—"

  /// The values of a record that become others.
  package static func changes(
    of values: [String: FieldValue], in description: RecordDescription
  ) -> [String: FieldValue] {
    var changes: [String: FieldValue] = [:]
    let own = description.kind == .case ? Case.given : []
    for field in description.stored where !own.contains(field.name) {
      guard let value = values[field.name], !value.isAbsent else { continue }
      switch field.shape {
      case .text, .longText:
        let left: FieldValue = field.isRequired ? .text(mark) : .absent
        if value != left { changes[field.name] = left }
      default: break
      }
    }
    guard description.kind == .person else { return changes }
    if let birth = BirthDate(values), let year = CivilDate(year: birth.date.year, month: 1, day: 1)
    {
      changes[BirthDate.field] = .date(year)
      changes[BirthDate.precisionField] = DatePrecision.year.fieldValue
    }
    // Somebody has to be called something.
    changes[\Person.nameUsed] = .text(mark)
    return changes.filter { $0.value != values[$0.key] }
  }
}
