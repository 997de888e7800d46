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
      Both { DeadlineText($0, today: Made.today).sentence(Made.card(.deadline, values)) }
    }
    let rule = ["rule": FieldValue.code("appeal")]
    let own = text(
      rule.merging(["state": .code("own"), "computed": .date(Made.today)]) { $1 })
    #expect(own.en.hasSuffix("set by staff, computed 2026-10-03"), "\(own)")
    #expect(own.ja.hasSuffix("職員が設定 (計算上は 2026-10-03)"), "\(own)")
    let computed = text(rule.merging(["state": .code("computed")]) { $1 })
    #expect(!computed.en.contains("confirm") && own.en.hasPrefix(computed.en))
  }

  @Test func `of a deadline says that nobody has looked up the law for long, and what it costs`() {
    func text(_ rule: String, _ today: CivilDate) -> String {
      let card = Made.card(
        .deadline, ["rule": .code(rule), "state": .code("computed")])
      return DeadlineText(Words(.en), today: today).sentence(card)
    }
    let later = Made.today.adding(months: 24)
    #expect(!text("appeal", Made.today).contains("12 months"))
    #expect(text("appeal", later).hasSuffix("law last checked over 12 months ago (to confirm)"))
    #expect(!text("contact_overdue", later).contains("12 months"))
    #expect(text("oral_hearing", Made.today).contains("deportation order"))
  }

  @Test func `says of a third application that removal is possible, until material is filed`() {
    func facts(_ values: [String: FieldValue]) -> [LegalText.Fact] {
      var detail = Detail(card: Made.card(.case))
      detail.timeline = [
        Made.card(
          .procedure,
          values.merging([
            "procedureStage": .code("reapply"), "on": .date(Made.today.adding(days: -9)),
          ]) { $1 })
      ]
      return LegalWarnings(Words(.en)).facts(of: detail)
    }
    #expect(facts(["applicationNumber": .number(2)]) == [])
    let open = facts(["applicationNumber": .number(3)])
    #expect(open.map(\.standing) == [.over])
    #expect(open.first?.text == "removal is possible unless new material is filed")
    let filed = facts(["applicationNumber": .number(3), "newMaterialOn": .date(Made.today)])
    #expect(filed.map(\.standing) == [.unconfirmed])
    #expect(filed.first?.text.contains("2026-10-03") == true)
  }

  @Test func `has words for each rule, in each language`() {
    for language in LabelLanguage.allCases {
      let words = Words(language)
      for rule in DeadlineRule.all {
        #expect(words.text(ifAny: "ruleFact.\(rule.fact)") != nil, "\(rule.fact)")
        let lines = RuleText(words).lines(rule, on: Made.today)
        #expect(lines.count >= 5 && lines.allSatisfy { !$0.isEmpty && !$0.contains("rules.") })
      }
    }
  }

  /// 31 August and six months: the end of February, a Sunday.
  @Test func `shows a rule by an example`() throws {
    let rule = try #require(DeadlineRule.of(.lawsuit))
    let lines = RuleText(Words(.en)).lines(rule, on: Made.today)
    #expect(lines.contains("e.g. from 2026-08-31 to 2027-02-28  holiday (to confirm)"), "\(lines)")
    #expect(lines[1].hasPrefix("6 months after notice of the refusal"))
  }
}
