import Casework
import Cells
import DeskWorld
import Labels
@testable import Screens
import Testing
import Wording

/// A case in one look, its other fields, and what the person across the table sees of it.
@Suite struct `The page of a case` {
  private static let today = DeskHarness.today
  private static let address = RecordAddress(.case, RecordID(2))

  private static func day(_ days: Int) -> FieldValue { .date(today.adding(days: days)) }

  private static func card(
    _ kind: RecordKind, _ id: Int64, _ values: [String: FieldValue]
  ) -> Card {
    var card = Card(RecordAddress(kind, RecordID(id)), number: "X-\(id)")
    for (name, value) in values { card[name] = value }
    return card
  }

  /// Of the second case of the world everything is known.
  private static let world: World = {
    var world = World.full
    let values: [String: FieldValue] = [
      "stayExpires": day(-4), "statusOfResidence": .code("designated_activities"),
      "residenceConfirmed": .flag(true), "procedureStage": .code("appeal"),
      "workPermission": .code("to_be_confirmed"), "alias": .text("りんどう"),
      "callName": .text("アハマド"), "code": .text("K7Q2M9XA"), "gender": .code("male"),
      "birthDate": CivilDate(iso: "1992-03-01").map(FieldValue.date) ?? .absent,
      "birthDatePrecision": .code("exact"), "interpreterNeeded": .flag(true),
      "lastContact": day(-9), "phone": .text("090-1234-5678"), "city": .text("館林市"),
      "email": .text("a@example.com"), "risk": .code("high"), "nextAction": .text("区役所へ同行する"),
      "nextActionDue": day(2),
    ]
    for (name, value) in values { world.cards[.case]?[1][name] = value }
    world.deadlines = [
      card(
        .deadline, 1,
        ["rule": .code("appeal"), "date": day(3), "warnFrom": day(-30), "isOpen": .flag(true)])
    ]
    world.consents = [
      card(
        .consent, 1,
        ["scope": .code("sharing_with_companies"), "status": .code("given"), "on": day(-30)])
    ]
    world.needs = [
      card(.need, 22, ["on": day(-20), "housing": .code("stable"), "health": .code("safe")]),
      card(.need, 21, ["on": day(-200), "housing": .code("vulnerable"), "health": .code("safe")]),
    ]
    world.around =
      [
        card(.contact, 31, ["on": day(-9), "medium": .code("phone"), "summary": .text("更新の書類")]),
        card(
          .assignment, 32,
          [
            "start": day(-40), "until": day(40), "role": .code("interpreter"),
            "volunteer": .link(
              Link(RecordAddress(.volunteer, RecordID(1)), number: "V-0001", title: "小島 順子")),
          ]),
        card(
          .attendance, 33,
          [
            "on": day(6), "result": .code("registered"),
            "salon": .link(
              Link(RecordAddress(.salon, RecordID(1)), number: "S-0001", title: "新年のあつまり")),
          ]),
      ] + world.needs
    return world
  }()

  private static func opened(
    _ size: Size = Size(rows: 24, columns: 80), _ language: LabelLanguage = .ja,
    viewer: Viewer = .coordinator(RecordID(1)), keys: String = "2j<Enter>"
  ) -> DeskHarness {
    var harness = DeskHarness(size, language: language, world: world, viewer: viewer)
    harness.type(keys)
    return harness
  }

