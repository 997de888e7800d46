import Casework
import Cells
import DeskWorld
import Labels
import Testing

@testable import Screens

@Suite struct `A register as a picture` {
  private func desk(
    _ keys: String, _ language: LabelLanguage = .ja, size: Size = Size(rows: 24, columns: 80),
    world: World = PictureWorld.registers
  ) -> DeskHarness {
    var harness = DeskHarness(size, language: language, world: world)
    harness.type(keys)
    return harness
  }

  static let letters = ScreenID.registers.filter {
    RecordDescription.of($0.kind).picture != nil
  }.map(\.letter)

  @Test func `is there for each kind that says so in its own file, and for no other`() {
    #expect(Self.letters.count > 9)
    for (letter, kind) in ScreenID.registers {
      let harness = desk("8\(letter)p")
      let hasPicture = harness.desk.topPage.id == .picture(.register(kind))
      #expect(hasPicture == (RecordDescription.of(kind).picture != nil), "\(kind)")
      #expect((harness.desk.notice?.text == Words(.ja)("picture.none")) == !hasPicture, "\(kind)")
    }
  }

  @Test(arguments: [PictureWorld.registers, World.empty], [60, 80, 140])
  func `keeps what every frame keeps, full and empty`(world: World, columns: Int) {
    let rows = [60: 20, 80: 24, 140: 40][columns] ?? 24
    for language in LabelLanguage.allCases {
      for letter in Self.letters {
        var harness = desk(
          "8\(letter)p", language, size: Size(rows: rows, columns: columns), world: world)
        for key in ["", "j", "<Tab>", "<S-Tab>", "l", "<Esc>", "k", "G", "<PgUp>", "<Home>"] {
          harness.type(key)
          expectSound(harness.desk, "\(letter) \(key)")
        }
      }
    }
  }

  @Test func `adds up the activities of a city, and opens the one that is meant`() {
    var harness = desk("8Bp")
    #expect(harness.screen.contains("2/5  40%"), "\(harness.screen)")
    #expect(harness.screen.contains("3/1 300%"))
    #expect(harness.screen.contains("0/2   0%"))
    #expect(harness.screen.contains("1/2  AC-0001  ワークショップ  1/1"))
    harness.type("<Tab>")
    #expect(harness.screen.contains("2/2  AC-0004  難民の円卓会議  1/4"))
    #expect(harness.desk.subject?.address.id == RecordID(4))
    harness.type("<Enter>")
    #expect(!harness.desk.overlays.isEmpty)
    harness.type("b")
    #expect(harness.desk.details.map(\.detail.card.address.id) == [RecordID(4)])
    harness.type("<Esc><Tab><S-Tab>")
    #expect(harness.desk.subject?.address.id == RecordID(4))
  }

  @Test func `adds an activity in the city and the programme of the bar`() {
    var harness = desk("8Bpja")
    #expect(harness.form != nil)
    harness.go(to: "name")
    harness.type("相談会")
    harness.go(to: "planned")
    harness.type("3<Ctrl-S>")
    let values = harness.changes.last?.values
    #expect(values?["city"] == .text("大阪"))
    guard case .link(let link)? = values?["programme"] else {
      Issue.record("\(String(describing: values))")
      return
    }
    #expect(link.address == RecordAddress(.fundedProgramme, RecordID(1)))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says of a campaign what it needs, and nothing of one that is over or to come`(
    language: LabelLanguage
  ) {
    let words = Words(language)
    var harness = desk("8Cp", language)
    for text in [
      words("pace.missing", "160"), words("pace.daysLeft", "19"), words("pace.needed", "8.4"),
      words("pace.soFar", "3.3"), "40/200  20%",
    ] {
      #expect(harness.screen.contains(text), "\(text)\n\(harness.screen)")
    }
    harness.type("j")
    #expect(harness.screen.contains(words("pace.reachedGoal")), "\(harness.screen)")
    #expect(!harness.screen.contains(words("pace.daysLeft", "0")))
    harness.type("j")
    #expect(harness.screen.contains(words("pace.daysLeft", "30")), "\(harness.screen)")
    #expect(!harness.screen.contains(words("pace.soFar", "0")))
  }

