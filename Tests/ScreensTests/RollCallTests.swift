import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// Forty persons of cases who are expected at a gathering.
private enum Roll {
  static let salon = RecordAddress(.salon, RecordID(5))

  static func world(_ count: Int = 40) -> World {
    var world = World.full
    var card = Card(salon, number: "S-0005")
    card["theme"] = .text("語学サロン")
    card["date"] = .date(DeskHarness.today)
    world.cards[.salon] = [card]
    world.cards[.attendance] = (1...count).map { index in
      let address = RecordAddress(.attendance, RecordID(Int64(index)))
      var place = Card(address, number: address.number)
      place["case"] = .link(
        Link(
          RecordAddress(.case, RecordID(Int64(100 + index))),
          number: "2026-0\(100 + index)", title: "PERSON \(index)",
          reading: index == 7 ? "ファティマ" : "ア\(100 + index)"))
      place["salon"] = .link(Link(salon))
      place["result"] = .code("registered")
      place["personRole"] = .code("person_with_refugee_background")
      return place
    }
    return world
  }
}

@Suite struct `Roll-call` {
  @Test func `of forty takes under sixty keys, each mark a save of its own`() {
    var harness = DeskHarness(world: Roll.world())
    harness.type("4")
    let keys = "R" + String(repeating: "a", count: 30) + String(repeating: "e", count: 6) + "xxxxq"
    #expect(DeskHarness.keys("4" + keys).count < 60)
    for key in DeskHarness.keys(keys) {
      let before = harness.changes.count
      harness.send(.key(key))
      #expect(harness.changes.count <= before + 1)
    }
    let results = harness.changes.map { $0.values["result"] }
    #expect(harness.changes.count == 40)
    #expect(Set(harness.changes.map(\.id)).count == 40)
    #expect(results.filter { $0 == .code("attended") }.count == 30)
    #expect(results.filter { $0 == .code("excused_absence") }.count == 6)
    #expect(results.filter { $0 == .code("unexcused_absence") }.count == 4)
    #expect(harness.desk.overlays.isEmpty)
  }

  /// The key, the number above and the word in the row are one word for one thing.
  @Test(arguments: LabelLanguage.allCases)
  func `calls what it marks alike everywhere`(language: LabelLanguage) {
    let words = Words(language)
    let keys = [
      ("attended", "attended"), ("excused_absence", "excused"), ("unexcused_absence", "absent"),
    ]
    for (result, key) in keys {
      let word = words("attendanceResult.\(result)").lowercased()
      #expect(words("roll.count.\(result)", "3").lowercased() == "\(word) 3")
      #expect(words("modeKey.\(key)").lowercased() == word)
    }
  }

  @Test func `shows who came in the colour of what is well`() {
    var harness = DeskHarness(language: .en, world: Roll.world(2))
    harness.world.cards[.attendance]?[0]["result"] = .code("attended")
    harness.type("4R")
    let golden = harness.desk.draw().golden
    #expect(golden.contains("{g:attended 1}") && golden.contains("{g:Attended}"), "\(golden)")
  }

  @Test func `writes nothing for a mark that is there already`() {
    var world = Roll.world(2)
    world.cards[.attendance]?[0]["result"] = .code("attended")
    var harness = DeskHarness(world: world)
    harness.type("4R<Home>a")
    #expect(harness.changes.isEmpty)
    harness.type("a")
    #expect(harness.changes.map(\.id) == [RecordID(2)])
  }

  @Test func `marks the rest in one step`() {
    var world = Roll.world(4)
    world.cards[.attendance]?[0]["result"] = .code("excused_absence")
    world.cards[.attendance]?[3]["result"] = .code("waitlisted")
    var harness = DeskHarness(world: world)
    harness.type("4RA")
    #expect(harness.changes.map(\.id) == [RecordID(2), RecordID(3)])
    #expect(harness.effects.count { if case .save = $0 { true } else { false } } == 1)
  }

  @Test func `finds somebody by what is typed, in any kana, and marks with the next key`() {
    var harness = DeskHarness(world: Roll.world())
    harness.type("4R/ふぁてぃ<Enter>x")
    #expect(harness.changes.map(\.id) == [RecordID(7)])
    #expect(harness.changes.last?.values["result"] == .code("unexcused_absence"))
    // Letters that mark are letters while a name is typed.
    harness.type("/axe<Esc>")
    #expect(harness.changes.count == 1)
  }

