import Casework
import TestSupport
import Testing

/// Who is given whom, beside every other way there is.
@Suite struct `An assignment of hosts` {
  /// Every way to give hosts to guests, tried out.
  private func exact(_ worths: ArraySlice<[Int]>, _ free: Set<Int>) -> Int {
    guard let row = worths.first else { return 0 }
    let rest = worths.dropFirst()
    let none = exact(rest, free)
    return free.filter { row[$0] > 0 }
      .map { row[$0] + exact(rest, free.subtracting([$0])) }.reduce(none, max)
  }

  /// Points of each guest with each host; nil where they do not go together.
  private struct Case {
    let persons: [Int]
    let hosts: Int
    let scores: [[Int?]]

    init(_ random: inout SplitMix, most: Int) {
      hosts = Int.random(in: 0...most, using: &random)
      persons = (0..<Int.random(in: 1...most, using: &random)).map { _ in
        Int.random(in: 1...4, using: &random)
      }
      // Few different points make many ways that are equally good.
      let different = Int.random(in: 0...90, using: &random)
      let fitting = Double.random(in: 0...1, using: &random)
      let count = hosts
      scores = persons.map { _ in
        (0..<count).map { _ in
          Double.random(in: 0...1, using: &random) < fitting
            ? Int.random(in: 0...different, using: &random) : nil
        }
      }
    }

    var worths: [[Int]] {
      zip(persons, scores).map { persons, row in
        row.map { $0.map { StayAssignment.worth(persons: persons, score: $0) } ?? 0 }
      }
    }

    var parties: [StayAssignment.Party] {
      zip(persons, scores).enumerated().map { index, pair in
        StayAssignment.Party(
          persons: pair.0,
          bestOf: pair.1.enumerated().compactMap { host, score in
            score.map { StayAssignment.Choice(host: host, score: $0) }
          }, parties: persons.count, turn: index * hosts / persons.count)
      }
    }

    func assign(work: Int = 1_000_000) -> StayAssignment? {
      var work = work
      return StayAssignment(parties, hosts: hosts, work: &work) { _ in true }
    }

    /// What the hosts given are worth; nil where one is given twice, or to whom they do not fit.
    func worth(_ best: StayAssignment) -> Int? {
      let used = best.hosts.compactMap(\.self)
      let pairs = zip(worths, best.hosts).compactMap { row, host in host.map { row[$0] } }
      guard best.hosts.count == persons.count, Set(used).count == used.count,
        !pairs.contains(0)
      else { return nil }
      return pairs.reduce(0, +)
    }
  }

  @Test(arguments: UInt64(1)...400) func `is as good as any way could be`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let example = Case(&random, most: 7)
    let best = try #require(example.assign())
    #expect(example.worth(best) == best.worth)
    #expect(best.worth == exact(example.worths[...], Set(0..<example.hosts)))
    #expect(best.bound == best.worth)
    #expect(example.assign()?.hosts == best.hosts)
  }

  /// Without time to look at everything it is worth less than the best, and says how much at most.
  @Test(arguments: UInt64(1)...200) func `knows how far from the best it may be`(seed: UInt64)
    throws
  {
    var random = SplitMix(seed: seed)
    let example = Case(&random, most: 7)
    let work = Int.random(in: 0...20, using: &random)
    let found = try #require(example.assign(work: work))
    let best = exact(example.worths[...], Set(0..<example.hosts))
    #expect(example.worth(found) == found.worth)
    #expect(found.worth <= best && best <= found.bound)
  }

  /// Too large to try every way: the prices prove it.
  @Test(arguments: UInt64(1)...5) func `proves itself where many want the same`(seed: UInt64) throws
  {
    var random = SplitMix(seed: seed)
    for size in [60, 200] {
      let example = Case(&random, most: size)
      let best = try #require(example.assign(work: 1_000_000_000))
      #expect(example.worth(best) == best.worth && best.bound == best.worth)
    }
  }

  @Test func `stops when told`() {
    var random = SplitMix(seed: 1)
    let example = Case(&random, most: 40)
    var work = 1_000_000
    var asked = 0
    let stopped = StayAssignment(example.parties, hosts: example.hosts, work: &work) {
      asked += 1
      return $0 < 2
    }
    #expect(stopped == nil && asked <= 3)
  }
}
