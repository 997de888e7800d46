import Testing
import Widgets

@Suite struct `The columns of a table` {
  let columns = [
    TableColumn(title: "number", columns: 9, priority: 1),
    TableColumn(title: "name", columns: 18, priority: 2),
    TableColumn(title: "country", columns: 10, priority: 4),
    TableColumn(title: "next", columns: 20, priority: 3),
  ]

  @Test(arguments: [
    (available: 63, places: [[0, 3, 9], [1, 13, 18], [2, 32, 10], [3, 43, 20]]),
    (available: 62, places: [[0, 3, 9], [1, 13, 18], [2, 32, 10], [3, 43, 19]]),
    (available: 50, places: [[0, 3, 9], [1, 13, 18], [3, 32, 18]]),
    (available: 46, places: [[0, 3, 9], [1, 13, 18], [3, 32, 14]]),
    (available: 45, places: [[0, 3, 9], [1, 13, 32]]),
    (available: 66, places: [[0, 3, 9], [1, 13, 20], [2, 34, 10], [3, 45, 21]]),
    (available: 200, places: [[0, 3, 9], [1, 13, 36], [2, 50, 10], [3, 61, 40]]),
    (available: 31, places: [[0, 3, 9], [1, 13, 18]]),
    (available: 25, places: [[0, 3, 9], [1, 13, 12]]),
    (available: 24, places: [[0, 3, 9]]),
    (available: 12, places: [[0, 3, 9]]),
    (available: 8, places: [[0, 3, 5]]),
    (available: 0, places: [[0, 3, 0]]),
  ])
  func `go by priority and share what is spare`(available: Int, places: [[Int]]) {
    let layout = TableLayout(columns, available: available)
    #expect(layout.places.map { [$0.column, $0.start, $0.columns] } == places)
  }

  @Test func `leave the rightmost of equals out first`() {
    let columns = (0..<4).map { _ in TableColumn(title: "", columns: 10) }
    #expect(TableLayout(columns, available: 35).places.map(\.column) == [0, 1, 2])
  }

  @Test func `never reach beyond the room`() {
    for available in 4...120 {
      let places = TableLayout(columns, available: available).places
      #expect(places.allSatisfy { $0.start + $0.columns <= available })
      for (place, next) in zip(places, places.dropFirst()) {
        #expect(place.start + place.columns < next.start)
      }
    }
  }
}
