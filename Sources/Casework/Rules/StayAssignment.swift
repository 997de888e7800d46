/// The best way to give hosts to all who wait, at most one party to a host.
///
/// A family is one party: it gets all its beds in one home or none. First as many persons as
/// possible find a home, then the points of all of them together are as many as possible. Two
/// parties who do not know each other are never put into one home by a machine: what beds are left
/// is seen in the ranked list of one guest.
///
/// Shortest augmenting paths with potentials (Kuhn, Munkres, Tomizawa), a party at a time, over the
/// homes that fit. It is exact. Where that would take too long, the parties that are left take the
/// best home that is free, and the potentials tell how far from the best that can be.
package struct StayAssignment {
  /// What a pair is worth: more than all points together for each person housed.
  package static func worth(persons: Int, score: Int) -> Int { persons * worthOfPerson + score }
  package static let worthOfPerson = 1_000_000

  /// A home that fits a party, with its points.
  package struct Choice: Sendable {
    fileprivate let bits: UInt32

    /// - Parameter score: 255 at most.
    package init(host: Int, score: Int) {
      bits = UInt32(truncatingIfNeeded: host) << 8 | UInt32(min(score, 255))
    }

    package var host: Int { Int(bits >> 8) }
    package var score: Int { Int(bits & 255) }
  }

  /// Who waits together, and the homes that fit them.
  package struct Party: Sendable {
    package let persons: Int
    package let choices: [Choice]

    package init(persons: Int, choices: [Choice]) {
      self.persons = persons
      self.choices = choices
    }

    /// The best of its homes, best first; as many as there are parties are enough for any of them,
    /// since the others take all but one at most.
    ///
    /// - Parameters:
    ///   - choices: in the order of the homes.
    ///   - turn: among equals the homes from here on come first, so that not all want the same.
    package init(persons: Int, bestOf choices: [Choice], parties: Int, turn: Int) {
      var starts = [Int](repeating: 0, count: 257)
      for choice in choices { starts[255 - choice.score + 1] += 1 }
      for index in 1...256 { starts[index] += starts[index - 1] }
      var sorted = choices
      let first = choices.firstIndex { $0.host >= turn } ?? 0
      for choice in choices[first...] + choices[..<first] {
        sorted[starts[255 - choice.score]] = choice
        starts[255 - choice.score] += 1
      }
      self.init(persons: persons, choices: Array(sorted.prefix(parties)))
    }

    func worth(of choice: Choice) -> Int {
      StayAssignment.worth(persons: persons, score: choice.score)
    }
  }

  /// Which host each party gets, by their index; nil for none.
  package private(set) var hosts: [Int?]
  /// The sum of what the pairs are worth.
  package private(set) var worth = 0
  /// What no other assignment can be worth more than; `worth` itself where it is the best.
  package private(set) var bound = 0

  /// How many choices are looked at before the rest is given what is free: some seconds.
  package static let mostWork = 1_000_000_000

  /// - Parameters:
  ///   - hosts: how many there are.
  ///   - work: how many choices may be looked at; what was looked at is taken from it.
  ///   - tell: is told of each party that is done; false stops.
  /// - Returns: nil where it was stopped.
  package init?(
    _ parties: [Party], hosts count: Int, work: inout Int, tell: (_ done: Int) -> Bool
  ) {
    var search = AssignmentSearch(parties, hosts: count, work: work)
    // Larger parties first: later ones seldom take a home from them.
    let order = parties.indices.sorted {
      (parties[$1].persons, $0) < (parties[$0].persons, $1)
    }
    for (done, party) in order.enumerated() {
      guard tell(done) else { return nil }
      search.place(party)
    }
    work = search.work
    hosts = search.hostOf.map { $0 < 0 ? nil : Int($0) }
    worth = search.worth
    bound = search.bound
  }
}
