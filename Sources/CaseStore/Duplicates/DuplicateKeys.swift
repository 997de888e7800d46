import Casework
import Fold

extension DuplicateFacts {
  /// Is raised by one when `keys` gives others for the same person; a test says when.
  static let revision = 1

  /// The facts of a person, or of somebody who is being entered.
  init(_ given: [String: FieldValue]) {
    self.init()
    var values = given
    BirthDate.separate(&values)
    for field in Self.nameFields {
      guard case .text(let text)? = values[field] else { continue }
      let folded = Fold.key(text)
      if folded.count >= 2 { names[field] = folded }
    }
    birthDate = values.value(of: \Person.birthDate)
    precision = values.value(of: \Person.birthDatePrecision)
    nationality = values.value(of: \Person.nationality)
    if case .text(let text)? = values[\Person.phone] { phone = Self.phoneEnding(text) }
  }

  /// By what a person is found who may be the same.
  struct Key: Hashable {
    let text: String
    var isOfName = false
  }

  /// What is kept in the index: whoever shares a key may be the same person.
  var keys: Set<Key> {
    var keys = Set(
      names.values.map {
        Key(text: "n " + DuplicateMatch.parts($0).joined(separator: " "), isOfName: true)
      })
    if let exactBirth { keys.insert(Key(text: Self.key(ofBirth: exactBirth))) }
    if !phone.isEmpty { keys.insert(Key(text: "p " + phone)) }
    return keys
  }

  /// What is looked for: also the date that somebody wrote the other way round.
  var searchedKeys: Set<Key> {
    guard let swapped = birthDate?.withDayAsMonth else { return keys }
    return keys.union([Key(text: Self.key(ofBirth: swapped))])
  }

  /// By which who was born on a day is found, where all of it is known.
  static func key(ofBirth day: CivilDate) -> String { "b \(day)" }

  /// The months, as `1990-03`, of the days of birth that do not speak against this one; nil where any day
  /// is as good.
  var monthsNotAgainst: [String]? {
    exactBirth.map { birth in
      [birth, birth.withDayAsMonth].compactMap { $0.map(Self.month(of:)) }
    }
  }

  /// As `1990-03`.
  static func month(of day: CivilDate) -> String { String(day.description.prefix(7)) }

  /// The day of birth where it is known.
  var exactBirth: CivilDate? { precision ?? .exact == .exact ? birthDate : nil }
}
