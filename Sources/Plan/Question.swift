/// What is to be decided: which parties go to which homes for which nights.
///
/// It is read from lines: a head with the version, `time` in milliseconds, `least` in persons, and for
/// each pair `pair party home first leaving persons worth known`; `end` closes it.
struct Question {
  struct Pair {
    let party: Int
    let home: Int
    let first: Int
    let leaving: Int
    let persons: Int
    let worth: Int
    let isKnown: Bool
  }

  private(set) var pairs: [Pair] = []
  private(set) var seconds = 1.0
  /// How many persons have to find a home.
  private(set) var least = 0

  static let head = "tomoni-plan 1"

  init(_ text: String) throws(BadLine) {
    let lines = text.split(separator: "\n")
    guard lines.first.map(String.init) == Self.head, lines.last == "end" else {
      throw BadLine(number: 1)
    }
    for (number, line) in lines.dropFirst().dropLast().enumerated() {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Int($0) }
      guard numbers.count == words.count - 1, numbers.allSatisfy({ $0 >= 0 }) else {
        throw BadLine(number: number + 2)
      }
      switch (words[0], numbers.count) {
      case ("time", 1): seconds = Double(numbers[0]) / 1000
      case ("least", 1): least = numbers[0]
      case ("pair", 7) where numbers[2] < numbers[3]:
        pairs.append(
          Pair(
            party: numbers[0], home: numbers[1], first: numbers[2], leaving: numbers[3],
            persons: numbers[4], worth: numbers[5], isKnown: numbers[6] == 1))
      default: throw BadLine(number: number + 2)
      }
    }
  }

  struct BadLine: Error {
    let number: Int
  }

  /// The pairs of each party: one of them at most.
  var ofParties: [[Int]] {
    Array(Dictionary(grouping: pairs.indices, by: { pairs[$0].party }).values)
      .sorted { $0[0] < $1[0] }
  }

  /// For each home the pairs that share a night, no set within another: one of each at most.
  ///
  /// A set for each stretch of nights, not one for each night: as many as stays begin at most.
  var sharingNights: [[Int]] {
    let homes = Dictionary(grouping: pairs.indices, by: { pairs[$0].home }).values
      .sorted { $0[0] < $1[0] }
    return homes.flatMap { home in
      var sets: [[Int]] = []
      var there: [Int] = []
      for pair in home.sorted(by: { pairs[$0].first < pairs[$1].first }) {
        let staying = there.filter { pairs[$0].leaving > pairs[pair].first }
        // Only where somebody left, those before are a set of their own.
        if staying.count < there.count, there.count > 1 { sets.append(there) }
        there = staying + [pair]
      }
      if there.count > 1 { sets.append(there) }
      return sets
    }
  }
}
