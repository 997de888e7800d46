/// Two that do not go together, and what stands against it.
package struct Apart<Obstacle: KeepingApart>: Hashable, Sendable {
  /// The host, the job or the case that was compared with who it was asked for.
  package var other: Link
  package var obstacles: [Obstacle]
  /// What both sides say where a rule rests on it.
  package var facts: [RulingFact: FieldValue]

  package init(_ other: Link, _ obstacles: [Obstacle], facts: [RulingFact: FieldValue]) {
    self.other = other
    self.obstacles = obstacles
    self.facts = facts
  }
}

/// How many of those who do not go together are told of: with the fewest obstacles first.
package let mostApart = 30
