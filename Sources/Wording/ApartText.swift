package import Casework
package import Labels

/// What keeps two apart in words, with the facts of which one would have to be another.
package struct ApartText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// One rule alone, so that one fact would change it, or how many there are; then each of them.
  package func text<Obstacle: KeepingApart>(_ apart: Apart<Obstacle>) -> String {
    let rules = apart.obstacles.map { rule($0, apart.facts) }
      .joined(separator: words("list.separator"))
    return apart.obstacles.count == 1
      ? words("match.apartOne", rules)
      : words("match.apartSeveral", String(apart.obstacles.count), rules)
  }

  /// How many rules stand against it, as short as a column needs it.
  package func count<Obstacle: KeepingApart>(_ apart: Apart<Obstacle>) -> String {
    apart.obstacles.count == 1
      ? words(apart.obstacles[0].labelKey, Self.hours)
      : words("match.apartCount", String(apart.obstacles.count))
  }

  private func rule<Obstacle: KeepingApart>(
    _ obstacle: Obstacle, _ facts: [RulingFact: FieldValue]
  ) -> String {
    let label = words(obstacle.labelKey, Self.hours)
    let sides = obstacle.facts.compactMap { fact in
      facts[fact].map { self.text(fact, $0) }
    }
    if sides.isEmpty { return label }
    return words("match.apartRule", label, sides.joined(separator: " / "))
  }

  private func text(_ fact: RulingFact, _ value: FieldValue) -> String {
    let values = ValueText(words)
    let shape = RecordDescription.of(fact.kind)[fact.field]?.shape ?? .text
    let text = values.text(value, of: shape)
    return words(
      "match.apartFact", words("kind.\(fact.kind.rawValue)"),
      words(values.key(of: fact.field, in: fact.kind)),
      text.isEmpty ? words("match.apartUnknown") : text)
  }

  /// The hours a week of a limited permission; words without a place for them leave them out.
  static let hours = String(WorkPermission.partTimeHours)
}
