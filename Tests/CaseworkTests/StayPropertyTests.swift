import Casework
import Foundation
import TestSupport
import Testing

/// Over generated histories: no right to be here ends within 90 days without a line on Today that
/// names the day.
///
/// 1,000 people; `STAY_HISTORIES=10000` tries as many as that.
struct StayPropertyTests {
  private static let today = CaseOfDeadlines.day("2026-11-30")
  private static let count =
    ProcessInfo.processInfo.environment["STAY_HISTORIES"].flatMap(Int.init) ?? 1_000

  @Test func `no right to be here ends without a line on Today`() {
    var random = SplitMix(seed: 17)
    var (seen, ending) = (Set<String>(), 0)
    for person in 0..<Self.count {
      let record = Self.history(&random)
      let days = Self.lastDays(record.facts)
      ending += days.isEmpty ? 0 : 1
      record.facts.residences.first.map { row in
        _ = seen.insert(row.record.stayBasis?.rawValue ?? row.record.statusOfResidence.rawValue)
      }
      let lines = Set(Self.onToday(record.deadlines))
      for day in days {
        #expect(
          lines.contains(day), "person \(person): \(day) of \(Self.told(record)), has \(lines)")
      }
    }
    // Every basis and status was there, and enough that end soon.
    #expect(seen.count == StayBasis.allCases.count + StatusOfResidence.allCases.count - 1)
    #expect(ending > Self.count / 4)
  }

  /// What Today lists of deadlines: open, of law, and warned of by now.
  private static func onToday(_ deadlines: [Deadline]) -> [CivilDate] {
    deadlines.filter { deadline in
      deadline.done == nil && [.critical, .legal].contains(deadline.category)
        && deadline.date.adding(days: -deadline.warnedDays) <= today
    }.map(\.date)
  }

  /// The last days of what the facts say somebody is here by, from today to 90 days on, told from the
  /// facts alone.
  private static func lastDays(_ facts: DeadlineFacts) -> [CivilDate] {
    var days: [CivilDate] = []
    if let row = facts.residences.first?.record, let end = row.expires,
      row.statusOfResidence != .permanentResident
    {
      days += [runsOn(row) ?? end]
      // Nobody has seen that it was applied for: the day on the card counts too.
      if runsOn(row) != nil, row.document == nil { days.append(end) }
    }
    // Papers that are the right to be here, the newest of each kind.
    for type in [DocumentType.provisionalStay, .temporaryRefuge, .provisionalRelease] {
      let last = facts.documents.map(\.record).last { $0.type == type }
      days += [last?.expiresOn].compactMap(\.self)
    }
    if let person = facts.person, person.birthCountry == .japan, let birth = person.birthDate,
      !facts.residences.contains(where: {
        $0.record.statusOfResidence != .none && $0.record.on.map { $0 >= birth } ?? false
      }),
      !facts.residences.contains(where: {
        $0.record.stayBasis != nil && $0.record.on.map { $0 > birth.adding(days: 60) } ?? false
      })
    {
      days.append(birth.adding(days: 60))
    }
    return days.filter { $0 >= today && $0 <= today.adding(days: 90) }
  }

  /// The last day of a special period, by article 20(6): two months after the card's, for a status
  /// with a period of more than 30 days that was applied for in time and is not decided.
  private static func runsOn(_ row: ResidenceRow) -> CivilDate? {
    guard row.stayBasis == nil, row.statusOfResidence != .none,
      row.statusOfResidence != .other || row.document != nil,
      let from = row.on, let end = row.expires, let applied = row.renewalAppliedOn,
      from <= applied, applied <= end
    else { return nil }
    let days = row.periodDays ?? row.periodMonths.map { $0 * 30 }
    guard days.map({ $0 > 30 }) ?? (end.dayNumber - from.dayNumber > 30) else { return nil }
    guard let decided = row.renewalDecidedOn else { return end.adding(months: 2) }
    return decided <= end ? nil : min(decided, end.adding(months: 2))
  }

  // MARK: Histories

  private static func history(_ random: inout SplitMix) -> CaseOfDeadlines {
    var record = CaseOfDeadlines(opened: day(-400, 0, &random).description)
    for _ in 0..<Int.random(in: 0...3, using: &random) { stay(&record, &random) }
    record.facts.residences.sort {
      ($1.record.on?.dayNumber ?? 0, $1.id) < ($0.record.on?.dayNumber ?? 0, $0.id)
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) { step(&record, &random) }
    record.facts.procedures.sort {
      ($1.record.on?.dayNumber ?? 0, $1.id) < ($0.record.on?.dayNumber ?? 0, $0.id)
    }
    if Bool.random(using: &random) {
      let type =
        [DocumentType.provisionalStay, .temporaryRefuge, .provisionalRelease, .residenceCard]
        .randomElement(using: &random) ?? .residenceCard
      record.document(
        type, day(-200, 0, &random).description, expires: day(-30, 200, &random).description)
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      record.person(
        born: day(-90, 0, &random).description,
        in: Bool.random(using: &random) ? "JPN" : "SYR")
    }
    // Somebody's word ends no stay.
    for rule in DeadlineRule.all.map(\.id) where rule.endsStay && Bool.random(using: &random) {
      record.own(rule, on: today.description, done: today.description)
    }
    return record
  }

  private static func stay(_ record: inout CaseOfDeadlines, _ random: inout SplitMix) {
    let basis = Bool.random(using: &random) ? StayBasis.allCases.randomElement(using: &random) : nil
    let statuses = StatusOfResidence.allCases.filter { $0 != .none }
    let status = basis == nil ? statuses.randomElement(using: &random) ?? .other : .none
    let from = day(-400, 0, &random)
    let length = [15, 30, 31, 61, 91, 182, 365].randomElement(using: &random) ?? 91
    let applied = Bool.random(using: &random) ? day(-120, 0, &random) : nil
    let decided = Int.random(in: 0..<4, using: &random) == 0 ? applied?.adding(days: 40) : nil
    record.residence(
      status, from.description, expires: from.adding(days: length).description,
      days: Bool.random(using: &random) ? length : nil, applied: applied?.description,
      decided: decided?.description, confirmed: Bool.random(using: &random), basis: basis)
  }

  private static func step(_ record: inout CaseOfDeadlines, _ random: inout SplitMix) {
    let on = day(-400, 0, &random).description
    record.procedure(
      ProcedureStage.allCases.randomElement(using: &random) ?? .none, on,
      notice: Bool.random(using: &random) ? on : nil)
    if Bool.random(using: &random) {
      record.permission(
        WorkPermission.allCases.randomElement(using: &random) ?? .toBeConfirmed, on)
    }
  }

  private static func day(_ first: Int, _ last: Int, _ random: inout SplitMix) -> CivilDate {
    today.adding(days: Int.random(in: first...last, using: &random))
  }

  private static func told(_ record: CaseOfDeadlines) -> String {
    record.facts.residences.first.map { row in
      let stay = row.record
      return
        "\(stay.statusOfResidence) \(String(describing: stay.stayBasis)) "
        + "\(stay.on?.description ?? "") to \(stay.expires?.description ?? "") applied "
        + "\(stay.renewalAppliedOn?.description ?? "") decided "
        + "\(stay.renewalDecidedOn?.description ?? "")"
    } ?? "no stay"
  }
}
