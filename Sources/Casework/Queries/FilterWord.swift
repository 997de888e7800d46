/// A word that narrows a list, such as `期限<30日`: what is asked about what, in no language.
///
/// It is kept as it was meant, with days from today and the person as oneself, so that it holds on
/// another day and for somebody else.
package struct FilterWord: Hashable, Sendable {
  /// What stands between a name and what is asked of it; for days ahead and back `<` and `<=` are
  /// one.
  package enum Sign: String, CaseIterable, Sendable {
    case `is` = ":"
    case below = "<"
    case atMost = "<="
    case above = ">"
    case atLeast = ">="
  }

  package enum Operand: Hashable, Sendable {
    case value(FieldValue)
    /// Within so many days: ahead, or back where a field tells what has happened.
    case days(Int)
    /// The day so many days from today.
    case day(Int)
    /// Part of a text, or of what a record is called.
    case text(String)
    /// Whoever asks, and those they stand in for.
    case me([Link])
    /// Nothing stands in the field.
    case nothing
  }

  /// One of the shared names or a field's own.
  package var name: String
  package var sign: Sign
  package var operand: Operand
  package var isNegated: Bool

  package init(_ name: String, _ sign: Sign, _ operand: Operand, isNegated: Bool = false) {
    self.name = name
    self.sign = sign
    self.operand = operand
    self.isNegated = isNegated
  }

  /// What a field must hold; nil for a word that means nothing of the kind.
  package func filter(
    of kind: RecordKind, on today: CivilDate, isForVolunteer: Bool = false
  ) -> FieldFilter? {
    switch FilterTopic(name, of: kind, isForVolunteer: isForVolunteer) {
    case nil: return nil
    case .contact: return contact(on: today)
    case .deadline: return deadline(on: today)
    case .field(let field):
      return test(of: field, on: today).map { FieldFilter(field.name, negated($0)) }
    }
  }

  private func negated(_ test: FieldFilter.Test) -> FieldFilter.Test {
    isNegated ? .not(test) : test
  }

  /// Whether nobody was reached for so long follows the rule that counts these days, from the
  /// opening of the case where nobody ever was.
  private func contact(on today: CivilDate) -> FieldFilter? {
    guard case .days(let days) = operand else {
      return RecordDescription.of(.case)[\Case.lastContact].flatMap { test(of: $0, on: today) }
        .map { FieldFilter(\Case.lastContact, negated($0)) }
    }
    let isWithout = [.above, .atLeast].contains(sign) != isNegated
    guard isWithout, let rule = DeadlineRule.of(.contactOverdue) else {
      return FieldFilter(\Case.lastContact, .from(today.adding(days: -days)))
    }
    return FieldFilter(\Case.contactDue, .upTo(today.adding(days: rule.amount - days)))
  }

  private func deadline(on today: CivilDate) -> FieldFilter? {
    let categories: [DeadlineCategory] = [.critical, .legal, .practice]
    var filters: [FieldFilter] = [
      .open, FieldFilter(\DeadlineRecord.category, .equals(.codes(categories.map(\.rawValue)))),
    ]
    if operand != .nothing {
      let field = RecordDescription.of(.deadline)[\DeadlineRecord.date]
      guard let test = field.flatMap({ test(of: $0, on: today) }) else { return nil }
      filters.append(FieldFilter(\DeadlineRecord.date, test))
    }
    let told = FieldFilter.Test.told(.deadline, filters)
    return FieldFilter(
      RecordDescription.caseField, isNegated != (operand == .nothing) ? .not(told) : told)
  }
}

extension FilterWord {
  /// What a field must hold, not negated; nil where the word cannot be asked of it.
  private func test(of field: FieldFacts, on today: CivilDate) -> FieldFilter.Test? {
    switch (operand, field.shape) {
    case (.nothing, _): .absent
    case (.me(let links), .reference):
      links.count == 1 ? .equals(.link(links[0])) : .among(links)
    case (.text(let text), .reference): .named(text)
    case (.text(let text), .text), (.text(let text), .longText): .holds(text)
    case (.value(.number(let number)), .number): test(of: number)
    case (.value(.date(let date)), .date): test(of: date)
    case (.day(let days), .date): test(of: today.adding(days: days))
    case (.days(let days), .date): test(days: days, on: today, isPast: field.days == .past)
    case (.value(let value), _): .equals(value)
    default: nil
    }
  }

  private func test(of number: Int) -> FieldFilter.Test {
    switch sign {
    case .is: .equals(.number(number))
    case .below: .atMost(number - 1)
    case .atMost: .atMost(number)
    case .above: .atLeast(number + 1)
    case .atLeast: .atLeast(number)
    }
  }

  private func test(of date: CivilDate) -> FieldFilter.Test {
    switch sign {
    case .is: .equals(.date(date))
    case .below: .upTo(date.adding(days: -1))
    case .atMost: .upTo(date)
    case .above: .from(date.adding(days: 1))
    case .atLeast: .from(date)
    }
  }

  private func test(days: Int, on today: CivilDate, isPast: Bool) -> FieldFilter.Test {
    switch (sign, isPast) {
    case (.above, true), (.atLeast, true): .upTo(today.adding(days: -days - 1))
    case (_, true): .all([.from(today.adding(days: -days)), .upTo(today)])
    case (.is, false): .all([.from(today), .upTo(today.adding(days: days))])
    // What is over already is due within any time.
    case (.below, false), (.atMost, false): .upTo(today.adding(days: days))
    case (.above, false), (.atLeast, false): .from(today.adding(days: days + 1))
    }
  }
}

extension ListQuery {
  /// The same list as it is asked by others: the words for oneself mean them.
  package func asked(by me: [Link]) -> ListQuery {
    var query = self
    query.words = words.map { word in
      guard case .me = word.operand else { return word }
      var word = word
      word.operand = .me(me)
      return word
    }
    return query
  }
}
