import CustomDump
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore
@testable import Casework

/// Every function of the door, called as everybody who may come: what the source has is compared with
/// what is called here, so that no new one goes untried.
@Suite struct `Every call of the store` {
  private typealias Scene = `A volunteer`.Scene
  private typealias Call = @Sendable (CaseStore, Scene) throws -> Any

  /// Those that serve volunteers too; all others refuse them.
  private static let forEverybody: [String: Call] = [
    "page": { store, scene in
      RecordKind.allCases.compactMap { try? store.page(ListQuery($0), .first, count: 99) }
    },
    "count": { store, scene in
      RecordKind.allCases.compactMap { try? store.count(ListQuery($0)) }
    },
    "counts": { store, _ in try store.counts([ListQuery(.case), ListQuery(.contact)]) },
    "suggestions": { store, _ in
      try RecordKind.allCases.compactMap {
        try? store.suggestions($0, matching: "", limit: 99)
      } + [store.suggestions(.case, matching: "CANARY", limit: 99)]
    },
    "detail": { store, scene in
      scene.addresses.values.compactMap { try? store.detail($0, limit: 99) }
    },
    "find": { store, scene in
      (1...9 as ClosedRange<Int64>).flatMap { number in
        RecordKind.allCases.compactMap {
          try? store.find($0, "\(RecordAddress($0, RecordID(number)).number)")
        }
      }
    },
    "findSurvivor": { store, _ in (try? store.findSurvivor(.case, "2026-0001")) as Any },
    "viewerLanguage": { store, _ in try store.viewerLanguage() as Any },
    "noteRefusal": { store, _ in try store.noteRefusal() },
    "found": { store, _ in try store.found(LookUp("CANARY", in: [.case]), limit: 9) },
    "isToldOfUnseen": { store, _ in try store.isToldOfUnseen() },
    "together": { store, _ in try store.together { 0 } },
    "noteEnd": { store, _ in try store.noteEnd() },
    "enter": { store, _ in _ = try store.enter(atMost: 3) },
    "keepFewPages": { store, _ in try store.keepFewPages() },
    "wait": { store, _ in try store.wait(atMost: 1000) },
    "dataVersion": { store, _ in try store.dataVersion() },
    "reveal": { store, scene in
      scene.addresses.values.flatMap { address in
        RecordDescription.of(address.kind).fields.compactMap {
          try? store.reveal(Sealed(address, $0.name), because: .visit)
        }
      }
    },
    "news": { store, _ in try store.news() },
    "save": { store, scene in
      // What nobody's access lets them write changes nothing, whatever it names.
      scene.addresses.values.compactMap { address in
        try? store.save(
          Change(
            address.kind, id: address.id, version: 1, values: ["notes": .text("CANARY")],
            command: "edit"))
      }
    },
    "undo": { store, _ in (try? store.undo()) as Any },
    "keepLook": { store, _ in try store.keepLook(1) },
    "drafts": { store, _ in try store.drafts() },
    "keep": { store, scene in
      try store.keep(
        FormDraft(
          command: "logContact", subject: "x", parts: [], also: [], asksReason: false,
          contents: [:], focus: "", insertionPoint: 0))
    },
    "forgetDraft": { store, _ in try store.forgetDraft("x") },
  ]

