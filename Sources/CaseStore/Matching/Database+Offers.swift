import Casework
import GRDB

/// A job with everything that matching asks.
struct OfferRow {
  let id: RecordID
  var offer: JobMatch.Offer
}

/// The jobs and companies with which somebody has an open placement.
struct HeldJobs {
  var jobs: Set<RecordID> = []
  /// Where the person works.
  var companies: Set<RecordID> = []

  func contains(_ offer: OfferRow) -> Bool {
    jobs.contains(offer.id) || companies.contains(offer.offer.job.company.id)
  }
}

extension Database {
  private static let accepted = PlacementStage.allCases.filter(\.isAccepted)
    .codeList

  private static let working = PlacementStage.allCases.filter(\.isWorking).codeList

  /// Those of the persons that a statement finds who have accepted an offer or work, by whichever
  /// of their cases; what is paused waits for something else.
  func personsWhoAccepted(among persons: Condition) throws -> Set<RecordID> {
    let found = try rows(
      Condition(
        sql: """
          SELECT c.person FROM "case" AS c JOIN placement AS p ON p."case" = c.id
          WHERE c.person IN (\(persons.sql)) AND +p.stage IN (\(Self.accepted))
            AND p.pausedOn IS NULL
          """, arguments: persons.arguments))
    return Set(found.compactMap { $0.number(at: 0).map(RecordID.init(_:)) })
  }

  /// The jobs whose request is valid on a day.
  func jobOffers(validOn day: CivilDate) throws -> [OfferRow] {
    try offers("closesOn IS NULL OR closesOn >= ?", day.description.databaseValue)
  }

  func jobOffer(_ id: RecordID) throws -> OfferRow? {
    try offers("id = ?", id.rawValue.databaseValue).first
  }

  private func offers(_ condition: String, _ argument: DatabaseValue) throws -> [OfferRow] {
    let fields = Fields.of(.job)
    let stored = try rows(
      Condition(sql: "\(fields.select) WHERE \(condition) ORDER BY id", arguments: [argument])
    ).map(fields.record)
    let which = "(SELECT id FROM job WHERE \(condition))"
    func pairs(_ sql: String) throws -> [Row] {
      try rows(Condition(sql: sql, arguments: [argument]))
    }
    let filled = try pairs(
      """
      SELECT job, count(*) FROM placement
      WHERE job IN \(which) AND +stage IN (\(Self.accepted)) GROUP BY job
      """
    ).reduce(into: [Int64: Int]()) { $0[$1.number(at: 0) ?? 0] = Int($1.number(at: 1) ?? 0) }
    let names = try pairs(
      "SELECT id, name FROM company WHERE id IN (SELECT company FROM job WHERE id IN \(which))"
    ).reduce(into: [Int64: String]()) { $0[$1.number(at: 0) ?? 0] = $1.text(at: 1) }
    return stored.map { record in
      let job = Job(values: record.values)
      var offer = JobMatch.Offer(job)
      offer.companyName = names[job.company.id.rawValue] ?? ""
      offer.occupation = Terms.phrase(job.occupation)
      offer.skills = Terms.names(in: job.skills)
      offer.filled = filled[record.address.id.rawValue] ?? 0
      return OfferRow(id: record.address.id, offer: offer)
    }
  }

  func heldJobs(ofPersonOf record: RecordID) throws -> HeldJobs {
    let found = try rows(
      Condition(
        sql: """
          SELECT job, company, stage IN (\(Self.working)) FROM placement
          WHERE "case" IN (
            SELECT other FROM samePerson AS p WHERE p."case" = ?)
          AND (+isOpen = 1 OR +stage = 'retained')
          """, arguments: [record.rawValue.databaseValue]))
    return found.reduce(into: HeldJobs()) { held, row in
      if let job = row.number(at: 0) { held.jobs.insert(RecordID(job)) }
      if row.number(at: 2) == 1, let company = row.number(at: 1) {
        held.companies.insert(RecordID(company))
      }
    }
  }

  /// The persons who have an open placement for a job, or work at its company.
  func personsHolding(_ offer: OfferRow) throws -> Set<RecordID> {
    let found = try rows(
      Condition(
        sql: """
          SELECT c.person FROM placement AS p JOIN "case" AS c ON c.id = p."case"
          WHERE p.company = ? AND (+p.isOpen = 1 AND p.job = ? OR +p.stage IN (\(Self.working)))
          """,
        arguments: [
          offer.offer.job.company.id.rawValue.databaseValue, offer.id.rawValue.databaseValue,
        ]))
    return Set(found.compactMap { $0.number(at: 0).map(RecordID.init(_:)) })
  }
}
