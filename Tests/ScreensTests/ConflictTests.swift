import Casework
import Cells
import CustomDump
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

@Suite struct `A conflict` {
  private func typed() throws -> DeskHarness {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.type("2e")
    harness.go(to: "phone")
    harness.type("070-0000-0000")
    harness.go(to: "city")
    harness.type("川崎市")
    harness.world.refusal = .conflict(
      [
        FieldConflict("city", yours: .text("川崎市"), theirs: .text("横浜市")),
        FieldConflict("phone", yours: .text("070-0000-0000"), theirs: .absent),
      ], currentVersion: 9)
    harness.type("<Ctrl-S>")
    harness.world.refusal = nil
    return harness
  }

  @Test func `shows both values of each field and saves what is chosen`() throws {
    var harness = try typed()
    for word in ["川崎市", "横浜市", "070-0000-0000"] {
      #expect(harness.screen.contains(word), "\(word)")
    }
    let saves = harness.changes.count
    harness.type("l<Ctrl-S>")
    #expect(harness.changes.count == saves + 1)
    let change = try #require(harness.changes.last)
    #expect(change.version == 9)
    expectNoDifference(change.values, ["phone": .text("070-0000-0000")])
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says who saved the other value, and what stood there before`(language: LabelLanguage) {
    var harness = DeskHarness(Size(rows: 24, columns: 100), language: language)
    harness.world.history = [
      JournalEntry(
        sequence: 7, step: 7, at: Instant(1_790_000_000),
        who: Link(RecordAddress(.staff, RecordID(2)), number: "ST-0002", title: "青木 陽子"),
        command: "edit", before: ["city": .text("所沢市")], after: ["city": .text("横浜市")])
    ]
    harness.type("2e")
    harness.go(to: "city")
    harness.type("川崎市")
    harness.world.refusal = .conflict(
      [FieldConflict("city", yours: .text("川崎市"), theirs: .text("横浜市"))], currentVersion: 9)
    harness.type("<Ctrl-S>")
    for said in ["青木 陽子", "所沢市", "2026-"] {
      #expect(harness.screen.contains(said), "\(harness.screen)")
    }
  }

  @Test func `leaves the form as it was on Esc`() throws {
    var harness = try typed()
    harness.type("<Esc>")
    #expect(harness.form?.view.fields.contains { $0.text == "川崎市" } == true)
  }

  @Test func `where the other's values all stay saves nothing`() throws {
    var harness = try typed()
    let saves = harness.changes.count
    harness.type(" j <Enter>")
    #expect(harness.changes.count == saves)
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.desk.notice?.text == Words(.ja)("desk.conflictKept"))
  }

  /// A move that another person's move has overtaken.
  private func overtaken() throws -> DeskHarness {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.type("2jmh")
    let form = try #require(harness.form)
    #expect(form.command == .status)
    for field in form.view.fields {
      harness.type(field.columns < 20 ? "2027-01-10<Tab>" : "連絡待ち<Tab>")
    }
    harness.world.refusal = .conflict(
      [FieldConflict("status", yours: .code("on_hold"), theirs: .code("planning"))],
      currentVersion: 9)
    harness.type("<Ctrl-S>")
    harness.world.refusal = nil
    return harness
  }

  @Test func `of a move shows both statuses`() throws {
    let harness = try overtaken()
    #expect(harness.form == nil)
    let words = Words(.ja)
    let both = [("Mine", "on_hold"), ("Theirs", "planning")]
    for (who, status) in both {
      let line = harness.screen.split(separator: "\n").first {
        $0.contains(words("desk.conflict\(who)") + ":")
      }
      #expect(line?.contains(words("caseStatus.\(status).short")) == true, "\(harness.screen)")
    }
  }

  @Test func `of a move is saved on the newer version where one's own stays`() throws {
    var harness = try overtaken()
    let saves = harness.changes.count
    harness.type("<Enter>")
    #expect(harness.changes.count == saves + 1)
    #expect(harness.changes.last?.version == 9)
    #expect(harness.changes.last?.values["status"] == .code("on_hold"))
    #expect(harness.desk.overlays.isEmpty && harness.desk.drafts.isEmpty)
  }

  @Test func `of a move saves no status where the other's stays`() throws {
    var harness = try overtaken()
    let saves = harness.changes.count
    harness.type("l<Enter>")
    let later = harness.changes.dropFirst(saves)
    #expect(later.allSatisfy { $0.values["status"] == nil })
    #expect(harness.form == nil, "\(harness.screen)")
  }

  @Test func `of a move is shown again to who comes back to the form`() throws {
    var harness = try overtaken()
    harness.type("<Esc>")
    #expect(harness.form != nil)
    harness.type("<Esc>mh")
    #expect(harness.form != nil, "\(harness.screen)")
    harness.world.refusal = .conflict(
      [FieldConflict("status", yours: .code("on_hold"), theirs: .code("planning"))],
      currentVersion: 9)
    harness.type("<Ctrl-S>")
    #expect(harness.form == nil)
    harness.world.refusal = nil
    harness.type("<Enter>")
    #expect(harness.changes.last?.version == 9)
    #expect(harness.desk.overlays.isEmpty)
  }
}
