import Casework

/// The records that one bar stands for, and what they come to.
struct BarGroup: Hashable, Sendable {
  /// What the bars stand together by; absent where they stand in one row.
  let heading: FieldValue
  let name: FieldValue
  fileprivate(set) var cards: [Card]

  /// The bars of records, by heading and in the order in which their names come first.
  static func groups(of cards: [Card], _ bars: TargetBars) -> [BarGroup] {
    var headings: [FieldValue] = []
    var groups: [FieldValue: [BarGroup]] = [:]
    for card in cards {
      let heading = bars.group.map { card[$0] } ?? .absent
      if groups[heading] == nil { headings.append(heading) }
      var own = groups[heading, default: []]
      // Bars without a heading are of one record each, also where two are called alike.
      let index = bars.group == nil ? nil : own.firstIndex { $0.name == card[bars.name] }
      if let index {
        own[index].cards.append(card)
      } else {
        own.append(BarGroup(heading: heading, name: card[bars.name], cards: [card]))
      }
      groups[heading] = own
    }
    return headings.flatMap { groups[$0] ?? [] }
  }

  /// What is done and what was aimed at; nil for what none of the records says.
  func amounts(_ measure: TargetBars.Measure) -> BarAmounts {
    BarAmounts(done: sum(measure.done), target: sum(measure.target))
  }

  private func sum(_ field: String) -> Int? {
    let numbers = cards.compactMap { card in
      if case .number(let number) = card[field] { number } else { nil }
    }
    return numbers.isEmpty ? nil : numbers.reduce(0, +)
  }
}

/// What is done of what was aimed at.
struct BarAmounts: Hashable, Sendable {
  var done: Int?
  var target: Int?

  var isEmpty: Bool { done == nil && target == nil }

  /// From 0 on; nil where nothing was aimed at.
  var share: Double? { target.flatMap { $0 > 0 ? Double(done ?? 0) / Double($0) : nil } }

  static func + (one: Self, other: Self) -> Self {
    func sum(_ one: Int?, _ other: Int?) -> Int? {
      one == nil && other == nil ? nil : (one ?? 0) + (other ?? 0)
    }
    return BarAmounts(done: sum(one.done, other.done), target: sum(one.target, other.target))
  }
}
