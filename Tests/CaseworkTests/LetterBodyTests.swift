import Casework
import Testing

@Suite struct `The text of a letter` {
  private func codes(
    _ text: String, to recipient: LetterRecipient = .person
  ) -> [FieldProblem.Code] {
    LetterBody(text, to: recipient).problems.map(\.code)
  }

  @Test(arguments: [
    "", "Without any name.", "{{case.nameRoman}}", "{{ case.nameRoman }}", "{ {case} } {", "<&\">",
    "{{#case.phone}}Tel {{case.phone}}{{/case.phone}}", "{{^case.phone}}none{{/case.phone}}",
    "{{#started}}\n{{row.company}} {{row.company.contactPerson}} {{today}}\n{{/started}}",
    "{{! a remark with {{ }}", "{{#case.phone}}{{#case.email}}x{{/case.email}}{{/case.phone}}",
    "{{open.company.contactPerson}} {{organisation.name}} {{stay.host}}",
  ])
  func `may have names, sections and remarks`(text: String) {
    #expect(LetterBody(text, to: .person).problems == [])
  }

  @Test(
    arguments: [
      ("{{case.nameKanji}}", .letterName), ("{{row.company}}", .letterName),
      ("{{case.notes}}", .letterName), ("{{case.ethnicityReligion}}", .letterName),
      ("{{case.barriers}}", .letterName), ("{{case.risk}}", .letterName),
      ("{{case.safeContact}}", .letterName), ("{{case.person.phone}}", .letterName),
      ("{{household}}", .letterName), ("{{#household}}{{/household}}", .letterName),
      ("{{stay.host.phone}}", .letterName), ("{{started}}", .letterList),
      ("{{case.phone", .letterTag), ("{{case.phone}\n}", .letterTag), ("case.phone}}", .letterTag),
      ("{{}}", .letterTag), ("{{#}}", .letterTag), ("{{{case.phone}}}", .letterTag),
      ("{{&case.phone}}", .letterTag), ("{{>other}}", .letterTag),
      ("{{<other}}{{/other}}", .letterTag),
      ("{{$block}}{{/block}}", .letterTag), ("{{=<% %>=}}", .letterTag),
      ("{{%CONTENT_TYPE:HTML}}", .letterTag), ("{{upper(case.phone)}}", .letterTag),
      ("{{*case.phone}}", .letterTag), ("{{case . phone}}", .letterTag), ("{{.}}", .letterName),
      ("{{#case.phone}}", .letterOpen), ("{{/case.phone}}", .letterClosed),
      ("{{#case.phone}}{{/case.email}}{{/case.phone}}", .letterClosed),
      (
        String(repeating: "{{#case.phone}}", count: 9)
          + String(repeating: "{{/case.phone}}", count: 9), .letterDeep
      ),
    ] as [(String, FieldProblem.Code)])
  func `is refused where it could not be filled`(text: String, code: FieldProblem.Code) {
    #expect(codes(text).first == code, "\(codes(text))")
  }

  @Test func `says on which line`() throws {
    let problems = LetterBody("a\n\n{{case.nameX}}\r\n{{#case.phone}}", to: .person).problems
    #expect(
      problems.map(\.arguments) == [
        [.number(3), .text("case.nameX")], [.number(4), .text("case.phone")],
      ])
  }

  /// Where somebody lives and how they may stay is for those who act for them.
  @Test(arguments: LetterRecipient.allCases)
  func `tells companies, hosts and volunteers less`(recipient: LetterRecipient) {
    let isToldLess = [.company, .host, .volunteer].contains(recipient)
    for name in [
      "case.phone", "case.home", "case.email", "residence.expires", "passport.expiresOn",
    ] {
      #expect(codes("{{\(name)}}", to: recipient) == (isToldLess ? [.letterKept] : []), "\(name)")
    }
    #expect(codes("{{case.nameRoman}} {{candidate.skills}}", to: recipient) == [])
    // Whom it goes to says which consent it needs; only the person needs none.
    #expect((recipient.scope == nil) == (recipient == .person))
    #expect(recipient.scope?.isSharing ?? true)
  }

  /// Each name leads to a field that there is, and to none that staff alone should read.
  @Test func `has names of fields alone`() throws {
    #expect(PaperName.all.count > 60)
    #expect(Set(PaperName.all.map(\.text)).count == PaperName.all.count)
    for name in PaperName.all + PaperName.within("started") {
      guard let source = name.source else { continue }
      var kind = source.kind
      let parts = source.field.split(separator: ".").map(String.init)
      for (index, part) in parts.enumerated() where part != "home" {
        let field = try #require(RecordDescription.of(kind)[part], "\(name.text)")
        #expect(field.shape != .longText, "\(name.text)")
        if index < parts.count - 1 {
          guard case .reference(let next) = field.shape else {
            Issue.record("\(name.text)")
            break
          }
          kind = next
        }
      }
      #expect(![.health, .beliefs, .family, .photo].contains(name.withheldBy), "\(name.text)")
    }
  }

  /// What is sealed to volunteers or granted to few is kept back with something.
  @Test func `keeps back with the person what is sealed`() {
    for name in PaperName.all {
      guard let source = name.source, let field = RecordDescription.of(source.kind)[source.field],
        field.uses.contains(.sealed)
      else { continue }
      #expect(name.withheldBy != nil, "\(name.text)")
    }
  }
}
