import CaseStore
import Casework

/// One thing that a person waits for.
struct Task: Sendable {
  let name: String
  let work: @Sendable (Office) throws -> Void

  /// The first is what the others are compared with.
  static let all = [
    Task("a page of placements") { office in
      _ = try office.store.page(ListQuery(.placement), .first, count: 40)
    },
    Task("placements found by name") { office in
      _ = try office.store.page(ListQuery(.placement, search: "サン"), .first, count: 40)
    },
    Task("cases found by name") { office in try office.find("mohamed") },
    Task("cases found by sound alone") { office in try office.find("ムハマッド") },
    Task("cases found by nothing") { office in try office.find("qwrtpsdf") },
    Task("a name typed letter by letter") { office in
      for length in 1...7 { try office.find(String("mohamed".prefix(length))) }
    },
    Task("the board of placements") { office in
      let stages = PlacementStage.path.prefix(7).map(\.rawValue)
      _ = try office.store.picture(
        .board(BoardRequest(ListQuery(.placement), columns: stages, depth: 72)))
    },
    Task("a quarter of stays as bars") { office in
      _ = try office.store.picture(
        .stays(StayRequest(.first, count: 36, from: office.store.today, days: 91)))
    },
    Task("a month of gatherings") { office in
      _ = try office.store.picture(
        .month(MonthRequest(ListQuery(.salon), office.store.today.firstOfMonth)))
    },
    Task("the roll of a gathering") { office in
      _ = try office.store.page(
        ListQuery(
          .attendance,
          filters: [FieldFilter("salon", .equals(.link(Link(office.gathering))))]),
        .first, count: 10_000)
    },
    Task("a mark on the roll") { office in try office.mark() },
    Task("the hosts for one") { office in _ = try office.store.stayOptions(of: office.waiting) },
    Task("the hosts for all who wait") { office in _ = try office.store.stayAssignment() },
    Task("the jobs for one") { office in _ = try office.store.jobOptions(of: office.seeker) },
  ]

  private init(_ name: String, _ work: @escaping @Sendable (Office) throws -> Void) {
    self.name = name
    self.work = work
  }
}

/// A fictional organisation, and records of it that something is done with.
final class Office {
  let store: CaseStore
  let gathering: RecordAddress
  let waiting: RecordID
  let seeker: RecordID
  private var place: Card

  init(_ path: String) throws {
    guard let now = CivilDate(iso: "2026-10-03") else { throw Missing() }
    let store = try CaseStore.open(path, as: .coordinator(RecordID(1))) {
      Instant(Int64(now.dayNumber) * 86_400)
    }
    self.store = store
    func first(_ kind: RecordKind, _ filters: [FieldFilter] = []) throws -> Card {
      let page = try store.page(ListQuery(kind, filters: filters), .first, count: 1)
      guard let card = page.cards.first else { throw Missing() }
      return card
    }
    func link(_ card: Card, _ field: String) throws -> RecordAddress {
      guard case .link(let link) = card[field] else { throw Missing() }
      return link.address
    }
    let place = try first(.attendance, [FieldFilter("result", .equals(.code("attended")))])
    self.place = place
    gathering = try link(place, "salon")
    waiting = try link(
      first(.lodging, [FieldFilter("stage", .equals(.code("waiting")))]), "case"
    ).id
    seeker = try link(first(.candidate), "case").id
  }

  /// A page of cases and how many there are, as the list asks at each letter of a search.
  func find(_ text: String) throws {
    _ = try store.page(ListQuery(.case, search: text), .first, count: 40)
    _ = try store.count(ListQuery(.case, search: text))
  }

  /// Marks somebody as excused, or back as attended.
  func mark() throws {
    let result = place["result"] == .code("attended") ? "excused_absence" : "attended"
    let saved = try store.save(
      Change(
        .attendance, id: place.address.id, version: place.version,
        values: ["result": .code(result)], command: "rollCall"))
    place.version = saved.version
    place["result"] = .code(result)
  }

  /// A record that the fictional organisation should have.
  struct Missing: Error {}
}
