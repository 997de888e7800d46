import Casework
import Labels
import Testing

@testable import Wording

/// A letter of the organisation's own, filled.
@Suite struct `A letter's text` {
  private static let today = CivilDate(dayNumber: 20_786)

  private func subject(
    _ fields: [String: FieldValue] = [:], events: [Card] = [], withheld: Set<WithheldItem> = []
  ) -> PaperSubject {
    var card = Card(RecordAddress(.case, RecordID(1)), number: "2026-0001")
    card["nameRoman"] = .text("SALMA HADDAD")
    card["person"] = .link(Link(RecordAddress(.person, RecordID(4)), number: "P-0004"))
    for (name, value) in fields { card[name] = value }
    let whole = [card] + events
    var subject = PaperSubject(
      Detail(card: card, timeline: events), organisation: Organisation(name: "ともに東京"),
      staff: "田中 恵", today: Self.today
    ) { address in whole.first { $0.address == address } }
    subject.withheld = withheld
    return subject
  }

  private func text(
    _ body: String, _ subject: PaperSubject, _ language: LabelLanguage = .en
  ) -> LetterText {
    LetterText(
      body,
      PaperFacts(
        subject: subject, words: Words(language, dates: .named), language: language.rawValue))
  }

  private func lines(
    _ body: String, _ subject: PaperSubject, _ language: LabelLanguage = .en
  ) -> [String] {
    text(body, subject, language).lines.map { line in
      line.parts.map { part in
        switch part {
        case .text(let text): text
        case .value(_, let value): value.isKnown ? value.text : "____"
        }
      }.joined()
    }
  }

