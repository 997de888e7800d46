import Casework
import GRDB

/// Reads the lines of a report, a few statements for each; what two lines ask alike is asked once.
final class ReportReader {
  let db: Database
  let viewer: Viewer
  let today: CivilDate
  let staff: [Link]
  let period: ReportPeriod
  let before: ReportPeriod?
  private var known: [Question: [NumberStatement.Row]] = [:]

  private struct Question: Hashable {
    let indicator: Indicator
    let days: ClosedRange<CivilDate>?
    let grouping: NumberStatement.Grouping
  }

  init(
    db: Database, viewer: Viewer, today: CivilDate, staff: [Link], period: ReportPeriod,
    before: ReportPeriod?
  ) {
    self.db = db
    self.viewer = viewer
    self.today = today
    self.staff = staff
    self.period = period
    self.before = before
  }

  func line(of item: ReportLayout.Item, in style: ReportLayout.Style) throws -> ReportLine {
    let indicator = item.indicator
    if let grouping = item.grouping, !indicator.groupings.contains(grouping) {
      throw Refusal.problems([FieldProblem(grouping, .notFound)])
    }
    let monthly = style == .months && indicator.over == nil && indicator.day != nil
    let now = try row(
      indicator, in: period,
      partedBy: item.grouping.map { .field($0) } ?? (monthly ? .month : .nothing))
    // How something stood in a period before nobody knows any more.
    let earlier =
      indicator.day == nil
      ? nil
      : try before.map {
        try row(indicator, in: $0, partedBy: item.grouping.map { .field($0) } ?? .nothing)
      }
    let isCount = indicator.aggregate.countsRecords
    return ReportLine(
      indicator, now.number, before: earlier?.number, total: try total(of: indicator),
      grouping: item.grouping,
      parts: try item.grouping.map { try parts(of: indicator, by: $0) } ?? [],
      months: style == .months ? try months(of: indicator) : [],
      base: isCount ? nil : now.made, baseBefore: isCount ? nil : earlier?.made)
  }

  private func rows(
    _ indicator: Indicator, in days: ClosedRange<CivilDate>?,
    by grouping: NumberStatement.Grouping = .nothing
  ) throws -> [NumberStatement.Row] {
    let question = Question(indicator: indicator, days: days, grouping: grouping)
    if let rows = known[question] { return rows }
    let statement = try NumberStatement(
      indicator, of: staff, in: days, by: grouping, for: viewer, today: today)
    let rows = try statement.rows(in: db)
    known[question] = rows
    return rows
  }

  /// The number of a period.
  ///
  /// - Parameter grouping: the parts of it that are told beside; where they add up to it they are
  ///   asked instead.
  private func row(
    _ indicator: Indicator, in period: ReportPeriod,
    partedBy grouping: NumberStatement.Grouping = .nothing
  ) throws -> NumberStatement.Row {
    if indicator.adds(by: grouping) {
      return indicator.aggregate.together(try rows(indicator, in: period.days, by: grouping))
    }
    return try rows(indicator, in: period.days).first
      ?? NumberStatement.Row(group: .absent, month: nil, value: nil, base: 0, hits: 0)
  }

  private func parts(of indicator: Indicator, by grouping: String) throws -> [ReportPart] {
    let now = try rows(indicator, in: period.days, by: .field(grouping))
    let earlier =
      indicator.day == nil
      ? [] : try before.map { try rows(indicator, in: $0.days, by: .field(grouping)) } ?? []
    let names = try db.links((now + earlier).compactMap { $0.group.link?.address })
    func named(_ group: FieldValue) -> FieldValue {
      group.link.map { .link(names[$0.address] ?? $0) } ?? group
    }
    let isCompared = before != nil && indicator.day != nil
    let old = earlier.reduce(into: [FieldValue: NumberStatement.Row]()) { $0[$1.group] = $1 }
    let nothing = indicator.aggregate.ofNothing
    let gone = earlier.filter { old in !now.contains { $0.group == old.group } }
    func base(_ row: NumberStatement.Row?) -> ReportBase? {
      indicator.aggregate.countsRecords ? nil : row?.made
    }
    let parts =
      now.map { row in
        let before = old[row.group]
        return ReportPart(
          named(row.group), row.number, before: isCompared ? before?.number ?? nothing : nil,
          base: base(row), baseBefore: base(before))
      }
      + gone.map {
        ReportPart(named($0.group), nothing, before: $0.number, baseBefore: base($0))
      }
    return parts.inOrder(of: RecordDescription.of(indicator.kind), by: grouping)
  }

  private func months(of indicator: Indicator) throws -> [ReportNumber] {
    guard indicator.day != nil else { return [] }
    // What lasts is in every month that it touches.
    if indicator.over != nil { return try period.months.map { try row(indicator, in: $0).number } }
    let found = try rows(indicator, in: period.days, by: .month)
      .reduce(into: [String: ReportNumber]()) { months, row in
        if let month = row.month { months[month] = row.number }
      }
    return period.months.map {
      found[$0.first.firstOfMonth.description] ?? indicator.aggregate.ofNothing
    }
  }

  /// Everything up to the last day of the period, and what was counted before the program was there.
  private func total(of indicator: Indicator) throws -> ReportTotal? {
    guard indicator.accumulates, indicator.day != nil, staff.isEmpty else { return nil }
    let earliest = CivilDate(dayNumber: .min)
    let baseline = try db.baseline(of: indicator, until: period.last)
    let from = baseline.map { $0.upTo.adding(days: 1) } ?? earliest
    let counted =
      from > period.last ? 0 : try rows(indicator, in: from...period.last).first?.value ?? 0
    let number = Double(baseline?.number ?? 0)
    return ReportTotal(.exact(counted + number), baseline: number)
  }
}

extension Indicator {
  /// Whether its groups add up to it, to the last digit: each record is in one of them.
  fileprivate func adds(by grouping: NumberStatement.Grouping) -> Bool {
    switch grouping {
    case .nothing: return false
    case .month: break
    case .field(let name):
      if case .choices? = RecordDescription.of(kind)[name]?.shape { return false }
    }
    switch aggregate {
    case .count, .share, .sum(.field), .sum(.nights): return true
    case .sum, .distinct, .median, .mean, .perOne: return false
    }
  }
}

extension Indicator.Aggregate {
  /// The number of which groups that add up are the parts.
  fileprivate func together(_ rows: [NumberStatement.Row]) -> NumberStatement.Row {
    let base = rows.reduce(0) { $0 + $1.base }
    let hits = rows.reduce(0) { $0 + $1.hits }
    let value: Double? =
      if case .share = self { base == 0 ? nil : 100 * Double(hits) / Double(base) } else {
        rows.reduce(0) { $0 + ($1.value ?? 0) }
      }
    return NumberStatement.Row(group: .absent, month: nil, value: value, base: base, hits: hits)
  }
}

extension NumberStatement.Row {
  fileprivate var number: ReportNumber { value.map(ReportNumber.exact) ?? .none }
  fileprivate var made: ReportBase { ReportBase(records: base, hits: hits) }
}

extension Indicator.Aggregate {
  /// What it is of no records at all.
  var ofNothing: ReportNumber {
    switch self {
    case .count, .distinct, .sum: .exact(0)
    case .median, .mean, .share, .perOne: .none
    }
  }
}
