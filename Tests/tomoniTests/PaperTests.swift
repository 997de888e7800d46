import CaseStore
import Casework
import Demo
import Foundation
import Labels
import TestSupport
import Testing
import Wording

@testable import Screens
@testable import tomoni

/// Papers of an organisation's records.
@Suite struct `A paper` {
  private static let today = CivilDate(dayNumber: 20_786)
  private let folder: ScratchFolder
  private let store: CaseStore

  init() throws {
    folder = try ScratchFolder()
    let path = folder.path("store.db")
    try DemoOrganisation(cases: 60, seed: 2, today: Self.today).fill(storeAt: path) { _, _ in }
    let noon = Instant(Int64(Self.today.dayNumber) * 86_400 + 3 * 3600)
    store = try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: { noon })
  }

  private var cases: [RecordAddress] {
    get throws {
      var found: [RecordAddress] = []
      try store.forEach(ListQuery(.case), fields: ["number"]) { found.append($0.address) }
      return found
    }
  }

  private func fill(
    _ id: String, _ address: RecordAddress, _ language: String = "ja", isProof: Bool = false
  ) throws -> FilledPaper {
    let form = try #require(PaperForm.named(id))
    return try PaperPrinting(form: form, language: language, isProof: isProof, store: store)
      .filled(.record(address))
  }

  private func print(_ papers: [FilledPaper]) throws -> ProgramRun {
    try ProgramRun(
      BuiltProduct.path("tomoni-print"), input: FilledPaper.head + papers.map(\.lines).joined())
  }

  @Test func `of every kind is printed for cases of the demo, in each of its languages`() throws {
    #expect(PaperForm.all.count >= 15)
    var papers: [FilledPaper] = []
    for address in try cases.prefix(3) {
      for form in PaperForm.of(.case) {
        for language in form.languages {
          do {
            papers.append(try fill(form.id, address, language))
          } catch PaperProblem.noConsent {
            #expect(form.consent != nil)
          }
        }
      }
    }
    for form in PaperForm.of(.salon) {
      papers.append(try fill(form.id, RecordAddress(.salon, RecordID(1)), "en"))
    }
    #expect(papers.count > 150)
    let run = try print(papers)
    #expect(run.exit == .code(0) && run.output.hasPrefix("%PDF"), "\(run.errors)")
  }

  /// The words of a form, each value read once more and in another way.
  private func expected(_ card: Card) -> [String: String] {
    let words = Words(.ja)
    var found = ["3 氏名": ""]
    if case .text(let name) = card[\Person.nameRoman] { found["3 氏名"] = name }
    if case .code(let code) = card[\Person.nationality] {
      found["1 国籍・地域"] = words("country.\(code)")
    }
    if case .code(let code) = card[\Person.gender] {
      found["4 性別"] = ["male": "男", "female": "女"][code] ?? ""
    }
    if card[\Person.birthDatePrecision].isAbsent, case .date(let date) = card[\Person.birthDate] {
      found["2 生年月日"] = "\(date.year)年\(date.month)月\(date.day)日"
    }
    return found
  }

  @Test func `for a renewal has what the records know, nothing wrong, and the rest blank`() throws {
    let asked = ["1 国籍・地域", "2 生年月日", "3 氏名", "4 性別"]
    var best = 0.0
    for address in try cases {
      let paper = try fill("renewal", address, isProof: true)
      let detail = try store.detail(address, limit: 1000)
      let fields = Dictionary(paper.fields.map { ($0.label, $0) }) { first, _ in first }
      let expected = expected(detail.card)
      for label in asked {
        guard let text = expected[label] else { continue }
        #expect(fields[label]?.text == text, "\(detail.card.number) \(label)")
      }
      // What stands there says where it was found, and what says nothing is not invented.
      for field in paper.fields where field.isAsked {
        #expect(field.text.isEmpty == field.source.isEmpty, "\(detail.card.number) \(field)")
      }
      let known = paper.fields.filter { $0.isAsked && !$0.text.isEmpty }.count
      best = max(best, Double(known) / Double(paper.fields.count(where: \.isAsked)))
    }
    #expect(best >= 0.9)
  }

  @Test func `about somebody of whom only a name is known is blank but for the name`() throws {
    let person = try store.save([
      Change(.person, values: ["nameRoman": .text("SUKARNO")], command: "new")
    ])
    let opened = try store.save([
      Change(
        .case,
        values: [
          "person": .link(person[0].link), "status": .code("inquiry"),
          "opened": .date(Self.today),
        ], command: "new")
    ])
    for id in ["renewal", "change", "employer_notice", "address_notice", "statement"] {
      let paper = try fill(id, opened[0].link.address)
      let said = paper.fields.filter { !$0.text.isEmpty }
      #expect(said.map(\.text) == ["SUKARNO"], "\(id) \(said)")
    }
  }

  @Test func `says of a birth of which the year is known no more`() throws {
    let address = try #require(try cases.first)
    let card = try store.detail(address, limit: 0).card
    _ = try store.save([
      Change(
        .case, id: address.id, version: card.version,
        values: [
          "birthDate": .date(CivilDate(dayNumber: 7000)), "birthDatePrecision": .code("year"),
        ], command: "edit")
    ])
    let field = try fill("renewal", address).fields.first { $0.label == "2 生年月日" }
    #expect(field?.text == "1989年")
  }

  @Test func `that tells somebody outside is not made without consent`() throws {
    let refused = try cases.first { address in
      try store.detail(address, limit: 0).consents.allSatisfy {
        $0[\Consent.scope] != ConsentScope.companies.fieldValue
      }
    }
    let address = try #require(refused)
    #expect(throws: PaperProblem.self) { try fill("resume", address) }
    _ = try store.save([
      Change(
        .consent,
        values: [
          "case": .link(Link(address)), "scope": ConsentScope.companies.fieldValue,
          "status": .code("given"), "on": .date(Self.today),
        ], command: "new")
    ])
    #expect(try fill("resume", address).lines.contains("履歴書"))
  }

  @Test func `in the person's language has all its words, and says that nobody checked them`()
    throws
  {
    let address = try #require(try cases.first)
    let card = try store.detail(address, limit: 0).card
    let languages = PaperTexts.languages
    #expect(languages.count >= 12 && languages.prefix(2) == ["ja", "en"])
    let shared = languages.dropFirst(2).map { PaperTexts.of($0).keys }
    #expect(shared.allSatisfy { $0 == shared.first })
    for form in PaperForm.all where form.isForPerson {
      #expect(form.languages == languages)
      for language in languages {
        let lines = try fill(form.id, address, language).lines
        let unchecked = try #require(PaperTexts.of(language)["unchecked"])
        #expect(lines.contains("notice\t\(unchecked)"), "\(form.id) \(language)")
        #expect(!lines.contains("@") && !lines.contains("{"), "\(form.id) \(language)")
        // The code leads staff back, and no name goes home with it.
        if case .text(let code) = card["code"] { #expect(lines.contains("code\t\(code)\t")) }
        if case .text(let name) = card[\Person.nameRoman] { #expect(!lines.contains(name)) }
      }
    }
  }

  @Test func `that nobody compared with its official form says so`() throws {
    let address = try #require(try cases.first)
    let text = try #require(PaperTexts.of("ja")["draft.form"])
    for id in ["renewal", "change", "attorney", "employer_notice", "handover"] {
      let form = try #require(PaperForm.all.first { $0.id == id })
      #expect(form.isUnchecked == (id != "handover"), "\(id)")
      #expect(try fill(id, address).lines.contains("notice\t\(text)") == form.isUnchecked, "\(id)")
    }
  }

  @Test func `of the desk is a file that is there whole, or not at all`() throws {
    let address = try #require(try cases.first)
    func export(_ name: String) -> FileExport {
      var export = FileExport(
        .paper(.record(address), form: "renewal", language: "ja"), as: "x", in: .ja)
      export.path = folder.path(name)
      return export
    }
    let place = FilePlace(folder.path("x.pdf"))
    #expect(
      try store.reply(to: export("x.pdf")) { _, _ in true }
        == .exported(export("x.pdf"), at: place, rows: nil))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: place.path))
    #expect(bytes.starts(with: Array("%PDF".utf8)))
    let card = try store.detail(address, limit: 0).card
    _ = try store.save([
      Change(
        .case, id: address.id, version: card.version,
        values: ["nameRoman": .text("A \u{1F600}")], command: "edit")
    ])
    let reply = try store.reply(to: export("y.pdf")) { _, _ in true }
    #expect(
      reply == .notExported(export("y.pdf"), .noCharacter, at: FilePlace(folder.path("y.pdf"))))
    #expect(!FileManager.default.fileExists(atPath: folder.path("y.pdf")))
  }

  /// A file, and the number that it carries.
  private func sheet(
    _ address: RecordAddress, _ language: String, _ name: String, isProof: Bool = false
  ) throws -> (number: Int?, text: String) {
    var export = FileExport(
      .paper(.record(address), form: "consent", language: language, isProof: isProof), as: "x",
      in: .ja)
    export.path = folder.path(name)
    let reply = try store.reply(to: export) { _, _ in true }
    guard case .exported(_, _, _, let number) = reply else {
      Issue.record("\(reply)")
      return (nil, "")
    }
    let text = try ProgramRun("/usr/bin/pdftotext", ["-layout", export.path, "-"]).output
    return (number, text)
  }

  @Test func `for consent carries a number of its own each time, and the consent may name it`()
    throws
  {
    #expect(PaperForm.named(ExportNote.consentSheet) != nil)
    let address = try #require(try cases.first)
    let other = try #require(try cases.last)
    var numbers: [Int] = []
    for (index, language) in ["en", "en", "ur", "ar", "my", "ta"].enumerated() {
      let (number, text) = try sheet(address, language, "\(index).pdf")
      let sheet = try #require(number)
      numbers.append(sheet)
      #expect(text.contains(String(sheet)), "\(language) \(text)")
    }
    #expect(Set(numbers).count == numbers.count)
    // A proof is nobody's to sign.
    let proof = try sheet(address, "en", "proof.pdf", isProof: true)
    #expect(proof.number == nil && !proof.text.contains("Number of this sheet"))
    func consent(_ about: RecordAddress) throws {
      _ = try store.save([
        Change(
          .consent,
          values: [
            "case": .link(Link(about)), "scope": ConsentScope.companies.fieldValue,
            "status": .code("given"), "on": .date(Self.today), "sheet": .number(numbers[0]),
          ], command: "new")
      ])
    }
    try consent(address)
    #expect(throws: Refusal.self) { try consent(other) }
    // No name goes with the number.
    let entry = try #require(
      try store.journal(JournalFilter(), limit: 20).first { $0.sequence == numbers[0] })
    let card = try store.detail(address, limit: 0).card
    if case .text(let name) = card[\Person.nameRoman] {
      #expect(!"\(entry.after)".contains(name))
    }
  }

  @Test func `of a case is found again by what its code says`() throws {
    let address = try #require(try cases.first)
    guard case .text(let code) = try store.detail(address, limit: 0).card["code"] else {
      Issue.record("no code")
      return
    }
    for typed in [code, code.lowercased()] {
      let found = try store.page(ListQuery(.case, search: typed), .first, count: 3).cards
      #expect(found.map(\.address) == [address], "\(typed)")
    }
  }

  @Test func `to be pointed at has forty sentences on two to four pages in each language`() throws {
    let address = try #require(try cases.first)
    #expect(InterpretingCard.all.map(\.number) == Array(1...40))
    for language in PaperTexts.languages {
      let texts = PaperTexts.of(language)
      let paper = try fill("cards", address, language)
      let cards = paper.lines.split(separator: "\n").filter { $0.hasPrefix("card\t") }
      #expect(cards.count == 40)
      for card in InterpretingCard.all {
        for key in [card.picture.wordKey, card.sentence] + card.answers {
          #expect(texts[key]?.isEmpty == false, "\(language) \(key)")
        }
        // Each answer of a sentence is told from the others.
        let answers = card.answers.compactMap { texts[$0] }
        #expect(Set(answers).count == answers.count, "\(language) \(card.number)")
      }
      let file = folder.path("\(language).pdf")
      let handle = FileManager.default.createFile(atPath: file, contents: nil)
      #expect(handle)
      try PaperPrinting.print(FilledPaper.head + paper.lines, to: file)
      let pages = try ProgramRun("/usr/bin/pdfinfo", [file]).lines.first { $0.hasPrefix("Pages:") }
      let count = pages?.split(separator: " ").last.flatMap { Int($0) } ?? 0
      #expect((2...4).contains(count), "\(language) \(count)")
    }
  }
}
