import CaseStore
import Casework
import CustomDump
import Testing

@Suite struct `A volunteer` {
  /// How a volunteer may stand to a case.
  enum Standing: CaseIterable {
    case assigned, former, later, otherwise
  }

  /// A case with a record of each kind around it, and a volunteer of some standing to it.
  struct Scene {
    let desk: Desk
    let volunteer: RecordID
    let addresses: [RecordKind: RecordAddress]
    let session: CaseStore

    init(_ standing: Standing) throws {
      let desk = try Desk()
      self.desk = desk
      volunteer = try desk.addVolunteer("内山")
      let other = try desk.addVolunteer("別人")
      let id = try desk.addCase(
        "SECRET NAME",
        [
          "alias": .text("サクラ"), "phone": .text("090"), "languages": .codes(["ar"]),
          "safeContact": .text("夜は不可"), "owner": .to(.staff, RecordID(1)),
        ])
      _ = try desk.addFollowUp(id, "call", due: 4)
      switch standing {
      case .assigned: try desk.assign(volunteer, to: id, from: 0, until: 0)
      case .former: try desk.assign(volunteer, to: id, from: -90, until: -1)
      case .later: try desk.assign(volunteer, to: id, from: 1, until: 90)
      case .otherwise: try desk.assign(other, to: id)
      }
      let record = FieldValue.to(.case, id)
      let day = FieldValue.date(Desk.today)
      let host = try desk.addHost("清水家")
      let salon = try desk.add(.salon, ["theme": .text("茶話会"), "date": day])
      let company = try desk.add(.company, ["name": .text("食品")])
      let job = try desk.add(
        .job, ["company": .to(.company, company), "occupation": .text("調理"), "receivedOn": day])
      var all: [RecordKind: RecordID] = [
        .person: RecordID(1), .case: id, .host: host, .salon: salon, .company: company, .job: job,
        .staff: RecordID(1), .volunteer: volunteer, .followUp: RecordID(1),
        .assignment: RecordID(1),
      ]
      all[.homestay] = try desk.add(
        .homestay, ["case": record, "host": .to(.host, host), "start": day])
      all[.checkIn] = try desk.add(
        .checkIn,
        [
          "case": record, "homestay": .to(.homestay, all[.homestay] ?? RecordID(0)), "on": day,
          "mood": .code("concern"),
        ])
      all[.attendance] = try desk.add(.attendance, ["case": record, "salon": .to(.salon, salon)])
      all[.encounter] = try desk.add(
        .encounter,
        [
          "case": record, "salon": .to(.salon, salon), "metName": .text("x"),
          "bothWish": .flag(true),
        ])
      all[.placement] = try desk.add(
        .placement, ["case": record, "company": .to(.company, company), "on": day])
      let about: [RecordKind: [String: FieldValue]] = [
        .document: ["type": .code("passport")], .supportCategory: [:], .procedure: [:],
        .residence: [:], .workPermission: [:], .ownDeadline: ["due": day],
      ]
      for (kind, values) in about {
        all[kind] = try desk.add(kind, ["case": record, "on": day].merging(values) { $1 })
      }
      all[.deadline] = try desk.store.page(ListQuery(.deadline), .first, count: 1).cards[0].address
        .id
      all[.household] = try desk.add(.household, ["name": .text("x")])
      all[.consent] = try desk.consent(id, .volunteers)
      all[.referral] = try desk.refer(id)
      all[.need] = try desk.add(.need, ["case": record, "on": day, "housing": .code("stable")])
      all[.goal] = try desk.add(.goal, ["case": record, "on": day, "goal": .text("x")])
      all[.service] = try desk.add(
        .service, ["case": record, "on": day, "serviceType": .code("legal")])
      let colleague = try desk.add(.staff, ["name": .text("佐藤"), "isActive": .flag(true)])
      all[.cover] = try desk.add(
        .cover,
        [
          "staff": .to(.staff, RecordID(1)), "coveredBy": .to(.staff, colleague), "from": day,
          "to": day,
        ])
      all[.hostAdult] = RecordID(1)
      all[.lodging] = try desk.need(id)
      all[.blockedPair] = try desk.add(
        .blockedPair,
        [
          "case": record, "host": .to(.host, try desk.addHost("森家")), "on": day,
          "reason": .text("x"),
        ])
      all[.distinctPair] = try desk.add(
        .distinctPair,
        ["case": record, "other": .to(.case, try desk.addCase("OTHER")), "on": day])
      all[.candidate] = try desk.add(.candidate, ["case": record, "on": day])
      all[.companyContact] = try desk.add(
        .companyContact, ["company": .to(.company, company), "name": .text("x")])
      all[.partner] = try desk.add(.partner, ["name": .text("x")])
      all[.savedView] = try desk.add(
        .savedView,
        ["name": .text("x"), "listed": .text("case"), "owner": .to(.staff, RecordID(1))])
      all[.baseline] = try desk.add(
        .baseline, ["indicator": .code("job_matches"), "value": .number(51), "upTo": day])
      all[.note] = try desk.add(.note, ["case": record, "on": day, "body": .text("x")])
      func contact(_ volunteer: FieldValue) throws -> RecordID {
        try desk.add(
          .contact,
          [
            "case": record, "on": day, "volunteer": volunteer, "summary": .text("summary"),
            "staff": .to(.staff, RecordID(1)),
          ])
      }
      for kind in Self.around {
        all[kind] = try desk.add(kind, Self.least(of: kind, in: all))
      }
      _ = try contact(.to(.volunteer, other))
      _ = try contact(.absent)
      all[.contact] = try contact(.to(.volunteer, volunteer))
      for kind in [RecordKind.supportEntry, .needScore] {
        all[kind] = try desk.store.page(ListQuery(kind), .first, count: 1).cards[0].address.id
      }
      addresses = all.reduce(into: [:]) { $0[$1.key] = RecordAddress($1.key, $1.value) }
      session = try desk.open(as: .volunteer(volunteer))
    }

