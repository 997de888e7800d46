import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

@Suite struct `The month of gatherings` {
  /// A name is cut only where no week has a line left.
  @Test func `gives a week what the others do not need`() {
    var world = PictureWorld.full
    let name = "Global Refugee Forum progress meeting with everybody"
    world.cards[.salon]?[0]["theme"] = .text(name)
    world.cards[.salon]?[0]["themeEnglish"] = .text(name)
    var harness = DeskHarness(Size(rows: 30, columns: 100), language: .en, world: world)
    harness.type("4p")
    for word in name.split(separator: " ") {
      #expect(harness.screen.contains(word), "\(word)\n\(harness.screen)")
    }
    expectSound(harness.desk, "4p")
  }

  @Test(arguments: LabelLanguage.allCases)
  func `shows each in its day with time and count, and the numbers of the month`(
    language: LabelLanguage
  ) {
    let words = Words(language)
    let came = words("calendar.came", "17")
    let off = words("calendar.cancelled")
    let narrow = PictureWorld.desk("4p", language).screen
    let wide = PictureWorld.desk("4p", language, size: Size(rows: 40, columns: 140)).screen
    // What has no name in Roman letters is called by its number first there.
    let isJapanese = language.base == .ja
    let narrowTexts = isJapanese ? ["朝の会", "日本語で話", "相談会"] : ["S-0002 朝", "S-0001 日"]
    for text in narrowTexts + ["18:00 17", "13:00 \(off)"] {
      #expect(narrow.contains(text), "\(text)\n\(narrow)")
    }
    // A name that is too long stands below its hour, where there is a line for it.
    let wideTexts =
      isJapanese ? ["10:00 朝の会 3/20", "日本語で話すサロン", "13:00 相談会 \(off)"] : ["朝の会", "相談会"]
    for text in wideTexts + ["14:00 3/20", " \(came)"] {
      #expect(wide.contains(text), "\(text)\n\(wide)")
    }
    for screen in [narrow, wide] {
      #expect(screen.contains(words("calendar.gatherings", "3")))
      #expect(screen.contains("\(words("gathering.persons")) 12"))
      #expect(screen.contains("\(words("gathering.visits")) 17"))
      #expect(screen.contains(words("calendar.today")))
    }
  }

  @Test func `goes from gathering to gathering and opens the one that is meant`() {
    var harness = PictureWorld.desk("4p<Home><Tab><Tab>")
    // The earlier of two on that day.
    #expect(harness.screen.contains("1/2  10:00"))
    harness.type("<Tab>")
    #expect(harness.screen.contains("2/2  14:00"))
    harness.type("<Enter>")
    #expect(!harness.desk.overlays.isEmpty)
    harness.type("a")
    #expect(harness.desk.details.map(\.detail.card.address.id) == [RecordID(2)])
    harness.type("<Esc><End><S-Tab><Enter>")
    #expect(harness.desk.details.map(\.detail.card.address.id) == [RecordID(4)])
  }

  @Test func `asks for another month when it is entered, and comes back by T`() {
    var harness = PictureWorld.desk("4p")
    let first = DeskHarness.today.firstOfMonth
    func asked() -> [MonthRequest] {
      harness.effects.compactMap { effect in
        guard case .read(.picture(.month(let request)), for: .picture(.salons)) = effect else {
          return nil
        }
        return request
      }
    }
    harness.type(">")
    // The numbers once the picture stands.
    #expect(asked().suffix(2).map(\.isCounted) == [false, true])
    #expect(asked().suffix(2).allSatisfy { $0.first == first.adding(months: 1) })
    #expect(!harness.screen.contains("14:00"))
    harness.type("T")
    #expect(asked().suffix(2).map(\.isCounted) == [false, true])
    #expect(asked().suffix(2).allSatisfy { $0.first == first })
    #expect(harness.screen.contains("14:00"))
    // As many of a day as there is room for.
    #expect(asked().allSatisfy { $0.depth < 10 && $0.whole == nil })
  }

  @Test func `reads a full day whole once somebody is on it, and says where it stopped counting`() {
    var world = PictureWorld.full
    let day = DeskHarness.today.firstOfMonth
    world.cards[.salon] = (1...Int64(50)).map { id in
      var card = Card(RecordAddress(.salon, RecordID(id)), version: 1, number: "S-\(id)")
      card["date"] = .date(id < 45 ? day : day.adding(days: 1))
      card["title"] = .text("会\(id)")
      return card
    }
    world.countedUpTo = 20
    var harness = DeskHarness(world: world)
    harness.type("4p<End>")
    func whole() -> [CivilDate?] {
      harness.effects.suffix(2).compactMap { effect in
        guard case .read(.picture(.month(let request)), _) = effect else { return nil }
        return request.whole
      }
    }
    #expect(harness.screen.contains(harness.desk.words("calendar.gatherings", "20+")))
    #expect(whole() == [nil, nil])
    harness.type("<Home>")
    #expect(whole() == [day, day])
    #expect(harness.screen.contains("1/20+"))
    for _ in 1..<44 { harness.type("<Tab>") }
    #expect(harness.screen.contains("44/20+"))
    harness.type("<Tab>")
    #expect(harness.screen.contains("1/6"))
  }

  @Test(arguments: ["+", "n", "a"])
  func `adds on the day`(key: String) {
    var harness = PictureWorld.desk("4p<Home>\(key)会<Ctrl-S>")
    #expect(harness.changes.last?.kind == .salon)
    #expect(harness.changes.last?.values["date"] == .date(DeskHarness.today.firstOfMonth))
    harness.type("")
    #expect(harness.screen.contains("14:00"))
  }
}
