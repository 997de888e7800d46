import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Widgets

@testable import Screens

/// Bringing a sheet in at the desk, step by step.
@Suite struct `A sheet at the desk` {
  private func page(_ harness: DeskHarness) -> SheetPage? {
    harness.desk.overlays.last?.page as? SheetPage
  }

  private func asked(_ harness: DeskHarness) -> SheetRequest? {
    harness.effects.lazy.reversed().compactMap { effect in
      if case .read(.sheet(let request), .sheet) = effect { request } else { nil }
    }.first { $0.step != .folder }
  }

  private func opened(
    _ keys: String = "2ihosts<Enter>", _ world: World = SheetWorld.clear(),
    _ language: LabelLanguage = .ja, _ size: Size = Size(rows: 24, columns: 80)
  ) -> DeskHarness {
    var harness = DeskHarness(size, language: language, world: world)
    harness.type(keys)
    return harness
  }

  @Test func `is offered on every list, and is of its kind`() {
    for (keys, kind) in [
      ("2i", RecordKind.case), ("3i", .homestay), ("8hi", .host), ("1i", .case), ("2O", .case),
    ] {
      #expect(page(opened(keys))?.kind == kind, "\(keys)")
    }
    for language in LabelLanguage.allCases {
      var empty = DeskHarness(language: language, world: .empty)
      for key in ["1", "2"] {
        empty.type(key)
        #expect(empty.screen.contains(language.base == .ja ? "取り込" : "import"), "\(empty.screen)")
      }
    }
  }

  @Test func `is nobody's but staff's, and not while the screen is turned`() {
    var volunteer = DeskHarness(viewer: .volunteer(RecordID(1)))
    volunteer.type("i")
    #expect(volunteer.desk.overlays.isEmpty && volunteer.desk.notice != nil)
    var turned = DeskHarness()
    turned.type("2txi")
    #expect(turned.desk.overlays.isEmpty && turned.desk.notice != nil)
    var made = DeskHarness()
    made.type("8\(ScreenID.registers.first { $0.kind == .deadline }?.letter ?? "?")i")
    #expect(made.desk.overlays.isEmpty)
  }

  @Test func `is found by what is typed of its name, and completed`() {
    var harness = opened("2iケ", SheetWorld.clear())
    #expect(harness.screen.contains("ケース一覧.xlsx"))
    harness.type("<Tab>")
    #expect(page(harness)?.path.path == "ケース一覧.xlsx")
    harness.type("<Ctrl-U>以<Tab>")
    #expect(page(harness)?.path.path == "以前の表/")
    harness.type("<Ctrl-U>")
    harness.send(.paste("'/tmp/x y.csv'"))
    #expect(page(harness)?.path.path == "/tmp/x y.csv")
    harness.type("<Enter>")
    #expect(asked(harness)?.path == "/tmp/x y.csv")
  }

  @Test func `that cannot be read leads back to its name, with nothing lost`() throws {
    var harness = opened("2i", SheetWorld.clear())
    harness.world.sheets[.columns] = .unread("ファイルがありません: x", .other)
    harness.send(.paste("/tmp/x.csv"))
    harness.type("<Enter>")
    let shown = try #require(page(harness))
    #expect(shown.stage == .file && shown.path.path == "/tmp/x.csv")
    #expect(harness.screen.contains("ファイルがありません"))
    // What is to be chosen is offered, and then it is read.
    harness.world.sheets[.columns] = .unread("どれですか", .whichSheet(["名簿", "2025"]))
    harness.type("<Enter>")
    #expect(harness.screen.contains("2025") && harness.desk.mode?.name == "sheetChoice")
    harness.world.sheets[.columns] = .columns(SheetWorld.shape())
    harness.type("2025<Enter>")
    #expect(asked(harness)?.sheet == "2025" && page(harness)?.stage == .columns)
  }

  @Test func `is asked what a column is that may be a day of the law`() {
    var harness = opened("2ihosts<Enter>n", SheetWorld.world())
    #expect(page(harness)?.stage == .columns && page(harness)?.columns.index == 2)
    #expect(harness.desk.notice?.text.contains("C") == true)
    harness.type("x")
    #expect(asked(harness)?.choices.columns == [2: "-"])
  }

  @Test func `lets a column be another field by what is typed`() {
    var harness = opened()
    harness.type("jjj<Enter>フリガナ<Enter>")
    #expect(asked(harness)?.choices.columns == [3: "nameKana"])
    // In the other language too, and one field stands in one column.
    harness.type("<Enter>roman name<Enter>")
    #expect(asked(harness)?.choices.columns[3] == "nameRoman")
    harness.type("r")
    #expect(asked(harness)?.choices == SheetChoices())
    #expect(asked(harness)?.ignoresRemembered == true)
    harness.type("s2025<Enter>")
    #expect(asked(harness)?.sheet == "2025年度")
    harness.type("tホスト<Enter>")
    #expect(asked(harness)?.kind == .host)
  }

