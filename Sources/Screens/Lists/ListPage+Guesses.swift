internal import Casework
internal import Cells
internal import Labels

/// Records whose names only sound like what was looked for.
extension ListPage {
  /// With a sign before the name that only sounds like what was looked for.
  func signed(_ cells: [String], of card: Card, _ fields: [FieldFacts]) -> [String] {
    guard card.isGuess else { return cells }
    let about = RecordDescription.caseField
    let isAbout = fields.contains { $0.name == about }
    let names = isAbout ? [about] : RecordDescription.of(query.kind).titleFields
    return zip(fields, cells).map { field, cell in
      cell.isEmpty || !names.contains(field.name) ? cell : "~ " + cell
    }
  }

  /// What the sign before a name means, below the rows where there is room.
  func drawSign(into frame: inout Frame, _ scene: Scene) {
    let (region, row) = (scene.region, cards.count + 1)
    guard row < region.rows, region.columns > 6, cards.contains(where: \.isGuess) else { return }
    frame.put(
      "~ \(scene.words("find.heard"))", at: region.position(row: row, column: 3),
      columns: region.columns - 4, role: .muted)
  }

  func guessesText(_ words: Words) -> [String] {
    cards.contains(where: \.isGuess) ? ["~ \(words("find.heard"))"] : []
  }

  /// That the selected row is a guess, and what it cuts short.
  package func peek(_ scene: Scene) -> [String] {
    (selected?.isGuess == true ? ["~ \(scene.words("find.heard"))"] : []) + cut(scene)
  }
}
