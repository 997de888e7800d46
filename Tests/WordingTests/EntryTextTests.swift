import Casework
import CustomDump
import Labels
import Testing
import Wording

@Suite struct EntryTextTests {
  @Test func `tells each changed field in the order of the list, unknown ones last`() {
    let entry = JournalEntry(
      sequence: 1, step: 1, at: Instant(0), command: "edit", record: Made.link(.person),
      before: ["phone": .text("1"), "zz": .absent, "city": .text("same")],
      after: [
        "phone": .text("2"), "nameRoman": .text("A"), "zz": .text("new"), "city": .text("same"),
      ])
    expectNoDifference(
      EntryText(Words(.en)).changes(entry), ["Roman name: A", "Phone: 1 > 2", "zz: new"])
    #expect(EntryText(Words(.ja)).changes(entry)[1] == "電話: 1 > 2")
  }

  @Test func `names why somebody may be the same person, on one line`() throws {
    var facts = DuplicateFacts()
    facts.names = ["nameRoman": "salma"]
    facts.phone = "12345678"
    let match = try #require(DuplicateMatch(facts, facts))
    let duplicate = Duplicate(
      Made.link(.case, number: "2026-0001", title: "SALMA", reading: "サルマ"), match)
    let reasons = match.reasons
    #expect(reasons == [.sameRomanName, .samePhone])
    expectNoDifference(
      Both { DuplicateText($0).line(duplicate) },
      Both(
        en: "2026-0001 SALMA  " + reasons.map { Words(.en)($0.labelKey) }.joined(separator: ", "),
        ja: "2026-0001 サルマ  " + reasons.map { Words(.ja)($0.labelKey) }.joined(separator: "、")))
  }
}
