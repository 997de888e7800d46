import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// Asking guest and host how they are.
struct CheckInTests {
  private static let stay = RecordAddress(.homestay, RecordID(12))

  private var world: World {
    var world = World.full
    var stay = Card(Self.stay, version: 1, number: "HS-0012")
    stay["case"] = world.link(.case, 0)
    stay["stage"] = .code("in_progress")
    stay["start"] = .date(DeskHarness.today.adding(days: -3))
    stay["isOpen"] = .flag(true)
    world.cards[.homestay] = [stay]
    let said: [(StaySide, StayMood, Int)] = [
      (.guest, .urgent, -1), (.host, .good, -1), (.guest, .good, -2),
    ]
    world.cards[.checkIn] = said.enumerated().map { index, said in
      var card = Card(
        RecordAddress(.checkIn, RecordID(Int64(index + 1))), version: 1, number: "CK-000\(index)")
      card["homestay"] = .link(Link(Self.stay))
      card["case"] = world.link(.case, 0)
      card["asked"] = said.0.fieldValue
      card["mood"] = said.1.fieldValue
      card["on"] = .date(DeskHarness.today.adding(days: said.2))
      return card
    }
    var due = Card(RecordAddress(.deadline, RecordID(5)), number: "DL-0005")
    due["date"] = .date(DeskHarness.today)
    due["warnFrom"] = .date(DeskHarness.today)
    due["case"] = world.link(.case, 0)
    due["rule"] = .code("stay_checkin_3")
    due["category"] = .code("practice")
    due["about"] = .text("HS-0012")
    due["isOpen"] = .flag(true)
    due["owner"] = .link(DeskHarness.staff)
    world.cards[.deadline] = [due]
    return world
  }

  private func offered(_ harness: DeskHarness) -> RecordAddress? {
    guard case .link(let link)? = harness.changes.last?.values["homestay"] else { return nil }
    return link.address
  }

  @Test func `is one form away from the stay`() throws {
    var harness = DeskHarness(world: world)
    harness.type("3ri<Ctrl-S>")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .checkIn && change.command == "logCheckIn")
    #expect(change.values["asked"] == .code("guest") && change.values["mood"] == .code("good"))
    #expect(change.values["case"] == .link(try #require(world.link(.case, 0).asLink)))
    #expect(offered(harness) == Self.stay)
  }

  @Test func `is what marks one done that is due`() {
    var harness = DeskHarness(world: world)
    harness.type("1gg")
    for _ in 0..<60 where harness.desk.list.selected?.address.kind != .deadline {
      harness.type(harness.desk.list.selected == nil ? "l" : "j")
    }
    #expect(harness.desk.list.selected?.address.kind == .deadline)
    harness.type("x")
    #expect(harness.changes.isEmpty)
    harness.type("<Ctrl-S>")
    #expect(harness.changes.map(\.kind) == [.checkIn])
    #expect(offered(harness) == Self.stay)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `shows both sides of a day beside each other`(language: LabelLanguage) {
    var harness = DeskHarness(Size(rows: 40, columns: 140), language: language, world: world)
    harness.type("3<Enter>")
    let words = Words(language)
    func line(_ moods: StayMood?...) -> Bool {
      let shown = moods.map { $0.map { words($0.labelKey) } ?? "-" }
      return harness.screen.split(separator: "\n").contains { line in
        guard let first = line.firstRange(of: shown[0]) else { return false }
        return line[first.upperBound...].contains(shown[1])
      }
    }
    #expect(line(.urgent, .good), "\(harness.screen)")
    #expect(line(.good, nil), "\(harness.screen)")
    harness.type("tx")
    #expect(!harness.screen.contains(words(StayMood.urgent.labelKey)), "\(harness.screen)")
  }
}

extension FieldValue {
  fileprivate var asLink: Link? { if case .link(let link) = self { link } else { nil } }
}
