import Casework
import GRDB

/// Somebody who looks for work, with everything that matching asks.
struct SeekerRow {
  let record: RecordID
  let person: RecordID
  var seeker: JobMatch.Seeker

  func placed(_ isPlacedThere: Bool) -> SeekerRow {
    var row = self
    row.seeker.isPlacedThere = isPlacedThere
    return row
  }

  /// The person with permissions that know whether they name this company and this work.
  func named(by offer: OfferRow) -> JobMatch.Seeker {
    var seeker = seeker
    seeker.permissions = seeker.permissions.map {
      $0.compared(with: offer.offer.companyName, offer.offer.occupation)
    }
    return seeker
  }
}

extension Database {
  /// The registered of open cases who look for work, or the one of a case whatever their stage; a
  /// fixed number of queries however many they are.
  func seekers(of record: RecordID?) throws -> [SeekerRow] {
    let which = record == nil ? "t.isOpen = 1 AND c.isOpen = 1" : "t.\"case\" = ?"
    let key = record.map { [$0.rawValue.databaseValue] } ?? []
    let from = "candidate AS t JOIN \"case\" AS c ON c.id = t.\"case\""
    func all(_ kind: RecordKind, _ joins: String) throws -> [StoredRecord] {
      let fields = Fields.of(kind)
      let columns = (["version", "id"] + fields.stored.map { quoted($0.name) })
        .map { "x.\($0)" }.joined(separator: ", ")
      return try rows(
        Condition(sql: "SELECT \(columns) FROM \(from) \(joins) WHERE \(which)", arguments: key)
      ).map(fields.record)
    }
    let candidates = try all(.candidate, "JOIN candidate AS x ON x.id = t.id")
    let papers = try all(
      .document,
      """
      JOIN workpermission AS w ON w."case" = t."case" JOIN document AS x ON x.id = w.document
      """
    ).reduce(into: [RecordID: Document]()) { $0[$1.address.id] = Document(values: $1.values) }
    let permissions = Dictionary(
      grouping: try all(
        .workPermission, "JOIN workpermission AS x ON x.\"case\" = t.\"case\""
      ).map { DeadlineFacts.Row($0.address.id, WorkPermissionRow(values: $0.values)) },
      by: \.record.case.id)
    let residences = Dictionary(
      grouping: try all(.residence, "JOIN residence AS x ON x.\"case\" = t.\"case\"").map {
        DeadlineFacts.Row($0.address.id, ResidenceRow(values: $0.values))
      }, by: \.record.case.id)
    let applications = Dictionary(
      grouping: try all(.application, "JOIN application AS x ON x.\"case\" = t.\"case\"").map {
        StatusApplication(values: $0.values)
      }, by: \.case.id)
    let accepted = try personsWhoAccepted(
      among: Condition(
        sql: "SELECT c.person FROM \(from) WHERE \(which)", arguments: key))
    let persons = try rows(
      Condition(
        sql: """
          SELECT c.id, p.id, p.japaneseLevel FROM \(from)
          JOIN person AS p ON p.id = c.person WHERE \(which)
          """, arguments: key)
    ).reduce(into: [RecordID: (id: RecordID, level: JapaneseLevel?)]()) { result, row in
      guard let id = row.number(at: 0), let person = row.number(at: 1) else { return }
      let level: JapaneseLevel? = try row.choice(
        at: 2, Person.name(\.japaneseLevel), of: RecordAddress(.person, RecordID(person)))
      result[RecordID(id)] = (RecordID(person), level)
    }
    return candidates.compactMap { stored in
      var candidate = Candidate(values: stored.values)
      guard let person = persons[candidate.case.id] else { return nil }
      // What the person's own page says counts where the registration is silent.
      candidate.japaneseLevel = candidate.japaneseLevel ?? person.level
      var seeker = JobMatch.Seeker(candidate)
      seeker.occupations = Terms.phrases(in: candidate.occupations)
      seeker.skills = Terms.names(in: candidate.skills)
      seeker.permissions = uncorrected(permissions[candidate.case.id] ?? []).map { row in
        PlacementFacts.Permission(row.record, paper: row.record.document.flatMap { papers[$0.id] })
      }
      seeker.residence = uncorrected(residences[candidate.case.id] ?? []).first?.record
        .told(byAny: applications[candidate.case.id] ?? [])
      seeker.hasAccepted = accepted.contains(person.id)
      return SeekerRow(record: candidate.case.id, person: person.id, seeker: seeker)
    }
  }
}