  private static func rows(_ harness: DeskHarness) -> [String] {
    harness.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says in its first rows what decides`(language: LabelLanguage) throws {
    let harness = Self.opened(Size(rows: 24, columns: 80), language)
    let words = Words(language)
    let rows = Self.rows(harness)
    #expect(rows[1].hasPrefix(" 2026-0002"))
    let banner = try #require(
      rows.firstIndex { $0.contains(words("warning.neverContactAuthorities")) })
    #expect(banner == 2, "\(harness.screen)")
    let heading = try #require(rows.firstIndex { $0.hasPrefix(" \(words("desk.soFar"))") })
    #expect(heading <= 15)
    let first = try #require(rows.firstIndex { $0.contains(words("case.stayExpires")) })
    #expect(first <= 4)
    let look = rows[first..<heading].joined(separator: "\n")
    for said in [
      words("day.over", "4"), words("day.left", "3"), words("day.left", "2"),
      words("day.ago", "9"), words("legal.unconfirmed"), "区役所へ同行する", "小島 順子", "田中 恵",
      words("caseStatus.assessment"), words("contactMedium.phone"),
    ] { #expect(look.contains(said), "\(said):\n\(harness.screen)") }
    // The law stands at the left, the work beside it.
    #expect(rows[first].contains(words("case.status")))
    // What happened, in words.
    #expect(rows[heading].contains("23") && rows[heading].contains("+1"), "\(rows[heading])")
    #expect(harness.screen.contains("\(words("needDomain.housing")) 2>3"))
  }

  @Test func `shows a stay that is over in the colour of what costs it`() throws {
    let harness = Self.opened()
    let frame = harness.desk.draw()
    let roles = (0..<frame.size.columns).map { frame[3, $0].role }
    #expect(roles.contains(.lost))
    #expect(frame[2, 1].ground == .banner)
  }

  @Test func `draws needs as blocks where the terminal draws lines`() {
    var harness = Self.opened()
    #expect(!harness.screen.contains("▂▄"))
    harness.send(.found(TerminalFacts(colours: 256, lineColumns: 1)))
    #expect(harness.screen.contains("▂▄"), "\(harness.screen)")
    #expect(harness.screen.contains("2→3"))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says each fact once`(language: LabelLanguage) {
    let screen = Self.opened(Size(rows: 40, columns: 140), language).screen
    let words = Words(language)
    for label in ["case.procedureStage", "case.statusOfResidence", "case.workPermission"] {
      let rows = screen.split(separator: "\n").filter { $0.hasPrefix(" \(words(label)) ") }
      #expect(rows.count == 1, "\(label): \(screen)")
    }
    let stays = screen.split(separator: "\n").filter {
      $0.hasPrefix(" \(words("case.stayExpires"))")
    }
    #expect(stays.count == 1, "\(screen)")
  }

  @Test(arguments: LabelLanguage.allCases)
  func `has the whole width, and its groups side by side`(language: LabelLanguage) {
    let harness = Self.opened(Size(rows: 40, columns: 140), language)
    let words = Words(language)
    #expect(!harness.screen.contains("2026-0003"))
    let groups = ["person", "care", "home", "course"].map { words("fieldGroup.\($0)") }
    let rows = Self.rows(harness)
    #expect(
      groups.allSatisfy { group in rows.contains { $0.contains(group) } }, "\(harness.screen)")
    #expect(rows.contains { row in row.hasPrefix(" \(words("fieldGroup.law"))") && row.count > 60 })
  }

  @Test(
    arguments: LabelLanguage.allCases, [Size(rows: 24, columns: 80), Size(rows: 20, columns: 60)])
  func `leads to every field there is`(language: LabelLanguage, size: Size) {
    var harness = Self.opened(size, language)
    var seen = harness.screen
    for _ in 0..<40 {
      harness.type("<Down>")
      seen += harness.screen
    }
    let words = Words(language)
    for said in [
      words("person.alias"), "りんどう", "K7Q2M9XA", "090-1234-5678", "館林市", "a@example.com",
      words("case.risk"), words("case.opened"), words("deadlineRule.appeal"),
    ] { #expect(seen.contains(said), "\(said)") }
    // And back to where it began.
    let first = Self.opened(size, language).screen
    harness.type("<Home>")
    for _ in 0..<40 { harness.type("<Up>") }
    #expect(harness.screen == first)
  }

  @Test func `gives the verbs the case until somebody stands on its timeline`() {
    var harness = Self.opened()
    #expect(harness.desk.subject?.address == Self.address)
    harness.type("<Tab>")
    #expect(harness.desk.subject?.address != Self.address)
  }

  @Test(
    arguments: LabelLanguage.allCases, [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140)])
  func `turned to the person says what is for them and nothing else`(
    language: LabelLanguage, size: Size
  ) {
    let words = Words(language)
    for keys in ["2j<Enter>tx", "2jtx"] {
      let harness = Self.opened(size, language, keys: keys)
      let screen = harness.screen
      for said in [
        "アハマド", words("turned.nextStep"), "新年のあつまり", "田中 恵", "ともに東京",
      ] {
        #expect(screen.contains(said), "\(said): \(screen)")
      }
      for hidden in [
        "2026-0002", "K7Q2M9XA", "りんどう", words("warning.neverContactAuthorities"), "平日18時",
        words("person.alias"), words("case.risk"), "更新の書類", "区役所へ同行する", words("case.status"),
        words("screen.cases"), words("desk.soFar"), words("day.over", "4"),
      ] { #expect(!screen.contains(hidden), "\(hidden): \(screen)") }
    }
  }

  @Test func `tells a volunteer only what the store gives`() {
    let words = Words(.ja)
    var harness = Self.opened(viewer: .volunteer(RecordID(1)), keys: "")
    harness.type("j<Enter>")
    let screen = harness.screen
    for hidden in ["stayExpires", "procedureStage", "workPermission", "owner", "statusOfResidence"]
    {
      #expect(!screen.contains(words("case.\(hidden)")), "\(screen)")
    }
    #expect(!screen.contains(words("desk.consentsShort")))
  }
}
