import Casework
import Testing

/// On which day a company was told of somebody, as far as the journal tells.
@Suite struct `The day of an introduction` {
  private static func day(_ number: Int) -> CivilDate { CivilDate(dayNumber: 20_000 + number) }

  private static func moves(_ moves: (Int, PlacementStage)...) -> [StageMove] {
    moves.enumerated().map { index, move in
      StageMove(
        step: index + 1, stage: move.1, day: day(move.0), isAddition: index == 0)
    }
  }

  private static func told(
    _ moves: [StageMove], on: Int? = 0, stage: PlacementStage = .offer,
    _ change: (inout Placement) -> Void = { _ in }
  ) -> Int? {
    var placement = Placement()
    placement.on = on.map(day)
    placement.stage = stage
    change(&placement)
    return Introduction.day(of: placement, moves).map { $0.dayNumber - 20_000 }
  }

  @Test func `is the first day in the screening or beyond it`() {
    let moves = Self.moves((0, .prospect), (3, .cvPreparation), (9, .firstInterview), (20, .offer))
    #expect(Self.told(moves) == 9)
    #expect(Self.told(moves, stage: .notSelected) == 9)
    #expect(Self.told(Self.moves((0, .prospect), (5, .cvScreening), (7, .cvPreparation))) == 5)
  }

  @Test func `is not that of a step that was taken back`() {
    var moves = Self.moves((0, .prospect), (5, .cvScreening))
    moves.append(StageMove(step: 3, undoes: 2, stage: .prospect, day: Self.day(6)))
    #expect(Self.told(moves) == nil)
    // Done again it counts from its own day.
    let again = moves + [StageMove(step: 4, undoes: 3, stage: .cvScreening, day: Self.day(7))]
    #expect(Self.told(again) == 5)
    moves.append(StageMove(step: 4, stage: .cvScreening, day: Self.day(9)))
    #expect(Self.told(moves) == 9)
  }

  @Test func `is what staff said where they added it later`() {
    #expect(Self.told(Self.moves((8, .cvScreening)), on: 8) == 8)
    #expect(Self.told(Self.moves((8, .cvScreening)), on: 2) == 2)
    #expect(Self.told(Self.moves((8, .offer)), on: 2) == 2)
    // The day of typing, and nobody said more.
    #expect(Self.told(Self.moves((8, .offer)), on: 8) == nil)
    #expect(Self.told(Self.moves((8, .left)), on: 2, stage: .left) == 2)
  }

  @Test func `is what a sheet said, and not the day on which it was read`() {
    func sheet(_ stage: PlacementStage, _ day: Int) -> StageMove {
      StageMove(step: 1, stage: stage, day: Self.day(day), isAddition: true, isImport: true)
    }
    #expect(Self.told([sheet(.firstInterview, 8)], on: 2) == 2)
    #expect(Self.told([sheet(.cvScreening, 8)], on: 8) == nil)
    let moved = StageMove(step: 2, stage: .offer, day: Self.day(9), isImport: true)
    #expect(Self.told([sheet(.prospect, 8), moved], on: 2) == nil)
  }

  @Test func `is left empty where nobody knows it`() {
    #expect(Self.told([]) == nil)
    #expect(Self.told(Self.moves((0, .prospect), (4, .notSelected)), stage: .notSelected) == nil)
    #expect(Self.told(Self.moves((0, .cvScreening)), stage: .prospect) == nil)
    // Who works already when it is entered was introduced before.
    let late = Self.moves((0, .prospect), (30, .started))
    #expect(Self.told(late, stage: .started) { $0.startedOn = Self.day(30) } == 30)
    #expect(Self.told(late, stage: .started) { $0.startedOn = Self.day(29) } == nil)
    #expect(Self.told(late, stage: .started) { $0.offerAcceptedOn = Self.day(12) } == nil)
  }
}
