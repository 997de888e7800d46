import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// Who may have been entered before, while a new case is typed.
struct DuplicateTests {
  private static func facts(_ phone: String) -> DuplicateFacts {
    var facts = DuplicateFacts()
    facts.names = ["nameRoman": "olena kovali"]
    facts.phone = phone
    return facts
  }

  private static func world(phone: String = "") throws -> World {
    var world = World.full
    let match = try #require(DuplicateMatch(facts("12345678"), facts(phone)))
    guard case .link(let link) = world.link(.case, 0) else { return world }
    world.duplicates = [Duplicate(link, match)]
    return world
  }

  private func asked(_ harness: DeskHarness) -> [[String: FieldValue]] {
    harness.effects.compactMap { if case .duplicates(let values) = $0 { values } else { nil } }
  }

  private func open(
    _ world: World, _ size: Size = Size(rows: 24, columns: 80), language: LabelLanguage = .ja
  ) -> DeskHarness {
    var harness = DeskHarness(size, language: language, world: world)
    harness.type("2a")
    harness.go(to: "nameRoman")
    return harness
  }

  @Test func `asks when what tells changes, and at no other letter`() throws {
    var harness = open(try Self.world())
    harness.type("OL")
    #expect(asked(harness).last == ["nameRoman": .text("OL")])
    let count = asked(harness).count
    harness.go(to: "callName")
    harness.type("オレナ")
    #expect(asked(harness).count == count)
    harness.go(to: "phone")
    harness.type("0")
    #expect(asked(harness).count == count + 1)
    harness.go(to: "city")
    harness.type("横浜市")
    #expect(asked(harness).count == count + 1)
  }

  @Test(
    arguments: [
      Size(rows: 24, columns: 80), Size(rows: 40, columns: 140), Size(rows: 20, columns: 60),
    ],
    LabelLanguage.allCases)
  func `shows them with the reasons, and moves no field`(
    size: Size, language: LabelLanguage
  ) throws {
    var harness = open(.full, size, language: language)
    harness.type("OLENA")
    let before = harness.screen.split(separator: "\n", omittingEmptySubsequences: false)
    harness.world = try Self.world()
    harness.type("<BS>")
    let after = harness.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let reason = Words(language)("duplicateReason.sameRomanName")
    let row = try #require(
      after.firstIndex { $0.contains("2026-0001") && $0.contains(reason) }, "\(harness.screen)")
    // Above the box only the field that was typed in differs.
    let box = max(2, row - 1)
    let changed = (2..<box).filter { before[$0] != after[$0] }
    #expect(changed.count <= 1, "\(harness.screen)")
  }

  @Test func `opens one of them and keeps what was typed`() throws {
    var harness = open(try Self.world())
    harness.type("OLENA<Ctrl-D>")
    #expect(harness.screen.contains("ローマ字名が同じ"))
    harness.type("<Enter>")
    #expect(harness.form == nil && harness.desk.details.count == 1)
    #expect(harness.desk.drafts.count == 1 && harness.changes.isEmpty)
  }

  @Test func `a weak likeness does not ask, a strong one asks once`() throws {
    var weak = open(try Self.world())
    weak.type("OLENA<Ctrl-S>")
    #expect(weak.changes.count == 1)
    var strong = open(try Self.world(phone: "12345678"))
    strong.type("OLENA<Ctrl-S>")
    #expect(strong.changes.isEmpty && strong.screen.contains("別の人として登録する"))
    strong.type("n")
    #expect(strong.changes.isEmpty && strong.form != nil)
    strong.type("<Ctrl-S>y")
    #expect(strong.form == nil)
    // With the case it is kept that it is not the other's.
    let pair = try #require(strong.changes.last)
    #expect(strong.changes.map(\.kind) == [.case, .distinctPair])
    #expect(pair.values["case"] == .link(Link(.made(.case))))
    #expect(pair.values["other"] == strong.world.duplicates.first.map { .link($0.link) })
  }

  @Test(arguments: LabelLanguage.allCases)
  func `of a case that is there are compared, brought together or found to be others`(
    language: LabelLanguage
  ) throws {
    var world = try Self.world(phone: "12345678")
    let other = try #require(world.link(.case, 1).link)
    world.duplicates = world.duplicates.map { Duplicate(other, $0.match) }
    var harness = DeskHarness(language: language, world: world)
    harness.type("2=")
    let words = Words(language)
    #expect(harness.screen.contains(words("desk.twins", "1")), "\(harness.screen)")
    #expect(harness.screen.contains(words("duplicateReason.samePhone")), "\(harness.screen)")
    harness.type("<Enter>")
    expectSound(harness.desk, harness.screen)
    harness.type("n")
    let pair = try #require(harness.changes.last)
    #expect(pair.kind == .distinctPair && pair.values["other"] == .link(other))
    #expect(harness.desk.overlays.isEmpty)
    harness.type("=<Enter>m")
    guard case .preview(let merge)? = harness.effects.last(where: { $0 != .drafts }) else {
      Issue.record("\(harness.effects.suffix(3))")
      return
    }
    #expect(merge.first?.isMerge == true && merge.first?.values["survivingCase"] == .link(other))
    harness.type("<Esc>=<Enter>o")
    #expect(harness.effects.contains(.detail(other.address, for: .open)))
    harness.world.duplicates = []
    harness.type("<Esc><Esc>=")
    #expect(harness.desk.notice?.text == words("desk.twinNone"))
  }

  @Test func `asks about nobody in the form of a case that is there`() throws {
    var harness = DeskHarness(world: try Self.world())
    harness.type("2e")
    harness.go(to: "nameRoman")
    harness.type("X<Ctrl-D>")
    #expect(asked(harness).isEmpty)
  }
}
