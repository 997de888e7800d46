import Casework
import Fold
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
    let company = Terms.folded(offer.offer.companyName)
    for index in seeker.permissions.indices {
      let row = seeker.permissions[index].row
      seeker.permissions[index].namesEmployer =
        !row.employer.isEmpty && Terms.folded(row.employer) == company
      seeker.permissions[index].namesOccupation =
        !row.occupation.isEmpty && Terms.folded(row.occupation) == offer.offer.occupation
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
      let fields = Fields(of: kind)
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
    let permissions = try all(
      .workPermission, "JOIN workpermission AS x ON x.\"case\" = t.\"case\"")
    let rowsOfCase = Dictionary(grouping: permissions) { $0.values["case"]?.link?.address.id }
    let persons = try rows(
      Condition(
        sql: """
          SELECT c.id, p.id, p.japaneseLevel FROM \(from)
          JOIN person AS p ON p.id = c.person WHERE \(which)
          """, arguments: key)
    ).reduce(into: [RecordID: (id: RecordID, level: JapaneseLevel?)]()) { result, row in
      guard let id = row.number(at: 0), let person = row.number(at: 1) else { return }
      let level = row.text(at: 2).flatMap(JapaneseLevel.init(rawValue:))
      result[RecordID(id)] = (RecordID(person), level)
    }
    return candidates.compactMap { stored in
      var candidate = Casework.Candidate(values: stored.values)
      guard let person = persons[candidate.case.id] else { return nil }
      // What the person's own page says counts where the registration is silent.
      candidate.japaneseLevel = candidate.japaneseLevel ?? person.level
      var seeker = JobMatch.Seeker(candidate)
      seeker.occupations = Terms.of(candidate.occupations)
      seeker.skills = Terms.of(candidate.skills)
      seeker.permissions = Self.permissions(rowsOfCase[candidate.case.id] ?? [], papers)
      return SeekerRow(record: candidate.case.id, person: person.id, seeker: seeker)
    }
  }

  /// The rows that no other corrects, latest first; whom they name is looked at for each job.
  private static func permissions(
    _ stored: [StoredRecord], _ papers: [RecordID: Document]
  ) -> [PlacementFacts.Permission] {
    let rows = stored.map { (id: $0.address.id, row: WorkPermissionRow(values: $0.values)) }
    let corrected = Set(rows.compactMap { $0.row.corrects?.id })
    return rows.filter { !corrected.contains($0.id) }
      .sorted { ($1.row.on?.dayNumber ?? 0, $1.id) < ($0.row.on?.dayNumber ?? 0, $0.id) }
      .map { row in
        var permission = PlacementFacts.Permission(row.row)
        let paper = row.row.document.flatMap { papers[$0.id] }
        permission.paper = paper?.type
        permission.paperExpires = paper?.expiresOn
        return permission
      }
  }
}

/// Words that stand apart by commas, folded for comparing.
enum Terms {
  static func of(_ text: String) -> Set<String> {
    let parts = text.split { ",、，;；/・|\n".contains($0) }
    return Set(parts.map { folded(String($0)) }.filter { !$0.isEmpty })
  }

  /// A name as it is compared: however it is spaced.
  static func folded(_ text: String) -> String { Fold.name(text) }
}
