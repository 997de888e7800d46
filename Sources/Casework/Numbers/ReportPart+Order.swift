extension [ReportPart] {
  /// In the order of the choices of a field that says how far something has come, or of the numbers that
  /// they hold; else the greatest first, and those that hold nothing last.
  package func inOrder(of description: RecordDescription, by grouping: String) -> [ReportPart] {
    var place: [FieldValue: Int] = [:]
    if description.statusField?.name == grouping || description[grouping]?.isOrdered == true,
      case .choice(let choices)? = description[grouping]?.shape
    {
      for (index, code) in choices.codes.enumerated() { place[.code(code)] = index }
    }
    func isBefore(_ a: (offset: Int, element: ReportPart), _ b: (offset: Int, element: ReportPart))
      -> Bool
    {
      let (one, other) = (a.element, b.element)
      if one.group.isAbsent != other.group.isAbsent { return other.group.isAbsent }
      let (i, j) = (
        one.group.size ?? place[one.group] ?? .max, other.group.size ?? place[other.group] ?? .max
      )
      if i != j { return i < j }
      let (x, y) = (one.value.exactly ?? -1, other.value.exactly ?? -1)
      return x == y ? a.offset < b.offset : x > y
    }
    return enumerated().sorted(by: isBefore).map(\.element)
  }
}

extension ReportNumber {
  /// Nil where it is masked, or there is none.
  package var exactly: Double? {
    if case .exact(let value) = self { value } else { nil }
  }
}

extension FieldValue {
  fileprivate var size: Int? { if case .number(let number) = self { number } else { nil } }
}

extension FieldFacts {
  /// Whether its choices follow one another, whatever their numbers.
  fileprivate var isOrdered: Bool { ["reached", "risk", "score"].contains(name) }
}