    /// The registers around the case, each after those it refers to.
    private static let around: [RecordKind] = [
      .municipality, .campaign, .supporter, .donation, .pledge, .pledgeUpdate, .fundedProgramme,
      .activity, .grant, .grantReport, .survey, .mission, .workingGroup, .eventSession, .voice,
      .story, .exchange, .outreach, .volunteerWork, .comment, .application, .template,
      .detention, .fee, .allowance, .incident, .duty, .sighting, .ladder,
    ]

    /// What a record of a kind has to say at least.
    private static func least(
      of kind: RecordKind, in all: [RecordKind: RecordID]
    ) -> [String: FieldValue] {
      let description = RecordDescription.of(kind)
      let isEither = kind == .grantReport ? description[\GrantReport.grant] : nil
      let asked = description.stored.filter(\.isRequired) + [isEither].compactMap(\.self)
      return asked.reduce(into: [:]) { values, field in
        switch field.shape {
        case .reference(let target): values[field.name] = all[target].map { .to(target, $0) }
        case .date: values[field.name] = .date(Desk.today)
        case .number: values[field.name] = .number(1)
        case .choice(let catalogue): values[field.name] = .code(catalogue.codes[0])
        case .flag: values[field.name] = .flag(false)
        default: values[field.name] = .text("x")
        }
      }
    }
  }

  @Test(arguments: Standing.allCases)
  func `sees only assigned cases and their own contacts`(standing: Standing) throws {
    let scene = try Scene(standing)
    for kind in RecordKind.allCases { try expectOnlyTheirOwn(kind, scene, standing) }
  }

