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
    dropColumns(columns, room, flexible)
    share(room - needed, columns, among: flexible)
    var start = Self.gutter
    for index in places.indices {
      places[index].start = start
      start += places[index].columns + Self.gap
    }
  }

  private var needed: Int {
    places.reduce(0) { $0 + $1.columns + Self.gap } - (places.isEmpty ? 0 : Self.gap)
  }

  /// Columns of this priority are not cut short for others, unless it is known what they hold.
  private static let kept = 2

  /// Takes room from what can do with less; where that is not enough, the least important columns
  /// go until the others fit.
  private mutating func dropColumns(_ columns: [TableColumn], _ room: Int, _ flexible: [Int]) {
    while needed > room {
      let yielding = places.indices.filter {
        flexible.contains(places[$0].column)
          && (places.count == 1 || columns[places[$0].column].least != nil
            || columns[places[$0].column].priority > Self.kept)
      }
      let spare = yielding.reduce(0) { $0 + places[$1].columns - least(places[$1], columns) }
      if spare >= needed - room { return squeeze(yielding, columns, room) }
      let priority = places.map { columns[$0.column].priority }.max()
      guard
        let index = places.lastIndex(where: { columns[$0.column].priority == priority })
      else { return }
      let left = places[index].columns - (needed - room)
      if places.count == 1
        || flexible.contains(places[index].column) && left >= least(places[index], columns)
      {
        places[index].columns = left
      } else {
        places.remove(at: index)
      }
    }
  }

  /// What a column can do with.
  private func least(_ place: Place, _ columns: [TableColumn]) -> Int {
    min(columns[place.column].least ?? (place.columns * 2 + 2) / 3, place.columns)
  }

  private mutating func squeeze(_ yielding: [Int], _ columns: [TableColumn], _ room: Int) {
    let least = places.map { self.least($0, columns) }
    while needed > room,
      let index = yielding.filter({ places[$0].columns > least[$0] })
        .max(by: { places[$0].columns < places[$1].columns })
    {
      places[index].columns -= 1
    }
  }

  /// Gives spare cells in turn to the flexible columns, of which none gets more than twice what it
  /// wants, and what holds its longest text little more: beyond that, room only pulls a row apart.
  private mutating func share(_ spare: Int, _ columns: [TableColumn], among flexible: [Int]) {
    let most = places.map {
      columns[$0.column].least == nil ? $0.columns * 2 : $0.columns + Self.air
    }
    var spare = spare
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for index in places.indices
      where spare > 0 && flexible.contains(places[index].column)
        && places[index].columns < most[index]
      {
        places[index].columns += 1
        spare -= 1
        isGrowing = true
      }
    }
  }

  private static let air = 4
}
