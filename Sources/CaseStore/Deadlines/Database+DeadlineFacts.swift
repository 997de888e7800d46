import Casework
import GRDB

extension Database {
  /// What the deadlines of a case count from; nil where there is no such case.
  func deadlineFacts(of id: RecordID) throws -> DeadlineFacts? {
    try deadlineFacts(of: IDList(id))[id]
  }

  /// The same of several cases, a query for each kind; those that are not there are missing.
  func deadlineFacts(of ids: IDList) throws -> [RecordID: DeadlineFacts] {
    var all = try caseFacts(of: ids)
    if all.isEmpty { return all }
    func add<R: Casework.Record>(
      _ path: WritableKeyPath<DeadlineFacts, [DeadlineFacts.Row<R>]>
    ) throws {
      for (id, rows) in try self.all(R.self, of: ids) { all[id]?[keyPath: path] = rows }
    }
    func addAxis<R: AxisRow>(
      _ path: WritableKeyPath<DeadlineFacts, [DeadlineFacts.Row<R>]>
    ) throws {
      for (id, rows) in try self.all(R.self, of: ids) {
        all[id]?[keyPath: path] = uncorrected(rows)
      }
    }
    try addAxis(\.residences)
    try addAxis(\.procedures)
    try addAxis(\.permissions)
    try add(\.applications)
    try add(\.documents)
    try add(\.stays)
    try add(\.checkIns)
    try add(\.placements)
    try add(\.own)
    try add(\.sightings)
    try add(\.consents)
    try add(\.referrals)
    try add(\.assignments)
    try add(\.goals)
    try addPeople(to: &all)
    try addStagesSince(to: &all, of: ids)
    try addPartners(to: &all)
    let ladders = Ladder.standing(
      try stored(.ladder, "ORDER BY id", []).map { Ladder(values: $0.values) })
    for id in all.keys { all[id]?.ladders = ladders }
    return all
  }

  /// The cases themselves.
  private func caseFacts(of ids: IDList) throws -> [RecordID: DeadlineFacts] {
    let last = try rows(
      Condition(
        sql: """
          SELECT c.id, c.lastContact, c.supportCategory, s.isActive
          FROM "case" AS c LEFT JOIN staff AS s ON s.id = c.owner WHERE c.id IN (\(ids.marks))
          """,
        arguments: ids.arguments)
    ).reduce(into: [Int64: Row]()) { $0[$1.number(at: 0) ?? 0] = $1 }
    return try stored(.case, "WHERE id IN (\(ids.marks))", ids.arguments).reduce(into: [:]) {
      facts, stored in
      let id = stored.address.id
      var record = Case(values: stored.values)
      record.lastContact = try last[id.rawValue]?.day(
        at: 1, Case.name(\.lastContact), of: stored.address)
      record.supportCategory = try last[id.rawValue]?.choice(
        at: 2, Case.name(\.supportCategory), of: stored.address)
      facts[id] = DeadlineFacts(DeadlineFacts.Row(id, record))
      facts[id]?.isOwned = last[id.rawValue]?.number(at: 3) == 1
    }
  }

  /// The people of cases.
  private func addPeople(to all: inout [RecordID: DeadlineFacts]) throws {
    let ids = Set(all.values.map(\.case.record.person.id)).sorted()
    var people: [RecordID: Person] = [:]
    for ids in IDList.lists(of: ids) {
      for stored in try stored(.person, "WHERE id IN (\(ids.marks))", ids.arguments) {
        people[stored.address.id] = Person(values: stored.values)
      }
    }
    for (id, facts) in all { all[id]?.person = people[facts.case.record.person.id] }
  }

  /// Since when what others know of cases stands in its stage.
  private func addStagesSince(to all: inout [RecordID: DeadlineFacts], of ids: IDList) throws {
    for kind in [RecordKind.homestay, .placement, .referral] {
      let found = try rows(
        Condition(
          sql: """
            SELECT id, stageSince, "case" FROM \(kind.table) WHERE "case" IN (\(ids.marks))
            """,
          arguments: ids.arguments))
      for row in found {
        guard let record = row.number(at: 0), let id = row.number(at: 2) else { continue }
        let address = RecordAddress(kind, RecordID(record))
        all[RecordID(id)]?.since[address] = try row.day(
          at: 1, Placement.name(\.stageSince), of: address)
      }
    }
  }

