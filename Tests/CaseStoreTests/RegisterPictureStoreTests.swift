import Casework
import Testing

@testable import CaseStore

@Suite struct `Pictures of registers in the store` {
  private let desk: Desk

  init() throws {
    desk = try Desk()
  }

  private func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

  private func bars(_ query: ListQuery) throws -> BarRows {
    guard case .bars(let rows) = try desk.store.picture(.bars(BarRequest(query))) else {
      return BarRows()
    }
    return rows
  }

  private func campaign(_ name: String, _ first: Int, _ last: Int) throws -> RecordID {
    try desk.add(
      .campaign,
      ["name": .text(name), "start": day(first), "end": day(last), "goal": .number(20)])
  }

  @discardableResult
  private func supporter(
    _ campaign: RecordID, _ joined: Int?, _ status: SupporterStatus = .active
  ) throws -> RecordID {
    try desk.add(
      .supporter,
      [
        "name": .text("S"), "status": status.fieldValue, "type": .code("individual"),
        "campaign": .to(.campaign, campaign), "joinedOn": joined.map(day) ?? .absent,
        "monthlyAmount": .number(1000),
      ])
  }

  /// Day by day there are as many as the campaign itself counts, also who has left again.
  @Test func `tell of a campaign on which days who joined by it`() throws {
    let one = try campaign("A", -10, 20)
    let other = try campaign("B", -90, -60)
    let none = try campaign("C", 10, 20)
    for days in [-9, -9, -3, 0] { try supporter(one, days) }
    try supporter(one, -5, .left)
    try supporter(one, nil, .applied)
    try supporter(one, -2, .paused)
    for days in [-88, -70] { try supporter(other, days) }
    let rows = try bars(ListQuery(.campaign))
    #expect(rows.page.cards.count == 3)
    #expect(rows.days[one]?[Desk.today.adding(days: -9)] == 2)
    #expect(rows.days[one]?[Desk.today.adding(days: -5)] == 1)
    #expect(rows.days[other]?.count == 2)
    #expect(rows.days[none] == nil)
    for card in rows.page.cards {
      let found = (rows.days[card.address.id] ?? [:]).values.reduce(0, +)
      #expect(card["joined"] == (found == 0 ? .absent : .number(found)))
    }
    let narrowed = ListQuery(
      .campaign, filters: [FieldFilter("end", .upTo(Desk.today.adding(days: -1)))])
    #expect(try bars(narrowed).days.keys.sorted() == [other])
  }

  @Test func `read no more statements of many records than of few`() throws {
    var statements = 0
    let store = try desk.open()
    try store.trace { if $0.hasPrefix("SELECT") { statements += 1 } }
    let requests: [PictureRequest] = [
      .bars(BarRequest(ListQuery(.campaign))), .bars(BarRequest(ListQuery(.activity))),
      .board(
        BoardRequest(
          ListQuery(.pledge), columns: PledgeStage.allCases.map(\.rawValue), depth: 30)),
      .month(MonthRequest(ListQuery(.mission), Desk.today.firstOfMonth)),
    ]
    func counts() throws -> [Int] {
      try requests.map { request in
        statements = 0
        _ = try store.picture(request)
        return statements
      }
    }
    func fill(_ count: Int) throws {
      for index in 0..<count {
        try supporter(try campaign("K\(index)", -10, 10), -1)
        let programme = try desk.add(
          .fundedProgramme,
          ["name": .text("P"), "type": .code("self_operated"), "start": day(-index)])
        try desk.add(
          .activity,
          [
            "name": .text("A"), "city": .text("C\(index % 3)"), "planned": .number(2),
            "programme": .to(.fundedProgramme, programme),
          ])
        try desk.add(
          .pledge,
          [
            "name": .text("P\(index)"),
            "stage": PledgeStage.allCases[index % PledgeStage.allCases.count].fieldValue,
          ])
        try desk.add(
          .mission,
          ["purpose": .text("M"), "country": .code("JPN"), "start": day(0), "end": day(index)])
      }
    }
    try fill(6)
    let few = try counts()
    try fill(20)
    #expect(try counts() == few)
    // A list and its count, or the days beside it.
    #expect(few.allSatisfy { (1...4).contains($0) }, "\(few)")
  }

  @Test func `hold every pledge in the column of its stage, what is due first in front`() throws {
    var pledges: [PledgeStage: [RecordID]] = [:]
    for (index, days) in [-300, -10, -100, -200, -20].enumerated() {
      let stage: PledgeStage = index < 3 ? .planning : .withdrawn
      pledges[stage, default: []].append(
        try desk.add(
          .pledge,
          ["name": .text("P"), "stage": stage.fieldValue, "pledgedOn": day(days)]))
    }
    let all = PledgeStage.allCases.map(\.rawValue)
    let request = BoardRequest(ListQuery(.pledge, filters: [.open]), columns: all, depth: 9)
    guard case .board(let rows) = try desk.store.picture(.board(request)) else {
      Issue.record("no board")
      return
    }
    let planned = try #require(pledges[.planning])
    #expect(rows.cards["planning"]?.map(\.address.id) == [planned[0], planned[2], planned[1]])
    #expect(rows.cards["withdrawn"]?.count == 2)
    #expect(rows.counts["planning"] == ListCount(3) && rows.counts["stalled"] == ListCount(0))
    #expect(rows.ended == ListCount(0))
    #expect(rows.cards["planning"]?.first?["isOpen"] == .flag(true))
  }

  @Test func `hold what touches a month, however long it lasts`() throws {
    let first = Desk.today.firstOfMonth
    func mission(_ start: Int, _ end: Int?) throws -> RecordID {
      try desk.add(
        .mission,
        [
          "purpose": .text("M"), "country": .code("CHE"),
          "start": .date(first.adding(days: start)),
          "end": end.map { .date(first.adding(days: $0)) } ?? .absent,
        ])
    }
    let within = [
      try mission(-400, 2), try mission(-1, 0), try mission(0, nil),
      try mission(30, 90), try mission(-500, 500),
    ]
    _ = try mission(-9, -1)
    _ = try mission(-1, nil)
    _ = try mission(31, nil)
    let request = MonthRequest(ListQuery(.mission), first)
    guard case .month(let rows) = try desk.store.picture(.month(request)) else {
      Issue.record("no month")
      return
    }
    #expect(Set(rows.cards.map(\.address.id)) == Set(within))
    #expect(rows.numbers.isEmpty)
  }

  @Test func `are refused where the kind has no such picture`() throws {
    for request in [
      PictureRequest.bars(BarRequest(ListQuery(.pledge))),
      .month(MonthRequest(ListQuery(.case), Desk.today)),
      .board(BoardRequest(ListQuery(.mission), columns: [], depth: 1)),
    ] {
      #expect(refusal { try desk.store.picture(request) } == .notFound)
    }
  }

  /// By the one way of stages, with what it brings with it.
  @Test func `move a pledge, whose new stage is in the journal and taken back`() throws {
    let pledge = try desk.add(.pledge, ["name": .text("P"), "stage": .code("planning")])
    try desk.change(.pledge, pledge, ["stage": .code("withdrawn")])
    #expect(try desk.card(.pledge, pledge)["isOpen"] == .flag(false))
    _ = try desk.store.undo()
    #expect(try desk.card(.pledge, pledge)["stage"] == .code("planning"))
  }
}
