import CaseStore
import Casework
import TestSupport
import Testing

/// Whether all who need a home are served alike, told by numbers.
@Suite struct `Fairness` {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Somebody who needed a home from so many days ago on, and may have one since.
  private func need(
    _ name: String, days: Int, persons: Int, _ person: [String: FieldValue], housed: Int? = nil
  ) throws {
    let record = try desk.addCase(name, person)
    let until = FieldValue.date(Desk.today.adding(days: 20))
    try desk.need(
      record, persons: persons, ["from": .date(Desk.today.adding(days: -days)), "until": until])
    guard let housed else { return }
    let day = FieldValue.date(Desk.today.adding(days: -housed))
    try desk.add(
      .homestay,
      [
        "case": .to(.case, record), "host": .to(.host, try desk.addHost(name, beds: 4)),
        "stage": .code("confirmed"), "start": day, "end": until, "guestAgreedOn": day,
        "hostAgreedOn": day, "persons": .number(persons),
      ])
  }

  private static let day = Desk.today.adding(days: -200)...Desk.today

  private func parts(_ indicator: Indicator, _ field: String) throws -> [FieldValue: Double?] {
    try desk.store.numbers(indicator, in: Self.day, by: field)
      .reduce(into: [:]) { $0[$1.group] = $1.value }
  }

  @Test func `is told by how many they are, by nationality and by gender`() throws {
    let (syr, mmr) = (FieldValue.code("SYR"), FieldValue.code("MMR"))
    try need("A", days: 10, persons: 1, ["nationality": syr, "gender": .code("female")], housed: 4)
    try need(
      "B", days: 15, persons: 1, ["nationality": mmr, "gender": .code("female")], housed: 15)
    try need("C", days: 12, persons: 3, ["nationality": syr, "gender": .code("female")])
    try need("D", days: 6, persons: 3, ["nationality": syr])
    // Not yet, and what is no need any more.
    try need("E", days: -5, persons: 1, ["nationality": syr])
    #expect(
      try parts(.housingNeeds, "persons") == [.number(1): 2, .number(3): 2])
    #expect(try parts(.needsHoused, "persons") == [.number(1): 100, .number(3): 0])
    #expect(try parts(.needsHoused, "gender")[.absent] == 0)
    #expect(try parts(.needsHoused, "nationality")[mmr] == 100)
    #expect(try parts(.daysToHome, "nationality") == [syr: 6, mmr: 0])
    #expect(try desk.store.number(.daysWaiting) == 9)
  }

  @Test func `is a report that leaves out groups of few, and is for staff alone`() throws {
    for number in 1...6 {
      let more: [String: FieldValue] = ["gender": .code("female"), "nationality": .code("SYR")]
      try need("S\(number)", days: number, persons: 1, more, housed: number <= 1 ? 1 : nil)
    }
    try need("M", days: 3, persons: 1, ["nationality": .code("MMR")])
    let period = try #require(
      ReportPeriod(from: Self.day.lowerBound, to: Self.day.upperBound))
    let report = try desk.store.report(.fairness, in: period, comparedWith: nil)
    #expect(report.sections.map(\.code) == ["fair_size", "fair_nationality", "fair_gender"])
    let masked = report.masked()
    for section in masked.sections where section.code != "fair_size" {
      for line in section.lines {
        let few = line.parts.filter { $0.group == .code("MMR") || $0.group == .absent }
        #expect(few.allSatisfy { $0.value.exactly == nil }, "\(line)")
      }
    }
    let volunteer = try desk.open(as: .volunteer(desk.addVolunteer("V")))
    #expect(
      refusal { try volunteer.report(.fairness, in: period, comparedWith: nil) } == .notPermitted)
  }
}
