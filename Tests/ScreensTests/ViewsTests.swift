import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// Lists kept under a name: opened with their counts, kept, renamed, shared, removed.
@Suite struct `Saved views` {
  private static func view(
    _ id: Int64, _ name: String, _ words: String, owner: Link = DeskHarness.staff,
    isShared: Bool = false
  ) -> Card {
    var card = Card(RecordAddress(.savedView, RecordID(id)), number: "LV-000\(id)")
    card["name"] = .text(name)
    card["listed"] = .text("case")
    card["words"] = .text(words)
    card["sort"] = .text("-opened")
    card["isShared"] = .flag(isShared)
    card["isRemoved"] = .flag(false)
    card["owner"] = .link(owner)
    return card
  }

  private static let other = Link(
    RecordAddress(.staff, RecordID(2)), number: "ST-0002", title: "佐藤 誠")

  private static func harness(
    _ size: Size = Size(rows: 24, columns: 80), _ language: LabelLanguage = .ja
  ) -> DeskHarness {
    var world = World.full
    world.cards[.savedView] = [
      view(1, "支援中の人", "status:active owner:me"), view(2, "期限の近い人", "due<30d", isShared: true),
      view(3, "みんなの待ち", "status:on_hold", owner: other, isShared: true),
      view(4, "古い一覧", "gone:x OLENA"),
    ]
    return DeskHarness(size, language: language, world: world)
  }

  @Test func `are offered with whose they are, and how many records they hold`() {
    var harness = Self.harness()
    harness.type("2F")
    let screen = harness.screen
    #expect(screen.contains("支援中の人") && screen.contains("期限の近い人 (共有)"))
    #expect(screen.contains("みんなの待ち (佐藤 誠)"))
    // What it is narrowed to, in the language of the person.
    #expect(screen.contains("状態:支援中 担当:自分"))
    let counts = harness.effects.filter { effect in
      if case .read(.counts, .screen) = effect { true } else { false }
    }
    #expect(counts.count == 1)
  }

  @Test func `are opened in the list with their words and their order`() {
    var harness = Self.harness()
    harness.type("2F<Enter>")
    #expect(harness.desk.overlays.isEmpty)
    let query = harness.desk.list.query
    #expect(query.words.map(\.name) == ["status", "owner"])
    #expect(query.words[1].operand == .me([DeskHarness.staff]))
    #expect(query.sort == SortOrder("opened", descending: true))
    #expect(query.filters == [])
    #expect(harness.screen.contains("/状態:支援中 担当:自分"))
  }

  @Test func `say which of their words mean nothing any more`() {
    var harness = Self.harness()
    harness.type("2F古い<Enter>")
    #expect(harness.desk.notice?.text.contains("gone:x") == true)
    #expect(harness.desk.list.query.search.contains("gone:x"))
  }

  @Test func `keep the list as it is, by what it means`() throws {
    var harness = Self.harness()
    harness.type("2fm/国籍:シリア AHMAD<Enter>so")
    harness.type("fw")
    let form = try #require(harness.form)
    #expect(form.parts.map(\.kind) == [.savedView])
    harness.type("シリアの人<Ctrl-S>")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .savedView && change.command == "saveView")
    #expect(change.values["name"] == .text("シリアの人"))
    #expect(change.values["listed"] == .text("case"))
    #expect(
      change.values["words"] == .text("isOpen:true owner:me nationality:SYR AHMAD"))
    #expect(change.values["owner"] == .link(DeskHarness.staff))
  }

  @Test func `are shared and removed by their owner`() throws {
    var harness = Self.harness()
    harness.type("2F整理<Enter><Enter>s")
    #expect(harness.changes.last?.values == ["isShared": .flag(true)])
    harness.type("F整理<Enter>期限<Enter>d")
    #expect(harness.changes.count == 1)
    harness.type("y")
    #expect(harness.changes.last?.values == ["isRemoved": .flag(true)])
    #expect(harness.changes.last?.id == RecordID(2))
    harness.type("F整理<Enter>")
    // What is a colleague's is not for them to arrange.
    #expect(!harness.screen.contains("みんなの待ち"))
    harness.type("<Enter>r")
    #expect(harness.form?.parts.first?.card?.address.id == RecordID(1))
  }

  @Test(arguments: [(10, 40), (20, 60), (24, 80), (40, 140)], LabelLanguage.allCases)
  func `stand on every size`(size: (Int, Int), language: LabelLanguage) {
    var harness = Self.harness(Size(rows: size.0, columns: size.1), language)
    for keys in ["2F", "<Enter>", "fw", "<Esc>", "4F"] {
      harness.type(keys)
      expectSound(harness.desk, keys)
    }
  }

  @Test func `are not offered where there is no list of one kind`() {
    var harness = Self.harness()
    harness.type("1F")
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.desk.notice?.text.isEmpty == false)
  }
}
