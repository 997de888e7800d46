import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// What somebody consented to and needs, what a status lacks, and what must be seen on every page.
@Suite struct `The support of a case` {
  private func assessment(_ days: Int, _ scores: [NeedDomain: NeedScore]) -> Card {
    var card = Card(RecordAddress(.need, RecordID(Int64(1000 + days))))
    card["on"] = .date(DeskHarness.today.adding(days: days))
    for (domain, score) in scores { card[domain.field] = score.fieldValue }
    return card
  }

  private func consent(
    _ scope: ConsentScope, _ more: [String: FieldValue] = [:]
  ) -> Card {
    var card = Card(RecordAddress(.consent, RecordID(1)))
    card["scope"] = scope.fieldValue
    card["status"] = ConsentStatus.given.fieldValue
    card["on"] = .date(DeskHarness.today.adding(days: -9))
    for (name, value) in more { card[name] = value }
    return card
  }

  private func screen(
    _ world: World, keys: String = "2<Enter>", language: LabelLanguage = .ja
  ) -> String {
    var harness = DeskHarness(Size(rows: 60, columns: 140), language: language, world: world)
    harness.type(keys)
    return harness.screen
  }

  private func saves(_ harness: DeskHarness) -> [[Change]] {
    harness.effects.compactMap { if case .save(let changes) = $0 { changes } else { nil } }
  }

  private func previews(_ harness: DeskHarness) -> [[Change]] {
    harness.effects.compactMap { if case .preview(let changes) = $0 { changes } else { nil } }
  }

  @Test func `draws needs over time and says what moved since intake`() {
    var world = World.full
    world.needs = [
      assessment(-1, [.housing: .safe, .health: .crisis, .legal: .stable]),
      assessment(-30, [.housing: .stable, .health: .notAssessed]),
      assessment(-90, [.housing: .crisis, .health: .vulnerable, .legal: .stable]),
    ]
    let text = screen(world)
    #expect(text.contains("住居 +3  健康 -1"))
    #expect(text.contains("134  4 良好  +3"))
    #expect(text.contains("2-1  1 危機  -1"))
    #expect(text.contains("3-3  3 安定"))
    #expect(!text.contains("こころの健康"))
    #expect(screen(world, language: .en).contains("Housing +3  Health -1"))
    #expect(!screen(.full).contains(Words(.ja)("desk.needs")))
  }

  @Test func `says which consents are in force, and what they withhold`() {
    var world = World.full
    #expect(screen(world).contains(/同意 +なし/))
    world.consents = [
      consent(.receivingSupport), consent(.lawyers, ["withheld": .codes(["history"])]),
      consent(.companies, ["status": .code("withdrawn")]),
      consent(.unhcr, ["expires": .date(DeskHarness.today.adding(days: -1))]),
    ]
    let text = screen(world)
    // Which there are is said once, and below it what is kept back.
    #expect(text.contains(/同意 +支援の利用/), "\(text)")
    #expect(text.contains("弁護士・行政書士(非提供: 来日"))
    #expect(!text.contains("企業") && !text.contains("UNHCR"))
  }

  @Test func `shows the others of the household`() {
    var world = World.full
    var other = Card(RecordAddress(.case, RecordID(9)), number: "2026-0009")
    other["nameRoman"] = .text("ANNA KOVALI")
    other["householdRole"] = .code("child")
    other["status"] = .code("active")
    world.household = [other]
    #expect(screen(world).contains("2026-0009 ANNA KOVALI  子  A 支援中"))
  }

  /// The second case of the world must never be named to the authorities of the country.
  @Test(arguments: ["2j<Enter>", "2j<Enter>JJJJJJJJJJ", "2j<Enter><Tab><Enter>", "2jrc", "1jrn"])
  func `names the danger on every page of the case`(keys: String) {
    var harness = DeskHarness(Size(rows: 24, columns: 80))
    harness.type(keys)
    #expect(harness.screen.contains("本国・大使館へ連絡しない"), "\(harness.screen)")
    #expect(harness.screen.contains("平日18時以降"), "\(harness.screen)")
  }

  @Test func `offers what a refused status lacks, and opens the place to supply it`() throws {
    var harness = DeskHarness()
    harness.type("2jj")
    harness.world.refusal = .problems([
      FieldProblem("status", .consentRequired, .label("consentScope.collection_and_use")),
      FieldProblem("status", .assessmentRequired),
    ])
    harness.type("ms")
    #expect(harness.screen.contains("足りないもの"))
    #expect(harness.screen.contains("a  同意を登録: 個人情報の取得・利用"))
    #expect(harness.screen.contains("b  アセスメント"))
    #expect(harness.desk.notice?.text.contains("「個人情報の取得・利用」") == true)
    harness.world.refusal = nil
    harness.type("a<Ctrl-S>")
    // The move itself follows at once.
    #expect(harness.changes.last?.values == ["status": .code("assessment")])
    let change = try #require(harness.changes.dropLast().last)
    #expect(change.kind == .consent)
    #expect(change.values["scope"] == .code("collection_and_use"))
    #expect(change.values["case"] == .link(Link(RecordAddress(.case, RecordID(3)))))
  }

  @Test func `keeps the reason of a move that was refused`() {
    var harness = DeskHarness()
    harness.type("2mr理由です")
    harness.world.refusal = .problems([FieldProblem("status", .openReferrals, .number(2))])
    harness.type("<Ctrl-S>")
    #expect(harness.screen.contains("a  "))
    harness.type("a")
    #expect(harness.desk.details.count == 1)
    harness.world.refusal = nil
    harness.type("mr")
    #expect(harness.screen.contains("理由です"))
  }

  @Test func `logs the next action with a contact, or none`() {
    var harness = DeskHarness()
    harness.type("2rc<Ctrl-S>")
    #expect(saves(harness).last?.map(\.kind) == [.contact])
    harness.type("rc")
    harness.go(to: "action")
    harness.type("電話する<Tab>+3d<Ctrl-S>")
    #expect(saves(harness).last?.map(\.kind) == [.contact, .followUp])
    let next = saves(harness).last?.last?.values
    #expect(next?["action"] == .text("電話する"))
    #expect(next?["due"] == .date(DeskHarness.today.adding(days: 3)))
    #expect(next?["case"] == .link(Link(RecordAddress(.case, RecordID(1)))))
  }

  @Test func `logs one contact to several cases, each with its next action`() throws {
    var harness = DeskHarness()
    harness.type("2<Space><Space>rc")
    harness.go(to: "action")
    harness.type("電話する<Tab>+3d<Ctrl-S>")
    let previewed = try #require(previews(harness).last)
    #expect(previewed.map(\.kind) == [.contact, .followUp, .contact, .followUp])
    let cases = previewed.map { $0.values["case"] }
    #expect(Set(cases).count == 2)
  }
}
