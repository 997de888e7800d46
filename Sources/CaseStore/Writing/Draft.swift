import Casework
import GRDB

/// A row as it is to become.
struct Draft {
  let kind: RecordKind
  /// What it is now; nil where it is new.
  let before: StoredRecord?
  /// Every stored field.
  var values: [String: FieldValue]

  init(new kind: RecordKind, _ values: [String: FieldValue]) {
    self.kind = kind
    before = nil
    let empty = RecordDescription.of(kind).emptyValues
    self.values = Fields(of: kind).normalised(empty.merging(values) { $1 })
  }

  init(_ record: StoredRecord, _ changes: [String: FieldValue]) {
    kind = record.address.kind
    before = record
    values = record.values.merging(Fields(of: kind).normalised(changes)) { $1 }
  }

  /// The fields that become different.
  var changes: [String: FieldValue] {
    values.filter { $0.value != (before?.values[$0.key] ?? .absent) }
  }

  /// Sets the day of an ending that the move of a case brings with it, or takes it away.
  mutating func settle(today: CivilDate) {
    guard kind == .case, let before, let from = before.status, let to = status, from != to else {
      return
    }
    if to == .closed, values["closedOn"]?.isAbsent != false { values["closedOn"] = .date(today) }
    if from.isEnd, !to.isEnd { values["closedOn"] = .absent }
  }

  private var status: CaseStatus? { values["status"].flatMap(CaseStatus.init(fieldValue:)) }
}

extension StoredRecord {
  fileprivate var status: CaseStatus? { values["status"].flatMap(CaseStatus.init(fieldValue:)) }
}

extension Step {
  /// What is wrong with a draft.
  ///
  /// - Parameter before: what the rules compare it with; an import is not bound to the moves of a
  ///   status and leaves it out.
  func problems(
    _ draft: Draft, before: [String: FieldValue]?, except: Set<String> = []
  ) throws -> [FieldProblem] {
    let description = RecordDescription.of(draft.kind)
    let facts = try facts(for: draft)
    var problems = description.problems(in: draft.values, before: before, facts: facts)
    let faulty = except.union(problems.map(\.field))
    for (name, value) in draft.changes where !faulty.contains(name) {
      if case .link(let link) = value, try !db.exists(link.address) {
        problems.append(FieldProblem(name, .notFound))
      }
    }
    return problems
  }

  private func facts(for draft: Draft) throws -> CaseFacts {
    var facts = CaseFacts(today: today, reason: reason)
    try addLinks(of: draft, to: &facts)
    guard draft.kind == .case, let before = draft.before,
      before.values["status"] != draft.values["status"]
    else { return facts }
    let id = before.address.id.rawValue.databaseValue
    func count(_ sql: String, _ more: DatabaseValue...) throws -> Int {
      Int(try db.rows(Condition(sql: sql, arguments: [id] + more)).first?.number(at: 0) ?? 0)
    }
    facts.hasNextAction =
      try count("SELECT count(*) FROM followup WHERE \"case\" = ? AND done IS NULL") > 0
    facts.failedContacts = try count(
      "SELECT count(*) FROM contact WHERE \"case\" = ? AND contactMade = 0 AND \"on\" >= ?",
      today.adding(days: -30).description.databaseValue)
    // With a plus SQLite goes by the case, and not through every stay that is open.
    facts.openStays = try count(
      "SELECT count(*) FROM homestay WHERE \"case\" = ? AND +isOpen = 1")
    facts.openPlacements = try count(
      "SELECT count(*) FROM placement WHERE \"case\" = ? AND stage IN (\(Self.beforeWork))")
    return facts
  }

  /// The cases of the records that a draft refers to, and what paper it rests on.
  private func addLinks(of draft: Draft, to facts: inout CaseFacts) throws {
    for field in RecordDescription.of(draft.kind).stored {
      guard case .reference(let kind) = field.shape, kind != .case,
        RecordDescription.of(kind)["case"]?.isRequired == true,
        let link = draft.values[field.name]?.link, let record = try db.record(link.address)
      else { continue }
      facts.casesOfLinks[field.name] = record.values["case"]?.link?.address.id
      if kind == .document {
        facts.evidence = record.values["type"].flatMap(DocumentType.init(fieldValue:))
      }
    }
  }

  private static let beforeWork = PlacementStage.path.prefix { $0 != .started }
    .map { "'\($0.rawValue)'" }.joined(separator: ", ")
}

extension Database {
  func exists(_ address: RecordAddress) throws -> Bool {
    let id = address.id.rawValue.databaseValue
    return try row("SELECT 1 FROM \(address.kind.table) WHERE id = ?", id) != nil
  }
}