  private func expectOnlyTheirOwn(
    _ kind: RecordKind, _ scene: Scene, _ standing: Standing
  ) throws {
    let address = try #require(scene.addresses[kind], "\(kind)")
    let mayRead = RecordDescription.of(kind).access.reads != .none
    // The rest they are not the host of, or the assignment does not grant.
    let sees =
      [.case, .contact, .followUp, .comment].contains(kind) && standing == .assigned
    let query = ListQuery(kind)
    if mayRead {
      let page = try scene.session.page(query, .first, count: 99)
      #expect(page.cards.map(\.address) == (sees ? [address] : []))
      #expect(try scene.session.count(query) == ListCount(sees ? 1 : 0))
      #expect(
        try scene.session.suggestions(kind, matching: "", limit: 9).map(\.address)
          == (sees ? [address] : []))
    } else {
      #expect(refusal { try scene.session.page(query, .first, count: 9) } == .notPermitted)
      #expect(refusal { try scene.session.count(query) } == .notPermitted)
      #expect(
        refusal { try scene.session.suggestions(kind, matching: "", limit: 9) } == .notPermitted)
    }
    #expect(
      refusal { try scene.session.forEach(query, fields: []) { _ in } } == .notPermitted)
    let detail = try? scene.session.detail(address, limit: 9)
    #expect((detail != nil) == sees)
    // What is not theirs and what is not there answer alike.
    let gone = RecordAddress(kind, RecordID(999))
    #expect(refusal { try scene.session.detail(gone, limit: 9) } == .notFound)
    if !sees { #expect(refusal { try scene.session.detail(address, limit: 9) } == .notFound) }
    let reference = try scene.desk.card(.case, scene.addresses[.case]?.id ?? RecordID(0))["code"]
    let code = try #require(reference.asText)
    let found = refusal { try scene.session.find(kind, code) }
    #expect(found == (kind == .case && sees ? nil : .notFound))
    for wrong in ["2026-0001", "1", address.kind.letter + "-0001"] {
      #expect(refusal { try scene.session.find(kind, wrong) } == .notFound)
    }
  }

  @Test func `is given no field but those for the assigned`() throws {
    let scene = try Scene(.assigned)
    let detail = try scene.session.detail(try #require(scene.addresses[.case]), limit: 9)
    let description = RecordDescription.of(.case)
    for field in description.fields {
      let isWithheld = detail.card.content(field.name) == .withheld
      #expect(isWithheld == (field.audience != .assigned), "\(field.name)")
    }
    #expect(detail.card["alias"] == .text("サクラ") && detail.card["nextAction"] == .text("call"))
    #expect(detail.card["languages"] == .codes(["ar"]))
    let code = try #require(detail.card["code"].asText)
    #expect(detail.card.number == code)
    #expect(
      Set(detail.timeline.map(\.address))
        == Set([.contact, .followUp, .comment].compactMap { scene.addresses[$0] }))
    #expect(detail.timeline.allSatisfy { $0.number == "" })
    let contact = try #require(detail.events(.contact).first)
    #expect(contact.content("staff") == .withheld)
    let link = try #require(contact["case"].asLink)
    #expect(link.number == code && link.title == "サクラ" && link.reading == "")
    #expect(detail.history == [])
    // No word of staff's is in anything that leaves the store.
    let page = try scene.session.page(ListQuery(.case), .first, count: 9)
    let said = "\(detail) \(page) \(try scene.session.suggestions(.case, matching: "", limit: 9))"
    for secret in ["SECRET", "2026-0001", "090", "食品"] { #expect(!said.contains(secret)) }
  }

  @Test func `finds nothing by what is withheld`() throws {
    let scene = try Scene(.assigned)
    func found(_ text: String) throws -> Int {
      try scene.session.page(ListQuery(.case, search: text), .first, count: 9).cards.count
    }
    #expect(try found("さくら") == 1)
    #expect(try found("secret") == 0)
    #expect(try found("090") == 0)
    #expect(try found("2026") == 0)
    let byName = ListQuery(.case, filters: [FieldFilter("nameRoman", .present)])
    #expect(problems { try scene.session.count(byName) } == ["nameRoman": .notFound])
    let byOpened = ListQuery(.case, sort: SortOrder("opened"))
    #expect(
      problems { try scene.session.page(byOpened, .first, count: 1) } == ["opened": .notFound])
    let contacts = ListQuery(.contact, search: "summary")
    #expect(try scene.session.count(contacts) == ListCount(1))
  }

  @Test func `leaves a trace of login and of each case opened`() throws {
    let scene = try Scene(.assigned)
    let address = try #require(scene.addresses[.case])
    func trace() throws -> [String] {
      let who = RecordAddress(.volunteer, scene.volunteer)
      return try scene.desk.store.journal(JournalFilter(who: who), limit: 9).map {
        "\($0.command) \($0.record?.address.kind.rawValue ?? "")"
      }
    }
    #expect(try trace() == ["login volunteer"])
    _ = try scene.session.detail(address, limit: 9)
    _ = try scene.session.detail(address, limit: 9)
    #expect(try trace() == ["view case", "login volunteer"])
    scene.desk.now = Instant(scene.desk.now.rawValue + 601)
    _ = try scene.session.detail(address, limit: 9)
    #expect(try trace().count == 3)
    #expect(try scene.desk.store.verifyJournal().isWhole)
    let version = try scene.desk.card(.case, address.id).version
    #expect(version == 1)
  }

  @Test func `sees no case where the look cannot be written down`() throws {
    let scene = try Scene(.assigned)
    try scene.desk.execute(
      """
      CREATE TRIGGER full BEFORE INSERT ON journalRow BEGIN SELECT raise(ABORT, 'full'); END
      """)
    let found = refusal {
      try scene.session.detail(try #require(scene.addresses[.case]), limit: 9)
    }
    guard case .storage = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(refusal { try scene.desk.open(as: .volunteer(scene.volunteer)) } != nil)
  }

  @Test func `reads no journal and writes no case`() throws {
    let scene = try Scene(.assigned)
    let address = try #require(scene.addresses[.case])
    let change = Change(
      .case, id: address.id, version: 1, values: ["alias": .text("x")], command: "case.edit")
    let note = Change(
      .note, values: ["case": .to(.case, address.id), "body": .text("x")], command: "note.add")
    let session = scene.session
    #expect(refusal { try session.save(change) } == .notPermitted)
    #expect(refusal { try session.save([note]) } == .notPermitted)
    #expect(refusal { try session.bulk { try $0.save(note) } } == .notPermitted)
    #expect(refusal { try session.undo() } == .nothingToUndo)
    #expect(refusal { try session.undo(step: 1) } == .notPermitted)
    #expect(refusal { try session.redo() } == .notPermitted)
    #expect(refusal { try session.journal(JournalFilter(), limit: 9) } == .notPermitted)
    #expect(refusal { try session.verifyJournal() } == .notPermitted)
    #expect(
      refusal { try session.importRows(.case, [], options: ImportOptions()) } == .notPermitted)
    #expect(refusal { try session.addKey(scene.volunteer, "x") } == .notPermitted)
    #expect(refusal { try session.keys(of: scene.volunteer) } == .notPermitted)
    #expect(refusal { try session.revokeKey(1) } == .notPermitted)
  }

  @Test(arguments: [
    (["pledgedOn": FieldValue.absent], Refusal.pledgeMissing),
    (["status": .code("paused")], .unknownViewer("V-0001")),
    (["status": .code("ended")], .unknownViewer("V-0001")),
  ])
  func `is shut out at once without a pledge or an active part`(
    values: [String: FieldValue], expected: Refusal
  ) throws {
    let scene = try Scene(.assigned)
    _ = try scene.session.count(ListQuery(.case))
    try scene.desk.change(.volunteer, scene.volunteer, values)
    #expect(refusal { try scene.session.count(ListQuery(.case)) } == expected)
    #expect(refusal { try scene.session.detail(scene.addresses[.case]!, limit: 1) } == expected)
    #expect(refusal { try scene.desk.open(as: .volunteer(scene.volunteer)) } == expected)
  }

  @Test func `loses a case with the end of its assignment`() throws {
    let scene = try Scene(.assigned)
    let address = try #require(scene.addresses[.case])
    _ = try scene.session.detail(address, limit: 9)
    scene.desk.now = Instant(scene.desk.now.rawValue + 86_400)
    #expect(refusal { try scene.session.detail(address, limit: 9) } == .notFound)
    #expect(try scene.session.count(ListQuery(.case)) == ListCount(0))
  }
}
