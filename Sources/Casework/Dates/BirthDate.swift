/// A day of birth no more exactly than it is known: many people know the year alone, and some papers
/// say no more.
///
/// A record keeps it as a day (`birthDate`) and how much of that day is meant (`birthDatePrecision`).
/// Whatever shows, compares or writes it out goes by both: the rest of the day is invented.
package struct BirthDate: Hashable, Sendable {
  /// Of what is known in part any day of it.
  package let date: CivilDate
  /// Never `unknown`.
  package let precision: DatePrecision

  /// Nil where nothing is known.
  package init?(_ date: CivilDate?, _ precision: DatePrecision?) {
    guard let date, precision != .unknown else { return nil }
    self.date = date
    self.precision = precision ?? .exact
  }

  /// What the fields of a person, or of a case that borrows them, say.
  package init?(_ values: [String: FieldValue]) {
    self.init(
      values.value(of: \Person.birthDate), values.value(of: \Person.birthDatePrecision))
  }

  package static let field = Person.name(\.birthDate)
  package static let precisionField = Person.name(\.birthDatePrecision)

  /// Whether the day itself is known, so that it may tell one person from another.
  package var isExact: Bool { precision == .exact }

  /// `1990-03-05`, `1990-03` or `1990`: what is known, as it is read back.
  package var text: String {
    switch precision {
    case .month: String(date.description.prefix(7))
    case .year, .unknown: String(date.description.prefix(4))
    case .exact: date.description
    }
  }

  /// What stands for it in a list, a form or a file: a day that is known, else the text of what is.
  package var shown: FieldValue { isExact ? .date(date) : .text(text) }

  /// How old somebody is on a day; where the day of birth is not known, how old they become that year.
  package func years(on day: CivilDate) -> Int {
    let years = day.year - date.year
    guard precision == .exact, (day.month, day.day) < (date.month, date.day) else { return years }
    return years - 1
  }

  /// Whether two say the same, as far as both say anything.
  package func agrees(with other: BirthDate) -> Bool {
    let precision = max(precision, other.precision)
    switch precision {
    case .exact: return date == other.date
    case .month: return (date.year, date.month) == (other.date.year, other.date.month)
    case .year, .unknown: return date.year == other.date.year
    }
  }
}

extension DatePrecision: Comparable {
  /// What is known better comes first.
  package static func < (a: Self, b: Self) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

extension Card {
  /// The value of a field as it may be shown: a day of birth no more exactly than it is known.
  package func shown(_ field: String) -> FieldValue {
    guard field == BirthDate.field else { return self[field] }
    return [field: self[field], BirthDate.precisionField: self[BirthDate.precisionField]]
      .shown(field)
  }
}

extension [String: FieldValue] {
  /// The value of a field as it may be shown: a day of birth no more exactly than it is known.
  package func shown(_ field: String) -> FieldValue {
    guard field == BirthDate.field else { return self[field] ?? .absent }
    return BirthDate(self)?.shown ?? .absent
  }
}

extension BirthDate {
  /// Puts a day of birth that somebody typed, as `FieldValue.birth(_:today:)` reads it, into the
  /// two fields that keep it.
  ///
  /// How much is known follows from what was typed; a person who also chose a precision by hand
  /// knows no more than both say.
  ///
  /// - Parameters:
  ///   - values: only what was typed, chosen or emptied.
  ///   - before: what the record says of the precision, where there is a record.
  package static func separate(
    _ values: inout [String: FieldValue], before: DatePrecision? = nil
  ) {
    guard let typed = values[field] else { return }
    let chosen = values[precisionField].flatMap(DatePrecision.init(fieldValue:))
    let read: DatePrecision
    switch typed {
    case .date: read = .exact
    case .text(let text):
      guard case .known(let birth) = BirthDateText.read(text) else { return }
      values[field] = .date(birth.date)
      read = birth.precision
    case DatePrecision.unknown.fieldValue:
      values[field] = .absent
      values[precisionField] = typed
      return
    case .absent:
      if chosen == nil, before != nil { values[precisionField] = .absent }
      return
    default: return
    }
    let precision = chosen.map { max(read, $0) } ?? read
    if precision != before ?? .exact || chosen != nil {
      values[precisionField] = precision.fieldValue
    }
  }
}
