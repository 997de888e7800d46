import Casework
import GRDB

/// What papers say of those who were hired, each kind read once.
struct LedgerPapers {
  /// Rows that no other corrects, latest first, by case.
  private let residences: [RecordID: [DeadlineFacts.Row<ResidenceRow>]]
  private let permissions: [RecordID: [DeadlineFacts.Row<WorkPermissionRow>]]
  /// The card seen last.
  private let cards: [RecordID: Document]

  init(_ db: Database) throws {
    func all<R: Casework.Record>(_: R.Type, _ condition: String = "1") throws
      -> [DeadlineFacts.Row<R>]
    {
      let fields = Fields.of(R.kind)
      return try db.rows(
        Condition(
          sql: """
            \(fields.select) WHERE "case" IN (
              SELECT "case" FROM placement WHERE startedOn IS NOT NULL)
            AND \(condition)
            """, arguments: [])
      ).map(fields.record).map { DeadlineFacts.Row($0.address.id, R(values: $0.values)) }
    }
    residences = Dictionary(grouping: try all(ResidenceRow.self), by: \.record.case.id)
      .mapValues(db.uncorrected)
    permissions = Dictionary(grouping: try all(WorkPermissionRow.self), by: \.record.case.id)
      .mapValues(db.uncorrected)
    let seen = try all(Document.self, "type = 'residence_card' AND numberEnding IS NOT NULL")
      .sorted { ($0.record.on?.dayNumber ?? 0, $0.id) < ($1.record.on?.dayNumber ?? 0, $1.id) }
    cards = seen.reduce(into: [:]) { $0[$1.record.case.id] = $1.record }
  }

  /// What stood on a day.
  func residence(of record: RecordID, on day: CivilDate) -> ResidenceRow? {
    residences[record]?.map(\.record).first { $0.on.map { $0 <= day } ?? false }
  }

  func permission(of record: RecordID, on day: CivilDate) -> WorkPermissionRow? {
    permissions[record]?.map(\.record).first { $0.on.map { $0 <= day } ?? false }
  }

  func card(of record: RecordID) -> Document? { cards[record] }
}

extension LedgerSource {
  /// Those who were hired, by their first day: what the employer reports of them (外国人雇用状況届出).
  ///
  /// What the person does not want the company to learn does not leave the store.
  func employmentRows(_ papers: LedgerPapers, _ today: CivilDate) -> [LedgerRow] {
    let byCase = Dictionary(uniqueKeysWithValues: cases.map { ($0.id, $0) })
    return placements.filter { $0.record.wasHired }
      .sorted {
        ($0.record.startedOn?.dayNumber ?? 0, $0.id) < ($1.record.startedOn?.dayNumber ?? 0, $1.id)
      }
      .map { entry in
        let placement = entry.record
        let found = byCase[placement.case.id]
        var row = LedgerRow()
        row.caseNumber = found?.number ?? ""
        row.placement = placement
        row.company = companies[placement.company.id]
        let given = Introduction.consents(
          consents[placement.case.id] ?? [], to: row.company?.name ?? "", on: today)
        guard !given.isEmpty, let person = found.flatMap({ persons[$0.person] }) else { return row }
        func mayTell(_ item: WithheldItem) -> Bool {
          given.contains { !$0.withheld.contains(item) }
        }
        row.showsName = mayTell(.name)
        row.person = Self.reported(person, mayTell)
        guard mayTell(.legalStatus) else { return row }
        let day = placement.endedOn ?? today
        row.residence = papers.residence(of: placement.case.id, on: day)
        row.permission = papers.permission(of: placement.case.id, on: day)
        row.card = papers.card(of: placement.case.id)
        return row
      }
  }

  /// The facts of a person that the report asks for and the person lets staff pass on.
  private static func reported(_ person: Person, _ mayTell: (WithheldItem) -> Bool) -> Person {
    var reported = Person()
    reported.gender = person.gender
    if mayTell(.name) {
      reported.nameRoman = person.nameRoman
      reported.nameKana = person.nameKana
      reported.nameNative = person.nameNative
      reported.nameUsed = person.nameUsed
    }
    if mayTell(.birthDate) {
      reported.birthDate = person.birthDate
      reported.birthDatePrecision = person.birthDatePrecision
    }
    if mayTell(.nationality) { reported.nationality = person.nationality }
    return reported
  }
}

extension Placement {
  fileprivate var wasHired: Bool {
    startedOn != nil && (stage.isWorking || PlacementStage.endsAfterStart.contains(stage))
  }
}