  /// How the companies and the hosts of cases are called, and how the hosts stand.
  private func addPartners(to all: inout [RecordID: DeadlineFacts]) throws {
    var companies: [RecordID: String?] = [:]
    var hosts: [RecordID: Row?] = [:]
    for (id, facts) in all where !facts.placements.isEmpty || !facts.stays.isEmpty {
      var facts = facts
      for company in Set(facts.placements.map(\.record.company.id)) {
        let name =
          try companies[company]
          ?? row("SELECT name FROM company WHERE id = ?", company.rawValue.databaseValue)?
          .text(at: 0)
        companies[company] = .some(name)
        facts.companies[company] = name
      }
      for host in Set(facts.stays.map(\.record.host.id)) {
        let row =
          try hosts[host]
          ?? row(
            "SELECT approvalExpires, stage, suspendedOn, stageSince, name FROM host WHERE id = ?",
            host.rawValue.databaseValue)
        hosts[host] = .some(row)
        try add(row, of: host, to: &facts)
      }
      all[id] = facts
    }
  }

  private func add(_ row: Row?, of host: RecordID, to facts: inout DeadlineFacts) throws {
    facts.hosts[host] = row?.text(at: 4)
    let address = RecordAddress(.host, host)
    let stage: HostStage? = try row?.choice(at: 1, Host.name(\.stage), of: address)
    facts.approvals[host] = try row?.day(at: 0, Host.name(\.approvalExpires), of: address)
    if let stage, stage == .suspended || !stage.mayHaveGuests {
      let since = try row?.day(
        at: stage == .suspended ? 2 : 3,
        stage == .suspended ? Host.name(\.suspendedOn) : Host.name(\.stageSince),
        of: address)
      facts.suspensions.updateValue(since, forKey: host)
    } else if let blocked = try blockedSince(facts.case.id, from: host) {
      facts.suspensions.updateValue(blocked, forKey: host)
    }
  }

  /// Since when a case's person and a host are to be kept apart; nil where they are not.
  private func blockedSince(_ record: RecordID, from host: RecordID) throws -> CivilDate? {
    let first = try row(
      """
      SELECT min(b."on") FROM blockedpair AS b JOIN samePerson AS p ON p."case" = b."case"
      WHERE b.host = ? AND p.other = ?
      """, host.rawValue.databaseValue, record.rawValue.databaseValue
    )
    return try first?.day(at: 0, BlockedPair.name(\.on), of: RecordAddress(.blockedPair, record))
  }

  /// The rows of an axis that no other corrects, latest first.
  func axis<R: AxisRow>(_: R.Type, of id: RecordID) throws -> [DeadlineFacts.Row<R>] {
    uncorrected(try all(R.self, of: id))
  }

  /// Those rows of an axis that none of them corrects, latest first.
  func uncorrected<R: AxisRow>(_ rows: [DeadlineFacts.Row<R>]) -> [DeadlineFacts.Row<R>] {
    let corrected = Set(rows.compactMap { $0.record.corrects?.id })
    return rows.filter { !corrected.contains($0.id) }
      .sorted { ($1.record.on?.dayNumber ?? 0, $1.id) < ($0.record.on?.dayNumber ?? 0, $0.id) }
  }

  /// The records of a kind about a case, oldest first.
  func all<R: Casework.Record>(_: R.Type, of id: RecordID) throws -> [DeadlineFacts.Row<R>] {
    try all(R.self, of: IDList(id))[id] ?? []
  }

  /// The same about several cases.
  private func all<R: Casework.Record>(
    _: R.Type, of ids: IDList
  ) throws -> [RecordID: [DeadlineFacts.Row<R>]] {
    let found = try stored(R.kind, "WHERE \"case\" IN (\(ids.marks))", ids.arguments)
      .sorted { $0.address.id < $1.address.id }
    return found.reduce(into: [:]) { all, stored in
      guard let id = stored.values.aboutCase?.address.id else { return }
      all[id, default: []].append(DeadlineFacts.Row(stored.address.id, R(values: stored.values)))
    }
  }
}
