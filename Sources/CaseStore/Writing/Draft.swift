import Casework
import Foundation
import GRDB

/// A row as it is to become.
struct Draft {
  let kind: RecordKind
  /// What it is now; nil where it is not there.
  let before: StoredRecord?
  /// Every stored field.
  var values: [String: FieldValue]
  /// Where a record that was taken away is put back; nil for every other.
  private(set) var place: RecordAddress?
  /// Whether it is taken away.
  private(set) var isRemoved = false
  /// The identity that a new record has in another store; nil for one that is to get its own.
  var uid: Data?

  init(new kind: RecordKind, _ values: [String: FieldValue]) {
    self.kind = kind
    before = nil
    let empty = RecordDescription.of(kind).emptyValues
    self.values = Fields.of(kind).normalised(empty.merging(values) { $1 })
  }

  init(_ record: StoredRecord, _ changes: [String: FieldValue]) {
    kind = record.address.kind
    before = record
    values = record.values.merging(Fields.of(kind).normalised(changes)) { $1 }
  }

  /// A record that was taken away, as it was and at its address.
  init(puttingBack address: RecordAddress, _ values: [String: FieldValue]) {
    kind = address.kind
    before = nil
    self.values = values
    place = address
  }

  init(removing record: StoredRecord) {
    kind = record.address.kind
    before = record
    values = [:]
    isRemoved = true
  }

  /// The fields that become different.
  var changes: [String: FieldValue] {
    guard let before else { return values.filter { !$0.value.isAbsent } }
    return values.filter { $0.value != (before.values[$0.key] ?? .absent) }
  }
}

/// What is written at once: a record, and those from which it borrows fields.
struct Write {
  var own: Draft
  /// By the reference field that leads to the other record.
  var lenders: [String: Draft] = [:]

  init(_ own: Draft) { self.own = own }

  var drafts: [Draft] { [own] + lenders.values }
}

extension Step {
  /// What is wrong with a draft.
  ///
  /// - Parameter except: references to records that are made with it.
  func problems(_ draft: Draft, except: Set<String> = []) throws -> [FieldProblem] {
    let description = RecordDescription.of(draft.kind)
    let facts = try facts(for: draft)
    var problems = description.problems(
      in: draft.values, before: draft.before?.values, facts: facts)
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
        RecordDescription.of(kind)[RecordDescription.caseField]?.isRequired == true,
        let link = draft.values[field.name]?.link, let record = try db.record(link.address)
      else { continue }
      facts.casesOfLinks[field.name] = record.values.aboutCase?.address.id
      if RecordDescription.of(kind)[\Document.type]?.shape == DocumentType.shape {
        facts.evidence = record.values.value(of: \Document.type)
      }
    }
  }
}

extension Database {
  func exists(_ address: RecordAddress) throws -> Bool {
    try finds(
      "SELECT 1 FROM \(address.kind.table) WHERE id = ?", [address.id.rawValue.databaseValue])
  }
}
