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
}

extension Step {
  /// What is wrong with a draft.
  ///
  /// - Parameter before: what the rules compare it with.
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

  /// The cases of the records that a draft refers to, and what paper it rests on.
  func addLinks(of draft: Draft, to facts: inout CaseFacts) throws {
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
}

extension Database {
  func exists(_ address: RecordAddress) throws -> Bool {
    let id = address.id.rawValue.databaseValue
    return try row("SELECT 1 FROM \(address.kind.table) WHERE id = ?", id) != nil
  }
}
