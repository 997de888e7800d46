/// Cells of which it is known that they add up to nothing, or to no less than nothing.
struct CellSum {
  let terms: [(cell: Int, factor: Double)]
  let isExact: Bool

  init(_ terms: [(Int, Double)], isExact: Bool) {
    self.terms = terms.map { (cell: $0.0, factor: $0.1) }
    self.isExact = isExact
  }

  var cells: [Int] { terms.map(\.cell) }
  func involves(_ cell: Int) -> Bool { terms.contains { $0.cell == cell } }
}

/// What somebody can work out who knows all numbers but those taken out, how they add up, and that
/// nothing is ever taken out.
struct CellAttack {
  private var low: [Double]
  private var high: [Double]

  init(_ values: [Double], _ isMasked: [Bool], _ sums: [CellSum]) {
    low = zip(values, isMasked).map { $1 ? 1 : $0 }
    high = zip(values, isMasked).map { $1 ? .infinity : $0 }
    let open = sums.filter { sum in sum.cells.contains { isMasked[$0] } }
    let worked = open + Self.eliminated(open.filter(\.isExact), values, isMasked)
    // Each round can only narrow; far fewer are enough.
    for _ in 0..<100 where !narrow(by: worked) { break }
  }

  /// Whether only one number is possible in a cell.
  func isSolved(_ cell: Int) -> Bool { low[cell] >= high[cell] }

  /// - Returns: whether anything became narrower.
  private mutating func narrow(by sums: [CellSum]) -> Bool {
    var isNarrower = false
    for sum in sums {
      for (cell, factor) in sum.terms {
        // The rest at its greatest and at its least.
        var (most, least) = (0.0, 0.0)
        for (other, weight) in sum.terms where other != cell {
          most += weight > 0 ? weight * high[other] : weight * low[other]
          least += weight > 0 ? weight * low[other] : weight * high[other]
        }
        // factor * x >= -most, and for an exact sum factor * x <= -least.
        let bound = (-most / factor, -least / factor)
        if factor > 0 {
          isNarrower = raise(cell, to: bound.0) || isNarrower
          if sum.isExact { isNarrower = lower(cell, to: bound.1) || isNarrower }
        } else {
          isNarrower = lower(cell, to: bound.0) || isNarrower
          if sum.isExact { isNarrower = raise(cell, to: bound.1) || isNarrower }
        }
      }
    }
    return isNarrower
  }

  private mutating func raise(_ cell: Int, to bound: Double) -> Bool {
    let whole = (bound - 1e-6).rounded(.up)
    guard whole > low[cell], whole <= high[cell] else { return false }
    low[cell] = whole
    return true
  }

  private mutating func lower(_ cell: Int, to bound: Double) -> Bool {
    let whole = (bound + 1e-6).rounded(.down)
    guard whole < high[cell], whole >= low[cell] else { return false }
    high[cell] = whole
    return true
  }

  /// The exact sums with as many unknown cells as possible taken out of each, one by the other.
  private static func eliminated(
    _ sums: [CellSum], _ values: [Double], _ isMasked: [Bool]
  ) -> [CellSum] {
    var rows = sums.map { sum in
      sum.terms.reduce(into: [Int: Double]()) { $0[$1.cell, default: 0] += $1.factor }
    }
    let unknown = Set(rows.flatMap(\.keys)).filter { isMasked[$0] }.sorted()
    var done = 0
    for cell in unknown {
      guard let pivot = rows.indices.dropFirst(done).first(where: { isThere(rows[$0][cell]) })
      else { continue }
      rows.swapAt(done, pivot)
      let row = rows[done]
      for other in rows.indices where other != done {
        guard let factor = rows[other][cell], isThere(factor), let own = row[cell] else { continue }
        for (name, value) in row { rows[other][name, default: 0] -= factor / own * value }
      }
      done += 1
    }
    return rows.map { row in
      CellSum(
        row.filter { isThere($0.value) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
        isExact: true)
    }
  }

  private static func isThere(_ factor: Double?) -> Bool { abs(factor ?? 0) > 1e-9 }
}
