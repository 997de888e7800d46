package import Casework
package import Labels

/// Values of fields in words a person reads, in one language.
package struct ValueText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// A value in full; empty where there is none.
  package func text(_ value: FieldValue, of shape: Shape) -> String {
    switch value {
    case .absent: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .flag(let flag): words(flag ? "flag.true" : "flag.false")
    case .date(let date): text(date)
    case .time(let time): time.description
    case .instant(let instant): self.text(instant)
    case .code(let code): label(code, of: shape)
    case .codes(let codes):
      codes.map { label($0, of: shape) }.joined(separator: words("list.separator"))
    case .link(let link): text(link)
    }
  }

  /// A value in full to be read and not typed: great numbers have their thousands told apart, years
  /// do not.
  package func readText(_ value: FieldValue, of shape: Shape) -> String {
    guard case .number(let number) = value, abs(number) >= 10_000 else {
      return text(value, of: shape)
    }
    return ReportDigits.grouped(Double(number))
  }

  /// A value for a column: the short label of a choice where there is one, a link by its name.
  package func shortText(_ value: FieldValue, of shape: Shape) -> String {
    switch value {
    case .code(let code): shortLabel(code, of: shape)
    case .link(let link): name(of: link)
    case .text(let text): String(text.prefix { !$0.isNewline })
    case .number: readText(value, of: shape)
    default: text(value, of: shape)
    }
  }

  /// What a card says in a field; empty where its kind has no such field.
  package func text(_ card: Card, _ field: String) -> String {
    RecordDescription.of(card.address.kind)[field]
      .map { text(read(card, $0), of: $0.shape) } ?? ""
  }

  /// As `text(_:_:)`, in the words of a column.
  package func shortText(_ card: Card, _ field: String) -> String {
    RecordDescription.of(card.address.kind)[field]
      .map { shortText(read(card, $0), of: $0.shape) } ?? ""
  }

  /// What this person reads of a field: where names are written in Roman letters the field that says it
  /// so, else what stands there, a name with the number of its record.
  private func read(_ card: Card, _ field: FieldFacts) -> FieldValue {
    let description = RecordDescription.of(card.address.kind)
    let own = card.shown(field.name)
    let other = description.readField(field.name, in: words.names)
    guard other != field.name, case .text(let text) = own else { return own }
    if case .text = card[other] { return card[other] }
    guard description.titleFields.contains(field.name), !text.isInRomanLetters else { return own }
    return .text("\(card.number) \(text)")
  }

  /// A record by number and name.
  package func text(_ link: Link) -> String {
    let name = bareName(of: link)
    return name == link.number ? name : "\(link.number) \(name)"
  }

  /// A record by its name alone, by its number where it has no name; whoever reads names in Roman
  /// letters has the number beside a name without them.
  package func name(of link: Link) -> String {
    let name = bareName(of: link)
    guard words.names == .roman, name != link.number, !link.number.isEmpty, !name.isInRomanLetters
    else { return name }
    return "\(link.number) \(name)"
  }

  /// A record by its name and nothing beside, as it is written in Japan where the language writes
  /// names so; by its number where it has none.
  package func bareName(of link: Link) -> String {
    if words.names == .kana, !link.reading.isEmpty { return link.reading }
    return link.title.isEmpty ? link.number : title(of: link)
  }

  /// How colleagues are told apart in few cells: by the family name, which is the last in Roman letters;
  /// by their number for whoever cannot read it.
  package func familiarName(of link: Link) -> String {
    let names = bareName(of: link).split(whereSeparator: \.isWhitespace)
    guard let first = names.first, let last = names.last else { return link.number }
    if words.names == .kana { return String(first) }
    guard String(last).isInRomanLetters else {
      return link.number.isEmpty ? String(first) : link.number
    }
    return String(last)
  }

  /// The title of a link; of kinds that are recognised by a choice it is the code.
  private func title(of link: Link) -> String {
    let description = RecordDescription.of(link.address.kind)
    let catalogue = description.titleFields.first.flatMap { description[$0]?.shape.catalogue }
    guard let catalogue, catalogue.contains(link.title) else { return link.title }
    return words(catalogue.labelKey(link.title))
  }

  /// What a person recognises the record of a card by; empty where the card does not say.
  package func title(of card: Card) -> String {
    let names = RecordDescription.of(card.address.kind).titles(in: words.names)
    for name in names + [Person.name(\.alias)] {
      switch card[name] {
      case .text(let text): return text
      case .link(let link): return bareName(of: link)
      case .code(let code): return label(code, of: RecordDescription.of(card.address.kind)[name])
      default: continue
      }
    }
    return ""
  }

  /// The name of a record none of whose shown columns of names holds one, and the column to put it
  /// in, the one of this language where it is shown; nil where a name is there.
  ///
  /// - Parameter shown: which of the fields have a place.
  package func onlyName(
    of card: Card, in fields: [FieldFacts], shown: [Int]
  ) -> (column: Int, name: String)? {
    let names = RecordDescription.of(card.address.kind).titleFields
    let columns = shown.filter { names.contains(fields[$0].name) }.sorted()
    guard !columns.isEmpty, columns.allSatisfy({ card[fields[$0].name].isAbsent }) else {
      return nil
    }
    let own = words.names == .kana ? Person.name(\.nameKana) : Person.name(\.nameRoman)
    let column = columns.first { fields[$0].name == own } ?? columns[0]
    let name = title(of: card)
    return name.isEmpty ? nil : (column, name)
  }

  /// The moment by the clock and the calendar of Japan.
  package func text(_ instant: Instant) -> String {
    "\(text(instant.dateInJapan)) \(instant.timeInJapan?.description ?? "")"
  }

  /// A day as this person has dates written; before the first era by the western year alone.
  package func text(_ date: CivilDate) -> String {
    switch (words.dates, date.shortEraText) {
    case (.named, _): namedMonth(date)
    case (.iso, _), (_, nil): date.description
    case (.era, let era?): era
    case (.both, let era?): "\(date) \(era)"
    }
  }

  /// 2026-10-03 土 R08.10.03, in English Sat 3 Oct 2026: a day in the writing this person reads first.
  package func dateWithWeekdayAndEra(_ date: CivilDate) -> String {
    let western = words.dates == .named ? namedMonth(date) : date.description
    if words.hasNamedMonths, words.dates == .named {
      return words("date.full", words("weekday.\(date.weekday)"), western)
    }
    let writings = [western, date.shortEraText].compactMap(\.self)
    let ordered = words.dates == .era ? writings.reversed() : writings
    return ([ordered[0], words("weekday.\(date.weekday)")] + ordered.dropFirst())
      .joined(separator: " ")
  }

  /// 3 Oct 2026, 2026年10月3日.
  private func namedMonth(_ date: CivilDate) -> String {
    words("date.named", monthDay(date), String(date.year))
  }

  private func label(_ code: String, of field: FieldFacts?) -> String {
    field.map { label(code, of: $0.shape) } ?? code
  }

  private func label(_ code: String, of shape: Shape) -> String {
    shape.catalogue.map { words($0.labelKey(code)) } ?? code
  }

  private func shortLabel(_ code: String, of shape: Shape) -> String {
    guard let catalogue = shape.catalogue else { return code }
    let key = catalogue.labelKey(code)
    let short = words.text(ifAny: "\(key).short") ?? words(key)
    guard catalogue.name == CaseStatus.catalogueName, let status = CaseStatus(rawValue: code) else {
      return short
    }
    return "\(status.letter) \(short)"
  }
}

extension Shape {
  /// The closed list the values come from, where there is one.
  package var catalogue: Catalogue? {
    switch self {
    case .choice(let catalogue), .choices(let catalogue): catalogue
    default: nil
    }
  }
}
