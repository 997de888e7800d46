@testable import CaseStore
import Casework
import Testing

@Suite struct `Pictures in the store` {
  private let desk: Desk

  init() throws {
    desk = try Desk()
  }

  private func host(_ name: String, _ stage: HostStage) throws -> RecordID {
    guard [.approved, .hosting].contains(stage) else {
      return try desk.add(.host, ["name": .text(name), "stage": stage.fieldValue])
    }
    let host = try desk.addHost(name, beds: 9)
    if stage == .hosting { try desk.change(.host, host, ["stage": stage.fieldValue]) }
    return host
  }

  /// A stay of somebody else each time.
  @discardableResult
  private func stay(
    _ host: RecordID, _ from: Int, _ until: Int?, _ stage: StayStage = .confirmed
  ) throws -> RecordID {
    try desk.add(
      .homestay,
      [
        "case": .to(.case, try desk.addCase("A")), "host": .to(.host, host),
        "stage": stage.fieldValue, "start": .date(Desk.today.adding(days: from)),
        "guestAgreedOn": .date(Desk.today),
        "hostAgreedOn": .date(Desk.today),
        "end": until.map { .date(Desk.today.adding(days: $0)) } ?? .absent,
      ])
  }

  private func stays(_ anchor: ListAnchor = .first, count: Int = 20) throws -> StayRows {
    let request = StayRequest(anchor, count: count, from: Desk.today, days: 31)
    guard case .stays(let rows) = try desk.store.picture(.stays(request)) else {
      return StayRows()
    }
    return rows
  }

  @Test func `hold the hosts who take guests in and every stay that touches the days`() throws {
    let open = try host("A 家", .approved)
    _ = try host("B 家", .enquiry)
    let resting = try host("C 家", .approved)
    let hosting = try host("D 家", .hosting)
    #expect(try stays().hosts.texts("name") == ["A 家", "C 家", "D 家"])
    try stay(resting, -9, 3)
    try stay(open, -9, -1)
    try stay(open, 40, 50)
    try stay(open, 5, 9, .declined)
    try stay(hosting, 31, 40)
    let within = [
      try stay(resting, 30, 50), try stay(open, -5, 0), try stay(hosting, -400, nil, .ended),
      // Still there although the end was planned for last week.
      try stay(hosting, -30, -7, .inProgress),
    ]
    // Who no longer takes guests in is there for the stays alone.
    try desk.change(.host, resting, ["stage": HostStage.paused.fieldValue])
    let alone = try host("E 家", .approved)
    try desk.change(.host, alone, ["stage": HostStage.left.fieldValue])
    let rows = try stays()
    #expect(rows.hosts.texts("name") == ["A 家", "C 家", "D 家"])
    let found = Set(rows.stays.map(\.address.id))
    #expect(found.isSuperset(of: within))
    #expect(rows.stays.count == 5)
    #expect(try stays(.from(resting), count: 1).hosts.texts("name") == ["C 家"])
    #expect(try stays(.before(hosting), count: 1).hosts.texts("name") == ["C 家"])
    #expect(try stays(count: 1).hosts.hasMoreAfter)
  }

  @Test func `ask as often for many hosts as for few`() throws {
    var statements: [String] = []
    let store = try desk.open()
    func count(_ request: PictureRequest) throws -> Int {
      statements = []
      _ = try store.picture(request)
      return statements.count
    }
    let days = PictureRequest.stays(
      StayRequest(.first, count: 20, from: Desk.today, days: 91))
    for index in 0..<2 { try stay(try host("\(index)", .approved), 0, 9) }
    try store.trace { statements.append($0) }
    let few = try count(days)
    for index in 2..<18 { try stay(try host("\(index)", .approved), 0, 9) }
    #expect(try count(days) == few)
    #expect(statements.contains { $0.contains("FROM \"homestay\"") })
  }

