import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Wording

@testable import Screens

/// The journal on its screen.
@Suite struct `The page of the journal` {
  private static let colleague = Link(
    RecordAddress(.staff, RecordID(2)), number: "ST-0002", title: "岡田 浩")

  /// Entries of three days: a move of a case, a look, an addition, one that was erased.
  private static let history: [JournalEntry] = {
    let today = Int64(DeskHarness.today.dayNumber) * 86_400
    let ahmad = Link(
      RecordAddress(.case, RecordID(2)), number: "2026-0002", title: "AHMAD HASSAN")
    let host = Link(RecordAddress(.host, RecordID(1)), number: "H-0001", title: "清水家")
    var erased = JournalEntry(
      sequence: 1, step: 1, at: Instant(today - 90 * 86_400), who: colleague, command: "edit",
      record: ahmad)
    erased.isErased = true
    return [
      JournalEntry(
        sequence: 5, step: 5, at: Instant(today + 5 * 3600), who: DeskHarness.staff,
        command: "status", record: ahmad, before: ["status": .code("intake")],
        after: ["status": .code("assessment")], reason: "面談が済んだ"),
      JournalEntry(
        sequence: 4, step: 4, at: Instant(today - 86_400),
        who: Link(RecordAddress(.volunteer, RecordID(7)), number: "V-0007", title: "内山"),
        command: "view", record: ahmad),
      JournalEntry(
        sequence: 2, step: 2, at: Instant(today - 86_400), who: colleague, command: "add",
        record: host, after: ["name": .text("清水家"), "capacity": .number(2)]),
      erased,
    ]
  }()

  private func harness(
    _ size: Size = Size(rows: 24, columns: 80), language: LabelLanguage = .ja
  ) -> DeskHarness {
    var world = World.full
    world.history = Self.history
    world.cards[.host] = [Card(RecordAddress(.host, RecordID(1)), number: "H-0001")]
    return DeskHarness(size, language: language, world: world)
  }

  private func page(_ harness: DeskHarness) -> JournalPage? { harness.desk.list as? JournalPage }
  private func sequences(_ harness: DeskHarness) -> [Int] {
    page(harness)?.entries.map(\.sequence) ?? []
  }

