package import Casework
package import Labels

/// How a case stands on its legal axes, in words.
///
/// What no paper stands behind is said with "to be confirmed"; that the person may work is never
/// said without.
package struct LegalText: Sendable {
  package struct Fact: Hashable, Sendable {
    package let label: String
    package let text: String
    package let standing: Standing
  }

  package enum Standing: Sendable {
    case confirmed
    case unconfirmed
    /// Its last day is over.
    case over
  }

  private let words: Words
  private let today: CivilDate
  private let card: Card
  private let description = RecordDescription.of(.case)

  private var texts: ValueText { ValueText(words) }

  /// - Parameter card: a case.
  package init(_ card: Card, words: Words, today: CivilDate) {
    self.card = card
    self.words = words
    self.today = today
  }

  /// The fields of a case that are said here.
  package static let fields = Set(
    Case.names(
      \.supportCategory, \.supportCategoryConfirmed, \.procedureStage, \.procedureConfirmed,
      \.statusOfResidence, \.designatedActivityKind, \.stayBasis, \.stayExpires,
      \.residenceConfirmed, \.workPermission))

  private static let axes: [(fields: [String], confirmed: String)] = [
    (Case.names(\.supportCategory), Case.name(\.supportCategoryConfirmed)),
    (Case.names(\.procedureStage), Case.name(\.procedureConfirmed)),
    (
      Case.names(\.statusOfResidence, \.designatedActivityKind, \.stayBasis, \.stayExpires),
      Case.name(\.residenceConfirmed)
    ),
  ]

  /// What is known of the axes; what nobody has said stands first, in one fact.
  package var facts: [Fact] {
    var facts: [Fact] = []
    var unknown: [String] = []
    for axis in Self.axes {
      guard let first = axis.fields.first, !card[first].isAbsent else {
        unknown += axis.fields.prefix(1).compactMap { description[$0] }.map(label)
        continue
      }
      let isConfirmed = card[axis.confirmed] == .flag(true)
      facts += axis.fields.compactMap { name in
        description[name].flatMap { fact($0, isConfirmed) }
      }
    }
    if let work = description[\Case.workPermission] {
      if isPermissionUnknown { unknown.append(label(work)) } else { facts.append(self.work(work)) }
    }
    if !unknown.isEmpty {
      let names = unknown.joined(separator: words("list.separator"))
      facts.insert(
        Fact(label: words("legal.unconfirmed"), text: names, standing: .unconfirmed), at: 0)
    }
    return facts
  }

  /// Of the facts those of why we help; that nobody has said it is one too.
  package var category: [Fact] {
    let name = Case.name(\.supportCategory)
    guard let field = description[name] else { return [] }
    let isConfirmed = card[\Case.supportCategoryConfirmed] == .flag(true)
    return [
      fact(field, isConfirmed)
        ?? Fact(label: label(field), text: words("legal.unconfirmed"), standing: .unconfirmed)
    ]
  }

  /// Whether the person may work, said in every case.
  package var permission: Fact? {
    description[\Case.workPermission].map { field in
      isPermissionUnknown
        ? Fact(label: label(field), text: words("legal.unconfirmed"), standing: .unconfirmed)
        : work(field)
    }
  }

  /// An axis in the short words of one row, with "to be confirmed" where no paper stands behind it.
  ///
  /// - Parameter name: its first field.
  package func short(_ name: String) -> Fact? {
    guard let axis = Self.axes.first(where: { $0.fields.first == name }),
      let field = description[name]
    else { return nil }
    guard !card[name].isAbsent else {
      return Fact(label: label(field), text: words("legal.unconfirmed"), standing: .unconfirmed)
    }
    let said = axis.fields.compactMap { description[$0] }.filter { $0.shape != .date }
      .map { texts.shortText(card[$0.name], of: $0.shape) }.filter { !$0.isEmpty }
      .joined(separator: "  ")
    let isConfirmed = card[axis.confirmed] == .flag(true)
    return Fact(
      label: label(field), text: isConfirmed ? said : words("legal.toConfirm", said),
      standing: isConfirmed ? .confirmed : .unconfirmed)
  }

  private func fact(_ field: FieldFacts, _ isConfirmed: Bool) -> Fact? {
    let value = card[field.name]
    guard !value.isAbsent else { return nil }
    // The long name of a kind may say of work what no paper does.
    let isNameLong =
      isConfirmed && !(field.name == Case.name(\.designatedActivityKind) && isPermissionUnknown)
    let text =
      isNameLong ? texts.text(value, of: field.shape) : texts.shortText(value, of: field.shape)
    var standing = isConfirmed ? Standing.confirmed : .unconfirmed
    if case .date(let day) = value, day < today { standing = .over }
    return Fact(
      label: label(field), text: isConfirmed ? text : words("legal.toConfirm", text),
      standing: standing)
  }

  package var isPermissionUnknown: Bool {
    card[\Case.workPermission].isAbsent
      || card.value(of: \Case.workPermission) == .toBeConfirmed
  }

  private func work(_ field: FieldFacts) -> Fact {
    if let end = endOfStay {
      return Fact(
        label: label(field), text: words("legal.workOfEndedStay", texts.text(end)),
        standing: .over)
    }
    return Fact(
      label: label(field), text: texts.text(card[\Case.workPermission], of: field.shape),
      standing: .confirmed)
  }

  /// The last day of a stay that is over.
  package var endOfStay: CivilDate? {
    guard let end = card.value(of: \Case.stayExpires), end < today else { return nil }
    return end
  }

  private func label(_ field: FieldFacts) -> String { texts.label(of: field, in: .case) }
}
