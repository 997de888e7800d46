package import Casework
import GRDB

extension CaseStore {
  /// The lines of a ledger in their order; that they were written out is noted in the journal.
  ///
  /// - Throws: `notPermitted` for a volunteer.
  package func ledger(_ ledger: Ledger) throws(Refusal) -> [LedgerRow] {
    let today = today
    let rows = try read { db in
      let source = try LedgerSource(db)
      return switch ledger {
      case .jobs: source.jobRows(try db.stageMovesOfPlacements(), today)
      case .seekers: source.seekerRows(try db.stageMovesOfPlacements())
      case .employment: source.employmentRows(try LedgerPapers(db), today)
      }
    }
    try write { try $0.note("ledger.\(ledger.rawValue)", of: viewer.address) }
    return rows
  }
}

/// All that the ledgers tell of, each kind read once.
struct LedgerSource {
  let jobs: [(id: RecordID, job: Job)]
  let companies: [RecordID: Company]
  let placements: [DeadlineFacts.Row<Placement>]
  /// Those of which it is known that the company was told of the person.
  let introductions: [DeadlineFacts.Row<Placement>]
  let candidates: [RecordID: Candidate]
  let consents: [RecordID: [Consent]]
  let cases: [(id: RecordID, number: String, person: RecordID)]
  let persons: [RecordID: Person]

  init(_ db: Database) throws {
    func all(_ kind: RecordKind, _ condition: String = "1") throws -> [StoredRecord] {
      let fields = Fields.of(kind)
      return try db.rows(
        Condition(sql: "\(fields.select) WHERE \(condition) ORDER BY id", arguments: [])
      ).map(fields.record)
    }
    jobs = try all(.job).map { (id: $0.address.id, job: Job(values: $0.values)) }
      .sorted {
        ($0.job.receivedOn?.dayNumber ?? 0, $0.id) < ($1.job.receivedOn?.dayNumber ?? 0, $1.id)
      }
    companies = try all(.company).reduce(into: [:]) {
      $0[$1.address.id] = Company(values: $1.values)
    }
    placements = try all(.placement, "stage <> 'entered_by_mistake'")
      .map { DeadlineFacts.Row($0.address.id, Placement(values: $0.values)) }
    introductions = placements.filter { Introduction.isKnown($0.record) }
    candidates = try all(.candidate).reduce(into: [:]) {
      let candidate = Candidate(values: $1.values)
      $0[candidate.case.id] = candidate
    }
    consents = Dictionary(
      grouping: try all(.consent, "scope = 'sharing_with_companies'").map {
        Consent(values: $0.values)
      }, by: \.case.id)
    let known = "(SELECT \"case\" FROM candidate UNION SELECT \"case\" FROM placement)"
    cases = try all(.case, "id IN \(known)").map { record in
      let one = Case(values: record.values)
      return (id: record.address.id, number: one.number, person: one.person.id)
    }
    persons = try all(.person, "id IN (SELECT person FROM \"case\" WHERE id IN \(known))")
      .reduce(into: [:]) { $0[$1.address.id] = Person(values: $1.values) }
  }

  func jobRows(_ moves: [RecordID: [StageMove]], _ today: CivilDate) -> [LedgerRow] {
    let byJob = Dictionary(grouping: introductions) { $0.record.job?.id }
    let byCase = Dictionary(uniqueKeysWithValues: cases.map { ($0.id, $0) })
    func row(
      _ introduction: DeadlineFacts.Row<Placement>?, _ entry: (id: RecordID, job: Job)?
    ) -> LedgerRow {
      let placement = introduction?.record
      var row = LedgerRow()
      row.jobNumber = entry.map { RecordAddress(.job, $0.id).number } ?? ""
      row.job = entry?.job
      row.company = (placement?.company ?? entry?.job.company).flatMap { companies[$0.id] }
      guard let introduction, let placement else { return row }
      row.placement = placement
      row.introducedOn = Introduction.day(of: placement, moves[introduction.id] ?? [])
      let found = byCase[placement.case.id]
      row.caseNumber = found?.number ?? ""
      row.showsName = Introduction.showsName(
        placement, company: row.company?.name ?? "",
        consents: consents[placement.case.id] ?? [], on: today)
      // A name that may not go out does not leave the store.
      row.person = row.showsName ? found.flatMap { persons[$0.person] } : nil
      return row
    }
    let known = jobs.flatMap { entry -> [LedgerRow] in
      let introduced = byJob[entry.id] ?? []
      return introduced.isEmpty ? [row(nil, entry)] : introduced.map { row($0, entry) }
    }
    return known + (byJob[nil] ?? []).map { row($0, nil) }
  }

  func seekerRows(_ moves: [RecordID: [StageMove]]) -> [LedgerRow] {
    let byCase = Dictionary(grouping: introductions, by: \.record.case.id)
    let placed = Set(placements.map(\.record.case.id))
    let jobsByID = Dictionary(uniqueKeysWithValues: jobs.map { ($0.id, $0.job) })
    return cases.flatMap { entry -> [LedgerRow] in
      func row(_ introduction: DeadlineFacts.Row<Placement>?) -> LedgerRow {
        let placement = introduction?.record
        var row = LedgerRow()
        row.caseNumber = entry.number
        row.person = persons[entry.person]
        row.showsName = true
        row.candidate = candidates[entry.id]
        row.placement = placement
        row.introducedOn = introduction.flatMap {
          Introduction.day(of: $0.record, moves[$0.id] ?? [])
        }
        row.job = placement?.job.flatMap { jobsByID[$0.id] }
        row.company = placement.flatMap { companies[$0.company.id] }
        return row
      }
      let own = byCase[entry.id] ?? []
      if !placed.contains(entry.id), candidates[entry.id] == nil { return [] }
      return own.isEmpty ? [row(nil)] : own.map(row)
    }
  }
}