  @Test func `shows the budget, the plan and the years of a programme, and nothing not known`() {
    let harness = desk("8Fp")
    for text in ["6,120,000/10,274,005  59%", "8/14  57%", "2/3  66%", "640,000/500,000 128%"] {
      #expect(harness.screen.contains(text), "\(text)\n\(harness.screen)")
    }
    #expect(harness.screen.contains("準備中の事業"))
    #expect(!harness.screen.contains("-/-"))
  }

  @Test func `shows a journey on each of its days, in both months it touches`() {
    var harness = desk("8Jp")
    func days(_ title: String) -> Int { harness.screen.ranges(of: title).count }
    #expect(days("グロー") == 5, "\(harness.screen)")
    #expect(days("Partn") == 4, "\(harness.screen)")
    harness.type(">")
    #expect(days("Partn") == 12, "\(harness.screen)")
    // Its name takes the rows that the day has.
    let rows = harness.screen.split(separator: "\n").filter { $0.contains("Partn") }
    #expect(rows.count == 2 && harness.screen.contains("meeting"), "\(harness.screen)")
    harness.type("<Home><Enter>")
    #expect(harness.desk.details.map(\.detail.card.address.id) == [RecordID(3)])
  }

  @Test func `moves a pledge along its way, and asks for the stage where there are several`() {
    var harness = desk("8Pp")
    #expect(harness.desk.subject?.address.id == RecordID(3))
    harness.type(">")
    #expect(harness.changes.last?.values == ["stage": .code("in_progress")])
    harness.type("lll")
    #expect(harness.desk.subject?["stage"] == .code("stalled"))
    let count = harness.changes.count
    harness.type(">")
    #expect(harness.changes.count == count)
    #expect(harness.desk.notice?.text == harness.desk.words("board.noWay"))
    harness.type("ma")
    #expect(harness.changes.last?.values == ["stage": .code("planning")])
  }

  @Test func `warns of a pledge whose update is late, and of none that is done`() {
    let frame = desk("8Pp").desk.draw()
    let warned = frame.cells.indices.filter { frame.cells[$0].role == .warning }
    #expect(warned.count == 5)
  }
}

@Suite struct `The page of a register` {
  @Test(arguments: LabelLanguage.allCases)
  func `tells great numbers apart by their thousands, and years not`(language: LabelLanguage) {
    var world = PictureWorld.registers
    var pledge = Card(RecordAddress(.pledge, RecordID(1)), number: "PG-0001")
    for (field, number) in [("committed", 6_000_000), ("disbursed", 9_999), ("firstYear", 2024)] {
      pledge[field] = .number(number)
    }
    pledge["isOpen"] = .flag(true)
    world.cards[.pledge] = [pledge]
    var harness = DeskHarness(language: language, world: world)
    harness.type("8Pl")
    for text in ["6,000,000", " 9999", " 2024"] {
      #expect(harness.screen.contains(text), "\(text)\n\(harness.screen)")
    }
    // What is typed is typed without.
    harness.type("e")
    #expect(harness.screen.contains("[6000000"), "\(harness.screen)")
  }

  @Test(arguments: LabelLanguage.allCases)
  func `shows no number by which only numbers are told apart`(language: LabelLanguage) {
    var world = World.full
    var donation = Card(RecordAddress(.donation, RecordID(1)), number: "DN-0001")
    donation["amount"] = .number(3000)
    donation["household"] = .number(34)
    donation["countsForTest"] = .flag(true)
    world.cards[.donation] = [donation]
    var harness = DeskHarness(language: language, world: world)
    harness.type("8Dl")
    let words = Words(language)
    #expect(harness.screen.contains(words("donation.countsForTest")), "\(harness.screen)")
    #expect(!harness.screen.contains(words("donation.household") + " "), "\(harness.screen)")
    #expect(!harness.screen.contains(" 34"))
  }
}
