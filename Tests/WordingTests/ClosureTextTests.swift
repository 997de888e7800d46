import Casework
import Labels
import Testing
import Wording

@Suite struct `A closing that somebody asked for` {
  private let text = ClosureText(Words(.en))

  @Test func `is told with who, when and why`() {
    let card = Made.card(
      .case,
      [
        "status": .code("closure_requested"), "closureRequestedOn": .date(Made.today),
        "closureRequestedBy": .link(Link(RecordAddress(.staff, RecordID(2)), title: "Sato")),
        "closureRequestReason": .text("found work"),
      ])
    #expect(text.request(card) == "Closure asked for by Sato, 2026-10-03: found work")
  }

  /// A list reads its columns alone.
  @Test func `is not told by a row that does not know`() {
    #expect(text.request(Made.card(.case, ["status": .code("closure_requested")])) == "")
  }
}
