import Foundation
import Casework
import Exchange
import Labels
import Testing
import Wording

/// The handover brief: what is on record, and nothing else.
@Suite struct `A handover brief` {
  private static let today = CivilDate(dayNumber: 20_779)

  private static func card(_ kind: RecordKind, _ id: Int64, _ values: [String: FieldValue]) -> Card
  {
    var card = Card(RecordAddress(kind, RecordID(id)), number: "2026-0001")
    for (name, value) in values { card[name] = value }
    return card
  }

  private static let link = FieldValue.link(Link(RecordAddress(.case, RecordID(1))))

  private static let detail: Detail = {
    let days = { (days: Int) in FieldValue.date(today.adding(days: days)) }
    var detail = Detail(
      card: card(
        .case, 1,
        [
          "nameRoman": .text("A <B> & \"C\""), "status": .code("active"),
          "neverContactAuthorities": .flag(true), "safeContact": .text("夜は不可\u{1B}[2J"),
          "workPermission": .code("to_be_confirmed"),
        ]),
      timeline: (1...10).map { number in
        card(
          .contact, Int64(number),
          [
            "case": link, "on": days(-number), "medium": .code("phone"),
            "contactMade": .flag(true), "summary": .text("連絡\(number)"),
          ])
      } + [
        card(.goal, 1, ["on": days(-3), "goal": .text("目標あり"), "isOpen": .flag(true)]),
        card(.goal, 2, ["on": days(-3), "goal": .text("終わった目標"), "isOpen": .flag(false)]),
        card(
          .assignment, 1,
          [
            "volunteer": .link(Link(RecordAddress(.volunteer, RecordID(1)), title: "内山")),
            "role": .code("mentor"), "until": days(9),
          ]),
        card(
          .assignment, 2,
          [
            "volunteer": .link(Link(RecordAddress(.volunteer, RecordID(2)), title: "前の人")),
            "role": .code("mentor"), "until": days(-1),
          ]),
      ],
      deadlines: [
        card(.deadline, 1, ["rule": .code("appeal"), "date": days(2), "state": .code("computed")])
      ])
    detail.consents = [
      card(
        .consent, 1,
        [
          "scope": .code("sharing_with_lawyers"), "status": .code("given"), "on": days(-9),
          "withheld": .codes(["history"]),
        ]),
      card(
        .consent, 2,
        ["scope": .code("sharing_with_unhcr"), "status": .code("withdrawn"), "on": days(-9)]),
    ]
    return detail
  }()

  private func text(_ detail: Detail = detail, _ language: LabelLanguage = .ja) -> String {
    BriefDocument.text(
      Brief(detail, organisation: "ともに", words: Words(language), today: Self.today))
  }

  @Test func `tells who, the danger, the law, what is open and the last contacts`() {
    let text = text()
    for part in [
      "2026-0001  A <B>", "! 本国連絡禁止: はい", "夜は不可", "審査請求", "就労許可",
      "目標あり", "内山", "弁護士・行政書士への提供", "来日の経緯",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    for part in ["終わった目標", "前の人", "UNHCR"] { #expect(!text.contains(part), "\(part)") }
    #expect((1...8).allSatisfy { text.contains("連絡\($0)") })
    #expect(!text.contains("連絡9"))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says where nothing is on record, and never that somebody may work`(
    language: LabelLanguage
  ) {
    let empty = text(Detail(card: Self.card(.case, 1, [:])), language)
    let words = Words(language)
    #expect(empty.contains(words("brief.nothing")))
    #expect(empty.contains(words("legal.unconfirmed")))
    for permission in WorkPermission.allCases where permission.permits {
      #expect(!empty.contains(words(permission.labelKey)))
    }
  }

  /// What is under way at the authority stands with the law; what no paper shows is said.
  @Test(arguments: LabelLanguage.allCases)
  func `tells where somebody is held and what is still decided`(language: LabelLanguage) {
    let words = Words(language)
    var detail = Self.detail
    let day = FieldValue.date(Self.today.adding(days: -9))
    detail.detentions = [Self.card(.detention, 1, ["place": .text("牛久"), "on": day])]
    detail.applications = [
      Self.card(.application, 1, ["type": .code("renewal"), "on": day]),
      Self.card(
        .application, 2,
        [
          "type": .code("change"), "on": day,
          "receipt": .link(Link(RecordAddress(.document, RecordID(1)))),
        ]),
    ]
    let facts = StandingText(words).facts(of: detail)
    #expect(facts.map(\.standing) == [.unconfirmed, .unconfirmed, .confirmed])
    #expect(facts[0].text.hasPrefix("牛久"))
    #expect(
      facts.map { $0.text.contains(words("desk.standing.noReceipt")) } == [false, true, false])
    let text = text(detail, language)
    for fact in facts { #expect(text.contains(fact.text), "\(fact.text)\n\(text)") }
  }

  @Test func `is a page of HTML in which nothing of a record is markup`() {
    let brief = Brief(Self.detail, organisation: "ともに", words: Words(.ja), today: Self.today)
    let html = BriefDocument.html(brief, language: .ja)
    #expect(html.contains("A &lt;B&gt; &amp; &quot;C&quot;"))
    #expect(!html.contains("<B>") && !html.contains("\u{1B}"))
    #expect(html.contains("default-src 'none'") && html.contains("<html lang=\"ja\">"))
    #expect(html.components(separatedBy: "<tr class=\"warning\">").count > 3)
  }
}
