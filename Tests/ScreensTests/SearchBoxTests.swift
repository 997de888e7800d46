import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// The line in which one types what narrows a list.
@Suite struct `The search box` {
  private static let sizes = [(10, 40), (20, 60), (24, 80), (40, 140)]

  private func words(_ harness: DeskHarness) -> [FilterWord] { harness.desk.list.query.words }

  @Test func `narrows by words as they are finished`() {
    var harness = DeskHarness()
    harness.type("2/状態:支援中")
    #expect(words(harness) == [FilterWord("status", .is, .value(.code("active")))])
    harness.type(" OLENA<Enter>")
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.desk.list.query.search == "OLENA")
    #expect(harness.screen.contains("/状態:支援中 OLENA"))
    // The same list in the other language.
    harness.type("tl")
    #expect(harness.screen.contains("/status:Active OLENA"))
    harness.type("/")
    #expect(harness.screen.contains("/ status:Active OLENA"))
    harness.type("<Esc><Esc>")
    #expect(words(harness) == [] && harness.desk.list.query.search.isEmpty)
  }

  @Test func `offers how a word goes on, and Tab takes it`() {
    var harness = DeskHarness()
    harness.type("2/国")
    #expect(harness.screen.contains("> 国籍:"))
    harness.type("<Tab>シ")
    #expect(harness.screen.contains("> シリア"))
    harness.type("<Tab>")
    #expect(harness.screen.contains("/ 国籍:シリア"))
    #expect(words(harness) == [FilterWord("nationality", .is, .value(.code("SYR")))])
    // Behind a finished word a name goes on as before.
    harness.type("AHMAD<Enter>")
    #expect(harness.desk.list.query.search == "AHMAD")
  }

  @Test func `goes through what it offers`() {
    var harness = DeskHarness()
    harness.type("2/担当:")
    #expect(harness.screen.contains("> 自分"))
    harness.type("<Down>")
    #expect(harness.screen.contains("> なし"))
    harness.type("<Up><Tab><Enter>")
    #expect(
      words(harness) == [FilterWord("owner", .is, .me([DeskHarness.staff]))])
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says what it does not understand, and drops nothing`(language: LabelLanguage) {
    var harness = DeskHarness(language: language)
    harness.type("2/色:赤")
    #expect(harness.desk.notice?.text.contains("色:赤") == true)
    #expect(harness.desk.list.query.search == "色:赤")
    harness.type("<Ctrl-U>期限<")
    #expect(harness.desk.notice?.text.contains("期限<") == true)
    // A word that would not narrow keeps the line open.
    harness.type("<Enter>")
    #expect(!harness.desk.overlays.isEmpty)
    harness.type("30日<Enter>")
    #expect(harness.desk.overlays.isEmpty)
    #expect(words(harness) == [FilterWord("due", .below, .days(30))])
  }

  @Test func `keeps to text on Today, and reads words list by list`() {
    var harness = DeskHarness()
    harness.type("1/担当:自分<Enter>")
    #expect(harness.desk.overlays.isEmpty)
    let parts =
      harness.effects.reversed().lazy.compactMap { effect -> TodayRequest? in
        if case .read(.today(let request), _) = effect { request } else { nil }
      }.first?.parts ?? []
    let own = parts.filter { RecordDescription.of($0.query.kind).ownerField != nil }
    #expect(!own.isEmpty)
    #expect(own.allSatisfy { $0.query.words.map(\.name) == ["owner"] })
  }

  @Test(arguments: sizes, LabelLanguage.allCases)
  func `stands on every size`(size: (Int, Int), language: LabelLanguage) {
    var harness = DeskHarness(Size(rows: size.0, columns: size.1), language: language)
    harness.type("2/st")
    expectSound(harness.desk, "names")
    harness.type("<Tab>")
    expectSound(harness.desk, "choices")
    harness.send(.paste("状態:支援中\n国籍:"))
    expectSound(harness.desk, "pasted")
  }

  @Test func `looks like this`() {
    var harness = DeskHarness(Size(rows: 10, columns: 40))
    harness.type("2/担")
    let rows = harness.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[1..<5].joined(separator: "\n") == Self.offered)
  }

  private static let offered = """
     絞込 / 担
       案件 -- 絞り込みの言葉 ------
       「担 | > 担当:              | つかり
       ませ ------------------------ で絞り
    """
}
