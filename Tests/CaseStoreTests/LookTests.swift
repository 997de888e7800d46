import CaseStore
import Casework
import Testing

/// What a volunteer is shown of lists is written down, or not shown.
@Suite struct `A volunteer's look` {
  private struct Scene {
    let desk: Desk
    let volunteer: RecordID
    let cases: [RecordID]
    let session: CaseStore

    init() throws {
      desk = try Desk()
      let volunteer = try desk.addVolunteer("内山")
      self.volunteer = volunteer
      let desk = desk
      cases = try ["KARIM", "SALMA", "OLENA"].map { name in
        let id = try desk.addCase(
          name, ["alias": .text("\(name)さん"), "languages": .codes(["ar"])])
        try desk.assign(volunteer, to: id)
        return id
      }
      session = try desk.open(as: .volunteer(volunteer))
    }

    /// The entries of the volunteer, the first of them first, without what is said of fields.
    func trace() throws -> [String] {
      let who = RecordAddress(.volunteer, volunteer)
      return try desk.store.journal(JournalFilter(who: who), limit: 99).reversed().map { entry in
        let said = entry.after.filter { $0.key != "lookFields" }.sorted { $0.key < $1.key }
        return ([entry.command] + said.map { "\($0.value.asText ?? "")" }).joined(separator: " ")
      }
    }

    func wait(_ seconds: Int64) { desk.now = Instant(desk.now.rawValue + seconds) }
  }

  @Test func `at more records than help with any case needs is refused for the hour, and told`()
    throws
  {
    let scene = try Scene()
    let more = try (1...98).map { number in
      let id = try scene.desk.addCase("N\(number)")
      try scene.desk.assign(scene.volunteer, to: id)
      return id
    }
    func look(_ id: RecordID) throws {
      _ = try scene.session.detail(RecordAddress(.case, id), limit: 1)
    }
    let all = scene.cases + more
    for id in all.dropLast() { try look(id) }
    // What was opened within the hour may be looked at again.
    scene.wait(700)
    try look(all[0])
    #expect(refusal { try look(all[100]) } == .tooManyViews(100))
    #expect(try scene.desk.store.refusals(since: Instant(0)).map(\.count) == [1])
    scene.wait(3601)
    try look(all[100])
    #expect(try scene.desk.store.verifyJournal().isWhole)
  }

