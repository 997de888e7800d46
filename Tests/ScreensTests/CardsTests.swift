import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Widgets
import Wording

@testable import Screens

/// Sentences that the person across the table points at.
@Suite struct `Cards to point at` {
  private func begun(
    _ language: String = "ar", size: Size = Size(rows: 24, columns: 80),
    desk: LabelLanguage = .ja, look: String = ""
  ) -> DeskHarness {
    var world = World.full
    let codes = FieldValue.codes([language])
    world.cards[.case] = world.cards[.case]?.map { card in
      var card = card
      card[Person.name(\.languages)] = codes
      return card
    }
    var harness = DeskHarness(size, language: desk, world: world)
    harness.type("2<Enter>txtc")
    return harness
  }

  private func page(_ harness: DeskHarness) -> CardsPage? {
    harness.desk.overlays.lazy.compactMap { $0.page as? CardsPage }.first
  }

  private func text(_ key: String, _ language: String) -> String {
    PaperTexts.of(language)[key] ?? "?"
  }

  @Test func `begin in the first language of the person that there is`() {
    for language in PaperTexts.languages {
      let harness = begun(language)
      #expect(page(harness)?.language == language)
      #expect(harness.desk.isShowingPerson)
    }
    // Where there is none, somebody chooses.
    var harness = begun("so")
    #expect(page(harness)?.language == nil && harness.desk.overlays.count == 2)
    harness.type("my<Enter>")
    #expect(page(harness)?.language == "my" && harness.desk.overlays.count == 1)
    harness.type("lta<Enter>")
    #expect(page(harness)?.language == "ta")
  }

