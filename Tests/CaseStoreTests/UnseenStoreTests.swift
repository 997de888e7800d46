@testable import CaseStore
import Casework
import TestSupport
import Testing

/// Who is told of deadlines that their owner has not seen, over days, two desks and all that changes.
@Suite struct `Deadlines unseen in the store` {
  /// A store of a supervisor, who opened it, and two colleagues.
  private final class Office {
    let desk: Desk
    let owner: RecordID
    let colleague: RecordID

    init() throws {
      desk = try Desk()
      owner = try desk.add(.staff, ["name": .text("佐藤"), "isActive": .flag(true)])
      colleague = try desk.add(.staff, ["name": .text("鈴木"), "isActive": .flag(true)])
    }

    func to(_ id: RecordID) -> FieldValue { .to(.staff, id) }

    /// A case whose refusal was notified today: an appeal in seven days, warned of from tomorrow on.
    func refused(_ owner: RecordID?) throws -> RecordID {
      let id = try desk.addCase("A", owner.map { ["owner": to($0)] } ?? ["owner": .absent])
      try desk.add(
        .procedure,
        ["case": .to(.case, id), "on": .date(Desk.today), "procedureStage": .code("denied")])
      return id
    }

    func wait(days: Int) throws {
      desk.now = Instant(Desk.start.rawValue + Int64(days) * 86_400)
    }

    func card(_ id: RecordID) throws -> Card {
      let detail = try desk.store.detail(RecordAddress(.case, id), limit: 50)
      return try #require(detail.deadlines.first { $0["rule"] == .code("appeal") })
    }

    func see(_ id: RecordID, by staff: RecordID) throws {
      let card = try card(id)
      try desk.add(
        .sighting,
        [
          "case": card["case"], "rule": card["rule"], "countedFrom": card["countedFrom"],
          "about": card["about"], "due": card["date"], "on": .date(desk.now.dateInJapan),
          "staff": to(staff), "owner": card["owner"],
        ])
    }

    /// The cases of the appeals that somebody is told of.
    func told(_ id: RecordID) throws -> [RecordID] {
      let store = try desk.open(as: .coordinator(id))
      let covers = try store.page(
        .covers(by: RecordAddress(.staff, id), on: store.today), .first, count: 20)
      let watch = UnseenWatch(
        isSupervisor: try store.isToldOfUnseen(),
        covered: covers.cards.compactMap { $0["staff"].link })
      return try TodaySection.unseen.queries(store.today, watch: watch).flatMap { query in
        try store.page(query, .first, count: 99).cards
      }.filter { $0["rule"] == .code("appeal") }.compactMap { $0["case"].link?.address.id }
    }
  }

  private static let supervisor = RecordID(1)

  @Test func `go to the supervisor after as many days as the ladder says, until they are seen`()
    throws
  {
    let office = try Office()
    let desk = office.desk
    let id = try office.refused(office.owner)
    try office.wait(days: 2)
    #expect(try office.told(Self.supervisor) == [])
    try office.wait(days: 3)
    #expect(try office.told(Self.supervisor) == [id])
    #expect(try office.told(office.owner) == [] && office.told(office.colleague) == [])
    try office.see(id, by: office.owner)
    #expect(try office.told(Self.supervisor) == [])
    #expect(try office.card(id)["seenOn"] == .date(Desk.today.adding(days: 3)))
    _ = try desk.store.undo()
    #expect(try office.told(Self.supervisor) == [id])
    // The organisation decides otherwise, and back.
    try desk.add(
      .ladder,
      ["category": .code("critical"), "coverDays": .number(1), "supervisorDays": .number(4)])
    #expect(try office.told(Self.supervisor) == [])
    _ = try desk.store.undo()
    #expect(try office.told(Self.supervisor) == [id])
  }

