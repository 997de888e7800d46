import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// Reports that people make and keep, and the files that a report is written into.
@Suite struct `A report as somebody wants it` {
  /// A desk on which the board report was counted, with a number in each of its places.
  private static func counted(
    _ size: Size = Size(rows: 24, columns: 80), _ language: LabelLanguage = .ja,
    views: [Card] = []
  ) -> DeskHarness {
    var world = ReportWorld.world
    var report = ReportWorld.report
    report.layout = .board
    report.sections = ReportLayout.board.sections.map { section in
      ReportSection(
        section.code, section.style,
        section.items.map { ReportLine($0.indicator, .exact(7), grouping: $0.grouping) })
    }
    world.report = report
    world.cards[.savedView] = views
    var harness = DeskHarness(size, language: language, world: world)
    harness.type("6")
    return harness
  }

  private static func view(
    _ id: Int64, _ name: String, _ words: String, owner: Link = DeskHarness.staff
  ) -> Card {
    var card = Card(RecordAddress(.savedView, RecordID(id)), number: "LV-000\(id)")
    card["name"] = .text(name)
    card["listed"] = .text("report")
    card["words"] = .text(words)
    card["sort"] = .text("quarter")
    card["isShared"] = .flag(true)
    card["isRemoved"] = .flag(false)
    card["owner"] = .link(owner)
    return card
  }

  private static let views = [
    view(1, "財団への報告", "support lines people_supported countries"),
    view(2, "同僚の報告", "work lines job_matches", owner: DayWorld.colleague),
    view(3, "古い報告", "support lines people_supported gone"),
  ]

  private func last(_ harness: DeskHarness) -> ReportRequest? {
    harness.effects.compactMap { effect in
      if case .read(.report(let request), _) = effect { request } else { nil }
    }.last
  }

  @Test func `has a number more behind the selected one, over the same days`() throws {
    var harness = Self.counted()
    let before = try #require(last(harness))
    harness.type("j+stay_nights")
    #expect(harness.screen.contains("足す指標"))
    harness.type("<Enter>")
    // Told apart or not.
    #expect(harness.screen.contains("区分なし"))
    harness.type("<Enter>")
    #expect(harness.desk.overlays.isEmpty)
    let request = try #require(last(harness))
    #expect(request.layout.sections[0].items[2].indicator == .nights)
    #expect(request.layout.name == "理事会月次 (変更あり)")
    #expect((request.period, request.before) == (before.period, before.before))
  }

  @Test func `has the selected number no more, but keeps its last one`() throws {
    var harness = Self.counted()
    harness.type("-")
    let request = try #require(last(harness))
    #expect(request.layout.sections[0].items.first?.indicator == .supportEntries)
    for _ in 0..<99 { harness.type("-") }
    #expect(last(harness)?.layout.sections.isEmpty == false)
  }

  @Test func `is kept under a name, with its numbers by their codes`() throws {
    var harness = Self.counted()
    harness.type("-w")
    #expect(harness.form?.parts.map(\.kind) == [.savedView])
    harness.type("うちの報告<Ctrl-S>")
    let change = try #require(harness.changes.last)
    let layout = try #require(last(harness)?.layout)
    #expect(change.kind == .savedView && change.id == nil)
    #expect(change.values["name"] == .text("うちの報告"))
    #expect(change.values["listed"] == .text("report"))
    #expect(change.values["words"] == .text(layout.written))
    #expect(change.values["sort"] == .text("month"))
    #expect(change.values["owner"] == .link(DeskHarness.staff))
  }

  @Test func `stands among those that are ready, and is kept in its place`() throws {
    var harness = Self.counted(views: Self.views)
    harness.type("v")
    #expect(harness.screen.contains("財団への報告 (共有)"))
    #expect(harness.screen.contains("同僚の報告 (\(DayWorld.colleague.title))"))
    harness.type("f")
    let request = try #require(last(harness))
    #expect(request.layout.name == "財団への報告" && request.period.length == .quarter)
    #expect(request.layout.sections[0].items.map(\.indicator) == [.peopleSupported, .countries])
    harness.type("ww")
    let change = try #require(harness.changes.last)
    #expect(change.id == RecordID(1))
    #expect(change.values["words"] == .text(request.layout.written))
    #expect(change.values["name"] == nil && change.values["owner"] == nil)
    // Kept once more, it is kept as it stands by then; thrown away meanwhile, as a new one.
    harness.world.cards[.savedView]?[0].version = 7
    harness.type("ww")
    #expect(harness.changes.last?.version == 7)
    harness.world.cards[.savedView]?.removeFirst()
    harness.type("w")
    #expect(harness.form?.parts.first?.kind == .savedView)
    harness.type("<Esc>")
    harness.world.cards[.savedView] = Self.views
    // A colleague's is theirs: what is made of it is a new one.
    harness.type("vgw")
    #expect(harness.form?.parts.first?.card == nil)
  }

  @Test func `says which numbers are not known any more`() {
    var harness = Self.counted(views: Self.views)
    harness.type("vh")
    #expect(harness.desk.notice?.text.contains("gone") == true)
    #expect(last(harness)?.layout.name == "古い報告")
  }

  @Test func `is renamed, shared and thrown away where the reports are arranged`() throws {
    var harness = Self.counted(views: Self.views)
    harness.type("vz財団<Enter>s")
    #expect(harness.changes.last?.values == ["isShared": .flag(false)])
    harness.type("vz財団<Enter>dy")
    #expect(harness.changes.last?.values == ["isRemoved": .flag(true)])
    harness.type("vz財団<Enter>o")
    #expect(last(harness)?.layout.name == "財団への報告")
    harness.type("vz同僚<Enter>")
    #expect(last(harness)?.layout.name == "同僚の報告")
  }

  @Test func `goes into a file masked, and exactly by the capital letter`() throws {
    var harness = Self.counted()
    for (keys, format, isMasked) in [
      ("oh", ReportFormat.html, true), ("ox", .xlsx, true), ("oc", .csv, true), ("oj", .json, true),
      ("ot", .text, true), ("oH", .html, false), ("oX", .xlsx, false),
    ] {
      harness.type(keys + "<Enter>")
      guard case .export(let export) = harness.effects.last,
        case .report(let report, let asked) = export.content
      else {
        Issue.record("\(keys)")
        continue
      }
      #expect(asked == format && report.isMasked == isMasked)
      #expect(export.path.hasPrefix("board_") && export.path.hasSuffix(".\(format.suffix)"))
      harness.receive(.exported(export, at: FilePlace("/x/\(export.path)")))
      #expect(harness.desk.overlays.isEmpty)
      let said = try #require(harness.desk.notice)
      #expect(said.text.contains("board_") && said.text.contains("/x/") && !said.isError)
      #expect(said.text.contains("外部に渡さない") == !isMasked)
      harness.receive(.notExported(export, .notWritable, at: FilePlace("/x/y")))
      #expect(harness.desk.notice?.isError == true)
      harness.type("<Esc>")
    }
  }

  @Test(arguments: [(10, 40), (20, 60), (24, 80), (40, 140)], LabelLanguage.allCases)
  func `stands on every size in signs of one width`(size: (Int, Int), language: LabelLanguage) {
    var harness = Self.counted(
      Size(rows: size.0, columns: size.1), language, views: Self.views)
    for keys in ["v", "z", "<Esc>", "<Esc>", "o", "<Esc>", "+", "<Enter>", "<Esc>", "<Esc>", "w"] {
      harness.type(keys)
      expectSound(harness.desk, keys)
    }
  }
}
