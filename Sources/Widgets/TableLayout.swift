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
  package private(set) var places: [Place]

  /// Two cells of marks and a blank stand before the first column.
  package static let gutter = 3
  private static let gap = 1

  package init(_ columns: [TableColumn], available: Int) {
    places = columns.indices.map {
      Place(column: $0, start: 0, columns: max(1, columns[$0].columns))
    }
    // Names and sentences take more or less room; numbers, dates and codes do not.
    let free = places.filter { !columns[$0.column].isFixed }
    let widest = free.map(\.columns).max() ?? 0
    let flexible = free.filter { $0.columns * 3 >= widest * 2 }.map(\.column)

    let room = max(0, available - Self.gutter)
    dropColumns(by: columns.map(\.priority), room, flexible)
    share(room - needed, among: flexible)
    var start = Self.gutter
    for index in places.indices {
      places[index].start = start
      start += places[index].columns + Self.gap
    }
  }

  private var needed: Int {
    places.reduce(0) { $0 + $1.columns + Self.gap } - (places.isEmpty ? 0 : Self.gap)
  }

  /// Drops the least important columns until the others fit.
  ///
  /// A flexible one stays if two thirds of what it wants are left for it, and so does the last.
  private mutating func dropColumns(by priorities: [Int], _ room: Int, _ flexible: [Int]) {
    while needed > room {
      let least = places.map { priorities[$0.column] }.max()
      guard let index = places.lastIndex(where: { priorities[$0.column] == least }) else { return }
      let wanted = places[index].columns
      let left = wanted - (needed - room)
      if places.count == 1 || flexible.contains(places[index].column) && left * 3 >= wanted * 2 {
        places[index].columns = left
      } else {
        places.remove(at: index)
      }
    }
  }

  /// Gives spare cells in turn to the flexible columns, of which none gets more than twice what it
  /// wants: beyond that, room only pulls a row apart.
  private mutating func share(_ spare: Int, among flexible: [Int]) {
    let wanted = places.map(\.columns)
    var spare = spare
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for index in places.indices
      where spare > 0 && flexible.contains(places[index].column)
        && places[index].columns < wanted[index] * 2
      {
        places[index].columns += 1
        spare -= 1
        isGrowing = true
      }
    }
  }
}
