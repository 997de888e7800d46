import Fold

/// What is compared of two persons who may be the same; names are folded before.
package struct DuplicateFacts: Hashable, Sendable {
  /// The fields of a person it is made of.
  package static let fields = nameFields.union(
    Person.names(\.birthDate, \.birthDatePrecision, \.nationality, \.phone))
  package static let nameFields = Set(
    Person.names(\.nameRoman, \.nameKana, \.nameNative, \.nameUsed))

  /// Folded names by field: words between single blanks.
  package var names: [String: String] = [:]
  package var birthDate: CivilDate?
  package var precision: DatePrecision?
  package var nationality: Country?
  /// The last digits of the telephone number; empty where there are too few.
  package var phone = ""

  package init() {}

  /// Without the prefixes of a country and a trunk, which people write or leave out; empty where
  /// there are too few digits to tell anything.
  package static func phoneEnding(_ text: String) -> String {
    let digits = Fold.key(text).filter { ("0"..."9").contains($0) }
    return digits.count >= phoneDigits ? String(digits.suffix(phoneDigits)) : ""
  }

  private static let phoneDigits = 8
}

/// How alike two persons are, with the reasons.
package struct DuplicateMatch: Hashable, Sendable {
  package enum Reason: String, CaseIterable, Sendable {
    case sameRomanName, sameName, swappedName, similarName, similarSound
    case sameBirthDate, sameBirthMonth, sameBirthYear, nearBirthYear, swappedBirthDate
    case otherBirthDate
    case sameNationality, otherNationality
    case samePhone

    /// How much it says, for or against.
    var weight: Int {
      switch self {
      case .sameRomanName, .sameName: 50
      case .swappedName: 45
      case .similarName: 35
      case .similarSound: 25
      case .sameBirthDate, .samePhone: 40
      case .swappedBirthDate: 25
      case .sameBirthMonth: 15
      case .sameBirthYear, .sameNationality: 10
      // Ages are told in whole years, and by a year more where the first one counts as one.
      case .nearBirthYear: 0
      case .otherNationality: -20
      case .otherBirthDate: -25
      }
    }

    package var labelKey: String { "duplicateReason.\(rawValue)" }
  }

  package let reasons: [Reason]

  package var weight: Int { reasons.reduce(0) { $0 + $1.weight } }
  /// Whether it is so likely the same person that saving asks.
  package var isStrong: Bool { weight >= 85 }

  /// Nil where nothing much speaks for it: there has to be a name, how a name sounds or a telephone in
  /// common, and not more against it; how a name sounds says nothing without a date or a telephone.
  package init?(_ one: DuplicateFacts, _ other: DuplicateFacts) {
    let name = Self.nameReason(one, other)
    let phone: Reason? = !one.phone.isEmpty && one.phone == other.phone ? .samePhone : nil
    guard name != nil || phone != nil else { return nil }
    reasons = [
      name, Self.birthReason(one, other), Self.nationalityReason(one, other), phone,
    ].compactMap(\.self)
    if weight < 40 { return nil }
  }

  // MARK: Names

  private static func nameReason(_ one: DuplicateFacts, _ other: DuplicateFacts) -> Reason? {
    let romanName = Person.name(\.nameRoman)
    if let roman = one.names[romanName], roman == other.names[romanName] {
      return .sameRomanName
    }
    let pairs = one.names.values.flatMap { a in other.names.values.map { (a, $0) } }
    if pairs.contains(where: { $0 == $1 }) { return .sameName }
    if pairs.contains(where: { $0.contains(" ") && parts($0) == parts($1) }) {
      return .swappedName
    }
    if pairs.contains(where: isOneLetterApart) { return .similarName }
    return pairs.contains(where: Fold.areHeardAlike) ? .similarSound : nil
  }

  /// The words of a name, whatever their order.
  package static func parts(_ name: String) -> [Substring] { name.split(separator: " ").sorted() }

  /// Whether two names, folded for finding, may be two spellings of one.
  package static func areAlike(_ one: String, _ other: String) -> Bool {
    one == other || parts(one) == parts(other) || isOneLetterApart(one, other)
  }

  /// Short names are often one letter apart and mean others.
  private static let longName = 7

  /// Whether two long names differ in one letter: another, one more or one less.
  private static func isOneLetterApart(_ one: String, _ other: String) -> Bool {
    let a = one.unicodeScalars.filter { $0 != " " }
    let b = other.unicodeScalars.filter { $0 != " " }
    let (short, long) = a.count <= b.count ? (Array(a), Array(b)) : (Array(b), Array(a))
    guard short.count >= longName, long.count - short.count <= 1 else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    let rest = long.count == short.count ? short.dropFirst(same + 1) : short.dropFirst(same)
    return rest.elementsEqual(long.dropFirst(same + 1))
  }

  // MARK: Birth and nationality

  private static func birthReason(_ one: DuplicateFacts, _ other: DuplicateFacts) -> Reason? {
    guard let a = one.birthDate, let b = other.birthDate else { return nil }
    let precisions = [one.precision, other.precision].map { $0 ?? .exact }
    if precisions.contains(.unknown) { return nil }
    let isNear = abs(a.year - b.year) == 1
    if precisions.contains(.year) {
      return a.year == b.year ? .sameBirthYear : isNear ? .nearBirthYear : .otherBirthDate
    }
    let isSameMonth = (a.year, a.month) == (b.year, b.month)
    if precisions.contains(.month) { return isSameMonth ? .sameBirthMonth : .otherBirthDate }
    if a == b { return .sameBirthDate }
    if a == b.withDayAsMonth { return .swappedBirthDate }
    if isNear, (a.month, a.day) == (b.month, b.day) { return .nearBirthYear }
    return isSameMonth ? .sameBirthMonth : .otherBirthDate
  }

  private static func nationalityReason(
    _ one: DuplicateFacts, _ other: DuplicateFacts
  ) -> Reason? {
    guard let a = one.nationality, let b = other.nationality else { return nil }
    return a == b ? .sameNationality : .otherNationality
  }
}

extension CivilDate {
  /// The date with day and month exchanged, as the other way of writing dates would read it; nil
  /// where there is none.
  package var withDayAsMonth: CivilDate? { CivilDate(year: year, month: day, day: month) }
}
