import CaseStore
import Casework
import Foundation
import TestSupport
import Testing

/// Generated histories written into a real store: no right to be here ends within 90 days without a row
/// on Today that names the day.
///
/// The rules alone are tried so by `StayPropertyTests`.
/// 300 people; `STAY_HISTORIES=10000` writes as many as that.
@Suite struct `Rights to be here in a store` {
  private static let count =
    ProcessInfo.processInfo.environment["STAY_HISTORIES"].flatMap(Int.init) ?? 300

  @Test func `never end without a row on Today`() throws {
    let desk = try Desk()
    var random = SplitMix(seed: 28)
    var people: [RecordID: StayHistory] = [:]
    for number in 0..<Self.count {
      let history = StayHistory(on: Desk.today, using: &random)
      people[try write(history, number, desk)] = history
    }
    let rows = try onToday(desk)
    var ending = 0
    for (id, history) in people {
      let days = history.lastDays
      ending += days.isEmpty ? 0 : 1
      for day in days {
        #expect(
          rows[id]?.contains(day) == true,
          "\(id): \(day) of \(history.told), has \(rows[id] ?? [])")
      }
    }
    #expect(ending > Self.count / 4)
  }

  /// Of each case the days of the deadlines that stand under any heading of Today with a day.
  private func onToday(_ desk: Desk) throws -> [RecordID: Set<CivilDate>] {
    let parts = [TodaySection.overdue, .today, .week, .later].flatMap { section in
      section.queries(Desk.today).filter { $0.kind == .deadline }.map {
        TodayRequest.Part(
          section, $0, count: 1_000_000, fields: DeadlineRecord.names(\.case, \.date))
      }
    }
    let answer = try desk.store.today(
      TodayRequest(
        parts: parts, caseload: Indicator.caseload.query(Desk.today), owners: [], newsFields: []))
    var rows: [RecordID: Set<CivilDate>] = [:]
    for card in answer.pages.flatMap(\.cards) {
      guard case .link(let link) = card[\DeadlineRecord.case],
        case .date(let day) = card[\DeadlineRecord.date]
      else { continue }
      rows[link.address.id, default: []].insert(day)
    }
    return rows
  }

  // MARK: Writing

  private func write(_ history: StayHistory, _ number: Int, _ desk: Desk) throws -> RecordID {
    var values = history.person?.changes(since: nil) ?? [:]
    values["nameRoman"] = .text("PERSON \(number)")
    values["opened"] = .date(history.opened)
    let id = try desk.add(.case, values)
    var changes: [Change] = []
    for row in history.residences { add(row, id, to: &changes) }
    for row in history.procedures { add(row, id, to: &changes) }
    for record in history.documents { add(record, id, to: &changes) }
    for record in history.own { add(record, id, to: &changes) }
    if !changes.isEmpty { _ = try desk.store.save(changes) }
    return id
  }

  /// A row with the paper that it rests on.
  private func add<R: AxisRow>(_ row: R, _ id: RecordID, to changes: inout [Change]) {
    var row = row
    if row.document != nil, let on = row.on {
      var paper = Document()
      (paper.type, paper.on) = (.other, on)
      add(paper, id, to: &changes)
      row.document = Reference(RecordAddress.made(.document).id)
      (row.confirmedBy, row.confirmedOn) = (Reference(RecordID(1)), on)
    }
    add(record: row, id, to: &changes)
  }

  private func add<R: Record>(_ record: R, _ id: RecordID, to changes: inout [Change]) {
    add(record: record, id, to: &changes)
  }

  private func add<R: Record>(record: R, _ id: RecordID, to changes: inout [Change]) {
    var values = record.changes(since: nil)
    values["case"] = .to(.case, id)
    changes.append(Change(R.kind, values: values, command: "\(R.kind.rawValue).add"))
  }
}
