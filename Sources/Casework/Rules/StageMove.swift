/// A stage that a placement reached, read from the journal.
package struct StageMove: Hashable, Sendable {
  /// The step of the journal, and the one that it takes back.
  package let step: Int
  package let undoes: Int?
  /// Nil where it is none of today's stages.
  package let stage: PlacementStage?
  package let day: CivilDate
  /// Whether the placement was added with it.
  package let isAddition: Bool
  /// Whether a sheet said it.
  package let isImport: Bool

  package init(
    step: Int, undoes: Int? = nil, stage: PlacementStage?, day: CivilDate,
    isAddition: Bool = false, isImport: Bool = false
  ) {
    self.step = step
    self.undoes = undoes
    self.stage = stage
    self.day = day
    self.isAddition = isAddition
    self.isImport = isImport
  }
}

extension [StageMove] {
  /// Those that were made and not taken back, in the order of the journal; what was done again
  /// counts from the first time.
  var standing: [StageMove] {
    var takenBack: Set<Int> = []
    // The later one first: an undo may have been undone itself.
    for move in reversed() {
      if let undone = move.undoes, !takenBack.contains(move.step) { takenBack.insert(undone) }
    }
    return filter { $0.undoes == nil && !takenBack.contains($0.step) }
  }
}

extension Introduction {
  /// The day on which the company was told of the person (紹介年月日); nil where nobody knows it.
  ///
  /// - Parameter moves: the stages of the placement in the order of the journal.
  package static func day(of placement: Placement, _ moves: [StageMove]) -> CivilDate? {
    guard isKnown(placement), let screening = PlacementStage.cvScreening.step else { return nil }
    let standing = moves.standing
    let day: CivilDate?
    if let added = standing.first, added.isAddition, isKnown(from: added) {
      day = stated(placement, added)
    } else {
      let screened = standing.first { ($0.stage?.step).map { $0 >= screening } ?? false }
      // The day of an import is not the day on which the placement reached the stage.
      day = screened.flatMap { $0.isImport ? nil : $0.day }
    }
    // Nobody is introduced after the answer of the company: the move was entered late.
    let later = [
      placement.offerAcceptedOn, placement.statusDecidedOn, placement.startedOn, placement.endedOn,
    ].compactMap(\.self)
    return day.flatMap { day in later.contains { $0 < day } ? nil : day }
  }

  private static func isKnown(from move: StageMove) -> Bool {
    guard let stage = move.stage else { return false }
    var placement = Placement()
    placement.stage = stage
    return isKnown(placement)
  }

  /// The day that a placement was added with.
  ///
  /// The day of typing is what the form or the import fills in: it is the day of the introduction
  /// only where staff entered just that.
  private static func stated(_ placement: Placement, _ added: StageMove) -> CivilDate? {
    guard let on = placement.on else { return nil }
    if added.stage == .cvScreening, !added.isImport { return on }
    return on < added.day ? on : nil
  }
}