  @Test func `tell nothing of the case, nor of anybody else`() {
    var harness = begun("ar", size: Size(rows: 40, columns: 140))
    let shown = World.full.cards.values.joined().flatMap { card in
      [card[\Person.nameRoman], card[\Person.nameKana], card[\Case.number]].compactMap {
        if case .text(let text) = $0, text.count > 2 { text } else { nil }
      }
    }
    #expect(!shown.isEmpty)
    for _ in 1...40 {
      for word in shown { #expect(!harness.screen.contains(word), "\(word)") }
      harness.type("<Right>")
    }
  }

  @Test(arguments: [(24, 80), (40, 140), (20, 60)], ["ar", "my", "zh", "ta", "ur", "ja", "en"])
  func `have the sentence and every answer on one page`(size: (Int, Int), language: String) {
    for desk in LabelLanguage.allCases {
      var harness = begun(language, size: Size(rows: size.0, columns: size.1), desk: desk)
      for card in InterpretingCard.all {
        let screen = harness.screen
        let lines = screen.split(separator: "\n").map(String.init)
        for (place, answer) in card.answers.enumerated() {
          let number = place + (card.kind.isWritten ? 2 : 1)
          let line = lines.first { $0.contains("[ ] \(number)  ") }
          let said = text(answer, language)
          // What may stand elsewhere than in its cells is the last in its row.
          #expect(line?.hasSuffix(String(said.suffix(3))) == true, "\(card.number) \(language)")
        }
        #expect(screen.contains("\(card.number)"))
        expectSound(harness.desk, "\(card.number) \(language) \(size)")
        harness.type("<Right>")
      }
    }
  }

  @Test func `scroll where there is no room for all`() {
    var harness = begun("my", size: Size(rows: 10, columns: 40))
    harness.type("#10<Enter>")
    let last = text("answer.skip", "my")
    var seen = harness.screen
    for _ in 1...20 {
      harness.type("j")
      seen += harness.screen
      expectSound(harness.desk, "\(harness.screen)")
    }
    #expect(seen.contains("[ ] 7") && seen.contains(last.suffix(3)))
  }

  @Test func `are gone through, and reached by their number`() {
    var harness = begun()
    #expect(page(harness)?.card?.number == 1)
    harness.type("<Right><Space><PgDn>")
    #expect(page(harness)?.card?.number == 4)
    harness.type("<Left>")
    #expect(page(harness)?.card?.number == 3)
    harness.type("#27<Enter>")
    #expect(page(harness)?.card?.number == 27)
    harness.type("#９<Enter>")
    #expect(page(harness)?.card?.number == 9)
    harness.type("#99<Enter>")
    #expect(page(harness)?.card?.number == 9 && harness.desk.notice != nil)
    harness.type("#<Esc>")
    #expect(page(harness)?.typing == nil && page(harness) != nil)
  }

  @Test func `become a contact that staff read and save, in their own language`() throws {
    var harness = begun()
    harness.type("#7<Enter>1<Right>12")  // safe; the police and an ambulance
    harness.type("#11<Enter>12026-12-01<Enter>")
    harness.type("#12<Enter>2#12<Enter>1")
    #expect(harness.changes.isEmpty)
    // It is kept before anybody leaves.
    #expect(harness.desk.drafts.count == 1)
    harness.type("s")
    let form = try #require(harness.form)
    #expect(!harness.desk.isShowingPerson && form.parts.first?.kind == .contact)
    let said = try #require(form.view["0.summary"]?.text)
    let lines = said.split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    #expect(lines[0].contains(Words(.ja)("language.ar")) && lines[0].contains("未確認"))
    #expect(lines[1] == "7 いま、安全ですか。 はい")
    #expect(lines[2].hasPrefix("8 ") && lines[2].contains("警察") && lines[2].contains("救急車"))
    #expect(lines[3].hasSuffix("2026-12-01") && lines[4].hasSuffix("はい"))
    harness.type("<Ctrl-S>")
    let change = try #require(harness.changes.first)
    #expect(change.kind == .contact && change.values["summary"] == .text(said))
    #expect(change.values["medium"] == ContactMedium.inPerson.fieldValue)
    #expect(change.values["language"] == .code("ar"))
    #expect(change.command == "logContact")
    #expect(harness.desk.drafts.isEmpty)
    // The next person begins with blank cards.
    harness.type("tc")
    #expect(page(harness)?.answers.isEmpty == true)
  }

  @Test func `keep their answers when somebody goes back, and nothing is lost with the form`()
    throws
  {
    var harness = begun()
    harness.type("2<Right>1<Esc>")
    #expect(page(harness) == nil && harness.desk.isShowingPerson && harness.form == nil)
    harness.type("tc")
    #expect(page(harness)?.answers.count == 2 && page(harness)?.card?.number == 2)
    harness.type("<Esc><Esc>")
    let form = try #require(harness.form)
    #expect(!harness.desk.isShowingPerson)
    let said = form.view["0.summary"]?.text
    harness.type("<Esc>")
    #expect(harness.form == nil && harness.changes.isEmpty)
    #expect(harness.desk.drafts.map { $0.contents["0.summary"] } == [said.map { .text($0) }])
    // It is offered with the form of a contact of this case.
    harness.type("rca")
    #expect(harness.form?.view["0.summary"]?.text == said)
  }

  @Test func `leave another contact that was begun as it is`() throws {
    var harness = begun()
    harness.type("<Esc><Esc>rc")
    harness.go(to: "summary")
    harness.type("begun<Esc>")
    harness.type("txtc1")
    #expect(harness.desk.drafts.count == 2)
    harness.type("s<Ctrl-S>")
    #expect(harness.desk.drafts.map { $0.contents["0.summary"] } == [.text("begun")])
  }

  @Test func `are not written down of somebody who does not want it`() throws {
    var harness = begun("en", desk: .en)
    harness.type("1#5<Enter>2#7<Enter>1")
    #expect(harness.screen.contains(Words(.en)("cards.refused")))
    #expect(
      harness.desk.drafts.allSatisfy { !"\($0.contents)".contains("safe now") })
    harness.type("s")
    let said = try #require(harness.form?.view["0.summary"]?.text)
    #expect(said.contains("May we write down") && !said.contains("safe now"))
    #expect(said.split(separator: "\n").count == 2)
  }

  @Test func `take an answer back, and write none where none was given`() {
    var harness = begun()
    harness.type("11s")
    #expect(page(harness) != nil && harness.desk.notice != nil && harness.desk.drafts.isEmpty)
    harness.type("1x<Esc><Esc>")
    #expect(harness.form == nil && harness.desk.drafts.isEmpty)
  }

  @Test func `say that nobody checked their words, to the person and to staff`() {
    let harness = begun("zh", size: Size(rows: 40, columns: 140))
    let screen = harness.screen
    #expect(screen.contains(text("unchecked", "zh")) && screen.contains(text("unchecked", "ja")))
    #expect(screen.contains(Words(.ja)("cards.unchecked")))
  }

  @Test func `are drawn in ASCII where the terminal has no more`() {
    for card in InterpretingCard.all {
      #expect(card.picture.rows.count == 3)
      #expect(card.picture.rows.joined().utf8.allSatisfy { $0 < 0x7F }, "\(card.picture.name)")
    }
  }

  @Test func `are staff's`() {
    var volunteer = DeskHarness(viewer: .volunteer(RecordID(1)))
    volunteer.type("2<Enter>tc")
    #expect(page(volunteer) == nil)
  }
}
