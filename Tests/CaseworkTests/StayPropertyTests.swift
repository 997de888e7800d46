import Casework
import Foundation
import TestSupport
import Testing

/// Over generated histories: no right to be here ends within 90 days without a deadline that Today
/// shows and that names the day.
///
/// The same over a real store is in `StoredStayPropertyTests`.
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
      let history = StayHistory(on: Self.today, using: &random)
      let days = history.lastDays
      ending += days.isEmpty ? 0 : 1
      history.stay.map { row in
        _ = seen.insert(row.stayBasis?.rawValue ?? row.statusOfResidence.rawValue)
      }
      let lines = Set(Self.onToday(Self.record(history).deadlines))
      for day in days {
        #expect(lines.contains(day), "person \(person): \(day) of \(history.told), has \(lines)")
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

  private static func record(_ history: StayHistory) -> CaseOfDeadlines {
    var record = CaseOfDeadlines(opened: history.opened.description)
    record.facts.person = history.person
    record.facts.residences = rows(history.residences)
    record.facts.procedures = rows(history.procedures)
    record.facts.permissions = rows(history.permissions)
    record.facts.documents = history.documents.enumerated().map {
      DeadlineFacts.Row(RecordID(Int64($0.offset)), $0.element)
    }
    record.facts.own = history.own.map { DeadlineFacts.Row(RecordID(40), $0) }
    return record
  }

  private static func rows<R: AxisRow>(_ rows: [R]) -> [DeadlineFacts.Row<R>] {
    StayHistory.latestFirst(rows).map { DeadlineFacts.Row(RecordID(Int64($0.index)), $0.row) }
  }
}