  @Test func `is filled by what the records say, and blank where they say nothing`() {
    let body = """
      > {{today}}
      # To whom it may concern

      {{case.nameRoman}}, {{ case.phone }}, {{residence.expires}}; {{organisation.name}}
      """
    let text = text(body, subject())
    #expect(
      lines(body, subject()) == [
        "29 Nov 2026", "To whom it may concern", "", "SALMA HADDAD, ____, ____; ともに東京",
      ])
    #expect(text.lines.map(\.style) == [.trailing, .title, .blank, .text])
  }

  @Test func `opens a section where something is known and so`() {
    let body = """
      {{#case.phone}}
      Tel {{case.phone}} of {{case.nameRoman}}
      {{/case.phone}}
      {{^case.phone}}no telephone{{/case.phone}}
      {{#case.interpreterNeeded}}
      with an interpreter
      {{/case.interpreterNeeded}}
      end
      """
    #expect(lines(body, subject()) == ["no telephone", "end"])
    let known = subject(["phone": .text("090"), "interpreterNeeded": .flag(true)])
    #expect(lines(body, known) == ["Tel 090 of SALMA HADDAD", "", "with an interpreter", "end"])
    let without = subject(["interpreterNeeded": .flag(false)])
    #expect(lines(body, without) == ["no telephone", "end"])
  }

  @Test func `goes through a list`() {
    let jobs = ["cook", "driver"].enumerated().map { index, occupation in
      var card = Card(RecordAddress(.placement, RecordID(Int64(index))), number: "PL-000\(index)")
      card["occupation"] = .text(occupation)
      card["startedOn"] = .date(Self.today.adding(days: -400 - index))
      return card
    }
    let body =
      "{{#started}}\n- {{row.occupation}} ({{row.endedOn}}) {{case.nameRoman}}\n{{/started}}\nend"
    #expect(
      lines(body, subject(events: jobs)) == [
        "- cook (____) SALMA HADDAD", "- driver (____) SALMA HADDAD", "end",
      ])
    #expect(lines(body, subject()) == ["end"])
  }

  /// What stands in a record is what is printed, and no more.
  @Test(arguments: [
    "<b>&\"'", "{{case.phone}}", "{{#case.phone}}", "a\n# title\n> right", "\u{2}0\u{3}",
    "\u{301}", "nil", "}}", "{{{", "{{%CONTENT_TYPE:HTML}}",
  ])
  func `takes nothing in a value for its own`(value: String) throws {
    let filled = text("Name: {{case.nameUsed}}.", subject(["nameUsed": .text(value)]))
    #expect(filled.lines.count == 1 && filled.lines.first?.style == .text)
    guard case .value(let name, let told)? = filled.lines.first?.parts.dropFirst().first else {
      Issue.record("\(filled)")
      return
    }
    #expect(name == "case.nameUsed" && told.text.utf8.elementsEqual(value.utf8))
  }

  @Test func `does not tell what the person keeps back, on any paper`() throws {
    let fields: [String: FieldValue] = [
      "birthDate": .date(CivilDate(dayNumber: 7000)), "phone": .text("090"),
    ]
    let kept = subject(fields, withheld: [.birthDate, .name])
    #expect(
      lines("{{case.nameRoman}} {{case.birthDate}} {{case.phone}}", kept) == ["____ ____ 090"])
    let form = try #require(PaperForm.named("intro_clinic"))
    #expect(!form.filled(from: kept, in: "ja").lines.contains("SALMA"))
    #expect(form.filled(from: subject(fields), in: "ja").lines.contains("SALMA"))
  }

  @Test func `says where each value stands, and which stand nowhere`() throws {
    var card = Card(RecordAddress(.template, RecordID(1)), number: "L-0001")
    card[\LetterTemplate.name] = .text("手紙")
    card[\LetterTemplate.language] = .code("ja")
    card[\LetterTemplate.recipient] = LetterRecipient.medical.fieldValue
    card[\LetterTemplate.body] = .text("{{case.nameRoman}} {{case.phone}}")
    let form = try #require(PaperForm(card))
    #expect(form.consent == .medicalProviders && form.languages == ["ja"] && form.problems == [])
    let preview = LetterPreview(form, of: subject(), isAllowed: false, Words(.en))
    #expect(preview.lines.map(\.text) == ["SALMA HADDAD ＿＿＿＿＿＿＿＿"])
    let words = Words(.en)
    #expect(preview.lines[0].notes.last == words("letter.preview.unknown", "case.phone"))
    #expect(preview.lines[0].notes.first?.contains("P-0004") == true)
    #expect(preview.warning.contains(words("consentScope.sharing_with_medical_providers")))
    let proof = form.filled(from: subject(), in: "ja", isProof: true)
    #expect(proof.lines.contains("P-0004"))
    #expect(proof.fields.map(\.text) == ["SALMA HADDAD", ""])
    // The same lines are the same bytes.
    #expect(proof.lines == form.filled(from: subject(), in: "ja", isProof: true).lines)
  }

  /// The names of papers and of letters are one list.
  @Test func `has the names that the tables of papers have`() throws {
    let first = Set(PaperName.subjects.map(\.name)).subtracting(["case"])
    #expect(first == PaperSubject.chosenNames)
    for form in PaperForm.all where form.consent != nil {
      for row in form.rows {
        for match in row.joined(separator: " ").matches(of: /\{([A-Za-z.]+)[^}]*\}/) {
          let name = String(match.1)
          #expect(PaperName.named(name, in: "started") != nil, "\(form.id) \(name)")
        }
      }
    }
  }

  @Test func `begins as one that comes with the program`() throws {
    #expect(
      PaperForm.letters.map(\.id).sorted() == ["intro_clinic", "intro_company", "intro_host"])
    for form in PaperForm.letters {
      let values = form.ownTemplate
      #expect(RecordDescription.of(.template).problems(in: values, before: nil) == [], "\(form.id)")
      guard case .text(let body)? = values["body"] else { continue }
      #expect(body.contains("{{case.") && body.contains("# "), "\(body)")
      #expect(form.letterTo?.scope == form.consent)
      // Nothing is lost: each value of the table stands in it.
      let known = subject(["callName": .text("サルマ"), "phone": .text("090")])
      let table = form.filled(from: known, in: "ja").fields.filter { !$0.text.isEmpty }.map(\.text)
      let own = lines(body, known, .ja).joined(separator: "\n")
      #expect(table.allSatisfy { own.contains($0) }, "\(form.id) \(table) \(own)")
    }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `has a word for each name`(language: LabelLanguage) {
    let names = LetterNames(Words(language))
    let lists = PaperName.lists.keys.sorted()
    let lines = names.lines() + lists.flatMap { names.lines(in: $0) }
    #expect(lines.allSatisfy { !$0.label.isEmpty && !$0.label.contains("letter.") }, "\(lines)")
    let labels = lines.map(\.label)
    #expect(
      Set(labels).count == labels.count,
      "\(labels.filter { one in labels.count { $0 == one } > 1 })")
    for list in lists { #expect(Words(language).text(ifAny: "letter.list.\(list)") != nil) }
  }

  @Test func `names what was probably meant`() {
    let problem = LetterBody("{{case.nameKanj}}", to: .person).problems[0]
    for (typed, meant) in [
      ("case.nameRomam", "case.nameRoman"), ("case.name", "case.nameRoman"),
      ("organization.name", "organisation.name"), ("row.compani", "row.company"),
    ] {
      let problem = LetterBody("{{\(typed)}}", to: .person).problems[0]
      let said = ProblemText(Words(.en)).sentence(problem, kind: nil)
      #expect(said.contains(typed) && said.contains(meant), "\(said)")
    }
    #expect(ProblemText(Words(.ja)).sentence(problem, kind: nil).hasPrefix("1 行目"))
  }

  /// What the rule lets pass the library reads, and fills to the end: whatever is typed.
  @Test func `is read by the library where the rule lets it pass`() {
    let pieces = [
      "{{", "}}", "{", "}", "#", "^", "/", "!", ">", "&", "=", "%", "$", "<", "*", " ", "\n",
      "\r\n",
      "\t", "case.phone", "case.nameRoman", "started", "row.company", "today", ".", "\u{301}",
      "\u{200D}", "\u{0600}", "🏳️‍🌈", "邊", "\u{2028}", "(", ")", "x", "{{#case.phone}}",
      "{{/case.phone}}", "{{^case.phone}}", "{{#started}}", "{{/started}}", "{{case.phone}}",
      "{{row.occupation}}", "{{! x }}", "\u{2}", "\u{3}",
    ]
    var random = SystemRandomNumberGenerator()
    let subject = subject(["phone": .text("090")])
    var passed = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...12, using: &random)
      let body = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      guard LetterBody(body, to: .person).problems.isEmpty else { continue }
      passed += 1
      let lines = lines(body + "\nend", subject)
      // A mark that stands alone in its line takes the end of the line with it.
      #expect(lines.last?.hasSuffix("end") == true, "\(body.debugDescription) \(lines)")
      // No name is left on the paper as it was typed.
      #expect(!lines.contains { $0.contains("{{case") }, "\(body.debugDescription) \(lines)")
    }
    #expect(passed > 500)
  }
}
