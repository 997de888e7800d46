import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

/// What a volunteer's desk offers and shows.
@Suite struct `A volunteer at work` {
  private func harness(_ size: Size = Size(rows: 24, columns: 80)) -> DeskHarness {
    DeskHarness(size, language: .en, viewer: .volunteer(RecordID(7)))
  }

  /// What is read of the first case, as the store gives it to a volunteer.
  private func opened(_ harness: DeskHarness, tasks: Int, sealed: [String] = []) -> Detail {
    let first = harness.desk.list.inReach[0]
    var card = Card(first.address, version: 1, number: "7Q3KMZ2A")
    for field in RecordDescription.of(.case).fields {
      card[field.name] = first[field.name]
    }
    var values: [String: Card.Content] = [:]
    for name in card.fieldNames { values[name] = .value(card[name]) }
    for name in sealed { values[name] = .sealed }
    card = Card(first.address, version: 1, number: "7Q3KMZ2A", values: values)
    let timeline = (0..<tasks).map { index in
      Card(
        RecordAddress(.followUp, RecordID(Int64(index + 1))),
        values: [
          "case": .value(.link(Link(card.address))), "action": .value(.text("task \(index)")),
          "due": .value(.date(DeskHarness.today.adding(days: index))),
          "isOpen": .value(.flag(true)), "place": .value(.text(index == 0 ? "Oji" : "")),
        ])
    }
    return Detail(card: card, timeline: timeline)
  }

  @Test func `asks of a contact only what they may write`() throws {
    var harness = harness()
    harness.type("rc")
    let form = try #require(harness.form)
    let fields = Set(form.view.fields.map { String($0.id.split(separator: ".").last ?? "") })
    #expect(
      fields
        == [
          "on", "medium", "contactMade", "minutes", "language", "interpreter", "expenses",
          "summary",
        ])
  }

  @Test func `shows when, where and whom to call`() {
    var harness = harness()
    harness.desk.surroundings.phone = "03-1234-5678"
    var detail = opened(harness, tasks: 2)
    detail.call = WhomToCall(
      coordinator: Link(RecordAddress(.staff, RecordID(1)), number: "", title: "Mori Aki"),
      standIn: Link(RecordAddress(.staff, RecordID(2)), number: "", title: "Sato Jun"))
    _ = harness.desk.receive(.detail(detail, for: .open))
    let screen = harness.screen
    #expect(screen.contains("Oji"), "\(screen)")
    #expect(screen.contains("Sato Jun (for Mori Aki)  03-1234-5678"), "\(screen)")
  }

  @Test func `says the number where no case is assigned`() {
    var harness = DeskHarness(language: .en, world: .empty, viewer: .volunteer(RecordID(7)))
    harness.desk.surroundings.phone = "03-1234-5678"
    #expect(harness.screen.contains("03-1234-5678"), "\(harness.screen)")
  }

  @Test func `marks what is new, until the end of the session`() {
    var harness = harness()
    var news = VolunteerNews()
    news.cases = [harness.desk.list.inReach[0].address]
    news.upTo = 12
    harness.desk.surroundings.news = []
    #expect(!harness.screen.contains("NEW"))
    _ = harness.desk.receive(.news(news))
    #expect(harness.screen.contains("NEW"), "\(harness.screen)")
    #expect(harness.desk.lookedUpTo == 12)
  }

  @Test func `marks the one task done, and asks which of several`() {
    var harness = harness()
    _ = harness.desk.receive(.detail(opened(harness, tasks: 1), for: .open))
    harness.effects = []
    harness.type("x")
    #expect(
      harness.changes.map(\.values) == [["done": .date(DeskHarness.today)]], "\(harness.changes)")

    var several = self.harness()
    _ = several.desk.receive(.detail(opened(several, tasks: 2), for: .open))
    several.effects = []
    several.type("x")
    #expect(several.changes == [] && several.screen.contains("task 1"), "\(several.screen)")
    several.type("b")
    #expect(several.changes.map(\.id) == [RecordID(2)])
  }

  @Test func `opens what is sealed with a reason, and hides it again`() {
    var harness = harness()
    let detail = opened(harness, tasks: 0, sealed: ["phone"])
    _ = harness.desk.receive(.detail(detail, for: .open))
    #expect(harness.screen.contains("***"), "\(harness.screen)")
    harness.effects = []
    harness.type("Y")
    #expect(harness.screen.contains("Why do you open Phone?"), "\(harness.screen)")
    harness.type("b")
    let sealed = Sealed(detail.card.address, "phone")
    #expect(harness.effects.contains(.reveal(sealed, .visit)))
    _ = harness.desk.receive(.revealed(sealed, .text("090-1111")))
    #expect(harness.screen.contains("090-1111") && harness.desk.isShowingSealed)
    harness.desk.hideSealed()
    #expect(!harness.screen.contains("090-1111") && !harness.desk.isShowingSealed)
    // It goes with the page as well.
    _ = harness.desk.receive(.revealed(sealed, .text("090-1111")))
    harness.type("h<Enter>")
    #expect(!harness.screen.contains("090-1111"))
  }
}
