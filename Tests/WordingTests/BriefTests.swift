import Casework
import CustomDump
import Labels
import Testing
import Wording

@Suite struct BriefTests {
  private func brief(_ detail: Detail, _ language: LabelLanguage = .en) -> Brief {
    Brief(detail, organisation: "Kita", words: Words(language), today: Made.today)
  }

  private let empty = Detail(card: Made.card(.case))

  @Test(arguments: LabelLanguage.allCases)
  func `has its seven parts in one order, and says where nothing is on record`(
    language: LabelLanguage
  ) {
    let brief = brief(empty, language)
    let words = Words(language)
    let parts = ["care", "person", "status", "law", "open", "contacts", "people"]
    expectNoDifference(brief.sections.map(\.heading), parts.map { words("brief.\($0)") })
    #expect(brief.title == "2026-0001")
    #expect(brief.origin == words("brief.origin", "Kita", "2026-10-03"))
    #expect(
      brief.sections.filter { $0.lines.map(\.text) == [words("brief.nothing")] }.count == 5)
    // That there is no consent, and that the papers are to be confirmed, is said as a warning.
    #expect(brief.sections[0].lines.map(\.isWarning) == [true])
    #expect(brief.sections[3].lines.map(\.isWarning) == [true])
  }

  @Test func `counts only consents in force, and warns of what is withheld`() {
    var detail = empty
    detail.consents = [
      Made.card(
        .consent, id: 1,
        [
          "scope": .code("sharing_with_lawyers"), "status": .code("given"),
          "on": .date(Made.today.adding(days: -9)), "withheld": .codes(["health"]),
        ]),
      Made.card(
        .consent, id: 2,
        [
          "scope": .code("sharing_with_unhcr"), "status": .code("withdrawn"),
          "on": .date(Made.today.adding(days: -9)),
        ]),
    ]
    let care = brief(detail).sections[0].lines
    let lawyers = Words(.en)(ConsentScope.lawyers.labelKey)
    #expect(care.first?.text == lawyers && care.first?.isWarning == false)
    #expect(care.count == 2 && care[1].isWarning && care[1].text.hasPrefix(lawyers))
  }

  @Test func `tells what was said of a deadline, by whom, when and why`() {
    var detail = empty
    detail.answered = [
      Made.card(
        .deadline, id: 1,
        [
          "rule": .code("appeal"), "date": .date(Made.today.adding(days: -1)),
          "answer": .code("mistake"), "answeredOn": .date(Made.today),
          "answeredBy": .link(Link(RecordAddress(.staff, RecordID(2)), title: "Sato")),
          "reason": .text("typed twice"), "answerRecord": .text("OD-0007"),
        ])
    ]
    let line = brief(detail).sections[3].lines.first { $0.text.contains("OD-0007") }
    for said in ["Appeal", "a mistake", "2026-10-03", "Sato", "typed twice"] {
      #expect(line?.text.contains(said) == true, "\(said) in \(line?.text ?? "")")
    }
    #expect(line?.isWarning == false)
  }

  @Test func `warns of deadlines whose day has come`() {
    var detail = empty
    detail.deadlines = [0, 1].map { days in
      Made.card(
        .deadline, id: Int64(days + 1),
        [
          "rule": .code("appeal"), "date": .date(Made.today.adding(days: days)),
          "state": .code("computed"),
        ])
    }
    let law = brief(detail).sections[3].lines.prefix(2)
    #expect(law.map(\.isWarning) == [true, false])
    #expect(law.map(\.label) == ["2026-10-03", "2026-10-04"])
  }

  @Test func `tells what was last heard and written, a worry as a warning`() {
    var detail = empty
    detail.timeline = [
      Made.card(.checkIn, id: 1, ["on": .date(Made.today), "mood": .code("concern")]),
      Made.card(
        .note, id: 1, ["on": .date(Made.today.adding(days: -1)), "body": .text("key lost")]),
      Made.card(.homestay, id: 1, ["start": .date(Made.today.adding(days: -2))]),
      Made.card(
        .checkIn, id: 2, ["on": .date(Made.today.adding(days: -3)), "mood": .code("good")]),
      Made.card(.contact, id: 1, ["on": .date(Made.today.adding(days: -4))]),
    ]
    let lines = brief(detail).sections[5].lines
    #expect(lines.map(\.label) == ["2026-10-03", "2026-10-02", "2026-09-30", "2026-09-29"])
    #expect(lines.map(\.isWarning) == [true, false, false, false])
    #expect(lines[1].text.contains("key lost"))
  }
}
