import CaseStore
import Casework
import TestSupport
import Testing

/// Who is proposed for whom.
@Suite struct `A proposal of hosts` {
  @Test func `ranks the hosts of one guest and says what keeps out the others`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    try desk.need(guest, ["lock": .code("prefer"), "stepFree": .code("must")])
    let free: [String: FieldValue] = ["isStepFree": .flag(true)]
    let plain = try desk.addHost("plain", beds: 2, free)
    let best = try desk.addHost("best", beds: 2, free.merging(["hasLock": .flag(true)]) { $1 })
    let stairs = try desk.addHost("stairs", beds: 2)
    let new = try desk.add(.host, ["name": .text("new"), "capacity": .number(2)])
    let proposal = try #require(try desk.store.stayOptions(of: guest).first)
    #expect(proposal.options.map(\.host.address.id) == [best, plain])
    #expect(proposal.options.map(\.match.score) == [10, 0])
    #expect(proposal.obstacles == [.steps: 1])
    let apart = try #require(proposal.apart.first)
    #expect(proposal.apart.count == 1 && apart.other.address.id == stairs)
    #expect(apart.obstacles == [.steps])
    #expect(Set(apart.facts.values) == [.code("must"), .flag(false)])
    // One host alone, whatever their stage.
    let other = try #require(try desk.store.stayOptions(of: guest, with: new).first)
    #expect(other.options.isEmpty && other.apart.map(\.other.address.id) == [new])
    #expect(other.apart.first?.obstacles.contains(.notApproved) == true)
    let one = try #require(try desk.store.stayOptions(of: guest, with: plain).first)
    #expect(one.options.map(\.host.address.id) == [plain] && one.apart.isEmpty)
  }

  @Test func `houses as many persons as it can, and nobody who is housed`() throws {
    let desk = try Desk()
    let (family, single) = (try desk.addCase("Family"), try desk.addCase("Single"))
    let housed = try desk.addCase("Housed")
    let large = try desk.addHost("large", beds: 4)
    let small = try desk.addHost("small", beds: 1)
    // The single person would like the large home better and gets the other.
    try desk.change(.host, large, ["hasLock": .flag(true)])
    try desk.need(single, ["lock": .code("prefer")])
    try desk.need(family, persons: 4)
    try desk.need(housed)
    let other = try desk.addHost("other")
    try desk.add(
      .homestay,
      [
        "case": .to(.case, housed), "host": .to(.host, other), "stage": .code("confirmed"),
        "start": .date(Desk.today), "end": .date(Desk.today.adding(days: 60)),
        "guestAgreedOn": .date(Desk.today), "hostAgreedOn": .date(Desk.today),
      ])
    let given = try desk.store.stayAssignment().proposals.reduce(into: [RecordID: RecordID?]()) {
      $0[$1.about.address.id] = $1.options.first?.host.address.id
    }
    #expect(given == [single: small, family: large])
  }

  @Test func `are for needs of open cases that are not over`() throws {
    let desk = try Desk()
    _ = try desk.addHost("x")
    let person = try desk.addCase("A")
    let past: [String: FieldValue] = [
      "from": .date(Desk.today.adding(days: -20)), "until": .date(Desk.today.adding(days: -1)),
    ]
    try desk.need(person, past)
    #expect(try desk.store.stayOptions(of: person).isEmpty)
    try desk.need(person)
    #expect(try desk.store.stayOptions(of: person).count == 1)
    try desk.execute("UPDATE \"case\" SET status = 'closed'")
    #expect(try desk.store.stayOptions(of: person).isEmpty)
  }

  /// The largest office there is: whoever waits, asked with everything the hosts say.
  @Test func `gives five hundred guests three hundred hosts in one go`() throws {
    let desk = try Desk()
    let languages = "CASE n % 3 WHEN 0 THEN 'en' WHEN 1 THEN 'fa' ELSE 'ar' END"
    try desk.execute(
      """
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 500)
      INSERT INTO host (name, stage, approvalExpires, capacity, languages, hasLock, isStepFree)
      SELECT 'H' || n, 'approved', '2027-12-31', 1 + n % 4, \(languages), n % 2, n % 7 = 0
      FROM numbers WHERE n <= 300;
      INSERT INTO hostadult (host, name, result, "on")
      SELECT id, 'x', 'clear', '2026-10-01' FROM host;
      """)
    for number in 0..<5 { try desk.allowHosts(try desk.addCase("\(number)")) }
    try desk.execute(
      """
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 500)
      INSERT INTO lodging ("case", stage, "from", until, persons, guests, languages, languageNeed,
        "lock", stepFree)
      SELECT 1 + n % 5, 'waiting', '2026-11-01', '2026-12-01', 1 + n % 5, 'man', \(languages),
        'prefer', CASE WHEN n % 3 = 0 THEN 'prefer' END, CASE WHEN n % 11 = 0 THEN 'must' END
      FROM numbers
      """)
    let proposals = try desk.store.stayAssignment().proposals
    let given = proposals.compactMap(\.options.first)
    #expect(proposals.count == 500 && given.count == 300)
    #expect(Set(given.map(\.host)).count == 300)
    #expect(given.allSatisfy { $0.match.isPossible })
  }

  @Test func `for all stop when told, and leave nothing half done`() throws {
    let desk = try Desk()
    _ = try desk.addHost("x")
    for name in ["A", "B", "C"] { try desk.need(try desk.addCase(name)) }
    for stop in 0...4 {
      var asked = 0
      #expect(
        refusal {
          try desk.store.stayAssignment(progress: { _, _ in
            asked += 1
            return asked <= stop
          })
        } == .stopped)
      #expect(asked == stop + 1)
    }
    #expect(try desk.store.stayAssignment().proposals.count == 3)
  }

  @Test func `follow who the person is`() throws {
    let desk = try Desk()
    let man = try desk.addCase("A", ["gender": .code("male")])
    #expect(problems { try desk.need(man) } == ["guests": .otherGender])
    #expect(problems { try desk.need(man, ["guests": .absent]) } == ["guests": .required])
    try desk.need(man, ["guests": .code("man")])
    _ = try desk.addHost("women", beds: 2, ["householdMix": .code("women_only")])
    let proposal = try #require(try desk.store.stayOptions(of: man).first)
    #expect(proposal.options.isEmpty && proposal.obstacles == [.womenOnlyHome: 1])
  }

  @Test func `is for staff alone`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let volunteer = try desk.addVolunteer("V")
    try desk.assign(volunteer, to: guest)
    let session = try desk.open(as: .volunteer(volunteer))
    #expect(refusal { try session.stayOptions(of: guest) } == .notPermitted)
    #expect(refusal { try session.stayAssignment() } == .notPermitted)
  }

  @Test func `gives a home again when it is free again, and never to strangers together`() throws {
    let desk = try Desk()
    let home = try desk.addHost("x", beds: 3)
    func need(_ from: Int, _ until: Int) throws -> RecordID {
      let guest = try desk.addCase("\(from)")
      try desk.need(
        guest,
        [
          "from": .date(Desk.today.adding(days: from)),
          "until": .date(Desk.today.adding(days: until)),
        ])
      return guest
    }
    let (first, second, third) = (try need(1, 5), try need(5, 9), try need(4, 8))
    let given = try desk.store.stayAssignment().proposals.reduce(into: [RecordID: StayProposal]()) {
      $0[$1.about.address.id] = $1
    }
    #expect(given[first]?.options.map(\.host.address.id) == [home])
    #expect(given[second]?.options.map(\.host.address.id) == [home])
    // Alone it would have been possible: a bed is free beside the others.
    #expect(given[third]?.options.isEmpty == true && given[third]?.possible == 1)
  }
}