  @Test func `at a list is one entry, however often it is painted`() throws {
    let scene = try Scene()
    let all = ListQuery(.case)
    for _ in 1...3 {
      _ = try scene.session.page(all, .first, count: 9)
      _ = try scene.session.count(all)
    }
    #expect(try scene.trace() == ["login", "listed cases 1-3 3"])
    let entry = try #require(try scene.desk.store.journal(JournalFilter(), limit: 1).first)
    let fields = try #require(entry.after["lookFields"]?.asText).split(separator: ",")
    #expect(fields.contains("alias") && !fields.contains("nameRoman"))
    // Another case in it is another look, and so is the same one later.
    let late = try scene.desk.addCase("LATE")
    try scene.desk.assign(scene.volunteer, to: late)
    _ = try scene.session.page(all, .first, count: 9)
    scene.wait(601)
    _ = try scene.session.page(all, .first, count: 9)
    #expect(
      try scene.trace() == [
        "login", "listed cases 1-3 3", "listed cases 1-4 4", "listed cases 1-4 4",
      ])
    #expect(try scene.desk.store.verifyJournal().isWhole)
  }

  @Test func `for something is told without its words, alike for the same words`() throws {
    let scene = try Scene()
    func search(_ text: String) throws {
      let query = ListQuery(.case, search: text)
      _ = try scene.session.page(query, .first, count: 9)
      _ = try scene.session.count(query)
    }
    for text in ["salma", "ＳＡＬＭＡ", "nobody"] { try search(text) }
    scene.wait(700)
    try search("salma")
    _ = try scene.session.found(LookUp("salma", in: [.case]), limit: 5)
    let entries = try scene.desk.store.journal(JournalFilter(command: "searched"), limit: 9)
    let signs = entries.map { $0.after["lookSearched"]?.asText ?? "" }
    #expect(entries.count == 4 && Set(signs).count == 2 && signs.allSatisfy { $0.count == 32 })
    #expect(signs[0] == signs[3] && signs[2] != signs[3])
    #expect(entries.map { $0.after["lookRecords"]?.asText } == ["2", "2", nil, "2"])
    #expect(
      !"\(try scene.desk.store.journal(JournalFilter(), limit: 99).filter { $0.who != nil && $0.command == "searched" })"
        .lowercased().contains("salma"))
  }

  @Test func `for a record that is not theirs is the same entry as for none`() throws {
    let scene = try Scene()
    let foreign = try scene.desk.addCase("FOREIGN")
    let code = try #require(scene.desk.card(.case, foreign)["code"].asText)
    let session = scene.session
    for reference in [code, "ZZZZZZZZ"] {
      #expect(refusal { try session.find(.case, reference) } == .notFound)
    }
    #expect(refusal { try session.detail(RecordAddress(.case, foreign), limit: 1) } == .notFound)
    #expect(
      refusal { try session.detail(RecordAddress(.case, RecordID(99)), limit: 1) } == .notFound)
    let entries = try scene.desk.store.journal(JournalFilter(command: "refused"), limit: 9)
    #expect(entries.count == 4)
    #expect(
      Set(entries.map { $0.after.keys.sorted() }) == [["lookKind", "lookSearched"]])
    #expect(!"\(entries)".contains(code) && !"\(entries)".contains("FOREIGN"))
  }

  @Test func `at a case says which fields and what else was shown`() throws {
    let scene = try Scene()
    let contact = try scene.desk.add(
      .contact,
      [
        "case": .to(.case, scene.cases[0]), "on": .date(Desk.today),
        "volunteer": .to(.volunteer, scene.volunteer),
      ])
    _ = try scene.session.detail(RecordAddress(.case, scene.cases[0]), limit: 9)
    let entry = try #require(try scene.desk.store.journal(JournalFilter(), limit: 1).first)
    #expect(entry.command == "view")
    #expect(entry.after["lookAround"] == .text("contact:\(contact.rawValue)"))
    let fields = try #require(entry.after["lookFields"]?.asText).split(separator: ",")
    #expect(fields.contains("alias") && !fields.contains("nameRoman"))
  }

  /// Every way in which a volunteer is shown something, each where the journal takes no entry.
  @Test func `shows nothing where it cannot be written down`() throws {
    let ways: [(String, (CaseStore, RecordID) throws -> Void)] = [
      ("list", { session, _ in _ = try session.page(ListQuery(.case), .first, count: 9) }),
      ("contacts", { session, _ in _ = try session.page(ListQuery(.contact), .first, count: 9) }),
      (
        "search",
        { session, _ in _ = try session.page(ListQuery(.case, search: "a"), .first, count: 9) }
      ),
      ("count", { session, _ in _ = try session.count(ListQuery(.case, search: "salma")) }),
      ("counts", { session, _ in _ = try session.counts([ListQuery(.case, search: "salma")]) }),
      (
        "box", { session, _ in _ = try session.found(LookUp("salma", in: [.case]), limit: 5) }
      ),
      ("picker", { session, _ in _ = try session.suggestions(.case, matching: "", limit: 5) }),
      ("page", { session, id in _ = try session.detail(RecordAddress(.case, id), limit: 5) }),
      ("number", { session, _ in _ = try session.find(.case, "ZZZZZZZZ") }),
      (
        "nothing",
        { session, _ in _ = try session.detail(RecordAddress(.case, RecordID(99)), limit: 5) }
      ),
    ]
    let scene = try Scene()
    try scene.desk.execute(
      "CREATE TRIGGER full BEFORE INSERT ON journalRow BEGIN SELECT raise(ABORT, 'full'); END")
    for (name, look) in ways {
      let found = refusal { try look(scene.session, scene.cases[1]) }
      guard case .storage = found else {
        Issue.record("\(name): \(String(describing: found))")
        continue
      }
    }
    // The control: with the journal open again each of them is answered, or says that there is none.
    try scene.desk.execute("DROP TRIGGER full")
    for (name, look) in ways {
      let found = refusal { try look(scene.session, scene.cases[1]) }
      #expect(found == nil || found == .notFound, "\(name)")
    }
  }

  @Test func `of staff is not written down`() throws {
    let scene = try Scene()
    let before = try scene.desk.store.journal(JournalFilter(), limit: 999).count
    _ = try scene.desk.store.page(ListQuery(.case, search: "salma"), .first, count: 9)
    _ = try scene.desk.store.count(ListQuery(.case, search: "salma"))
    #expect(try scene.desk.store.journal(JournalFilter(), limit: 999).count == before)
  }
}
