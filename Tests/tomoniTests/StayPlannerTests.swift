import Casework
import Foundation
import TestSupport
import Testing

@testable import tomoni

/// The program that decides which homes go to whom.
@Suite struct `A planner of stays` {
  private static let program = BuiltProduct.path("tomoni-plan")

  private static func send(_ lines: String) -> String? {
    let run = try? ProgramRun(program, input: lines)
    return run.flatMap { $0.exit == .code(0) ? $0.output : nil }
  }

  @Test func `answers hundreds of small questions as somebody who tries everything does`() throws {
    var random = SplitMix(seed: 21)
    var asked = 0
    for number in 1...300 {
      let task = SmallStays.task(&random)
      let search = try #require(
        StaySearch(
          task, from: SmallStays.start(task), work: number.isMultiple(of: 2) ? 1_000 : 160_000_000,
          solve: { question in
            asked += 1
            let answer = StayPlanner(send: Self.send).answer(question)
            #expect(answer?.bound == question.tried.bound, "\(number)")
            return answer
          }))
      let best = SmallStays.best(task)
      if !number.isMultiple(of: 2) {
        #expect(search.worth == best && search.bound == best, "\(number)")
      }
    }
    #expect(asked > 3, "\(asked)")
  }

  /// Prices leave little open of what is small: here they are left out.
  @Test func `finds the best of whole tasks`() throws {
    var random = SplitMix(seed: 22)
    for number in 1...200 {
      let task = SmallStays.task(&random)
      let best = SmallStays.best(task)
      var pairs: [StayQuestion.Pair] = []
      for (index, party) in task.parties.enumerated() {
        for choice in party.choices {
          pairs.append(
            StayQuestion.Pair(
              party: index, home: choice.host, nights: party.nights, persons: party.persons,
              worth: party.persons, isKnown: false))
        }
      }
      let persons = try #require(
        StayPlanner(send: Self.send).answer(StayQuestion(pairs: pairs, least: 0)))
      #expect(persons.bound == best.persons, "\(number)")
      var scores = task.parties.flatMap(\.choices).map(\.score)[...]
      let points = pairs.map { pair in
        StayQuestion.Pair(
          party: pair.party, home: pair.home, nights: pair.nights, persons: pair.persons,
          worth: scores.removeFirst(), isKnown: false)
      }
      guard best.persons > 0 else { continue }
      let answer = try #require(
        StayPlanner(send: Self.send).answer(StayQuestion(pairs: points, least: best.persons)))
      #expect(answer.bound == best.points, "\(number)")
      // Where nothing is worth more than nothing, nothing is chosen.
      guard best.points > 0 else { continue }
      var plan = [Int?](repeating: nil, count: task.parties.count)
      for pair in answer.chosen { plan[points[pair].party] = points[pair].home }
      #expect(task.worth(of: plan) == best, "\(number)")
    }
  }

  @Test func `has no answer where the program has none, or one that means nothing`() throws {
    let task = SmallStays.roundByRound
    for said in [
      nil, "", "tomoni-plan 1\nend\n", "tomoni-plan 2\nbound 4\nend\n",
      "tomoni-plan 1\nbound x\nend\n", "tomoni-plan 1\nbound 4\npair 99999\nend\n",
      "tomoni-plan 1\nbound 4\npair -1\nend\n", "tomoni-plan 1\nbound 4\npair 1\n",
    ] {
      let search = try #require(
        StaySearch(
          task, from: [0, 1, 1, nil, nil], solve: { StayPlanner(send: { _ in said }).answer($0) }))
      #expect(task.worth(of: search.plan) == search.worth && search.bound.persons >= 4)
    }
    let late = StayPlanner(seconds: 0) { _ in "tomoni-plan 1\nbound 0\nend\n" }
    #expect(late.answer(StayQuestion(pairs: [], least: 0)) == nil)
  }

  @Test func `refuses what is no question, and comes to its end in time`() throws {
    for line in ["pair 1 2 3", "pair 0 0 5 5 1 1 0", "pair 0 0 -1 5 1 1 0", "time x", "what 1"] {
      let run = try ProgramRun(Self.program, input: "tomoni-plan 1\n\(line)\nend\n")
      #expect(run.exit == .code(65) && run.output.isEmpty, "\(line)")
    }
    #expect(try ProgramRun(Self.program).exit == .code(65))
    let empty = try ProgramRun(Self.program, input: "tomoni-plan 1\ntime 500\nleast 0\nend\n")
    #expect(empty.output == "tomoni-plan 1\nbound 0\nend\n", "\(empty)")
    // More than it can decide in no time.
    var lines = "tomoni-plan 1\ntime 10\nleast 0\n"
    var random = SplitMix(seed: 23)
    for party in 0..<400 {
      let first = Int.random(in: 0...60, using: &random)
      for home in 0..<30 {
        lines += "pair \(party) \(home) \(first) \(first + 20) 1 \(party % 7 + home % 5) 0\n"
      }
    }
    let clock = ContinuousClock()
    let began = clock.now
    let run = try ProgramRun(Self.program, input: lines + "end\n")
    #expect(run.exit == .signal(SIGALRM) || run.exit == .code(0))
    #expect(clock.now - began < .seconds(10))
  }
}