  @Test func `are unseen again of another day and by another owner, from the day of the change on`()
    throws
  {
    let office = try Office()
    let desk = office.desk
    let id = try office.refused(office.owner)
    try office.wait(days: 1)
    try office.see(id, by: office.owner)
    try office.wait(days: 4)
    #expect(try office.told(Self.supervisor) == [])
    let procedure = try #require(
      try desk.store.page(ListQuery(.procedure), .first, count: 9).cards.first)
    try desk.change(
      .procedure, procedure.address.id, ["notifiedOn": .date(Desk.today.adding(days: 3))])
    #expect(try office.card(id)["unseenSince"] == .date(Desk.today.adding(days: 4)))
    try office.wait(days: 6)
    #expect(try office.told(Self.supervisor) == [id])
    _ = try desk.store.undo()
    #expect(try office.told(Self.supervisor) == [])
    try desk.change(.case, id, ["owner": office.to(office.colleague)])
    #expect(try office.card(id)["unseenSince"] == .date(Desk.today.adding(days: 6)))
    #expect(try office.told(Self.supervisor) == [id], "the day before it is due")
    try office.see(id, by: office.colleague)
    #expect(try office.told(Self.supervisor) == [])
  }

  @Test func `go to who stands in for their owner, and what they see counts`() throws {
    let office = try Office()
    let desk = office.desk
    let id = try office.refused(office.owner)
    try desk.add(
      .cover,
      [
        "staff": office.to(office.owner), "coveredBy": office.to(office.colleague),
        "from": .date(Desk.today), "to": .date(Desk.today.adding(days: 2)),
      ])
    #expect(try office.told(office.colleague) == [])
    try office.wait(days: 1)
    #expect(try office.told(office.colleague) == [id])
    try office.wait(days: 3)
    #expect(try office.told(office.colleague) == [], "the owner is back")
    try office.see(id, by: office.colleague)
    #expect(try office.told(Self.supervisor) == [])
  }

  @Test func `go to the supervisor at once when their owner leaves, and when they have none`()
    throws
  {
    let office = try Office()
    let desk = office.desk
    let owned = try office.refused(office.owner)
    let nobodys = try office.refused(nil)
    try office.wait(days: 1)
    #expect(try office.told(Self.supervisor) == [nobodys])
    try office.see(owned, by: office.owner)
    try desk.change(.staff, office.owner, ["isActive": .flag(false)])
    #expect(try Set(office.told(Self.supervisor)) == [owned, nobodys])
    try desk.change(.staff, office.owner, ["isActive": .flag(true)])
    #expect(try office.told(Self.supervisor) == [nobodys])
  }

  @Test func `go to everybody where no supervisor is in service`() throws {
    let office = try Office()
    let desk = office.desk
    let id = try office.refused(office.owner)
    try desk.change(.staff, Self.supervisor, ["isSupervisor": .flag(false)])
    try office.wait(days: 3)
    #expect(try office.told(office.colleague) == [id])
  }

  /// To have opened a case is no work that could be taken back.
  @Test func `are seen beside what undo takes back`() throws {
    let office = try Office()
    let desk = office.desk
    let id = try office.refused(office.owner)
    try desk.add(.note, ["case": .to(.case, id), "on": .date(Desk.today), "body": .text("x")])
    let card = try office.card(id)
    _ = try desk.store.save(
      Change(
        .sighting,
        values: [
          "case": card["case"], "rule": card["rule"], "countedFrom": card["countedFrom"],
          "about": card["about"], "due": card["date"], "on": .date(Desk.today),
          "staff": office.to(office.owner), "owner": card["owner"],
        ], command: "saw"))
    #expect(try desk.store.undo().link.address.kind == .note)
    #expect(try desk.store.redo().link.address.kind == .note)
    #expect(try office.card(id)["seenBy"].link?.address.id == office.owner)
  }

  /// Nobody is told of years past on the day on which a store is brought up to date.
  @Test func `of an older store are known since its last change`() throws {
    let released = try ReleasedStore(ofSchema: 25)
    _ = try released.open()
    let known = try released.lines(
      "SELECT DISTINCT knownSince FROM deadline WHERE isOpen = 1 AND category <> 'contact'")
    let last = try released.lines(
      "SELECT date(at + 32400, 'unixepoch') FROM journalRow ORDER BY sequence DESC LIMIT 1")
    #expect(known == last)
  }

  /// Whatever is changed: what can cost the right to stay and is warned of is on the Today of somebody
  /// who still works here.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `are on nobody's Today never`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let office = try Office()
    let desk = office.desk
    let staff: [RecordID?] = [Self.supervisor, office.owner, office.colleague, nil]
    var cases = [try office.refused(office.owner), try office.refused(nil)]
    var (days, most) = (0, 0)
    for _ in 0..<30 {
      let id = cases.randomElement(using: &random) ?? cases[0]
      let somebody = staff.randomElement(using: &random) ?? nil
      let at = FieldValue.date(desk.now.dateInJapan)
      switch Int.random(in: 0...9, using: &random) {
      case 0: cases.append(try office.refused(somebody))
      case 1:
        // Unless the case itself was taken back.
        _ = try? desk.change(.case, id, ["owner": somebody.map(office.to) ?? .absent])
      case 2:
        let one = [office.owner, office.colleague].randomElement(using: &random) ?? office.owner
        try desk.change(.staff, one, ["isActive": .flag(Bool.random(using: &random))])
      case 3:
        let found = try? desk.store.detail(RecordAddress(.case, id), limit: 1).deadlines
        let isOpen = found?.contains { $0["rule"] == .code("appeal") } ?? false
        if let somebody, isOpen { _ = try? office.see(id, by: somebody) }
      case 4:
        _ = try? desk.add(
          .residence,
          [
            "case": .to(.case, id), "on": at, "statusOfResidence": .code("student"),
            "expires": .date(
              desk.now.dateInJapan.adding(days: .random(in: 20...200, using: &random))),
          ])
      case 5:
        try desk.add(
          .ladder,
          [
            "category": .code("critical"), "coverDays": .number(.random(in: 0...9, using: &random)),
            "warnDays": .number(.random(in: 0...120, using: &random)),
            "supervisorDays": .number(.random(in: 0...30, using: &random)),
          ])
      case 6: _ = try? desk.store.undo()
      case 7:
        _ = try? desk.add(
          .ownDeadline,
          [
            "case": .to(.case, id), "rule": .code("appeal"), "on": at,
            "due": .date(desk.now.dateInJapan.adding(days: 9)),
          ])
      default:
        days += Int.random(in: 0...6, using: &random)
        try office.wait(days: days)
      }
      most = max(most, try expectOnSomebodysToday(office))
    }
    #expect(most > 1)
  }

  /// How many deadlines there were that had to be on somebody's Today.
  private func expectOnSomebodysToday(_ office: Office) throws -> Int {
    let desk = office.desk
    let store = desk.store
    let today = store.today
    func page(_ query: ListQuery) throws -> [Card] {
      try store.page(query, .first, count: 500).cards
    }
    let here = try page(ListQuery(.staff)).filter { $0["isActive"] == .flag(true) }
    let shown = try here.flatMap { member -> [Card] in
      let watch = UnseenWatch(isSupervisor: member["isSupervisor"] == .flag(true))
      let link = Link(member.address)
      return try TodaySection.allCases.flatMap { $0.queries(today, of: [link], watch: watch) }
        .filter { $0.kind == .deadline }.flatMap(page)
    }
    let standing = Ladder.standing(
      try page(ListQuery(.ladder)).sorted { $0.address.id < $1.address.id }.map { Ladder($0) })
    let most = standing[.critical]?.warnDays ?? 0
    let due = try store.page(
      ListQuery(.deadline), .first, count: 500,
      fields: RecordDescription.of(.deadline).fields.map(\.name)
    ).cards.filter { card in
      guard card["isOpen"] == .flag(true), card["category"] == .code("critical"),
        case .date(let date) = card["date"], case .date(let warn) = card["warnFrom"]
      else { return false }
      return warn <= today || date.adding(days: -most) <= today
    }
    let ids = Set(shown.map(\.address))
    for card in due {
      #expect(ids.contains(card.address), "\(card["rule"]) \(card["date"]) of \(card["owner"])")
    }
    return due.count
  }

  @Test func `keep nobody from taking back a case that was opened since`() throws {
    let office = try Office()
    let id = try office.desk.addCase("A", ["owner": office.to(office.owner)])
    let step = try #require(try office.desk.store.journal(JournalFilter(), limit: 1).first).step
    let sight = try #require(
      try office.desk.store.detail(RecordAddress(.case, id), limit: 50).deadlines.first)
    let seen = try #require(
      Sighting.change(
        of: sight, on: Desk.today, by: Link(RecordAddress(.staff, office.owner)), command: "saw"))
    _ = try office.desk.store.save(seen)
    _ = try office.desk.store.undo(step: step)
    #expect(try office.desk.store.count(ListQuery(.case)).value == 0)
    #expect(try office.desk.store.verifyJournal().isWhole)
  }
}
