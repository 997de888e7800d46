import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Wording

@Suite struct `The board of placements` {
  @Test(arguments: LabelLanguage.allCases)
  func `shows stages with their numbers, cards with days, and what is stalled`(
    language: LabelLanguage
  ) {
    let words = Words(language)
    let narrow = PictureWorld.desk("5p", language).screen
    let wide = PictureWorld.desk("5p", language, size: Size(rows: 40, columns: 140)).screen
    for screen in [narrow, wide] {
      #expect(screen.contains("\(words("placementStage.prospect")) 2"), "\(screen)")
      #expect(screen.contains(words("board.ended", "2")))
      #expect(screen.contains(words("board.open", "6")))
      #expect(screen.contains("!" + words("stage.days", "45")))
      #expect(screen.contains(" " + words("stage.days", "3")))
    }
    #expect(narrow.contains(words("board.after", "3") + " >"), "\(narrow)")
    // A year of support after the first day of work is as it should be.
    var far = PictureWorld.desk("5pllll", language)
    #expect(far.screen.contains(" " + words("stage.days", "100")), "\(far.screen)")
    #expect(far.screen.contains("< "))
    far.type("hhhh")
    #expect(far.screen.contains("!" + words("stage.days", "45")))
  }

  @Test func `moves a card on, back with a reason, and elsewhere by its letter`() {
    var harness = PictureWorld.desk("5pj>")
    let change = harness.changes.last
    #expect(change?.id == RecordID(2))
    #expect(change?.values == ["stage": .code("work_permission_check")])
    harness.type("l")
    harness.world.refusal = .problems([FieldProblem("stage", .reasonRequired)])
    harness.type("<")
    #expect(harness.form != nil)
    harness.world.refusal = nil
    harness.type("辞退の連絡<Ctrl-S>")
    #expect(harness.changes.last?.values == ["stage": .code("cv_screening")])
    #expect(harness.changes.last?.reason == "辞退の連絡")
    #expect(harness.form == nil)
    harness.type("mb")
    #expect(harness.changes.last?.values == ["stage": .code("work_permission_check")])
  }

  @Test(arguments: LabelLanguage.allCases)
  func `marks a card that waits in place of its days`(
    language: LabelLanguage
  ) {
    let words = Words(language)
    var world = PictureWorld.full
    world.cards[.placement]?[1]["pausedOn"] = .date(DeskHarness.today.adding(days: -2))
    var harness = DeskHarness(Size(rows: 24, columns: 80), language: language, world: world)
    harness.type("5p")
    #expect(harness.screen.contains(" " + words("stage.paused")), "\(harness.screen)")
    #expect(!harness.screen.contains(words("stage.days", "45")))
    harness.type("j")
    let since = ValueText(harness.desk.words).text(DeskHarness.today.adding(days: -2))
    #expect(harness.screen.contains(words("stage.pausedSince", since)), "\(harness.screen)")
  }

  @Test func `says a refusal as the list does, and moves nothing`() {
    var harness = PictureWorld.desk("5p")
    harness.world.refusal = .problems([FieldProblem("stage", .evidenceRequired)])
    let before = harness.desk.draw()
    harness.type(">")
    #expect(harness.desk.notice != nil)
    #expect(harness.desk.draw()[3, 1] == before[3, 1])
  }

  @Test func `follows a card to its new column`() {
    var harness = PictureWorld.desk("5p")
    harness.world.cards[.placement]?[0]["stage"] = .code("work_permission_check")
    harness.type(">")
    #expect(harness.screen.contains("\(Words(.ja)("placementStage.prospect")) 1"))
    harness.type("<Enter>")
    #expect(harness.desk.details.map(\.detail.card.address.id) == [RecordID(1)])
  }

  @Test func `asks for the columns that are seen, within the filters of the list`() throws {
    var harness = PictureWorld.desk("5fmp")
    func asked() -> BoardRequest? {
      harness.effects.compactMap { effect -> BoardRequest? in
        if case .read(.picture(.board(let request)), _) = effect { request } else { nil }
      }.last
    }
    let request = try #require(asked())
    #expect(request.columns.count <= 5)
    // A board tells what is ended by itself.
    #expect(request.query.filters == harness.desk.list.query.filters.filter { $0 != .open })
    #expect(!request.query.filters.isEmpty)
    harness.type("llll")
    #expect(asked()?.columns.contains("retention_support") == true)
  }
}

@Suite struct `A card of a board` {
  /// A board at 140x40 has rows enough for two cards a column.
  @Test func `is not cut while rows are empty, and says what kind of company in one sign`() {
    let screen = PictureWorld.desk("5p", size: Size(rows: 40, columns: 140)).screen
    let board = screen.split(separator: "\n").dropFirst(2).prefix(34).joined(separator: "\n")
    #expect(!board.contains("~"), "\(screen)")
    #expect(board.contains("丸山製作所㈱"), "\(screen)")
    // What the sign stands for is in the line below.
    #expect(screen.contains("丸山製作所株式会社"))
  }

  /// ディヴィーヌ・キテンゲ is no キテ and no ンゲ.
  @Test func `goes on with a name between its parts`() {
    var world = PictureWorld.full
    let guest = Link(
      RecordAddress(.case, RecordID(1)), number: "2026-0001", title: "ディヴィーヌ・キテンゲ")
    world.cards[.placement]?[0]["case"] = .link(guest)
    var harness = DeskHarness(Size(rows: 24, columns: 80), world: world)
    harness.type("5p")
    let screen = harness.screen
    let rows = screen.split(separator: "\n")
    #expect(rows.contains { $0.contains("ディヴィーヌ・ ") || $0.hasSuffix("ディヴィーヌ・") }, "\(screen)")
    #expect(rows.contains { $0.contains("キテンゲ") && !$0.contains("ディヴィーヌ") }, "\(screen)")
  }

  @Test func `shows how much of the time is over after which somebody asks`() {
    let screen = PictureWorld.desk("5p", size: Size(rows: 40, columns: 140)).screen
    // 3, 10 and 45 of 30 days.
    #expect(screen.contains("=..... 3日"), "\(screen)")
    #expect(screen.contains("==.... 10日"), "\(screen)")
    #expect(screen.contains("====== !45日"), "\(screen)")
  }
}
