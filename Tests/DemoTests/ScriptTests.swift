import Casework
import Testing

@testable import Demo

/// What a script is made of, told too early: it comes in causal order all the same.
@Suite struct ScriptTests {
  private static let monday = 20_787  // 2026-11-30

  /// The kinds of record in the order of the script, with the days on which they come.
  private func order(_ script: Script) -> [String] {
    script.stepsInTime.map { "\($0.change.kind) \($0.instant.dateInJapan)" }
  }

  @Test func `refers to no record before it is there`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<50 {
      var script = Script()
      var gathering = Story()
      var salon = script.draft(Salon())
      salon.now.theme = "A"
      gathering.tell(&salon, on: Self.monday, .add)
      var place = script.draft(Attendance())
      place.now.salon = salon.reference
      place.now.guestName = "B"
      gathering.tell(&place, on: Self.monday - 1, .logSalon)
      script.add(gathering, using: &random)
      // Another thread, on the morning or evening of the same day.
      var other = Story()
      var second = script.draft(Attendance())
      second.now.salon = salon.reference
      second.now.guestName = "C"
      other.tell(&second, on: Self.monday, .logSalon)
      script.add(other, using: &random)
      var told: Set<RecordID> = []
      for step in script.stepsInTime {
        #expect(step.references.allSatisfy(told.contains), "\(order(script))")
        told.insert(step.record)
      }
    }
  }

  @Test func `changes a record in the order in which it was told`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<50 {
      var script = Script()
      var host = script.draft(Host())
      for (name, day) in [("A", 3), ("B", 1), ("C", 3), ("D", 2)] {
        var story = Story()
        host.now.name = name
        story.tell(&host, on: Self.monday + day, .edit)
        script.add(story, using: &random)
      }
      let names = script.stepsInTime.map { $0.change.values["name"] }
      #expect(names == ["A", "B", "C", "D"].map { .text($0) })
      #expect(Set(script.stepsInTime.map(\.instant.dateInJapan.dayNumber)) == [Self.monday + 3])
    }
  }

  @Test func `puts a change after another that it names`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<50 {
      var script = Script()
      var (stays, hosts) = (Story(), Story())
      var stay = script.draft(Homestay())
      var host = script.draft(Host())
      host.now.name = "A"
      stays.tell(&stay, on: Self.monday, .logHomestay)
      script.add(stays, using: &random)
      hosts.tell(&host, on: Self.monday, .edit, after: [stay.id])
      script.add(hosts, using: &random)
      #expect(script.stepsInTime.map(\.record) == [stay.id, host.id])
    }
  }

  @Test func `tells nothing where nothing changed`() {
    var random = SplitMix64(seed: 1)
    var script = Script()
    var story = Story()
    var host = script.draft(Host())
    host.now.name = "A"
    story.tell(&host, on: Self.monday, .add)
    story.tell(&host, on: Self.monday + 1, .edit)
    script.add(story, using: &random)
    #expect(script.stepsInTime.count == 1)
  }

  @Test func `keeps a long day within the day, before 1970 too`() {
    for day in [Self.monday, -4000] {
      var random = SplitMix64(seed: 1)
      var script = Script()
      var story = Story()
      for number in 0..<600 {
        var host = script.draft(Host())
        host.now.name = "\(number)"
        story.tell(&host, on: day + (number < 500 ? 0 : 1), .add)
      }
      script.add(story, using: &random)
      let days = script.stepsInTime.map { ($0.moment + 1_440_000_000) / 1440 - 1_000_000 }
      #expect(days == Array(repeating: day, count: 500) + Array(repeating: day + 1, count: 100))
    }
  }

  @Test func `takes a record that was never told for no other of its number`() throws {
    var random = SplitMix64(seed: 1)
    var script = Script()
    let salon = script.draft(Salon())
    var place = script.draft(Attendance())
    place.now.salon = salon.reference
    var story = Story()
    story.tell(&place, on: Self.monday, .logSalon)
    script.add(story, using: &random)
    var player = ScriptPlayer(script)
    var saved: [Change] = []
    let step = try #require(script.stepsInTime.first)
    player.play(step) { change, _ in
      saved.append(change)
      return Saved(
        link: Link(RecordAddress(.attendance, RecordID(1))), version: 1, step: 1, entries: [])
    }
    let nobody = RecordAddress(.salon, RecordID(0))
    #expect(saved.first?.values["salon"] == .link(Link(nobody)))
  }

  @Test func `says what could not be told`() throws {
    let organisation = DemoOrganisation(
      cases: 5, seed: 1, today: CivilDate(dayNumber: Self.monday + 2))
    var count = 0
    let failure = #expect(throws: DemoFailure.self) {
      try organisation.fill(
        { (change: Change, _: Instant) throws in
          count += 1
          if change.kind == RecordKind.homestay || count > 400 { throw Refusal.notFound }
          let id = change.id ?? RecordID(Int64(count))
          return Saved(
            link: Link(RecordAddress(change.kind, id)), version: 1, step: count, entries: [])
        }, progress: { _, _ in })
    }
    let told = try #require(failure)
    #expect(told.day.dayNumber <= Self.monday + 2)
    #expect(told.cause as? Refusal == .notFound)
  }
}
