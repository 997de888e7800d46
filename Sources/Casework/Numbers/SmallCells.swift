/// The numbers of a report that count people, and what can be worked out of them by sums.
///
/// What is counted by the same records is one cell wherever the report tells it. A cell of one to four
/// is taken out; then what an attacker who knows every other number can work out is worked out here,
/// and as long as that gives a small cell away another one is taken out.
struct SmallCells {
  static let small = 1...4

  /// What makes two numbers the same: the records that they count, and how.
  struct Key: Hashable {
    let kind: RecordKind
    var filters: Set<FieldFilter>
    let aggregate: Indicator.Aggregate

    /// One choice out of one is that choice.
    init(_ indicator: Indicator, _ filters: [FieldFilter]) {
      kind = indicator.kind
      aggregate = indicator.aggregate
      self.filters = Set(
        filters.map { filter in
          guard case .equals(.codes(let codes)) = filter.test, codes.count == 1 else {
            return filter
          }
          return FieldFilter(filter.field, .equals(.code(codes[0])))
        })
    }
  }

  private(set) var values: [Double] = []
  private(set) var isMasked: [Bool] = []
  private(set) var sums: [CellSum] = []
  private var places: [Key: Int] = [:]
  /// The fields by which numbers are told apart, with the number.
  private var grouped: [Key: Set<String>] = [:]
  /// Taken out in this round.
  private var fresh: Set<Int> = []
  private let today: CivilDate

  init(_ report: Report) {
    today = report.made
    for section in report.sections {
      for line in section.lines where line.indicator.isCellOfPeople { add(line, of: report) }
    }
    addChoices()
    for section in report.sections where section.style == .funnel {
      addSteps(section.lines.map(\.indicator), in: report.period)
    }
  }

  /// Takes out what is small, and then whatever would give it away.
  mutating func mask() {
    for cell in values.indices where isSmall(cell) { isMasked[cell] = true }
    while maskBesideSolved() {}
  }

  /// A line without what was taken out.
  func masked(_ line: ReportLine, in report: Report) -> ReportLine {
    let (indicator, period, before) = (line.indicator, report.period, report.before)
    var line = line
    line.value = masked(line.value, key(indicator, period))
    if let before { line.before = line.before.map { masked($0, key(indicator, before)) } }
    line.total = line.total.map { total in
      let isHidden = places[totalKey(indicator, period)].map { isMasked[$0] } ?? false
      return isHidden ? ReportTotal(.masked, baseline: total.baseline) : total
    }
    line.parts = line.parts.map { part in
      let group = line.grouping.map { FieldFilter($0, .equals(part.group)) }
      return ReportPart(
        part.group, masked(part.value, key(indicator, period, group)),
        before: before.flatMap { before in
          part.before.map { masked($0, key(indicator, before, group)) }
        })
    }
    line.months = zip(line.months, period.months).map { masked($0, key(indicator, $1)) }
    return line
  }

  private func masked(_ number: ReportNumber, _ key: Key) -> ReportNumber {
    guard number.exactly != nil, let cell = places[key], isMasked[cell] else { return number }
    return .masked
  }

  func isSmall(_ cell: Int) -> Bool {
    values[cell] == values[cell].rounded() && Self.small.contains(Int(values[cell]))
  }

  /// Takes out the smallest cell beside each one that can be worked out; false where there is none.
  private mutating func maskBesideSolved() -> Bool {
    let attack = CellAttack(values, isMasked, sums)
    let solved = values.indices.filter { isMasked[$0] && isSmall($0) && attack.isSolved($0) }
    var isMore = false
    for cell in solved {
      let around = sums.filter { $0.involves(cell) }.flatMap(\.cells)
      // One that was taken out for another may hide this one too.
      if around.contains(where: fresh.contains) { continue }
      // Where its own sums have none left, another one gives it away: that one comes first.
      let own = around.filter { !isMasked[$0] && values[$0] != 0 }
      let free =
        own.isEmpty && fresh.isEmpty
        ? sums.flatMap(\.cells).filter { !isMasked[$0] && values[$0] != 0 } : own
      guard let next = free.min(by: { values[$0] < values[$1] }) else { continue }
      isMasked[next] = true
      fresh.insert(next)
      isMore = true
    }
    fresh = []
    return isMore
  }
}

extension SmallCells {
  private func key(
    _ indicator: Indicator, _ period: ReportPeriod, _ group: FieldFilter? = nil
  ) -> Key {
    Key(indicator, indicator.query(today, in: period.days).filters + [group].compactMap(\.self))
  }

