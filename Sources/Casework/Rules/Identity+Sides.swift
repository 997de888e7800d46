import Fold

extension Identity {
  /// What a row and a record say of one field.
  enum Comparison: Hashable {
    case same
    /// The same sound or reading, in other characters: 渡邉 and 渡辺 are two families.
    case writtenOtherwise
    /// Not the same, and no proof of anything: a spelling, a date that is not known to the day.
    case alike
    case different

    var isSame: Bool { self == .same || self == .writtenOtherwise }
  }

  struct Sides {
    let given: [String: FieldValue]
    let known: [String: FieldValue]
    let description: RecordDescription

    func areBoth(_ field: String) -> Bool {
      [given, known].allSatisfy { $0[field]?.isAbsent == false }
    }

    func compared(_ field: String) -> Comparison {
      let (a, b) = (given[field] ?? .absent, known[field] ?? .absent)
      if a == b { return field == BirthDate.field ? comparedBirth : .same }
      switch (field, a, b) {
      case (BirthDate.field, .date, .date): return comparedBirth
      case (Person.name(\.phone), .text(let one), .text(let other)): return Self.phones(one, other)
      case (Person.name(\.nationality), .code, .code): return comparedNationality
      case (Person.name(\.gender), .code(let one), .code(let other)):
        return [one, other].contains(Gender.preferNotToSay.rawValue) ? .alike : .different
      case (_, .text(let one), .text(let other)): return texts(field, one, other)
      case (_, .codes(let one), .codes(let other)):
        return Set(one) == Set(other) ? .same : .different
      default: return .different
      }
    }

    private func texts(_ field: String, _ one: String, _ other: String) -> Comparison {
      if description[field]?.shape == .longText { return other.contains(one) ? .same : .different }
      if Fold.identity(one) == Fold.identity(other) {
        return Fold.hasSameKanji(one, other) ? .same : .writtenOtherwise
      }
      let (a, b) = (Fold.key(one), Fold.key(other))
      if DuplicateFacts.nameFields.contains(field) || field == Host.name(\.name) {
        return DuplicateMatch.areAlike(a, b) ? .alike : .different
      }
      // An address is written with more or with less of it.
      return a == b || !a.isEmpty && b.contains(a) || !b.isEmpty && a.contains(b)
        ? .alike : .different
    }

    /// By the last digits, without the prefixes of a country and a trunk.
    private static func phones(_ one: String, _ other: String) -> Comparison {
      let digits = [one, other].map { DuplicateFacts.phoneEnding($0) }
      return digits[0].isEmpty || digits[1].isEmpty
        ? .alike : digits[0] == digits[1] ? .same : .different
    }

    private var comparedNationality: Comparison {
      func others(_ side: [String: FieldValue]) -> [String] {
        if case .codes(let codes)? = side[\Person.otherNationalities] { codes } else { [] }
      }
      func code(_ side: [String: FieldValue]) -> String {
        if case .code(let code)? = side[\Person.nationality] { code } else { "" }
      }
      let isSecond = others(given).contains(code(known)) || others(known).contains(code(given))
      return isSecond ? .alike : .different
    }

    // MARK: Dates of birth

    private func precision(_ side: [String: FieldValue]) -> DatePrecision? {
      let value = side[\Person.birthDatePrecision] ?? .absent
      return value.isAbsent ? .exact : DatePrecision(fieldValue: value)
    }

    private func birth(_ side: [String: FieldValue]) -> CivilDate? {
      side.value(of: \Person.birthDate)
    }

    private var comparedBirth: Comparison {
      guard let a = birth(given), let b = birth(known) else { return .different }
      let precisions = [precision(given), precision(known)]
      if precisions.allSatisfy({ $0 == .exact }) { return a == b ? .same : .different }
      // A precision that this program does not know is no ground to call two dates two.
      guard precisions.allSatisfy({ $0 != nil && $0 != .unknown }) else { return .alike }
      let isSameYear = a.year == b.year
      let isSame = precisions.contains(.year) ? isSameYear : isSameYear && a.month == b.month
      return isSame ? .alike : .different
    }

    /// Whether the dates of birth prove that two of one name are one person.
    var birthProof: Likeness {
      guard let a = birth(given), birth(known) != nil else { return .possible(.noBirthDate) }
      return comparedBirth == .same && !a.standsForUnknownDay
        ? .same : .possible(.standInDate)
    }
  }
}

extension CivilDate {
  /// 1 January and 1 July, which are written where nobody knows the day of a birth.
  package var standsForUnknownDay: Bool { day == 1 && (month == 1 || month == 7) }
}