  private static let forStaff: [String: Call] = [
    "noteSheet": { store, _ in
      let note = ExportNote(
        sheet: "consent", of: "", RecordAddress(.case, RecordID(1)), format: "pdf")
      return try store.noteSheet(note, making: { _ in })
    },
    "noteExport": { store, _ in
      try store.noteExport(ExportNote(ListQuery(.case), columns: [], format: "csv", rows: 0))
    },
    "journal": { store, _ in try store.journal(JournalFilter(), limit: 99) },
    "verifyJournal": { store, _ in try store.verifyJournal() },
    "journalPiece": { store, _ in try store.journalPiece(JournalFilter(), limit: 99) },
    "journalNames": { store, _ in try store.journalNames() },
    "preview": { store, _ in try store.preview([]) },
    "bulk": { store, _ in try store.bulk { _ in } },
    "redo": { store, _ in try store.redo() },
    "tell": { store, _ in try store.tell(ListQuery(.case), fields: [], to: NoSink()) },
    "picture": { store, _ in
      try store.picture(.month(MonthRequest(ListQuery(.salon), Desk.today.firstOfMonth)))
    },
    "keptTooLong": { store, _ in try store.keptTooLong(by: Desk.today) },
    "disclosures": { store, _ in try store.disclosures(DisclosureRequest()) },
    "forEach": { store, _ in
      var all: [Card] = []
      try store.forEach(ListQuery(.case), fields: ["nameRoman"]) { all.append($0) }
      return all
    },
    "today": { store, _ in
      try store.today(
        TodayRequest(parts: [], caseload: ListQuery(.case), owners: [], newsFields: []))
    },
    "month": { store, _ in
      try store.month(MonthRequest(ListQuery(.salon), Desk.today.firstOfMonth)) { true }
    },
    "ledger": { store, _ in try Ledger.allCases.map { try store.ledger($0) } },
    "erase": { store, _ in try store.erase(personOf: RecordID(1), reason: "x", isTrial: true) },
    "wipe": { store, _ in try store.wipe() },
    "duplicates": { store, _ in try store.duplicates(ofCase: RecordID(1), limit: 9) },
    "twins": { store, _ in try store.twins() },
    "stayOptions": { store, scene in try store.stayOptions(of: RecordID(1)) },
    "stayAssignment": { store, _ in try store.stayAssignment() },
    "jobOptions": { store, _ in try store.jobOptions(of: RecordID(1)) },
    "peopleOptions": { store, _ in try store.peopleOptions(of: RecordID(1)) },
    "beginFiscalYear": { store, _ in try store.beginFiscalYear(in: 4) },
    "setPhone": { store, _ in try store.setPhone("03") },
    "lastLook": { store, _ in try store.lastLook() as Any },
    "importRows": { store, _ in
      try store.importRows(.case, [] as [ImportRow], options: ImportOptions())
    },
    "number": { store, _ in try store.number(.deadlinesKept) as Any },
    "numbers": { store, _ in try store.numbers(.caseload, by: "owner") },
    "report": { store, _ in
      try store.report(
        ReportLayout(
          "own", .month,
          [
            ReportLayout.Section("work", .lines, [ReportLayout.Item(.jobMatches, by: "company")])
          ]),
        in: ReportPeriod(.month, containing: Desk.today, fiscalYearStart: 4), comparedWith: nil)
    },
    "openSessions": { store, _ in try store.openSessions() },
    "refusals": { store, _ in try store.refusals(since: Instant(0)) },
    "addKey": { store, _ in try store.addKey(RecordID(1), "ssh-ed25519 x") },
    "revokeKey": { store, _ in try store.revokeKey(1) },
    "keys": { store, _ in try store.keys(of: RecordID(1)) },
    "sendsDigest": { store, _ in try store.sendsDigest() },
    "sendDigest": { store, _ in try store.sendDigest(true) },
    "takeLaptop": { store, scene in
      let copy = scene.desk.folder.appending(path: UUID().uuidString).path
      return try store.takeLaptop(to: copy, until: Desk.today, account: "x")
    },
    "laptops": { store, _ in try store.laptops() },
    "loseLaptop": { store, _ in try store.loseLaptop("0") },
    "returnLaptop": { store, _ in
      try store.returnLaptop(
        "/nowhere", decisions: CarryDecisions(), isTrial: true, isLate: false)
    },
    "unite": { store, _ in
      try store.unite(
        with: "/nowhere", decisions: CarryDecisions(), isTrial: true, mayBeOther: false)
    },
    "partners": { store, _ in try store.partners() },
    "keepPartner": { store, _ in try store.keepPartner(partner) },
    "confirmPartner": { store, _ in try store.confirmPartner(partner) },
    "removePartner": { store, _ in try store.removePartner(partner) },
    "sendReferral": { store, _ in
      try store.sendReferral(
        ReferralRequest(RecordID(1), to: "P"), to: partner, from: partner.party, isTrial: true
      ) { _ in }
    },
    "answerReferral": { store, _ in
      try store.answerReferral(
        of: RecordID(1), .accepted, words: "", from: partner.party
      ) { _, _ in }
    },
    "revokeReferral": { store, _ in
      try store.revokeReferral(of: RecordID(1), to: partner, from: partner.party) { _ in }
    },
    "take": { store, _ in
      let id = String(repeating: "a", count: 32)
      let letter = Letter(
        .revocation, id: id, thread: id, on: Desk.today, from: partner.party, to: partner.party)
      return try store.take(
        letter, from: partner, words: LetterWords(action: "x", days: 0), isTrial: true)
    },
  ]

