/// Where the columns of a table stand: a pure function of what they want and the room there is.
package struct TableLayout: Hashable, Sendable {
  /// A column that has a place.
  package struct Place: Hashable, Sendable {
    /// Which of the table's columns it is.
    package var column: Int
    /// Its first cell, from the left edge of the table.
    package var start: Int
    package var columns: Int
  }

  /// The columns that fit, from left to right.
  package let places: [Place]

  /// Two cells of marks and a blank stand before the first column.
  package static let gutter = 3

  package init(_ columns: [TableColumn], available: Int) {
    let room = available - Self.gutter
    let kept = Self.kept(columns, room)
    var widths = kept.map { max(1, columns[$0].columns) }
    if widths.count == 1 { widths[0] = max(0, min(widths[0], room)) }
    Self.share(room - Self.total(widths), among: &widths)

    var start = Self.gutter
    places = zip(kept, widths).map { column, width in
      defer { start += width + Self.gap }
      return Place(column: column, start: start, columns: width)
    }
  }

  private static let gap = 1

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  /// The columns that fit with what they want, or the most important one where none does.
  private static func kept(_ columns: [TableColumn], _ room: Int) -> [Int] {
    var kept = Array(columns.indices)
    while kept.count > 1, total(kept.map { max(1, columns[$0].columns) }) > room {
      let least = kept.map { columns[$0].priority }.max()
      guard let index = kept.lastIndex(where: { columns[$0].priority == least }) else { break }
      kept.remove(at: index)
    }
    return kept
  }

  /// Gives spare cells in turn to the columns at least two thirds as wide as the widest: names and
  /// sentences, not numbers and dates. None gets more than twice what it wants: beyond that, room
  /// only pulls a row apart.
  private static func share(_ spare: Int, among widths: inout [Int]) {
    let wanted = widths
    let widest = wanted.max() ?? 0
    var spare = spare
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for index in widths.indices
      where spare > 0 && wanted[index] * 3 >= widest * 2 && widths[index] < wanted[index] * 2 {
        widths[index] += 1
        spare -= 1
        isGrowing = true
      }
    }
  }
}
