import Casework
import Cells
import Labels
import Widgets

/// Everything that the lines of a list are drawn from beside the record of each: while it is the same,
/// only a line whose record changed is laid out again.
struct Look: Equatable, Sendable {
  let query: ListQuery
  let surroundings: Desk.Surroundings
  /// For whom the viewer stands in.
  let covered: [Link]
  let words: Words
  /// The columns of the list.
  let columns: Int

  init(_ query: ListQuery, _ scene: Scene) {
    self.query = query
    surroundings = scene.surroundings
    covered = scene.covered
    words = scene.words
    columns = scene.region.columns
  }
}

/// The same with where the columns stand, which follows from what is in them.
struct RowLook: Equatable, Sendable {
  let look: Look
  let layout: TableLayout
}
