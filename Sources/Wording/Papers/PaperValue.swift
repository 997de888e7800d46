import Casework
import Labels

/// What stands on a paper in one place, and where it was found.
struct PaperValue {
  var text: String
  /// Kind, field and number, for a proof.
  var source = ""
  /// What a box to be ticked is compared with.
  var code = ""
  /// Whether the person keeps it back from whom the paper goes to.
  var isKeptBack = false

  var isKnown: Bool { !text.isEmpty }
}

/// Finds what the names in a form stand for (`PaperName`): `residence.expires`, `work.company.home`.
struct PaperFacts {
  let subject: PaperSubject
  /// Of the paper; of a language without labels the English ones.
  let words: Words
  let language: String
  /// The record of the row of a table, in which `row` is looked up.
  var row: Card?

  private var texts: ValueText { ValueText(words) }

  /// - Parameter path: several with `/` between them, of which the first that is known counts.
  func value(_ path: String) -> PaperValue {
    let found = path.split(separator: "/").lazy.map { one(String($0)) }
    return found.first(where: \.isKnown) ?? found.first ?? PaperValue(text: "")
  }

  private func one(_ path: String) -> PaperValue {
    let parts = path.split(separator: "|", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    let form = parts.count > 1 ? parts[1] : ""
    if let said = plain(name) { return said }
    let steps = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard steps.count == 2 else { return PaperValue(text: "") }
    let card = steps[0] == "row" ? row : subject.card(steps[0])
    guard let card else { return PaperValue(text: "") }
    return value(of: card, steps[1], form)
  }

  /// What no record says.
  private func plain(_ name: String) -> PaperValue? {
    switch name {
    case "organisation.name": PaperValue(text: subject.organisation.name)
    case "organisation.phone": PaperValue(text: subject.organisation.phone)
    case "staff.name": PaperValue(text: subject.staff)
    case "today": PaperValue(text: day(subject.today))
    case "day": PaperValue(text: subject.day.map(day) ?? "")
    case "code": PaperValue(text: subject.code)
    case "married":
      subject.spouse.map { told($0, Person.name(\.householdRole), "", "yes") }
        ?? PaperValue(text: "")
    case "family":
      subject.detail?.household.first.map { told($0, Person.name(\.household), "", "yes") }
        ?? PaperValue(text: "")
    case "row.relation":
      row.map { card in
        let value = subject.relation(of: card)
        let name = Person.name(\.householdRole)
        return value.isAbsent ? PaperValue(text: "") : told(card, name, text(value, card, name))
      } ?? PaperValue(text: "")
    default: nil
    }
  }

  private func value(of card: Card, _ path: String, _ form: String) -> PaperValue {
    let hops = path.split(separator: ".").map(String.init)
    var card = card
    for hop in hops.dropLast() {
      guard case .link(let link) = card[hop], let next = subject.lookup(link.address) else {
        return PaperValue(text: "")
      }
      card = next
    }
    let field = hops.last ?? ""
    if let item = PaperName.withheldBy(card.address.kind, field), subject.withheld.contains(item) {
      return PaperValue(text: "", isKeptBack: true)
    }
    if field == "number" { return PaperValue(text: card.number) }
    if field == "home" { return home(of: card) }
    let value = card.shown(field)
    guard !value.isAbsent, let shown = Self.forms[form].map({ $0(self, value) }) ?? nil else {
      let text = form.isEmpty ? self.text(value, card, field) : ""
      return text.isEmpty ? PaperValue(text: "") : told(card, field, text, Self.code(value))
    }
    return shown.isEmpty ? PaperValue(text: "") : told(card, field, shown, Self.code(value))
  }

  /// Prefecture, town and street as they are written on an envelope; what an address says itself is not
  /// said twice.
  private func home(of card: Card) -> PaperValue {
    let fields = Person.names(\.address, \.city, \.prefecture).filter {
      RecordDescription.of(card.address.kind)[$0] != nil
    }
    var (text, sources) = ("", [String]())
    for field in fields {
      let part = self.text(card[field], card, field)
      guard !part.isEmpty, !text.hasPrefix(part) else { continue }
      text = part + text
      sources.append(told(card, field, part).source)
    }
    return PaperValue(text: text, source: sources.reversed().joined(separator: ", "))
  }

  private func told(
    _ card: Card, _ field: String, _ text: String, _ code: String = ""
  ) -> PaperValue {
    let kind = card.address.kind
    let description = RecordDescription.of(kind)
    var (home, number) = (kind, card.number)
    // What a case shows of its person stands in the person's own record.
    if case .borrowed(let via, let from)? = description[field]?.origin,
      case .link(let link) = card[via]
    {
      (home, number) = (from, link.number)
    }
    let label = description[field].map { texts.label(of: $0, in: kind) } ?? field
    return PaperValue(
      text: text, source: "\(words("kind.\(home.rawValue)")) \(label) \(number)", code: code)
  }

  private static func code(_ value: FieldValue) -> String {
    switch value {
    case .code(let code): code
    case .flag(let flag): flag ? "true" : "false"
    default: ""
    }
  }

  private func text(_ value: FieldValue, _ card: Card, _ field: String) -> String {
    switch value {
    case .date(let date): return day(date)
    case .text(let text):
      return field == BirthDate.field ? partialDay(text) : text
    case .link(let link): return texts.bareName(of: link)
    default:
      guard let facts = RecordDescription.of(card.address.kind)[field] else { return "" }
      return texts.readText(value, of: facts.shape)
    }
  }

  /// In Japanese by year, month and day; for whoever reads neither Japanese nor English in digits alone.
  private func day(_ date: CivilDate) -> String {
    if language == "ja" { return "\(date.year)年\(date.month)月\(date.day)日" }
    return language == "en" ? texts.text(date) : date.description
  }

  /// A day of birth of which no more is known: 1990年4月.
  private func partialDay(_ text: String) -> String {
    guard language == "ja" else { return text }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return zip(parts, ["年", "月", "日"]).map { "\($0)\($1)" }.joined()
  }

  /// Other ways to write a value; each gives nothing for what it does not fit.
  private static let forms: [String: @Sendable (PaperFacts, FieldValue) -> String?] = [
    "period": { _, value in
      guard case .number(let months) = value else { return "" }
      let (years, rest) = (months / 12, months % 12)
      return (years > 0 ? "\(years)年" : "") + (rest > 0 ? "\(rest)月" : "")
    },
    "days": { _, value in if case .number(let days) = value { "\(days)日" } else { "" } },
    "mobile": { _, value in value.phone(isMobile: true) },
    "landline": { _, value in value.phone(isMobile: false) },
    "roman": { _, value in
      if case .text(let text) = value, text.isInRomanLetters { text } else { "" }
    },
    "iso": { _, value in if case .date(let date) = value { date.description } else { nil } },
  ]
}

extension FieldValue {
  /// A telephone number of Japan where it is of that kind.
  fileprivate func phone(isMobile: Bool) -> String {
    guard case .text(let text) = self else { return "" }
    let digits = text.filter(\.isASCII).filter(\.isNumber)
    let isOfMobile = ["070", "080", "090", "8170", "8180", "8190"].contains {
      digits.hasPrefix($0)
    }
    return isOfMobile == isMobile ? text : ""
  }
}

extension PaperFacts {
  /// Stands where something is not known: room to write it.
  var pen: String { language == "ja" ? "＿＿＿＿＿＿＿＿" : "________________" }
}