  /// What was counted since the organisation began, without the baseline, which everybody knows.
  private func totalKey(_ indicator: Indicator, _ period: ReportPeriod) -> Key {
    let until = indicator.day.map { FieldFilter($0, .upTo(period.last)) }
    return Key(indicator, indicator.query(today).filters + [until].compactMap(\.self))
  }

  private mutating func cell(_ key: Key, _ number: ReportNumber?) -> Int? {
    guard let value = number?.exactly else { return nil }
    if let place = places[key] { return place }
    places[key] = values.count
    values.append(value)
    isMasked.append(false)
    return values.count - 1
  }

  private mutating func add(_ line: ReportLine, of report: Report) {
    let (indicator, period) = (line.indicator, report.period)
    let whole = cell(key(indicator, period), line.value)
    if let grouping = line.grouping {
      grouped[key(indicator, period), default: []].insert(grouping)
      if let before = report.before {
        grouped[key(indicator, before), default: []].insert(grouping)
      }
    }
    var parts: [Int] = []
    var earlier: [Int] = []
    for part in line.parts {
      let group = line.grouping.map { FieldFilter($0, .equals(part.group)) }
      cell(key(indicator, period, group), part.value).map { parts.append($0) }
      guard let before = report.before else { continue }
      cell(key(indicator, before, group), part.before).map { earlier.append($0) }
    }
    let addsUp = indicator.addsUp && line.isToldApartOnce
    addSum(of: whole, parts, exactly: addsUp)
    if let before = report.before {
      addSum(of: cell(key(indicator, before), line.before), earlier, exactly: addsUp)
    }
    let months = zip(line.months, period.months).compactMap { cell(key(indicator, $1), $0) }
    // In a period of one month the month is the whole.
    if months != [whole].compactMap({ $0 }) {
      addSum(of: whole, months, exactly: indicator.addsUp)
    }
    if let total = line.total, let value = total.value.exactly {
      let since = cell(totalKey(indicator, period), .exact(value - total.baseline))
      if total.baseline == 0, let whole, let since, whole != since {
        sums.append(CellSum([(since, 1), (whole, -1)], isExact: false))
      }
    }
  }

  private mutating func addSum(of whole: Int?, _ parts: [Int], exactly: Bool) {
    guard let whole, !parts.isEmpty else { return }
    sums.append(CellSum(parts.map { ($0, 1) } + [(whole, -1)], isExact: exactly))
    if exactly { return }
    // Each part is within the whole.
    for part in parts where part != whole {
      sums.append(CellSum([(whole, 1), (part, -1)], isExact: false))
    }
  }

  /// A number of several choices is the sum of the numbers of each, where those are told too.
  private mutating func addChoices() {
    for (key, place) in places.sorted(by: { $0.value < $1.value }) {
      for filter in key.filters {
        guard case .equals(.codes(let codes)) = filter.test else { continue }
        var whole = key
        whole.filters.remove(filter)
        guard grouped[whole]?.contains(filter.field) == true else { continue }
        let parts = codes.compactMap { code -> Int? in
          var part = whole
          part.filters.insert(FieldFilter(filter.field, .equals(.code(code))))
          return places[part]
        }
        addSum(of: place, parts, exactly: key.aggregate == .count)
      }
    }
  }

  /// Each step of a way holds the next, and those lost between the two.
  private mutating func addSteps(_ steps: [Indicator], in period: ReportPeriod) {
    for (step, next) in zip(steps, steps.dropFirst()) {
      let (outer, inner) = (key(step, period), key(next, period))
      guard let whole = places[outer], let rest = places[inner], whole != rest else { continue }
      sums.append(
        CellSum([(whole, 1), (rest, -1)] + between(outer, inner).map { ($0, -1) }, isExact: false))
    }
  }

  /// The cells of those who came to a step and not to the next, by the field that tells it.
  private func between(_ outer: Key, _ inner: Key) -> [Int] {
    func codes(_ key: Key, _ field: String) -> Set<String> {
      key.filters.reduce(into: []) { codes, filter in
        if filter.field == field, case .equals(.codes(let found)) = filter.test {
          codes.formUnion(found)
        }
      }
    }
    let days = outer.filters.intersection(inner.filters).filter {
      if case .equals = $0.test { false } else { true }
    }
    return places.compactMap { key, place -> Int? in
      guard key.kind == outer.kind, key.aggregate == outer.aggregate,
        key.filters.isSuperset(of: days)
      else { return nil }
      let isBetween = key.filters.contains { filter in
        guard case .equals(.code(let code)) = filter.test else { return false }
        let left = codes(outer, filter.field).subtracting(codes(inner, filter.field))
        return left.contains(code) && !codes(inner, filter.field).isEmpty
      }
      return isBetween ? place : nil
    }.sorted()
  }
}