  @Test func `put the placements longest in their stage first, within the filters`() throws {
    let company = try desk.add(.company, ["name": .text("丸山製作所")])
    func placement(_ stage: PlacementStage, owner: Bool = false) throws -> RecordID {
      let person = try desk.addCase("P")
      try desk.consent(person, .companies)
      return try desk.add(
        .placement,
        [
          "case": .to(.case, person), "company": .to(.company, company),
          "stage": stage.fieldValue, "on": .date(Desk.today),
          "owner": owner ? .to(.staff, RecordID(1)) : .absent,
        ])
    }
    func board(_ filters: [FieldFilter] = [], depth: Int = 9) throws -> BoardRows {
      let query = ListQuery(.placement, filters: filters, sort: SortOrder("on", descending: true))
      let request = BoardRequest(query, columns: ["offer", "trial"], depth: depth)
      guard case .board(let rows) = try desk.store.picture(.board(request)) else {
        return BoardRows()
      }
      return rows
    }
    let first = try placement(.trial)
    let second = try placement(.offer)
    desk.now = Instant(desk.now.rawValue + 5 * 86_400)
    let third = try placement(.offer, owner: true)
    _ = try placement(.prospect)
    _ = try placement(.notSelected)
    _ = try placement(.candidateWithdrew, owner: true)
    try desk.change(.placement, first, ["stage": .code("offer")])
    let rows = try board()
    #expect(rows.cards["offer"]?.map(\.address.id) == [second, first, third])
    #expect(rows.cards["offer"]?.first?["stageSince"] == .date(Desk.today))
    #expect(rows.cards["prospect"] == nil)
    #expect(rows.counts["prospect"] == ListCount(1) && rows.counts["offer"] == ListCount(3))
    #expect(rows.ended == ListCount(2))
    #expect(try board(depth: 1).cards["offer"]?.count == 1)
    let mine = try board([FieldFilter("owner", .equals(.to(.staff, RecordID(1)))), .open])
    #expect(mine.cards["offer"]?.map(\.address.id) == [third])
    #expect(mine.ended == ListCount(1))
  }

  /// A month of more than anybody looks at: what is read of it has a bound, and it says so.
  @Test func `read the earliest of each day, and say where counting stopped`() throws {
    try desk.execute(
      """
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1301)
      INSERT INTO salon (date, begins, theme, type, status)
      SELECT CASE WHEN n <= 1290 THEN '2026-10-03' ELSE '2026-10-' || (10 + n % 2) END,
        CASE WHEN n % 7 = 0 THEN NULL ELSE printf('%02d:00', 20 - n % 13) END, 'T' || n, 'salon',
        CASE WHEN n % 4 = 0 THEN 'cancelled' ELSE 'planned' END FROM numbers
      """)
    func month(_ depth: Int, whole: CivilDate? = nil, of status: String? = nil) throws -> MonthRows
    {
      var query = ListQuery(.salon)
      if let status { query.filters = [FieldFilter("status", .equals(.code(status)))] }
      let request = MonthRequest(
        query, Desk.today.firstOfMonth, depth: depth, whole: whole, isCounted: false)
      guard case .month(let rows) = try desk.store.picture(.month(request)) else {
        return MonthRows(first: Desk.today)
      }
      return rows
    }
    let day = Desk.today.firstOfMonth.adding(days: 2)
    let rows = try month(4)
    #expect(rows.cards.count == 12)
    #expect(rows.counts[day] == ListCount(1000, isExact: false))
    #expect(rows.counts[day.adding(days: 8)] == ListCount(6))
    #expect(rows.held == ListCount(976) && rows.numbers.isEmpty)
    let hours = rows.cards.filter { $0["date"] == .date(day) }.map { $0["begins"] }
    #expect(hours == Array(repeating: hours[0], count: 4) && hours[0] != .absent)
    #expect(try month(4, whole: day).cards.count == 200 + 8)
    let few = try month(6)
    #expect(few.counts.keys.sorted() == [day])
    let open = try month(4, of: "planned")
    #expect(open.held == ListCount(976) && open.cards.count == 10)
  }

  @Test func `are for staff alone`() throws {
    let volunteer = try desk.addVolunteer("V")
    let theirs = try desk.open(as: .volunteer(volunteer))
    let requests: [PictureRequest] = [
      .month(MonthRequest(ListQuery(.salon), Desk.today.firstOfMonth)),
      .month(MonthRequest(ListQuery(.mission), Desk.today.firstOfMonth)),
      .bars(BarRequest(ListQuery(.activity))), .bars(BarRequest(ListQuery(.campaign))),
      .board(BoardRequest(ListQuery(.pledge), columns: ["planning"], depth: 1)),
      .stays(StayRequest(.first, count: 1, from: Desk.today, days: 7)),
      .board(BoardRequest(ListQuery(.placement), columns: ["offer"], depth: 1)),
    ]
    for request in requests {
      #expect(refusal { try theirs.picture(request) } == .notPermitted)
    }
  }
}
