import Casework
import Cells
import DeskWorld
import Labels
import Testing

@testable import Screens

/// A day that a rule "to confirm" gave the organisation is never shown as a fact.
@Suite struct `Doubted days of the organisation` {
  private static func card<R: Record>(_ id: Int64, _ record: R) -> Card {
    let address = RecordAddress(R.kind, RecordID(id))
    var card = Card(address, number: address.number)
    var settled = record
    settled.settle(before: nil, in: WriteContext(today: DeskHarness.today, origin: .person))
    for (name, value) in settled.values { card[name] = value }
    return card
  }

  /// A duty of the law's day and one of the day that staff set, and data that got out.
  private static func world(due: CivilDate?) -> World {
    var world = World.full
    var duty = Duty()
    (duty.type, duty.due) = (.placementLicence, due)
    duty.until = DeskHarness.today.adding(days: 3).adding(months: 3)
    var incident = Incident()
    (incident.name, incident.on) = ("紛失", DeskHarness.today.adding(days: -1))
    world.cards[.duty] = [card(1, duty)]
    world.cards[.incident] = due == nil ? [card(1, incident)] : []
    return world
  }

  @Test(arguments: LabelLanguage.allCases, [DeskSize.usual, .wide])
  func `are told on the list, the record and Today`(language: LabelLanguage, size: DeskSize) {
    var harness = DeskHarness(size.size, language: language, world: Self.world(due: nil))
    let words = harness.desk.words
    let mark = words("legal.check")
    func lines(_ text: String) -> [Substring] {
      harness.screen.split(separator: "\n").filter { $0.contains(text) }
    }
    for kind in [RecordKind.duty, .incident] {
      #expect(
        lines(words("kind.\(kind.rawValue).short")).contains { $0.contains(mark) },
        "\(kind) \(harness.screen)")
    }
    for kind in [RecordKind.duty, .incident] {
      harness.type("8/\(kind.plural)<Enter>")
      #expect(harness.screen.contains(mark), "\(kind) \(harness.screen)")
      expectSound(harness.desk, "list")
      harness.type("<Enter>")
      #expect(
        harness.screen.contains(words(Deadline.Doubt.rule.labelKey)), "\(kind) \(harness.screen)")
      expectSound(harness.desk, "record")
      harness.type("<Esc>1")
    }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `are not where staff set the day`(language: LabelLanguage) {
    var harness = DeskHarness(
      language: language, world: Self.world(due: DeskHarness.today.adding(days: 5)))
    harness.type("8/duties<Enter>")
    #expect(!harness.screen.contains(harness.desk.words("legal.check")))
  }

  /// Also beside a day that stands there.
  @Test(arguments: LabelLanguage.allCases)
  func `are told where they are edited`(language: LabelLanguage) {
    for (due, isDoubted) in [(nil, true), (DeskHarness.today.adding(days: 5), false)]
      as [(CivilDate?, Bool)]
    {
      var harness = DeskHarness(language: language, world: Self.world(due: due))
      harness.type("8/duties<Enter>e")
      let mark = harness.desk.words("legal.check")
      #expect(harness.screen.contains(mark) == isDoubted, "\(harness.screen)")
    }
  }

  /// Where the day is entered, or counted from, the form says so.
  @Test(arguments: LabelLanguage.allCases)
  func `are told in the form`(language: LabelLanguage) {
    let words = Words(language)
    for (kind, field) in [(RecordKind.duty, "due"), (.incident, "on")] {
      var harness = DeskHarness(DeskSize.wide.size, language: language)
      harness.type("8/\(kind.plural)<Enter>a")
      harness.unfold()
      harness.go(to: field)
      #expect(harness.screen.contains(words("\(kind.rawValue).\(field).hint")), "\(harness.screen)")
    }
  }
}
