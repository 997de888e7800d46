import Casework
import GRDB

extension Database {
  /// The stages that placements reached by the journal, in its order; one query for all.
  func stageMovesOfPlacements() throws -> [RecordID: [StageMove]] {
    let found = try rows(
      Condition(
        sql: """
          SELECT m.record, j.step, m.undoes, m.stage, m.day, j.version, j.command
          FROM stageMove AS m JOIN journal AS j ON j.sequence = m.sequence
          WHERE m.recordKind = 'placement' ORDER BY m.record, m.sequence
          """, arguments: []))
    return found.reduce(into: [:]) { moves, row in
      guard let record = row.number(at: 0), let step = row.number(at: 1),
        let day = row.text(at: 4).flatMap(CivilDate.init(iso:))
      else { return }
      let undoes = row.number(at: 2).map(Int.init)
      moves[RecordID(record), default: []].append(
        StageMove(
          step: Int(step), undoes: undoes,
          stage: row.text(at: 3).flatMap(PlacementStage.init(rawValue:)), day: day,
          isAddition: row.number(at: 5) == 1, isImport: row.text(at: 6) == JournalCommand.imported.rawValue))
    }
  }
}
