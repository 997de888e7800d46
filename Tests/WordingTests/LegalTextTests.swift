import Casework
import CustomDump
import Labels
import Testing
import Wording

@Suite struct LegalTextTests {
  private func facts(
    _ values: [String: FieldValue], _ language: LabelLanguage = .en
  ) -> [LegalText.Fact] {
    LegalText(Made.card(.case, values), words: Words(language), today: Made.today).facts
  }

  @Test(arguments: LabelLanguage.allCases)
  func `of nothing said is one fact: all is to be confirmed`(language: LabelLanguage) {
    let facts = facts([:], language)
    #expect(facts.count == 1 && facts[0].standing == .unconfirmed)
    #expect(facts[0].label == Words(language)("legal.unconfirmed"))
    #expect(facts[0].text.contains(Words(language)("case.workPermission")))
  }

  @Test func `says "to be confirmed" where no paper stands behind it`() throws {
    let said = facts(["statusOfResidence": .code("student")])
    let fact = try #require(said.first { $0.text.hasPrefix("Student") })
    #expect(fact.standing == .unconfirmed && fact.text == "Student (to confirm)")
    let seen = facts(["statusOfResidence": .code("student"), "residenceConfirmed": .flag(true)])
    #expect(seen.contains { $0.text == "Student" && $0.standing == .confirmed })
  }

  @Test func `says of work nothing but the end where the stay is over`() throws {
    let over: [String: FieldValue] = [
      "statusOfResidence": .code("student"), "residenceConfirmed": .flag(true),
      "stayExpires": .date(Made.today.adding(days: -1)),
      "workPermission": WorkPermission.unrestricted.fieldValue,
    ]
    let facts = facts(over)
    let work = try #require(facts.last)
    expectNoDifference(work.text, "To be confirmed (the stay ended on 2026-10-02)")
    #expect(work.standing == .over)
    #expect(facts.contains { $0.text == "2026-10-02" && $0.standing == .over })
  }

  @Test func `of a deadline says what is due and how sure the day is`() {
    func text(_ values: [String: FieldValue]) -> Both {
      Both { DeadlineText($0).sentence(Made.card(.deadline, values)) }
    }
    let rule = ["rule": FieldValue.code("appeal")]
    let own = text(
      rule.merging(["state": .code("own"), "computed": .date(Made.today)]) { $1 })
    #expect(own.en.hasSuffix("set by staff, computed 2026-10-03"), "\(own)")
    #expect(own.ja.hasSuffix("職員が設定 (計算上は 2026-10-03)"), "\(own)")
    let computed = text(rule.merging(["state": .code("computed")]) { $1 })
    #expect(!computed.en.contains("confirm") && own.en.hasPrefix(computed.en))
  }
}
