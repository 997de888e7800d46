import Casework
import TestSupport
import Testing

/// The best plan over time beside all plans there are.
@Suite struct `A search for the best plan` {
  @Test func `finds and proves the best of hundreds of small ones`() throws {
    var random = SplitMix(seed: 11)
    var (asked, better) = (0, 0)
    for number in 1...400 {
      let task = SmallStays.task(&random)
      let best = SmallStays.best(task)
      let start = SmallStays.start(task)
      let search = try #require(
        StaySearch(
          task, from: start,
          solve: {
            asked += 1
            return $0.tried
          }))
      #expect(search.worth == best && search.bound == best, "\(number): \(search.worth) \(best)")
      #expect(task.worth(of: search.plan) == search.worth)
      if let known = task.worth(of: start), known < best { better += 1 }
    }
    // It is put to the test: some are left open, and many starts are not the best.
    #expect(asked > 20 && better > 100, "\(asked) \(better)")
  }

  @Test func `says without a solver what is true`() throws {
    var random = SplitMix(seed: 12)
    var proved = 0
    for number in 1...400 {
      let task = SmallStays.task(&random)
      let best = SmallStays.best(task)
      let search = try #require(StaySearch(task, from: SmallStays.start(task)))
      #expect(task.worth(of: search.plan) == search.worth && search.worth <= best)
      #expect(search.bound.persons >= best.persons, "\(number)")
      if search.bound.persons == search.worth.persons {
        #expect(search.bound >= best, "\(number): \(search.bound) \(best)")
      }
      if search.worth == search.bound { proved += 1 }
    }
    #expect(proved > 200, "\(proved)")
  }

  @Test func `houses four where giving each home once at a time houses three`() throws {
    let task = SmallStays.roundByRound
    let start: [Int?] = [0, 1, 1, nil, nil]
    #expect(task.worth(of: start)?.persons == 3)
    let search = try #require(StaySearch(task, from: start, solve: { $0.tried }))
    #expect(search.worth == StayTask.Worth(persons: 4, points: 14) && search.worth == search.bound)
  }

  @Test func `takes no plan that does not hold, whoever gives it`() throws {
    var random = SplitMix(seed: 13)
    for _ in 1...100 {
      let task = SmallStays.task(&random)
      for chosen in [[], [0, 1, 2, 3], [0, 0], [-1, 99]] {
        let search = try #require(
          StaySearch(task, from: [7, 7]) {
            StayQuestion.Answer(chosen: chosen, bound: $0.pairs.count * 1000)
          })
        #expect(task.worth(of: search.plan) == search.worth)
      }
    }
    let none = try #require(StaySearch(StayTask([], homes: 0), from: []))
    #expect(none.worth == none.bound)
    #expect(StaySearch(SmallStays.roundByRound, from: [], tell: { _ in false }) == nil)
  }
}
