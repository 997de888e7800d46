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

  /// What is kept in the index: whoever shares a key may be the same person.
  var keys: Set<String> {
    var keys = Set(
      names.values.map { "n " + DuplicateMatch.parts($0).joined(separator: " ") })
    if let birthDate, precision ?? .exact == .exact { keys.insert("b \(birthDate)") }
    if !phone.isEmpty { keys.insert("p " + phone) }
    return keys
  }

  /// What is looked for: also the date that somebody wrote the other way round.
  var searchedKeys: Set<String> {
    guard let swapped = birthDate?.withDayAsMonth else { return keys }
    return keys.union(["b \(swapped)"])
  }
}
