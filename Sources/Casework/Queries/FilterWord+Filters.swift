extension FilterWord {
  /// The word that says what a filter asks; nil where no word does.
  ///
  /// - Parameter me: whoever asks, and those they stand in for.
  package init?(_ filter: FieldFilter, of kind: RecordKind, me: [Link], on today: CivilDate) {
    let name = Self.name(of: filter.field, of: kind)
    guard FilterTopic(name, of: kind) != nil else { return nil }
    if !filter.links.isEmpty, filter.links.contains(where: me.contains) {
      self.init(name, .is, .me(me))
      return
    }
    switch filter.test {
    case .equals(.link(let link)): self.init(name, .is, .value(.link(link)))
    case .equals(.text(let text)): self.init(name, .is, .text(text))
    case .equals(let value): self.init(name, .is, value.isAbsent ? .nothing : .value(value))
    case .absent: self.init(name, .is, .nothing)
    case .present: self.init(name, .is, .nothing, isNegated: true)
    case .upTo(let day): self.init(name, .atMost, Self.operand(of: day, today))
    case .from(let day): self.init(name, .atLeast, Self.operand(of: day, today))
    case .atMost(let number): self.init(name, .atMost, .value(.number(number)))
    case .atLeast(let number): self.init(name, .atLeast, .value(.number(number)))
    case .holds(let text), .named(let text): self.init(name, .is, .text(text))
    case .not(let test):
      guard let word = Self(FieldFilter(filter.field, test), of: kind, me: me, on: today) else {
        return nil
      }
      self = word
      isNegated.toggle()
    case .among, .told, .all, .absentOrFrom: return nil
    }
  }

  /// Today goes on with the days; any other day is meant itself.
  private static func operand(of day: CivilDate, _ today: CivilDate) -> Operand {
    day == today ? .day(0) : .value(.date(day))
  }

  private static func name(of field: String, of kind: RecordKind) -> String {
    FilterTopic.shared.first { FilterTopic($0, of: kind)?.field?.name == field } ?? field
  }
}

extension ListQuery {
  /// The same list with its filters said in words, so that it can be kept; nil where there is no
  /// word for one of them.
  package func inWords(me: [Link], on today: CivilDate) -> ListQuery? {
    let said = kept.map { FilterWord($0, of: kind, me: me, on: today) }
    guard !said.contains(nil) else { return nil }
    var query = self
    query.filters = []
    query.words = said.compactMap(\.self) + words
    return query
  }
}
