import TestSupport
import Testing

@testable import Casework

/// Whether a masked report gives nobody away is asked by an attacker of its own, who works out by hand
/// what the program works out by elimination.
@Suite struct `A masked report` {
  private static let today = CivilDate(iso: "2026-10-03") ?? CivilDate(dayNumber: 0)
  private static let quarter =
    ReportPeriod(.quarter, containing: today, fiscalYearStart: 4).previous

  private static func exact(_ numbers: [Int]) -> [ReportNumber] {
    numbers.map { .exact(Double($0)) }
  }

  private static func part(_ code: String, _ number: Int) -> ReportPart {
    ReportPart(.code(code), .exact(Double(number)))
  }

  private static func report(
    _ lines: [ReportLine], _ style: ReportLayout.Style = .lines
  ) -> Report {
    Report(
      layout: .board, period: quarter, before: nil, made: today, organisation: "x",
      sections: [ReportSection("support", style, lines)])
  }

  private static func masked(
    _ lines: [ReportLine], _ style: ReportLayout.Style = .lines
  ) -> [ReportLine] {
    report(lines, style).masked().sections[0].lines
  }

  /// Splits a number into so many, some of them nothing.
  private static func split(_ number: Int, _ count: Int, _ random: inout SplitMix) -> [Int] {
    var parts = [Int](repeating: 0, count: count)
    for _ in 0..<number {
      let skewed = min(
        Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
      parts[skewed] += 1
    }
    return parts
  }

  /// What a number can be for who knows the published ones: from least to most.
  private static func possible(
    _ index: Int, in parts: [ReportNumber], of whole: ClosedRange<Int>
  ) -> ClosedRange<Int> {
    if let known = parts[index].exactly { return Int(known)...Int(known) }
    let known = parts.compactMap(\.exactly).reduce(0, +)
    let hidden = parts.filter { $0 == .masked }.count
    // Each of the others is one at least, and where there is none it is all that is left.
    let most = whole.upperBound - Int(known) - (hidden - 1)
    let least = hidden == 1 ? whole.lowerBound - Int(known) : 1
    return max(1, least)...max(1, most, least)
  }

  /// What the whole can be by each way of telling it apart.
  private static func wholes(_ value: ReportNumber, _ groups: [[ReportNumber]]) -> ClosedRange<Int>
  {
    if let known = value.exactly { return Int(known)...Int(known) }
    var (least, most) = (1, 1_000_000)
    for group in groups where !group.isEmpty {
      let known = Int(group.compactMap(\.exactly).reduce(0, +))
      let hidden = group.filter { $0 == .masked }.count
      least = max(least, known + hidden)
      if hidden == 0 { most = min(most, known) }
    }
    return least...max(least, most)
  }

  @Test func `hides every small number, from sums, parts, months and other tables`() {
    var random = SplitMix(seed: 5)
    let codes = CaseSource.allCases.map(\.rawValue)
    let categories = SupportCategory.allCases.map(\.rawValue)
    var (hidden, shown) = (0, 0)
    for _ in 0..<3000 {
      let number = Int.random(in: 0..<40, using: &random)
      let sources = Self.split(number, Int.random(in: 1...6, using: &random), &random)
      let kinds = Self.split(number, Int.random(in: 1...6, using: &random), &random)
      let months = Self.split(number, 3, &random)
      let lines = Self.masked([
        ReportLine(
          .casesOpened, .exact(Double(number)), grouping: "source",
          parts: zip(codes, sources).map(Self.part), months: Self.exact(months)),
        ReportLine(
          .casesOpened, .exact(Double(number)), grouping: "supportCategory",
          parts: zip(categories, kinds).map(Self.part)),
      ])
      #expect(lines[0].value == lines[1].value)
      let groups = [lines[0].parts.map(\.value), lines[1].parts.map(\.value), lines[0].months]
      let whole = Self.wholes(lines[0].value, groups)
      let secret = [sources, kinds, months]
      if (1...4).contains(number) { #expect(whole.count > 1, "\(number) \(groups)") }
      for (group, numbers) in zip(groups, secret) {
        for (index, number) in numbers.enumerated() {
          if group[index] == .masked { hidden += 1 } else { shown += 1 }
          guard (1...4).contains(number) else { continue }
          let range = Self.possible(index, in: group, of: whole)
          #expect(range.count > 1, "\(number) of \(numbers) is \(range) in \(group)")
        }
      }
    }
    // It is not safe by showing nothing.
    #expect(shown > hidden / 4 && hidden > 5000, "\(shown) \(hidden)")
  }

  @Test func `tells nobody in one table what it hides in another`() {
    let lines = Self.masked([
      ReportLine(
        .supportEntries, .exact(28), grouping: "serviceType",
        parts: [Self.part("legal", 6), Self.part("housing", 2), Self.part("language", 20)]),
      ReportLine(.legalSupport, .exact(6)), ReportLine(.livingSupport, .exact(2)),
    ])
    // Housing is all of living support; legal support hides it, wherever it is told.
    #expect(lines[0].parts.map(\.value) == [.masked, .masked, .exact(20)])
    #expect(lines[0].value == .exact(28))
    #expect(lines[1].value == .masked && lines[2].value == .masked)
  }

  @Test func `does not lose a small number to a step of the way`() {
    let steps = Array(Indicator.waySteps.prefix(2))
    let lost = ReportLine(
      .lostOnTheWay, .exact(12), grouping: "reached",
      parts: [Self.part("prospect", 1), Self.part("offer", 11)])
    let report = Report(
      layout: .annual, period: Self.quarter, before: nil, made: Self.today, organisation: "x",
      sections: [
        ReportSection(
          "way", .funnel, [ReportLine(steps[0], .exact(30)), ReportLine(steps[1], .exact(29))]),
        ReportSection("lost", .lines, [lost]),
      ]
    ).masked()
    let lines = report.sections.flatMap(\.lines)
    // One was lost between the two steps: not both are told.
    #expect(lines[2].parts[0].value == .masked)
    #expect(lines[0].value == .masked || lines[1].value == .masked)
  }

  @Test func `hides a total that would tell what its baseline does not`() {
    let line = ReportLine(
      .jobMatches, .exact(2), total: ReportTotal(.exact(53), baseline: 51))
    #expect(Self.masked([line])[0].total == ReportTotal(.masked, baseline: 51))
    let many = ReportLine(
      .jobMatches, .exact(20), total: ReportTotal(.exact(75), baseline: 51))
    #expect(Self.masked([many])[0] == many)
  }

  @Test func `hides what is made of few, and what nobody knows of how few`() {
    func share(_ records: Int, _ hits: Int) -> ReportNumber {
      let line = ReportLine(
        .retained6, .exact(100 * Double(hits) / Double(records)),
        base: ReportBase(records: records, hits: hits))
      return Self.masked([line])[0].value
    }
    #expect(share(3, 0) == .masked && share(20, 3) == .masked && share(20, 18) == .masked)
    #expect(share(20, 10) == .exact(50) && share(20, 20) == .exact(100) && share(9, 0) == .exact(0))
    let pay = ReportLine(.meanPay, .exact(3_000_000), base: ReportBase(records: 2))
    #expect(Self.masked([pay])[0].value == .masked)
  }

  @Test func `tells the parts of a share that are made of enough, and of no other what it is`() {
    func part(_ code: String, _ share: Double, _ records: Int, _ hits: Int) -> ReportPart {
      ReportPart(.code(code), .exact(share), base: ReportBase(records: records, hits: hits))
    }
    func shown(_ parts: [ReportPart]) -> [String] {
      let line = ReportLine(
        .needsHoused, .exact(50), grouping: "gender", parts: parts,
        base: ReportBase(records: 60, hits: 30))
      return Self.masked([line])[0].parts.compactMap {
        guard $0.value != .masked, case .code(let code) = $0.group else { return nil }
        return code
      }
    }
    let (large, middle) = (part("a", 50, 30, 15), part("b", 50, 20, 10))
    #expect(shown([large, middle]) == ["a", "b"])
    // The one that is small would follow from the whole and the others.
    #expect(shown([large, middle, part("c", 50, 2, 1)]) == ["a"])
    #expect(shown([large, middle, part("c", 50, 2, 1), part("d", 50, 4, 2)]) == ["a"])
    #expect(
      shown([large, middle, part("c", 50, 4, 2), part("d", 50, 4, 2), part("e", 40, 5, 2)])
        == ["a", "b"])
    // All but few is few too, and that none of few was helped says something of each.
    #expect(shown([large, middle, part("c", 90, 10, 9)]) == ["a"])
    #expect(shown([large, middle, part("c", 0, 3, 0)]) == ["a"])
    #expect(shown([ReportPart(.code("a"), .exact(50)), large]) == [])
  }

  @Test func `tells what is about no people, and nothing as nothing`() {
    let lines = [
      ReportLine(
        .sessionsHeld, .exact(3), grouping: "type",
        parts: [Self.part("salon", 2), Self.part("workshop", 1)]),
      ReportLine(.companies, .exact(2)), ReportLine(.lapsedStays, .exact(0)),
      ReportLine(.daysOpen, .none, base: ReportBase(records: 0)),
    ]
    #expect(Self.masked(lines) == lines)
    #expect(Self.report(lines).masked().isMasked)
  }
}