  @Test func `is mended once for all rows of a reason, in five keys`() {
    var harness = opened("2ihosts<Enter>n")
    #expect(page(harness)?.stage == .problems)
    // The text, what was probably meant, and it is done for 46 rows.
    harness.type("j<Enter><Enter>")
    #expect(
      page(harness)?.request.choices.mends["nationality", "シリヤ"] == .value("SYR"))
    harness.type("<Enter>ウクライナ<Enter>")
    #expect(page(harness)?.request.choices.mends["nationality", "月の国"] == .value("UKR"))
    // A day of birth may go to the note, a day of the law may not.
    harness.type("<Enter>メモ<Enter>")
    #expect(
      page(harness)?.request.choices.mends.reasons[SheetReason("birthDate", .notADate)] == .note)
    harness.type("<Enter>")
    #expect(!harness.screen.contains("メモに残す  "), "\(harness.screen)")
    harness.type("<Esc>n")
    #expect(page(harness)?.stage == .problems && harness.desk.notice != nil)
    harness.type("X")
    harness.world.sheets[.check] = .checked(SheetWorld.check(faults: false))
    harness.type("n")
    #expect(page(harness)?.stage == .outcome)
  }

  @Test func `shows what will be and the rows behind it, and is written only then`() throws {
    var harness = opened("2ihosts<Enter>n", SheetWorld.clear(faults: false))
    #expect(page(harness)?.stage == .outcome)
    #expect(
      !harness.effects.contains {
        if case .read(.sheet(let r), _) = $0 { r.step == .write } else { false }
      })
    harness.type("j<Enter>")
    #expect(harness.screen.contains("41") && harness.screen.contains("OLENA KOVALI"))
    // What differs is the store's unless somebody says otherwise; a status always is.
    harness.type("<Enter><End>")
    for _ in 0..<8 where page(harness)?.outcome.field != "phone" { harness.type("k") }
    harness.type(" ")
    #expect(asked(harness)?.choices.overwrite == ["phone"])
    harness.type("y")
    let request = try #require(asked(harness))
    #expect(request.step == .write && request.print == 1 && request.leftOut.isEmpty)
    #expect(page(harness)?.stage == .done)
    #expect(harness.screen.contains("a.refused.csv"))
    harness.type("<Enter>")
    #expect(harness.desk.overlays.isEmpty && harness.desk.screen == .cases)
  }

  @Test func `leads to the first of what came in`() {
    var harness = opened("2G<Enter><Esc>ihosts<Enter>ny<Enter>", SheetWorld.clear(faults: false))
    #expect(harness.desk.screen == .cases && harness.desk.overlays.isEmpty)
    #expect(harness.desk.list.selected?.address == RecordAddress(.case, RecordID(2)))
    #expect(harness.desk.notice?.text == Words(.ja)("sheet.wentTo"))
    harness.type("j")
    #expect(harness.desk.notice == nil)
  }

  @Test func `leaves out only the rows that somebody saw`() throws {
    var harness = opened("2ihosts<Enter>nXn")
    #expect(page(harness)?.stage == .outcome)
    harness.type("y")
    #expect(asked(harness)?.leftOut.keys.sorted() == [43, 44, 45, 46])
    // Where others wrote meanwhile nothing is written, and it is shown again.
    harness = opened("2ihosts<Enter>nXn")
    harness.world.sheets[.write] = .written(SheetWorld.check(faults: true), refusedFile: nil)
    harness.type("y")
    #expect(page(harness)?.stage == .problems && harness.desk.notice?.isError == true)
  }

  @Test func `that is another file by now is read and looked at again`() {
    for step in [SheetRequest.Step.check, .write] {
      var world = SheetWorld.clear(faults: false)
      world.sheets[step] = .changed
      var harness = opened("2ihosts<Enter>n", world)
      if step == .write { harness.type("y") }
      #expect(page(harness)?.stage == .columns, "\(step)")
      #expect(harness.desk.notice?.isError == true)
      world.sheets[step] = .unread("ない", .other)
      harness = opened("2ihosts<Enter>n", world)
      if step == .write { harness.type("y") }
      #expect(page(harness)?.stage == .file && page(harness)?.path.path == "hosts.csv")
    }
  }

  @Test func `of other headings by now forgets what was said of columns by their places`() {
    var harness = opened("2ihosts<Enter>jx")
    #expect(asked(harness)?.choices.columns == [1: "-"])
    harness.world.sheets[.columns] = .columns(SheetWorld.shape(more: 3))
    harness.type("jx")
    #expect(asked(harness)?.choices.columns == [:])
    #expect(page(harness)?.stage == .columns)
  }

  @Test func `goes back a step with Esc, and closes at the first`() {
    var harness = opened("2ihosts<Enter>nXn")
    var stages: [SheetPage.Stage] = []
    while let page = page(harness) {
      stages.append(page.stage)
      harness.type("<Esc>")
    }
    #expect(stages == [.outcome, .problems, .columns, .file])
    #expect(harness.desk.overlays.isEmpty)
    // While something is done Esc stops it, and a step is where it was.
    var world = SheetWorld.clear()
    world.sheets[.check] = nil
    harness = opened("2ihosts<Enter>n", world)
    harness.type("<Esc>")
    #expect(harness.effects.last == .stopWork)
    if let request = asked(harness) {
      harness.receive(.read(.sheet(request, .working(WorkProgress(3, of: 9))), for: .sheet))
      expectSound(harness.desk, "working")
      #expect(harness.screen.contains("3"))
      harness.receive(.read(.sheet(request, .refused(.stopped)), for: .sheet))
    }
    #expect(page(harness)?.stage == .columns && page(harness)?.asked == nil)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `stands at every size`(language: LabelLanguage) {
    for size in [(10, 40), (20, 60), (24, 80), (40, 140)].map({ Size(rows: $0.0, columns: $0.1) }) {
      for world in [
        SheetWorld.world(more: 30), SheetWorld.clear(), SheetWorld.clear(faults: false),
      ] {
        var harness = DeskHarness(size, language: language, world: world)
        for keys in [
          "2i", "hosts", "<Enter>", "<End>", "<Enter>", "<Esc>", "n", "<End>", "<Enter>", "<Esc>",
          "X", "n", "<Enter>", "<End>", "y", "<Enter>",
        ] {
          harness.type(keys)
          expectSound(harness.desk, "\(keys) at \(size)")
        }
      }
    }
  }
}
