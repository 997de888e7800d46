import Casework
import Cells
import DeskWorld
import Screens
import Testing

/// How many keys daily work takes (terminal design: status 2, attendance 6, a person 4 and letters).
@Suite struct `Keys` {
  @Test func `to mark a status are two`() {
    var harness = DeskHarness()
    harness.type("2")
    for key in "mu" { harness.send(.key(.character(key))) }
    #expect(harness.changes.last?.values == ["status": .code("unreachable")])
  }

  @Test func `to find a person are four and the letters`() {
    var harness = DeskHarness()
    let keys: [Key] = [.character("2"), .character("/")]
    (keys + "FATI".map(Key.character) + [.enter]).forEach { harness.send(.key($0)) }
    #expect(keys.count + 1 <= 4)
    #expect(harness.desk.list.selected?.address.id == RecordID(4))
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `to find and open a person are two and the letters`() {
    var harness = DeskHarness()
    let letters = "FATI"
    let keys = [.character(":")] + letters.map(Key.character) + [.enter]
    keys.forEach { harness.send(.key($0)) }
    #expect(keys.count == 2 + letters.count)
    #expect(harness.desk.details.last?.detail.card.address == RecordAddress(.case, RecordID(4)))
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `to log that somebody attended a salon are six`() throws {
    var world = World.full
    var salon = Card(RecordAddress(.salon, RecordID(5)), number: "S-0005")
    salon["date"] = .date(DeskHarness.today)
    salon["title"] = .text("日本語サロン")
    world.cards[.salon] = [salon]
    var harness = DeskHarness(world: world)
    harness.type("2j")
    let keys: [Key] = [
      .character("r"), .character("s"), .character(" "), .enter, .control("s"),
    ]
    #expect(keys.count <= 6)
    keys.forEach { harness.send(.key($0)) }
    let change = try #require(harness.changes.last)
    #expect(change.kind == .attendance)
    #expect(change.values["case"] == .link(Link(RecordAddress(.case, RecordID(2)))))
    #expect(change.values["salon"] == .link(Link(RecordAddress(.salon, RecordID(5)))))
    #expect(change.values["result"] == .code("attended"))
  }

  /// Sends keys and texts; gives back how many keys there were.
  private func count(_ harness: inout DeskHarness, _ parts: [String]) -> Int {
    var keys = 0
    for part in parts {
      if part.hasPrefix("t:") {
        harness.type(String(part.dropFirst(2)))
      } else {
        keys += DeskHarness.keys(part).count
        harness.type(part)
      }
    }
    return keys
  }

  @Test func `to log a contact with its summary are five and the text`() throws {
    var harness = DeskHarness()
    harness.type("2j")
    let keys = count(&harness, ["rc", "<Tab>", "<Tab>", "t:電話した", "<Ctrl-S>"])
    #expect(keys <= 5)
    let change = try #require(harness.changes.last)
    #expect(change.kind == .contact && change.values["summary"] == .text("電話した"))
    #expect(change.values["on"] == .date(DeskHarness.today))
  }

  @Test func `to write a note are three and the text`() throws {
    var harness = DeskHarness()
    harness.type("2j")
    let keys = count(&harness, ["rn", "t:覚え書き", "<Ctrl-S>"])
    #expect(keys <= 3)
    let change = try #require(harness.changes.last)
    #expect(change.kind == .note && change.values["body"] == .text("覚え書き"))
  }

  @Test func `to say what is to be done next are four and its words`() throws {
    var harness = DeskHarness()
    harness.type("2j")
    let keys = count(&harness, ["rf", "t:+3d", "<Tab>", "t:電話する", "<Ctrl-S>"])
    #expect(keys <= 4)
    #expect(harness.changes.last?.values["due"] == .date(DeskHarness.today.adding(days: 3)))
  }

  @Test func `to take somebody in are eight and the letters`() throws {
    var harness = DeskHarness()
    let keys = count(
      &harness,
      [
        "2a", "t:SARA AHMADI", "<Tab>", "t:サラ・アフマディ", "<Tab>", "t:1990", "<Tab>", "t:イラン", "<Tab>",
        "t:090-1111-2222", "<Ctrl-S>",
      ])
    #expect(keys <= 8)
    let change = try #require(harness.changes.last, "\(harness.screen)")
    #expect(change.kind == .case && change.values["nameRoman"] == .text("SARA AHMADI"))
    #expect(change.values["nationality"] == .code("IRN"))
    #expect(change.values["phone"] == .text("090-1111-2222"))
    #expect(change.values["owner"] == .link(DeskHarness.staff))
  }

  /// `m s`, and a save for each of the two consents that are missing.
  @Test func `to mark a status with two consents missing are four`() {
    func lacking(_ scopes: [ConsentScope]) -> Refusal? {
      scopes.isEmpty
        ? nil
        : .problems(scopes.map { FieldProblem("status", .consentRequired, .label($0.labelKey)) })
    }
    var harness = DeskHarness()
    harness.world.refusal = lacking([.receivingSupport, .collectionAndUse])
    harness.type("2jjms")
    // The box of all that is missing stands below the form of the first.
    #expect(harness.desk.overlays.count == 2)
    #expect(harness.form?.parts.first?.kind == .consent)
    harness.world.previewRefusal = lacking([.collectionAndUse])
    harness.world.refusal = nil
    harness.type("<Ctrl-S>")
    #expect(harness.changes.last?.values["scope"] == ConsentScope.receivingSupport.fieldValue)
    #expect(harness.form?.parts.first?.kind == .consent)
    harness.world.previewRefusal = nil
    harness.type("<Ctrl-S>")
    #expect(
      harness.changes.suffix(2).first?.values["scope"] == ConsentScope.collectionAndUse.fieldValue)
    // The move goes on by itself.
    #expect(harness.changes.last?.values == ["status": .code("assessment")])
    #expect(harness.desk.overlays.isEmpty)
  }
}
