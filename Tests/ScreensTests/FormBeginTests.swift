import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

/// Where a form begins, what it folds, and what a list beside it takes.
@Suite struct `A form that is opened` {
  @Test(arguments: RecordKind.allCases.filter { !RecordDescription.of($0).isMadeByStore })
  func `begins where something is to be typed, never on a day that is there`(kind: RecordKind)
    throws
  {
    var harness = DeskHarness()
    let bar = ScreenID.bar.first { $0.screen.kind == kind }
    harness.type((bar?.key ?? "8/\(kind.plural)<Enter>") + "a")
    let form = try #require(harness.form, "\(harness.screen)")
    let field = try #require(form.view.focused)
    #expect(field.id == form.view.fields.first?.id)
    #expect(!field.isFresh, "\(field.id)")
  }

  @Test(arguments: LabelLanguage.allCases)
  func `for a new case asks six things and names the rest by group`(language: LabelLanguage) {
    let words = Words(language)
    var harness = DeskHarness(language: language)
    harness.type("2a")
    let open = harness.form?.view.fields.filter { $0.group == nil && !$0.isHeading } ?? []
    #expect(
      open.map(\.id)
        == ["nameRoman", "nameKana", "birthDate", "nationality", "phone", "owner"].map { "0.\($0)" }
    )
    #expect(harness.screen.contains(words("form.begin", "6")))
    #expect(harness.screen.contains(words("fieldGroup.home")))
    #expect(harness.screen.contains(words("person.household")))
    harness.go(to: "phone")
    harness.type("<Tab><Tab>")
    #expect(harness.form?.view.focused?.isHeading == true)
    harness.type("<Enter>")
    #expect(harness.form?.view.focused?.id == "0.nameNative", "\(harness.screen)")
    harness.type("<S-Tab><Space>")
    #expect(harness.form?.view.focused?.isClosed == true)
  }

  @Test func `shows a folded field that was refused, and one that was typed into before`() {
    var harness = DeskHarness()
    harness.type("2aSARA AHMADI")
    harness.world.refusal = .problems([FieldProblem("city", .required)])
    harness.type("<Ctrl-S>")
    #expect(harness.form?.view.focused?.id == "0.city")
    harness.world.refusal = nil
    harness.type("館林市<Esc>a")
    harness.type("a")
    #expect(harness.form?.view["0.city"]?.text == "館林市")
    #expect(harness.screen.contains("館林市"), "\(harness.screen)")
  }

  @Test func `lets a typed day take the place of the one that stands there`() {
    var harness = DeskHarness()
    harness.type("2rn覚え")
    harness.go(to: "on")
    harness.type("2026-05-01")
    #expect(harness.form?.view.focused?.text == "2026-05-01")
    harness.type("<BS>2")
    #expect(harness.form?.view.focused?.text == "2026-05-02")
  }

  private func chosen(_ keys: String) -> DeskHarness {
    var harness = DeskHarness()
    harness.type("2a")
    harness.go(to: "nationality")
    harness.type("イラン" + keys)
    return harness
  }

  @Test func `takes from a list with Enter, and with Tab goes on`() {
    let entered = chosen("<Enter>")
    #expect(entered.form?.view.focused?.id == "0.nationality")
    #expect(entered.form?.view["0.nationality"]?.kind == .choice("イラン"))
    let tabbed = chosen("<Tab>")
    #expect(tabbed.form?.view.focused?.id == "0.phone")
    #expect(tabbed.form?.view["0.nationality"]?.kind == .choice("イラン"))
    // What is typed next lands where somebody stands.
    var typed = tabbed
    typed.type("090")
    #expect(typed.form?.view["0.phone"]?.text == "090")
  }

  @Test(arguments: LabelLanguage.allCases)
  func `saves from a list what was chosen, or says why not`(language: LabelLanguage) {
    let saved = chosen("<Ctrl-S>")
    #expect(saved.changes.last?.values["nationality"] == .code("IRN"))
    var unseen = DeskHarness(language: language)
    unseen.type("2a")
    unseen.go(to: "nationality")
    unseen.type(" <Ctrl-S>")
    #expect(unseen.changes.isEmpty)
    #expect(unseen.desk.notice?.text == Words(language)("picker.chooseFirst"))
    unseen.type("qqqqzzzz")
    #expect(unseen.screen.contains(Words(language)("picker.nothing").prefix(8)))
    unseen.type("<Tab>")
    #expect(unseen.desk.notice?.text == Words(language)("picker.nothing"))
    #expect(unseen.desk.overlays.count == 2)
  }

  @Test(arguments: [
    Size(rows: 24, columns: 80), Size(rows: 40, columns: 140), Size(rows: 20, columns: 60),
  ])
  func `keeps the field in sight that a list is for`(size: Size) {
    var harness = DeskHarness(size)
    harness.type("2a")
    harness.unfold()
    for field in harness.form?.view.fields ?? [] {
      if case .choice = field.kind {
        var open = harness
        open.type(" ")
        if case .picker = open.desk.overlays.last {
          let frame = open.desk.draw()
          let rows = (0..<frame.size.rows).map { row in
            (0..<frame.size.columns).map { frame[row, $0].text }.joined()
          }
          #expect(rows.contains { $0.hasPrefix("> \(field.label.prefix(4))") }, "\(open.screen)")
        }
      }
      harness.type("<Tab>")
    }
  }
}
