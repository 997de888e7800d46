/// The best way to give hosts to all who wait, at most one party to a host at a time.
///
/// A family is one party: it gets all its beds in one home or none. First as many persons as
/// possible find a home, then the points of all of them together are as many as possible. Two
/// parties who do not know each other are never put into one home by a machine: what beds are left
/// is seen in the ranked list of one guest.
package enum StayAssignment {
  /// What a pair is worth: more than all points together for each person housed.
  package static func worth(persons: Int, score: Int) -> Int { persons * 1_000_000 + score }

  /// The host of each guest by their index, nil for none, with the greatest sum of worths.
  ///
  /// The Hungarian method with potentials (Kuhn, Munkres), which is exact.
  /// - Parameter worths: of each guest with each host in their order; 0 where they do not go
  ///   together. All rows are equally long.
  package static func best(_ worths: [[Int]]) -> [Int?] {
    let hosts = worths.first?.count ?? 0
    guard hosts > 0 else { return worths.map { _ in nil } }
    // The shorter side looks for partners.
    guard worths.count > hosts else { return matched(worths, columns: hosts) }
    let turned = (0..<hosts).map { host in worths.map { $0[host] } }
    var result = [Int?](repeating: nil, count: worths.count)
    for (host, guest) in matched(turned, columns: worths.count).enumerated() {
      if let guest { result[guest] = host }
    }
    return result
  }

  /// Matches rows that are not more than columns; column 0 and row 0 stand for none.
  private static func matched(_ worths: [[Int]], columns: Int) -> [Int?] {
    var rowPotential = [Int](repeating: 0, count: worths.count + 1)
    var columnPotential = [Int](repeating: 0, count: columns + 1)
    var rowOf = [Int](repeating: 0, count: columns + 1)
    var before = [Int](repeating: 0, count: columns + 1)
    for row in worths.indices {
      rowOf[0] = row + 1
      var column = 0
      var slack = [Int](repeating: .max, count: columns + 1)
      var isDone = [Bool](repeating: false, count: columns + 1)
      repeat {
        isDone[column] = true
        let current = rowOf[column]
        let worth = worths[current - 1]
        var least = Int.max
        var next = 0
        for other in 1...columns where !isDone[other] {
          // A cost is what a pair is worth, with the sign turned.
          let cost = -worth[other - 1] - rowPotential[current] - columnPotential[other]
          if cost < slack[other] {
            slack[other] = cost
            before[other] = column
          }
          if slack[other] < least {
            least = slack[other]
            next = other
          }
        }
        for other in 0...columns {
          if isDone[other] {
            rowPotential[rowOf[other]] += least
            columnPotential[other] -= least
          } else if slack[other] != .max {
            slack[other] -= least
          }
        }
        column = next
      } while rowOf[column] != 0
      repeat {
        let previous = before[column]
        rowOf[column] = rowOf[previous]
        column = previous
      } while column != 0
    }
    var result = [Int?](repeating: nil, count: worths.count)
    for column in 1...columns where rowOf[column] > 0 && worths[rowOf[column] - 1][column - 1] > 0 {
      result[rowOf[column] - 1] = column - 1
    }
    return result
  }
}