  @Test func `adds who came without a place, once`() {
    var world = Roll.world(2)
    world.cards[.attendance]?[0]["case"] = .link(Link(RecordAddress(.case, RecordID(1))))
    var harness = DeskHarness(world: world)
    // The first case has a place already: it is marked, not added.
    harness.type("4R+<Enter>")
    #expect(harness.changes.last?.id == RecordID(1))
    harness.type("+<Down><Enter>")
    #expect(harness.changes.last?.id == nil)
    #expect(
      harness.changes.last?.values["case"]
        == .link(
          Link(RecordAddress(.case, RecordID(2)), number: "2026-0002")))
    #expect(harness.changes.last?.values["result"] == .code("attended"))
    #expect(harness.changes.last?.values["salon"] == .link(Link(Roll.salon)))
    harness.type("+佐藤<End><PgDn><Enter>2")
    #expect(harness.changes.last?.values["guestName"] == .text("佐藤"))
    #expect(harness.changes.last?.values["personRole"] == .code("citizen"))
  }

  @Test func `counts heads that are on no list, by kind of person`() {
    var harness = DeskHarness(world: Roll.world(2))
    harness.type("4R#3<Tab>5<Ctrl-S>")
    #expect(harness.changes.last?.kind == .salon)
    #expect(
      harness.changes.last?.values == [
        "headcountRefugees": .number(3), "headcountCitizens": .number(5),
      ])
    #expect(harness.screen.contains("参加 0"))
  }

  @Test func `records whom the person in hand met, where both wish it`() {
    var harness = DeskHarness(world: Roll.world(2))
    harness.type("4Rm")
    guard case .form(let form) = harness.desk.overlays.last else {
      Issue.record("no form")
      return
    }
    #expect(form.parts.map(\.kind) == [.encounter])
    #expect(form.parts[0].fixed["case"] != nil)
    #expect(harness.screen.contains("語学サロン"))
  }

  @Test func `takes a mark back, and goes back to the row of a refused one`() {
    var harness = DeskHarness(world: Roll.world(3))
    harness.type("4Ru")
    #expect(harness.effects.contains(.undo))
    harness.world.refusal = .busy
    harness.type("a")
    let lines = harness.screen.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix(">") && $0.contains("ア101") })
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says how many came, are excused, absent, open and waiting`(language: LabelLanguage) {
    var world = Roll.world(8)
    let results = [
      "attended", "attended", "excused_absence", "unexcused_absence", "waitlisted", "cancelled",
    ]
    for (index, code) in results.enumerated() {
      world.cards[.attendance]?[index]["result"] = .code(code)
    }
    world.cards[.salon]?[0]["visits"] = .number(9)
    world.cards[.salon]?[0]["headcountCitizens"] = .number(7)
    var harness = DeskHarness(language: language, world: world)
    harness.type("4R")
    let words = Words(language)
    for (key, count) in [
      ("attended", 2), ("excused_absence", 1), ("unexcused_absence", 1), ("registered", 2),
      ("waitlisted", 1),
    ] {
      #expect(harness.screen.contains(words("roll.count.\(key)", String(count))), "\(key)")
    }
    #expect(harness.screen.contains("\(words("gathering.visits")) 9"))
    #expect(harness.screen.contains("\(words("roll.head.citizen")) 7"))
  }

  @Test func `is not for a screen without a gathering`() {
    var harness = DeskHarness(world: Roll.world(2))
    harness.type("2R")
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.desk.notice?.text == Words(.ja)("desk.noSalonSelected"))
  }

  @Test func `marks a guest who is on the list by name instead of adding them again`() {
    var world = Roll.world(2)
    world.cards[.attendance]?[1]["case"] = .absent
    world.cards[.attendance]?[1]["guestName"] = .text("佐藤 花子")
    var harness = DeskHarness(world: world)
    harness.type("4R+佐藤花子<End><PgDn><Enter>")
    #expect(harness.changes.last?.id == RecordID(2))
    #expect(harness.changes.last?.values == ["result": .code("attended")])
  }

  @Test(arguments: LabelLanguage.allCases)
  func `lists its keys, to read`(language: LabelLanguage) {
    let words = Words(language)
    var harness = DeskHarness(language: language, world: Roll.world(2))
    harness.type("4R?")
    #expect(harness.screen.contains(words("keyMode.roll")), "\(harness.screen)")
    #expect(harness.screen.contains(words("modeKey.attended")), "\(harness.screen)")
    harness.type("<Enter>a")
    #expect(harness.changes.last?.values == ["result": .code("attended")])
  }
}
