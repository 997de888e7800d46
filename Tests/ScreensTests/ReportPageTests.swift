import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// Numbers of a period on their screen.
@Suite struct `The page of reports` {
  private func requests(_ harness: DeskHarness) -> [ReportRequest] {
    harness.effects.compactMap { effect in
      if case .read(.report(let request), .screen(.reports)) = effect { request } else { nil }
    }
  }

  private func waiting() -> DeskHarness {
    var harness = DeskHarness()
    harness.type("6")
    return harness
  }

  @Test func `is counted once, for the last period that is over, and kept`() throws {
    var harness = ReportWorld.desk("6")
    let request = try #require(requests(harness).first)
    #expect(request.layout == ReportLayout.all.first)
    #expect(request.period.last < DeskHarness.today)
    #expect(request.period.next.days.contains(DeskHarness.today))
    #expect(request.before == request.period.previous)
    harness.type("1622g")
    harness.type("<Esc>6")
    #expect(requests(harness).count == 1)
    #expect(harness.screen.contains("3,606"))
  }

  /// Half a number would be another number.
  @Test(arguments: Array(stride(from: 40, through: 140, by: 5)))
  func `tells what stands beside a number whole or not at all`(columns: Int) {
    let harness = ReportWorld.desk("6", size: Size(rows: 24, columns: columns))
    for row in harness.screen.split(separator: "\n") where row.contains("累計") {
      #expect(row.contains("累計 1,075 (基準 51)"), "\(row)")
    }
    expectSound(harness.desk, "6")
  }

  @Test func `says that it is older than what was written since, and counts again when asked`() {
    var harness = ReportWorld.desk("6")
    #expect(!harness.screen.contains("R で数え直し"))
    harness.type("1")
    harness.receive(.changedElsewhere)
    #expect(requests(harness).count == 1)
    harness.type("6")
    #expect(harness.screen.contains("R で数え直し"))
    harness.type("R")
    #expect(requests(harness).count == 2)
    #expect(!harness.screen.contains("R で数え直し"))
  }

  @Test func `shows how far it is while the desk stays usable, and stops on Esc`() throws {
    var harness = waiting()
    let request = try #require(requests(harness).last)
    harness.receive(
      .read(
        .working(request, WorkProgress(3, of: 12, secondsLeft: 4)), for: .screen(.reports)))
    #expect(harness.screen.contains("3 / 12  残り約 4 秒"))
    expectSound(harness.desk, "working")
    harness.type("2j")
    #expect(harness.desk.screen == .cases)
    harness.type("6")
    #expect(requests(harness).count == 1)
    harness.type("<Esc>")
    #expect(harness.effects.contains(.stopWork))
    harness.receive(.read(.unread(request, .stopped), for: .screen(.reports)))
    #expect(harness.desk.notice?.isError == true)
    #expect(harness.screen.contains("R で数えます"))
    // Esc means again what it means everywhere.
    harness.type("<Esc>")
    #expect(harness.effects.count { $0 == .stopWork } == 1)
    #expect(harness.desk.notice?.text.isEmpty == false)
  }

  @Test func `takes no answer to what it asks no more`() throws {
    var harness = waiting()
    let old = try #require(requests(harness).last)
    harness.type(">")
    let before = harness.desk.draw()
    harness.receive(.read(.report(old, ReportWorld.report), for: .screen(.reports)))
    harness.receive(.read(.working(old, WorkProgress(9, of: 9)), for: .screen(.reports)))
    harness.receive(.read(.unread(old, .stopped), for: .screen(.reports)))
    #expect(harness.desk.draw() == before)
  }

  @Test func `goes from period to period, compares or not, and takes another length`() throws {
    var harness = ReportWorld.desk("6")
    let first = try #require(requests(harness).last)
    harness.type("<")
    #expect(requests(harness).last?.period == first.period.previous)
    harness.type(">")
    #expect(requests(harness).last == first)
    harness.type("c")
    #expect(requests(harness).last?.before == nil)
    harness.type(">")
    #expect(requests(harness).last?.before == nil)
    harness.type("c")
    #expect(requests(harness).last?.before == first.period)
    harness.type("vY")
    #expect(requests(harness).last?.period.length == .fiscalYear)
    #expect(requests(harness).last?.period.first.month == 4)
    for (letter, layout) in zip("abcdefgh", ReportLayout.all) {
      harness.type("v\(letter)")
      #expect(requests(harness).last?.layout == layout)
      #expect(requests(harness).last?.period.length == layout.length)
    }
  }