  @Test(arguments: DeskSize.allCases, LabelLanguage.allCases)
  func `tells when, who, what, which record, before and after`(
    size: DeskSize, language: LabelLanguage
  ) {
    for keys in ["7", "gl"] {
      var harness = harness(size.size, language: language)
      harness.type(keys)
      #expect(harness.desk.screen == .journal)
      expectSound(harness.desk, keys)
      harness.type("jj")
      expectSound(harness.desk, "jj")
      harness.type("<Enter>")
      expectSound(harness.desk, "Enter")
    }
    guard size.size.columns >= 80 else { return }
    var harness = harness(size.size, language: language)
    harness.type("7")
    // Two in the afternoon in Japan, whatever the clock here says; another day is a day.
    for text in ["14:00", "2026-0002", "清水家"] { #expect(harness.screen.contains(text), "\(text)") }
    #expect(!harness.screen.contains("05:00"))
    let yesterday = ValueText(harness.desk.words).text(DeskHarness.today.adding(days: -1))
    #expect(harness.screen.contains(yesterday))
    // A day stands once, before the first of its entries; each has its time.
    let rows = harness.screen.split(separator: "\n")
    #expect(rows.count { $0.hasPrefix("   \(yesterday) ") } == 1, "\(harness.screen)")
    #expect(rows.count { $0.contains(" 09:00 ") } == 3, "\(harness.screen)")
    #expect(harness.screen.contains(harness.desk.words("journal.added")))
    #expect(harness.screen.contains(harness.desk.words("journal.erased")))
  }

  @Test func `shows an entry in full beside the list, or opened, and its record from there`() {
    var wide = harness(Size(rows: 40, columns: 140))
    wide.type("7")
    for text in ["面談が済んだ", "> S アセス", "状態を変える"] where text != "> S アセス" {
      #expect(wide.screen.contains(text), "\(text)")
    }
    var narrow = harness()
    narrow.type("7<Enter>")
    #expect(narrow.screen.contains("面談が済んだ"))
    #expect(narrow.screen.contains("変更前と変更後"))
    narrow.type("<Enter>")
    #expect(narrow.desk.details.last?.detail.card.number == "2026-0002")
    // Back to the journal, at its place.
    narrow.type("h")
    #expect(narrow.desk.screen == .journal && page(narrow)?.selectedEntry?.sequence == 5)
    narrow.type("G<Enter>")
    #expect(narrow.screen.contains(narrow.desk.words("journal.erasedLong")))
  }

  @Test func `asks before it takes back the selected change, and takes back that one`() {
    var harness = harness()
    harness.type("7jju")
    #expect(!harness.effects.contains(.undoStep(2)) && harness.screen.contains("清水家"))
    harness.type("n")
    #expect(!harness.effects.contains(.undoStep(2)))
    harness.type("uy")
    #expect(harness.effects.contains(.undoStep(2)) && !harness.effects.contains(.undo))
    // Also from the opened entry; elsewhere the same key takes back the last change.
    harness.type("gg<Enter>uy")
    #expect(harness.effects.contains(.undoStep(5)))
    harness.type("1u")
    #expect(harness.effects.contains(.undo))
  }

  @Test func `is narrowed by person, kind, command, day and to views, and widened again`() {
    var harness = harness()
    harness.type("7fp岡田<Enter>")
    #expect(sequences(harness) == [2, 1])
    #expect(harness.screen.contains("岡田 浩"))
    harness.type("fkホスト<Enter>")
    #expect(sequences(harness) == [2])
    harness.type("fc")
    #expect(sequences(harness) == [5, 4, 2, 1])
    harness.type("fe状態<Enter>")
    #expect(sequences(harness) == [5])
    harness.type("<Esc>fty")
    #expect(sequences(harness) == [4, 2])
    harness.type("<Esc>fr")
    #expect(sequences(harness) == [4])
    harness.type("frfm")
    #expect(sequences(harness) == [5])
    harness.type("fm")
    #expect(sequences(harness) == [5, 4, 2, 1])
  }

  @Test func `is searched by number, by day and by words, also what commands are called`() {
    var harness = harness()
    harness.type("7/2026-0002<Enter>")
    #expect(sequences(harness) == [5, 4, 1])
    harness.type("<Esc>/\(DeskHarness.today.adding(days: -1))<Enter>")
    #expect(sequences(harness) == [4, 2])
    harness.type("<Esc>/状態<Enter>")
    #expect(sequences(harness) == [5])
    harness.type("<Esc>/nowhere<Enter>")
    #expect(harness.screen.contains("nowhere") && sequences(harness).isEmpty)
    harness.type("<Esc>")
    #expect(sequences(harness) == [5, 4, 2, 1])
    // Whoever leaves the box has what they had before.
    harness.type("/x<Esc>")
    #expect(sequences(harness) == [5, 4, 2, 1])
  }

  @Test func `of a record is asked for with one key, and left to where one was`() throws {
    var harness = harness()
    harness.type("2jH")
    #expect(harness.desk.screen == .journal)
    #expect(page(harness)?.filter.record == RecordAddress(.case, RecordID(2)))
    #expect(page(harness)?.filter.isAround == true)
    #expect(sequences(harness) == [5, 4, 1])
    harness.type("h")
    #expect(harness.desk.screen == .cases)
    #expect(harness.desk.list.selected?.number == "2026-0002")
    harness.type("<Enter>H<Esc>")
    #expect(harness.desk.screen == .cases)
    #expect(harness.desk.details.last?.detail.card.number == "2026-0002")
    // Whoever goes on elsewhere is not led back.
    harness.type("H1")
    #expect(harness.desk.screen == .today && harness.desk.wayBack == nil)
    harness.type("7")
    #expect(sequences(harness) == [5, 4, 1])
  }

  @Test func `goes on backwards as somebody moves, and takes no answer that came too late`() {
    var world = World.full
    world.history = (1...200).reversed().map {
      JournalEntry(
        sequence: $0, step: $0, at: Instant(Int64($0) * 3600), who: DeskHarness.staff,
        command: $0.isMultiple(of: 2) ? "edit" : "add")
    }
    var harness = DeskHarness(world: world)
    harness.type("7")
    let first = page(harness)?.entries.count ?? 0
    #expect((18...80).contains(first))
    for _ in 0..<40 { harness.type("<PgDn>") }
    #expect(sequences(harness) == Array((1...200).reversed()))
    #expect(harness.screen.contains("200 / 200"))
    harness.type("feedit<Enter>")
    let narrowed = sequences(harness)
    #expect(narrowed.allSatisfy { $0.isMultiple(of: 2) })
    harness.receive(
      .read(
        .journal(JournalFilter(), JournalPiece(entries: world.history)), for: .screen(.journal)))
    #expect(sequences(harness) == narrowed)
  }

  @Test func `keeps the selected entry while others write`() {
    var harness = harness()
    harness.type("7jj")
    harness.world.history.insert(
      JournalEntry(
        sequence: 6, step: 6, at: Instant(Int64(DeskHarness.today.dayNumber) * 86_400 + 6 * 3600),
        who: DeskHarness.staff, command: "edit"), at: 0)
    harness.receive(.changedElsewhere)
    #expect(sequences(harness).first == 6)
    #expect(page(harness)?.selectedEntry?.sequence == 2)
  }

  @Test func `is nothing for a volunteer`() {
    var harness = DeskHarness(viewer: .volunteer(RecordID(7)))
    for keys in ["7", "gl", "H", "]", "["] {
      harness.type(keys)
      #expect(harness.desk.screen == .cases, "\(keys)")
    }
    for effect in harness.effects {
      if case .read(.journal, _) = effect { Issue.record("asked for the journal") }
    }
  }
}
