import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

/// A list holds only its columns: a form over one of its rows shows what the record holds.
@Suite struct `A field that the list did not read` {
  /// A case whose list row lacks fields that the record has.
  private func harness() -> DeskHarness {
    var world = World.full
    world.cards[.case]?[1]["receivingBody"] = .text("横浜の支援団体")
    var harness = DeskHarness(world: world)
    harness.type("2")
    return harness
  }

  @Test func `is read before the form of a move shows it`() throws {
    var harness = harness()
    harness.type("j")
    let card = Card(
      RecordAddress(.case, RecordID(2)), version: 1, number: "2026-0002",
      values: ["status": .value(.code("assessment"))])
    var page = Page(cards: harness.desk.list.cards)
    page.cards[1] = card
    let asked = harness.effects.compactMap { effect -> PageRequest? in
      if case .read(.page(let request), _) = effect, request.query.kind == .case {
        request
      } else {
        nil
      }
    }
    harness.receive(.read(.page(try #require(asked.last), page), for: .screen(.cases)))
    harness.type("jmt")
    let form = try #require(harness.form, "\(harness.screen)")
    let field = try #require(form.view.fields.first { $0.id.hasSuffix("receivingBody") })
    #expect(field.text == "横浜の支援団体")
    harness.type("<Ctrl-S>")
    #expect(harness.changes.last?.values["status"] == .code("transferred"))
    // What is shown and was there before is not written again.
    #expect(harness.changes.last?.values["receivingBody"] == nil)
  }
}