  @Test func `opens the records behind a number as a list`() throws {
    var harness = ReportWorld.desk("6l")
    #expect(harness.desk.screen == .cases)
    #expect(harness.desk.list.query == Indicator.caseload.query(DeskHarness.today))
    // Of a part of it those of the group.
    harness.type("6jl")
    let owner = FieldFilter("owner", .equals(.link(DeskHarness.staff)))
    #expect(harness.desk.list.query.filters.contains(owner))
    harness.type("6jjl")
    #expect(harness.desk.list.query.filters.contains(FieldFilter("owner", .equals(.absent))))
    // Of a number that has one within its period.
    harness.type("6j<Enter>")
    let query = harness.desk.list.query
    #expect(query == Indicator.persons.query(DeskHarness.today, in: ReportWorld.period.days))
    #expect(query.kind == .attendance)
    #expect(harness.desk.screen == .register(.attendance))
    #expect(harness.screen.contains("2026年10月"), "\(harness.screen)")
    harness.type("6")
    #expect(harness.screen.contains("3,606"))
  }

  @Test func `goes from section to section`() {
    var harness = ReportWorld.desk("6<Tab>")
    #expect(harness.desk.draw().text.contains("> \(Words(.ja)(Indicator.visits.labelKey))"))
    harness.type("<Tab><Tab><Tab>")
    let name = Words(.ja)(Indicator.caseload.labelKey)
    #expect(harness.screen.contains("> \(name)"))
    harness.type("<S-Tab><S-Tab><S-Tab><S-Tab>G")
    let last = Words(.ja)(Indicator.daysInStage.labelKey)
    #expect(harness.screen.contains("> \(last)"))
    harness.type("gg")
    #expect(harness.screen.contains("> \(name)"))
  }

  @Test func `is no place for what is done with lists`() {
    for keys in ["/", "fm", "sn", "V", "F", "a", "e", "m", "x", "p", "rc"] {
      var harness = ReportWorld.desk("6")
      harness.type(keys)
      #expect(harness.desk.overlays.isEmpty, "\(keys)")
      #expect(harness.desk.notice?.text.isEmpty == false, "\(keys)")
    }
  }

  @Test func `is not there for volunteers`() {
    var harness = DeskHarness(viewer: .volunteer(RecordID(1)))
    harness.type("6")
    #expect(harness.desk.screen == .cases)
    #expect(requests(harness) == [])
    #expect(!harness.screen.contains("集計"))
  }

  @Test(arguments: [(10, 40), (20, 60), (24, 80), (40, 140)], LabelLanguage.allCases)
  func `stands on every size in signs of one width`(size: (Int, Int), language: LabelLanguage) {
    var harness = ReportWorld.desk(
      "6", size: Size(rows: size.0, columns: size.1), language: language)
    for keys in ["", "G", "gg", "<Tab>", "v", "<Esc>", "<", "o"] {
      harness.type(keys)
      expectSound(harness.desk, keys)
      // Names of people are theirs.
      #expect(harness.desk.draw().ambiguousScalars == [], "\(keys)")
    }
  }

  @Test func `shows numbers, differences, bars, the way and the months`() throws {
    let rows = ReportWorld.desk("6").screen.split(separator: "\n").map(String.init)
    func row(_ name: String) throws -> String {
      try #require(rows.first { $0.contains(name) }, "\(rows)")
    }
    let visits = try row(Words(.ja)(Indicator.visits.labelKey))
    #expect(visits.contains("3,606") && visits.contains("+412") && visits.contains("====="))
    #expect(try row(Words(.ja)(Indicator.persons.labelKey)).contains("1,075"))
    // A step of the way as a part of the one before, and why it fails there.
    let granted = try row(Words(.ja)(Indicator.statusChanges.labelKey))
    #expect(granted.contains("24") && granted.contains("-3") && granted.contains("1%"))
    #expect(granted.contains("79%"))
    #expect(rows.contains { $0.contains("4月") })
  }
}