  private static let partner = PartnerKeys(
    name: "P", scope: .otherOrganisations, age: "age1", signer: "ssh-ed25519 x")

  private final class NoSink: FieldSink {
    let wantsNames = true
    func begin(number: Span<UInt8>) {}
    func text(_ column: Int, _ text: Span<UInt8>) {}
    func code(_ column: Int, _ index: Int) {}
    func link(
      _ column: Int, _ address: RecordAddress, number: Span<UInt8>, title: Span<UInt8>,
      reading: Span<UInt8>
    ) {}
    func value(_ column: Int, _ value: FieldValue) {}
    func end(_ card: () throws -> Card) throws {}
  }

  @Test func `is tried here`() throws {
    let sources = URL(fileURLWithPath: #filePath)
      .appending(path: "../../../Sources/CaseStore").standardizedFileURL
    var found: Set<String> = []
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.lastPathComponent.hasPrefix("CaseStore") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /package func ([a-zA-Z]+)/) { found.insert(String(match.1)) }
    }
    #expect(found.count > 40)
    expectNoDifference(
      found.sorted(), (Array(Self.forEverybody.keys) + Self.forStaff.keys).sorted())
  }

  @Test(arguments: `A volunteer`.Standing.allCases)
  func `tells a volunteer nothing that is not theirs`(
    standing: `A volunteer`.Standing
  ) throws {
    let scene = try Scene(standing)
    try Self.hideCanaries(in: scene, seen: standing == .assigned)
    let before = try scene.desk.raw { try Self.contents(of: $0) }
    for (name, call) in Self.forEverybody {
      let told = Result { try call(scene.session, scene) }
      #expect(!String(customDumping: told).contains("CANARY"), "\(name)")
    }
    for (name, call) in Self.forStaff {
      let told = Result { try call(scene.session, scene) }
      guard case .failure(let error) = told else {
        Issue.record("\(name) answers a volunteer")
        continue
      }
      #expect([.notPermitted, .notFound].contains(error as? Refusal), "\(name): \(error)")
    }
    // And nothing was changed, but what is kept of who looked.
    let after = try scene.desk.raw { try Self.contents(of: $0) }
    expectNoDifference(after, before)
    // Staff are told: the words would have been found.
    var seen = 0
    for (_, call) in Self.forEverybody.merging(Self.forStaff, uniquingKeysWith: { $1 }) {
      let told = Result { try call(scene.desk.store, scene) }
      if String(customDumping: told).contains("CANARY") { seen += 1 }
    }
    #expect(seen > 4)
  }

  /// Writes a word into every text that a volunteer of an assignment without grants may not see.
  private static func hideCanaries(in scene: Scene, seen: Bool) throws {
    let me = scene.volunteer.rawValue
    let own = scene.addresses[.case]?.id.rawValue ?? 0
    var hidden = 0
    try scene.desk.raw { db in
      for kind in RecordKind.allCases where !RecordDescription.of(kind).isMadeByStore {
        let description = RecordDescription.of(kind)
        for field in description.stored {
          switch field.shape {
          case .text, .longText: break
          default: continue
          }
          var but = "FALSE"
          let borrowed = RecordDescription.of(.case)[field.name]?.origin
          if seen, kind == .person, case .borrowed = borrowed, field.audience == .assigned {
            but = "id = (SELECT person FROM \"case\" WHERE id = \(own))"
          } else if seen, description.access.reads != .none, field.audience == .assigned {
            let isOwn = description[Access.author] == nil ? "" : " AND volunteer = \(me)"
            but =
              kind == .case
              ? "id = \(own)" : kind == .salon ? "volunteer = \(me)" : "\"case\" = \(own)\(isOwn)"
          } else if kind == .volunteer {
            but = "id = \(me)"
          } else if kind == .staff {
            // Whom they call, and who stands in.
            but = "id = 1 OR id IN (SELECT coveredBy FROM cover)"
          }
          do {
            try db.execute(
              sql: """
                UPDATE \(kind.table) SET \(quoted(field.name)) = 'CANARY ' || ifnull(\(quoted(field.name)), '')
                WHERE NOT (\(but))
                """)
            hidden += 1
          } catch is DatabaseError {
            // A number, a time of day: the schema holds what it looks like.
          }
        }
      }
    }
    #expect(hidden > 150)
  }

  private static func contents(of db: Database) throws -> [String: Int] {
    var all: [String: Int] = [:]
    for kind in RecordKind.allCases where !RecordDescription.of(kind).isMadeByStore {
      all[kind.rawValue] = try Int.fetchOne(
        db, sql: "SELECT count(*) * 1000 + ifnull(sum(version), 0) FROM \(kind.table)")
    }
    return all
  }

  /// Two stores that differ in what is not a volunteer's answer alike to the last letter: run whole by
  /// TWINS=1000.
  @Test func `answers alike whatever else is in the store`() throws {
    let pairs = ProcessInfo.processInfo.environment["TWINS"].flatMap(Int.init) ?? 20
    for seed in 0..<pairs {
      let answers = try [0, 1].map { twin in
        let desk = try Desk()
        var random = SplitMix(seed: UInt64(seed * 2 + twin))
        let volunteer = try desk.addVolunteer("内山")
        let mine = try desk.addCase("A", ["alias": .text("サクラ"), "languages": .codes(["ar"])])
        // It is random, and may hold what is searched.
        try desk.execute("UPDATE \"case\" SET code = '7K2M9QXD'")
        try desk.assign(volunteer, to: mine)
        _ = try desk.addFollowUp(mine, "call", due: 4)
        _ = try desk.add(
          .contact,
          [
            "case": .to(.case, mine), "on": .date(Desk.today), "summary": .text("元気"),
            "volunteer": .to(.volunteer, volunteer),
          ])
        // What is in one store alone: other cases, people, words, assignments.
        let other = try desk.addVolunteer("別人\(random.next())")
        for number in 0..<Int(random.next() % 6) {
          let theirs = try desk.addCase(
            "B\(random.next())", ["alias": .text(["サクラ", "モモ"][number % 2])])
          try desk.assign(other, to: theirs)
          _ = try desk.addFollowUp(theirs, "call \(random.next())", due: number)
          if random.next() % 2 == 0 {
            try desk.assign(volunteer, to: theirs, from: -90, until: -1)
          }
        }
        let session = try desk.open(as: .volunteer(volunteer))
        let scene = try Self.answers(of: session, about: mine)
        return scene
      }
      expectNoDifference(answers[0].split(separator: "\n"), answers[1].split(separator: "\n"))
    }
  }

  private static func answers(of session: CaseStore, about mine: RecordID) throws -> String {
    var all: [Any] = []
    for search in ["", "サクラ", "モモ", "call", "B", "元気"] {
      for kind in RecordKind.allCases {
        let query = ListQuery(kind, search: search)
        all.append(Result { try session.page(query, .first, count: 50) })
        all.append(Result { try session.count(query) })
        all.append(Result { try session.suggestions(kind, matching: search, limit: 9) })
      }
    }
    for id in 1...9 {
      all.append(Result { try session.detail(RecordAddress(.case, RecordID(Int64(id))), limit: 9) })
    }
    for number in ["2026-0001", "2026-0002", "V-0002", "AAAAAAAA"] {
      all.append(Result { try session.find(.case, number) })
    }
    all.append(Result { try session.news().cases })
    return String(customDumping: all)
  }
}
