package import Casework
import Fold
package import Labels

/// Reads what somebody types to narrow a list: words such as `期限<30日` in any language or by their
/// stable codes, and beside them text to look for.
package struct FilterReader: Sendable {
  package let names: FilterNames
  let today: CivilDate
  let me: [Link]
  var languages: [Words] { names.languages }

  /// - Parameters:
  ///   - me: whom the word for oneself means.
  ///   - languages: the person's own first.
  package init(
    _ kind: RecordKind, today: CivilDate, me: [Link], languages: [Words],
    isForVolunteer: Bool = false
  ) {
    names = FilterNames(kind, languages: languages, isForVolunteer: isForVolunteer)
    self.today = today
    self.me = me
  }

  /// What was read, and what could not be.
  package struct Reading: Hashable, Sendable {
    package var query: ListQuery
    package var problems: [Problem]
  }

  /// What is said to the person; nothing of what they typed is dropped in silence.
  package enum Problem: Hashable, Sendable {
    /// It looks like a word but names nothing; it is looked for as text.
    case unknown(String)
    /// Nothing stands behind its sign yet; it does not narrow.
    case unfinished(String)
    /// What stands behind its sign means nothing of what it names; it does not narrow.
    case unreadable(String)

    /// Whether the list is not narrowed by it.
    package var isLeftOut: Bool { if case .unknown = self { false } else { true } }

    package func sentence(_ words: Words) -> String {
      switch self {
      case .unknown(let word): words("filter.unknown", word)
      case .unfinished(let word): words("filter.unfinished", word)
      case .unreadable(let word): words("filter.unreadable", word)
      }
    }
  }

  /// A list narrowed to what is typed.
  package func read(_ text: String, into query: ListQuery) -> Reading {
    var query = query
    query.words = []
    var plain: [String] = []
    var problems: [Problem] = []
    for token in FilterToken.tokens(of: text) {
      guard let sign = token.sign, !token.isQuoted else {
        plain.append(token.text)
        continue
      }
      guard let name = names.name(token.name) else {
        plain.append(token.raw)
        // A time of day or an address is text and nothing else.
        if token.name.contains(where: { !$0.isNumber }) { problems.append(.unknown(token.raw)) }
        continue
      }
      if token.value.isEmpty {
        problems.append(.unfinished(token.raw))
      } else if let operand = operand(token.value, of: name),
        case let word = FilterWord(name, sign, operand, isNegated: token.isNegated),
        word.filter(
          of: query.kind, on: today, isForVolunteer: names.isForVolunteer) != nil
      {
        query.words.append(word)
      } else {
        problems.append(.unreadable(token.raw))
      }
    }
    return Reading(
      query: query.searching(
        plain.filter { !$0.isEmpty }.joined(separator: " "), languages: languages),
      problems: problems)
  }

  // MARK: Behind the sign

  private func operand(_ text: String, of name: String) -> FilterWord.Operand? {
    guard let topic = names.topic(name) else { return nil }
    // A choice may be called like nothing, and is meant then.
    if let field = topic.field, field.shape.catalogue != nil,
      let choice = operand(text, of: field)
    {
      return choice
    }
    if text.isOne(of: "filter.none", FilterNames.nothing, languages) { return .nothing }
    return topic.field.map { operand(text, of: $0) } ?? days(text)
  }

  private func operand(_ text: String, of field: FieldFacts) -> FilterWord.Operand? {
    switch field.shape {
    case .text, .longText: return .text(text)
    case .number: return NumberText.read(text).map { .value(.number($0)) }
    case .flag:
      let isYes = text.isOne(of: "flag.true", ["true"], languages)
      let isNo = text.isOne(of: "flag.false", ["false"], languages)
      return isYes || isNo ? .value(.flag(isYes)) : nil
    case .date: return days(text)
    case .time, .instant: return nil
    case .choice(let catalogue), .choices(let catalogue):
      let codes = ChoiceReader(catalogue, words: languages).list(text) ?? []
      if codes.count == 1 { return .value(.code(codes[0])) }
      return codes.isEmpty ? nil : .value(.codes(codes))
    case .reference(let kind): return record(text, kind)
    }
  }

  private func record(_ text: String, _ kind: RecordKind) -> FilterWord.Operand? {
    if kind == me.first?.address.kind, text.isOne(of: "filter.me", ["me"], languages) {
      return .me(me)
    }
    if names.isForVolunteer { return nil }
    let number = RecordNumber.normalised(text)
    if !RecordDescription.of(kind).hasOwnNumber, RecordNumber.kind(of: number) == kind,
      let id = number.split(separator: "-").last.flatMap({ Int64($0) })
    {
      let address = RecordAddress(kind, RecordID(id))
      return .value(.link(Link(address, number: address.number)))
    }
    return Fold.words(text).isEmpty ? nil : .text(text)
  }

  /// So many days or weeks, a day so many days away, or a date.
  private func days(_ text: String) -> FilterWord.Operand? {
    let plain = JapaneseDigits.toASCII(text).lowercased()
    if plain.isOne(of: "filter.today", ["today"], languages) { return .day(0) }
    let digits = plain.prefix { $0.isASCII && $0.isNumber }
    let unit = String(plain.dropFirst(digits.count))
    if let count = Int(digits), count <= Self.mostDays {
      if unit.isOne(of: "filter.days", ["d"], languages) { return .days(count) }
      if unit.isOne(of: "filter.weeks", ["w"], languages) { return .days(count * 7) }
    }
    if let sign = plain.first, "+-".contains(sign),
      let count = Int(plain.dropFirst().filter { $0 != "d" }),
      count <= Self.mostDays
    {
      return .day(sign == "-" ? -count : count)
    }
    let monthFirst = languages.first?.hasNamedMonths != true
    if case .date(let date) = DateText.read(text, today: today, monthFirst: monthFirst) {
      return .value(.date(date))
    }
    return nil
  }

  private static let mostDays = 36_500
}

extension String {
  /// Whether it is a word of a row of alternatives in any language, or its stable form.
  fileprivate func isOne(of key: String, _ stable: [String], _ languages: [Words]) -> Bool {
    let folded = LabelFolding.key(self)
    return (stable + languages.flatMap { $0.alternatives(key) })
      .contains { LabelFolding.key($0) == folded }
  }
}
