import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Widgets

@testable import Screens

/// The letters of the organisation's own at the desk.
@Suite struct `A letter template` {
  private static let world: World = {
    var world = World.full
    var card = Card(RecordAddress(.template, RecordID(7)), version: 1, number: "L-0007")
    card[\LetterTemplate.name] = .text("Invitation")
    card[\LetterTemplate.language] = .code("en")
    card[\LetterTemplate.recipient] = LetterRecipient.person.fieldValue
    card[\LetterTemplate.body] = .text("# Hello\nDear {{case.nameRoman}}, {{case.phone}}")
    card[\LetterTemplate.isOpen] = .flag(true)
    world.cards[.template] = [card]
    return world
  }()

  private func desk(
    _ size: Size = Size(rows: 24, columns: 80), _ language: LabelLanguage = .en
  ) -> DeskHarness {
    DeskHarness(size, language: language, world: Self.world)
  }

  @Test(arguments: DeskSize.allCases, LabelLanguage.allCases)
  func `is shown filled for the case that was looked at last`(
    size: DeskSize, language: LabelLanguage
  ) throws {
    var harness = desk(size.size, language)
    harness.type("2<Enter>")
    let number = try #require(harness.desk.lastCase?.number)
    harness.type("<Esc>8/templates<Enter>tp")
    #expect(
      harness.screen.contains("Hello") && harness.screen.contains(number), "\(harness.screen)")
    // What is not on record is blank to be seen, and said.
    #expect(harness.screen.contains("________________"), "\(harness.screen)")
    #expect(
      harness.screen.contains(
        Words(language)("letter.preview.unknown", "case.phone")), "\(harness.screen)")
    expectSound(harness.desk, "preview")
    harness.type("q")
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `asks for a case where none was looked at, and for another`() {
    var harness = desk()
    harness.type("8/templates<Enter>tp")
    #expect(harness.screen.contains(Words(.en)("letter.whichCase")), "\(harness.screen)")
    harness.type("<Enter>")
    #expect(harness.screen.contains("Hello"), "\(harness.screen)")
    harness.type("c")
    #expect(harness.screen.contains(Words(.en)("letter.whichCase")), "\(harness.screen)")
    harness.type("<Enter>")
    #expect(harness.screen.contains("Hello") && harness.desk.overlays.count == 1)
  }

  @Test func `is looked at while it is written, and nothing is saved`() throws {
    var harness = desk()
    harness.type("2<Enter><Esc>8/templates<Enter>e")
    harness.effects = []
    harness.type("<Ctrl-V>")
    #expect(harness.screen.contains("Hello"), "\(harness.screen)")
    #expect(!harness.effects.contains { if case .save = $0 { true } else { false } })
    harness.type("q")
    #expect(harness.form != nil)
    // A name is chosen from all there are, and stands in the text.
    harness.type("<Ctrl-Y>")
    #expect(harness.screen.contains("case.nameRoman"), "\(harness.screen)")
    harness.type("nationality<Enter>")
    let form = try #require(harness.form)
    let body = try #require(form.letterBody)
    #expect(form.view[body.id]?.text?.contains("{{case.nationality}}") == true)
    expectSound(harness.desk, "form")
  }

  @Test func `that cannot be filled says why, on the line`() {
    var harness = desk()
    harness.type("2<Enter><Esc>8/templates<Enter>e<Ctrl-Y>nationality<Enter>")
    for letter in "{{case.nameRomam}}" { harness.send(.key(.character(letter))) }
    harness.type("<Ctrl-V>")
    #expect(harness.form != nil && harness.screen.contains("case.nameRomam"), "\(harness.screen)")
    #expect(harness.screen.contains("Line"), "\(harness.screen)")
  }

  @Test func `begins as a letter that comes with the program`() throws {
    var harness = desk()
    harness.type("8/templates<Enter>ty<Enter>")
    let form = try #require(harness.form)
    let body = try #require(form.letterBody)
    #expect(form.view[body.id]?.text?.contains("{{open.company}}") == true, "\(harness.screen)")
  }

  @Test func `is among the papers of a case`() {
    var harness = desk()
    harness.type("2P")
    #expect(harness.screen.contains("Invitation") && harness.screen.contains("L-0007"))
    harness.type("Invitation<Enter>")
    #expect(harness.screen.contains("_L-0007.pdf"), "\(harness.screen)")
  }

  @Test func `is no volunteer's`() {
    var volunteer = DeskHarness(
      language: .en, world: Self.world, viewer: .volunteer(RecordID(1)))
    volunteer.effects = []
    volunteer.type("2tptc")
    #expect(volunteer.desk.overlays.isEmpty)
    #expect(!volunteer.effects.contains { if case .letter = $0 { true } else { false } })
  }
}
