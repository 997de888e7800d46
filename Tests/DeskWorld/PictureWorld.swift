package import Casework
package import Cells
package import Labels

/// A world with enough of everything to look at as pictures.
package enum PictureWorld {
  package static func day(_ days: Int) -> FieldValue {
    .date(DeskHarness.today.adding(days: days))
  }

  package static let full: World = {
    var world = World.full
    world.cards[.salon] = salons
    world.cards[.host] = hosts
    world.cards[.homestay] = stays(world)
    world.cards[.placement] = placements(world)
    return world
  }()

  /// A desk over it after some keys.
  package static func desk(
    _ keys: String, _ language: LabelLanguage = .ja, size: Size = Size(rows: 24, columns: 80)
  ) -> DeskHarness {
    var harness = DeskHarness(size, language: language, world: full)
    harness.type(keys)
    return harness
  }

  static func card(_ kind: RecordKind, _ id: Int, _ values: [String: FieldValue]) -> Card {
    let address = RecordAddress(kind, RecordID(Int64(id)))
    var card = Card(address, number: address.number)
    for (field, value) in values { card[field] = value }
    return card
  }

  private static func time(_ hour: Int) -> FieldValue {
    ClockTime(hour: hour, minute: 0).map(FieldValue.time) ?? .absent
  }

  /// Two on one day, one that was held, one that was called off.
  private static let salons: [Card] = {
    let first = DeskHarness.today.firstOfMonth
    let rows: [(Int, Int, String, String, Int)] = [
      (10, 14, "日本語で話すサロン", "planned", 0), (10, 10, "朝の会", "planned", 0),
      (3, 18, "料理の会", "held", 17), (20, 13, "相談会", "cancelled", 0),
    ]
    return rows.enumerated().map { index, row in
      card(
        .salon, index + 1,
        [
          "date": .date(first.adding(days: row.0)), "begins": time(row.1), "theme": .text(row.2),
          "status": .code(row.3), "visits": .number(row.4), "seats": .number(3),
          "capacity": .number(20),
        ])
    }
  }()

  private static let hosts: [Card] = {
    let rows: [(String, String, Int)] = [
      ("佐藤 家", "hosting", 1), ("田中・リチャードソン 家", "approved", 2), ("Müller family", "paused", 1),
    ]
    return rows.enumerated().map { index, row in
      card(
        .host, index + 1,
        [
          "name": .text(row.0), "stage": .code(row.1), "capacity": .number(row.2),
          "availableFrom": day(-30), "availableUntil": day(21), "approvalExpires": day(300),
        ])
    }
  }()

  private static func stays(_ world: World) -> [Card] {
    func stay(_ id: Int, _ host: Int, _ stage: String, _ from: Int, _ until: Int?) -> Card {
      card(
        .homestay, id,
        [
          "case": world.link(.case, id % 4),
          "host": .link(
            Link(hosts[host].address, number: hosts[host].number)), "stage": .code(stage),
          "start": day(from), "end": until.map(day) ?? .absent, "stageSince": day(-15),
          "isOpen": .flag(stage != "ended"),
        ])
    }
    return [
      stay(1, 0, "in_progress", -2, 8), stay(2, 0, "proposed", 12, 18),
      stay(3, 1, "ended", -4, 1), stay(4, 1, "confirmed", 5, nil),
    ]
  }

  private static func placements(_ world: World) -> [Card] {
    let company = Link(
      RecordAddress(.company, RecordID(1)), number: "E-0001", title: "丸山製作所株式会社")
    let rows: [(PlacementStage, Int)] = [
      (.prospect, -3), (.prospect, -45), (.firstInterview, -10), (.secondInterview, -31),
      (.offer, 0), (.retentionSupport, -100), (.notSelected, -5), (.retained, -9),
    ]
    return rows.enumerated().map { index, row in
      card(
        .placement, index + 1,
        [
          "case": world.link(.case, index % 5), "company": .link(company),
          "occupation": .text("溶接工"), "stage": row.0.fieldValue, "stageSince": day(row.1),
          "on": day(row.1), "isOpen": .flag(!row.0.isEnd),
        ])
    }
  }
}
