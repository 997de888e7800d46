import Casework
import GRDB

extension Step {
  /// What the rules need to know beside a draft itself.
  func facts(for draft: Draft) throws -> CaseFacts {
    var facts = CaseFacts(today: today, reason: reason)
    try addLinks(of: draft, to: &facts)
    // A row about a record that is there already is checked like a change by a person.
    facts.isImport = origin.isSheet && draft.before == nil
    let needs = RecordDescription.of(draft.kind).needs
    if needs.isEmpty { return facts }
    for (need, gather) in gathering where needs.contains(need) { try gather(draft, &facts) }
    return facts
  }

  /// The functions that gather what each need of the rules asks for.
  private var gathering: [(FactNeeds, (Draft, inout CaseFacts) throws -> Void)] {
    [
      (.dayOfGathering, addDayOfGathering), (.startOfStay, addStartOfStay),
      (.consents, addConsents), (.stay, addStay), (.household, addHousehold),
      (.gender, addGender), (.placement, addPlacement),
      (.standingPermission, addStandingPermission), (.work, addWork),
      (.statusOfCase, addStatusOfCase), (.sheet, addSheet),
    ]
  }

  private func addDayOfGathering(of draft: Draft, to facts: inout CaseFacts) throws {
    facts.dayOfGathering = try day(\Salon.date, draft.values.value(of: \Attendance.salon))
  }

  private func addStartOfStay(of draft: Draft, to facts: inout CaseFacts) throws {
    facts.startOfStay = try day(\Homestay.start, draft.values.value(of: \CheckIn.homestay))
  }

  private func addConsents(of draft: Draft, to facts: inout CaseFacts) throws {
    guard let link = draft.values.aboutCase else { return }
    facts.consents = try db.all(Consent.self, of: link.address.id).map(\.record)
  }

  private func addStatusOfCase(of draft: Draft, to facts: inout CaseFacts) throws {
    guard let link = draft.values.aboutCase else { return }
    facts.statusOfCase = try db.record(link.address)?.values.value(of: \Case.status)
  }

  private func addSheet(of draft: Draft, to facts: inout CaseFacts) throws {
    guard case .number(let sheet)? = draft.values[\Consent.sheet] else { return }
    facts.sheetCase = try db.caseOfSheet(sheet)
  }

  private func addStay(of draft: Draft, to facts: inout CaseFacts) throws {
    facts.stay = try stayFacts(for: draft)
  }

  private func addHousehold(of draft: Draft, to facts: inout CaseFacts) throws {
    facts.adults = try draft.before.map { try adults(of: $0.address.id) } ?? []
    facts.guests = try guests(of: draft)
  }

  private func addGender(of draft: Draft, to facts: inout CaseFacts) throws {
    facts.gender = try gender(for: draft)
  }

  private func addPlacement(of draft: Draft, to facts: inout CaseFacts) throws {
    facts.placement = try placementFacts(for: draft)
  }

  private func addStandingPermission(of draft: Draft, to facts: inout CaseFacts) throws {
    guard draft.before == nil, let link = draft.values.aboutCase else { return }
    let standing = try db.axis(WorkPermissionRow.self, of: link.address.id).first
    (facts.permission, facts.permissionID) = (standing?.record, standing?.id)
  }

  private func addWork(of draft: Draft, to facts: inout CaseFacts) throws {
    guard let before = draft.before, before.values[\Case.status] != draft.values[\Case.status]
    else { return }
    try addWork(of: before.address.id, to: &facts)
    try addViewer(to: &facts)
  }

  /// A day of a record; nil where nobody refers to one, or it has none.
  private func day<R: Casework.Record>(
    _ path: FieldKey<R, CivilDate?>, _ record: Reference<R>?
  ) throws -> CivilDate? {
    guard let record else { return nil }
    return try db.record(RecordAddress(R.kind, record.id))?.values.value(of: path)
  }

  /// What there is of a case whose status is to be moved.
  private func addWork(of id: RecordID, to facts: inout CaseFacts) throws {
    let key = id.rawValue.databaseValue
    facts.consents = try db.all(Consent.self, of: id).map(\.record)
    let recently = today.adding(days: -30).description.databaseValue
    guard let work = try db.row(Self.work, key, recently, key, key, key, key, key, key) else {
      return
    }
    func count(_ index: Int) -> Int { Int(work.number(at: index) ?? 0) }
    facts.failedContacts = count(0)
    facts.hasNextAction = count(1) > 0
    facts.hasAssessment = count(2) > 0
    facts.hasGoal = count(3) > 0
    facts.openStays = count(4)
    facts.openReferrals = count(5)
    facts.openPlacements = count(6)
  }

  private static let work = {
    func count(_ table: String, _ condition: String) -> String {
      "(SELECT count(*) FROM \(table) WHERE \"case\" = ? AND \(condition))"
    }
    // With a plus SQLite goes by the case, and not through every stay or referral that is open.
    let counts = [
      count("contact", "contactMade = 0 AND \"on\" >= ?"), count("followup", "done IS NULL"),
      count("need", "1"), count("goal", "stage = 'open'"), count("homestay", "+isOpen = 1"),
      count("referral", "+isOpen = 1"), count("placement", "+stage IN (\(beforeWork))"),
    ]
    return "SELECT \(counts.joined(separator: ", "))"
  }()

  private func addViewer(to facts: inout CaseFacts) throws {
    guard case .coordinator(let id) = viewer else { return }
    facts.viewer = id
    let ids = try writing.supervisors(in: db)
    facts.isSupervisor = ids.contains(id.rawValue)
    facts.hasOtherSupervisor = ids.contains { $0 != id.rawValue }
  }

  private static let beforeWork = PlacementStage.path.prefix { $0 != .started }.codeList
}
