import Casework
import Cells
import CustomDump
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

@Suite struct `What is typed` {
  private func kept(_ harness: DeskHarness) -> [FormDraft] {
    harness.effects.compactMap { if case .keep(let draft) = $0 { draft } else { nil } }
  }

  @Test func `is kept when the half second is over, once`() throws {
    var harness = DeskHarness()
    harness.type("2rn")
    #expect(!harness.desk.hasUnkeptDraft)
    harness.send(.tick)
    #expect(kept(harness).isEmpty)
    harness.go(to: "body")
    harness.type("電話した")
    #expect(harness.desk.hasUnkeptDraft)
    harness.send(.tick)
    #expect(!harness.desk.hasUnkeptDraft)
    harness.send(.tick)
    #expect(kept(harness).count == 1)
    #expect(kept(harness).first?.contents.values.contains(.text("電話した")) == true)
  }

  @Test(arguments: [Event.ended, .key(.escape), .tick])
  func `comes back at the same field and place after`(event: Event) throws {
    var harness = DeskHarness()
    harness.type("2rn")
    harness.go(to: "body")
    harness.type("電話 した<Left><Left>")
    harness.send(event)
    let draft = try #require(kept(harness).last)

    var world = World.full
    world.drafts = [draft]
    for keys in ["2rn", "gd<Enter>"] {
      var again = DeskHarness(world: world)
      #expect(again.desk.notice?.text.contains("1 件") == true)
      again.type(keys)
      let form = try #require(again.form, "\(keys)")
      #expect(form.view.focused?.text == "電話 した")
      again.type("も")
      #expect(again.form?.view.focused?.text == "電話 もした")
      again.type("<Ctrl-S>")
      let change = try #require(again.changes.last)
      #expect(change.kind == .note && change.values["body"] == .text("電話 もした"))
      #expect(change.values["case"] == .link(Link(RecordAddress(.case, RecordID(1)))))
      #expect(again.effects.contains(.forgetDraft(draft.key)))
      #expect(again.desk.drafts.isEmpty)
    }
  }

  @Test func `keeps chosen values, the reason and the version a person began with`() throws {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.type("2je")
    harness.go(to: "risk")
    harness.type("<Ctrl-N>")
    harness.send(.ended)
    let draft = try #require(kept(harness).last)
    #expect(draft.parts.first?.version == 1)

    var world = World.full
    world.drafts = [draft]
    world.cards[.case]?[1].version = 4
    var again = DeskHarness(Size(rows: 40, columns: 140), world: world)
    again.type("gd<Enter><Ctrl-S>")
    let change = try #require(again.changes.last)
    #expect(change.version == 1)
    #expect(change.values.keys.sorted() == ["risk"])
  }

  @Test func `is thrown away by erasing it again`() throws {
    var harness = DeskHarness()
    harness.type("2rn")
    harness.go(to: "body")
    harness.type("あ")
    harness.send(.tick)
    let key = try #require(kept(harness).last?.key)
    harness.type("<BS>")
    harness.send(.tick)
    #expect(harness.effects.last == .forgetDraft(key))
    harness.type("<Esc>")
    #expect(harness.desk.drafts.isEmpty && harness.desk.overlays.isEmpty)
  }

  @Test func `without its record is said, and stays`() {
    var world = World.full
    world.drafts = [
      FormDraft(
        command: "edit", subject: "x",
        parts: [
          FormDraft.Part(.case, id: RecordID(77), version: 1, fixed: [:], fields: ["risk"])
        ],
        also: [], asksReason: false, contents: ["0.risk": .code("high")], focus: "0.risk",
        insertionPoint: 0)
    ]
    var harness = DeskHarness(world: world)
    harness.type("gd<Enter>")
    #expect(harness.desk.notice?.isError == true)
    #expect(harness.desk.drafts.count == 1)
    #expect(!harness.effects.contains { if case .forgetDraft = $0 { true } else { false } })
  }

  @Test func `of a volunteer is asked for as everybody's`() {
    let harness = DeskHarness(viewer: .volunteer(RecordID(3)))
    #expect(harness.effects.contains(.drafts))
  }
}
