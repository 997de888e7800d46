import Cells
import Casework
import Labels
import Widgets
import Wording

/// How a case stands in law: its axes, what they usually allow, and what is due.
///
/// What no paper stands behind is said with "to be confirmed"; that the person may work is never said
/// without.
struct LegalLines {
  let words: Words
  let today: CivilDate

  private var texts: ValueText { ValueText(words) }
  private let description = RecordDescription.of(.case)

  /// The fields of a case that these lines say.
  static let fields: Set<String> = [
    "supportCategory", "supportCategoryConfirmed", "procedureStage", "procedureConfirmed",
    "statusOfResidence", "designatedActivityKind", "stayBasis", "stayExpires",
    "residenceConfirmed", "workPermission",
  ]

  init(words: Words, today: CivilDate) {
    self.words = words
    self.today = today
  }

  func lines(of card: Card, _ deadlines: [Card]) -> [LinesView.Line] {
    dueLines(deadlines) + axisLines(card) + usualLines(card)
  }

  // MARK: The axes

  private func axisLines(_ card: Card) -> [LinesView.Line] {
    let axes: [(fields: [String], confirmed: String)] = [
      (["supportCategory"], "supportCategoryConfirmed"),
      (["procedureStage"], "procedureConfirmed"),
      (
        ["statusOfResidence", "designatedActivityKind", "stayBasis", "stayExpires"],
        "residenceConfirmed"
      ),
    ]
    var lines: [LinesView.Line] = []
    var unknown: [String] = []
    for axis in axes {
      guard let first = axis.fields.first, !card[first].isAbsent else {
        unknown += axis.fields.prefix(1).compactMap { description[$0] }.map(label)
        continue
      }
      let isConfirmed = card[axis.confirmed] == .flag(true)
      lines += axis.fields.compactMap { name in
        description[name].flatMap { field in
          line(field, card[name], isConfirmed, isNameLong: isConfirmed && !isUnsure(name, card))
        }
      }
    }
    if let work = description["workPermission"] {
      if isPermissionUnknown(card) {
        unknown.append(label(work))
      } else {
        lines.append(workLine(work, card))
      }
    }
    if !unknown.isEmpty {
      let names = unknown.joined(separator: words("list.separator"))
      lines.insert(.pair(words("legal.unconfirmed"), names, role: .warning), at: 0)
    }
    return lines
  }

  /// Whether the long name of the value says of work what no paper does.
  private func isUnsure(_ name: String, _ card: Card) -> Bool {
    name == "designatedActivityKind" && isPermissionUnknown(card)
  }

  private func line(
    _ field: FieldFacts, _ value: FieldValue, _ isConfirmed: Bool, isNameLong: Bool
  ) -> LinesView.Line? {
    guard !value.isAbsent else { return nil }
    let text =
      isNameLong ? texts.text(value, of: field.shape) : texts.shortText(value, of: field.shape)
    var role = isConfirmed ? Role.plain : .warning
    if case .date(let day) = value, day < today { role = .error }
    return .pair(label(field), isConfirmed ? text : words("legal.toConfirm", text), role: role)
  }

  private func isPermissionUnknown(_ card: Card) -> Bool {
    let permission = card["workPermission"]
    return permission.isAbsent || permission == WorkPermission.toBeConfirmed.fieldValue
  }

  private func workLine(_ field: FieldFacts, _ card: Card) -> LinesView.Line {
    if let end = endOfStay(card) {
      return .pair(label(field), words("legal.workOfEndedStay", texts.text(end)), role: .error)
    }
    return .pair(label(field), texts.text(card["workPermission"], of: field.shape))
  }

  /// The last day of a stay that is over.
  private func endOfStay(_ card: Card) -> CivilDate? {
    guard case .date(let end) = card["stayExpires"], end < today else { return nil }
    return end
  }

  private func label(_ field: FieldFacts) -> String { texts.label(of: field, in: .case) }

  // MARK: What it usually allows

  private func usualLines(_ card: Card) -> [LinesView.Line] {
    guard let status = StatusOfResidence(fieldValue: card["statusOfResidence"]),
      let usual = Entitlement.of(
        status, DesignatedActivityKind(fieldValue: card["designatedActivityKind"]),
        StayBasis(fieldValue: card["stayBasis"]))
    else { return [] }
    let isConfirmed =
      card["residenceConfirmed"] == .flag(true) && !isPermissionUnknown(card)
      && endOfStay(card) == nil
    func said(_ key: String) -> String {
      let text = words(key)
      return usual.isUnverified ? words("legal.toConfirm", text) : text
    }
    return [
      .text(words("legal.usual"), role: .muted),
      .pair(
        words("legal.registration"),
        said("legal.registration.\(usual.residentRegistration ? "yes" : "no")")),
      .pair(
        words("legal.insurance"), said("legal.insurance.\(usual.healthInsurance ? "yes" : "no")")),
      .pair(words("legal.work"), isConfirmed ? said("legal.work.\(usual.work)") : unsure(usual)),
      .text(words("legal.source", usual.source, usual.checked), role: .muted),
    ]
  }

  /// Nothing says that the person may work while no paper says so.
  private func unsure(_ usual: Entitlement) -> String {
    words(
      usual.work == .no || usual.work == .exception
        ? "legal.workUsuallyNot" : "legal.workUnconfirmed")
  }

  // MARK: What is due

  /// The deadlines whose day of warning has come, at most six.
  private func dueLines(_ deadlines: [Card]) -> [LinesView.Line] {
    let due = deadlines.filter { card in
      if case .date(let warn) = card["warnFrom"] { warn <= today } else { true }
    }
    return due.prefix(6).compactMap { card in
      guard case .date(let date) = card["date"], let rule = description(of: card, "rule") else {
        return nil
      }
      return .pair(
        texts.text(card["date"], of: .date), words("legal.due", rule, standing(of: card)),
        role: date < today ? .error : .warning)
    }
  }

  private func standing(of card: Card) -> String {
    switch Deadline.State(fieldValue: card["state"]) {
    case .own:
      if case .date(let computed) = card["computed"] {
        words("legal.ownDate", texts.text(computed))
      } else {
        words(Deadline.State.own.labelKey)
      }
    case .toConfirm:
      words("legal.toConfirm", description(of: card, "doubts") ?? "")
    case .computed, nil: ""
    }
  }

  private func description(of card: Card, _ field: String) -> String? {
    RecordDescription.of(.deadline)[field].map { texts.text(card[field], of: $0.shape) }
  }
}
