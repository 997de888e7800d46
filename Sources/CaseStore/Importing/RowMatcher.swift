import Casework
import Fold
import GRDB

/// Finds the record that a row is about.
struct RowMatcher {
  let db: Database
  let kind: RecordKind
  /// What the row says, with the records that its words name.
  let values: [String: FieldValue]
  /// The number that this store gives, where the row has one.
  let number: String
  /// Whether the source's number may be this store's.
  var mayBeOwnNumber = false
  /// Fields in which the sheet is to win, and which may differ therefore.
  let overwrite: Set<String>
  /// Fields that the import itself gives a new record, beside what the row says.
  var supplied: Set<String> = []
  /// The records of the rows before this one.
  let rows: SheetRows
  let namesakes: Namesakes
  let ownCases = OwnCases()

  var identity: Identity { description.identity }
  var description: RecordDescription { .of(kind) }

  /// How many who share a name, a day of birth or a telephone are looked at as possible doubles of one
  /// row: thousands of a sheet may, and nobody reads of more.
  static let mostAlike = 10

  /// What was found.
  struct Match {
    /// The record itself.
    var record: StoredRecord?
    /// Whether the number of the source that the row gives is this store's number of it.
    var isByOwnNumber = false
    /// For a new case: the person it is about, where they are known.
    var person: StoredRecord?
    /// Records that may be about the same, without proof.
    var possible: [RecordID] = []
    /// Why some of them were not taken for the record of the row.
    var doubts: [RecordID: Identity.Doubt] = [:]

    mutating func doubt(_ id: RecordID, _ reason: Identity.Doubt) {
      if !possible.contains(id) { possible.append(id) }
      doubts[id] = doubts[id] ?? reason
    }
  }

  /// - Throws: `Refusal.problems` where the row names a record by a number that is another's or
  ///   nobody's, or where it cannot be told which of several it means.
  func match() throws -> Match {
    if description.hasOwnNumber { return try matchCase() }
    return try matchNumber().map { Match(record: $0) } ?? matchAlike()
  }

  // MARK: By the number

  private func matchNumber() throws -> StoredRecord? {
    guard !number.isEmpty else { return nil }
    let id = Int64(number.dropFirst(kind.letter.count + 1)).map(RecordID.init(_:))
    guard let record = try id.flatMap({ try db.record(RecordAddress(kind, $0)) }) else {
      throw problem("", .numberUnknown, .text(number))
    }
    try check(record, called: number, isOwn: true)
    return record
  }

  /// - Throws: where the record is certainly another one than the row is about.
  func check(_ record: StoredRecord, called number: String, isOwn: Bool) throws {
    let fields = identity.contradiction(
      of: values, to: try facts(of: record), in: description, isOwn: isOwn, corrected: overwrite)
    guard let field = fields.first else { return }
    let link = try db.link(record.address)
    throw problem(
      field, .numberOfAnother, .text(number),
      .record(link))
  }

  func problem(
    _ field: String, _ code: FieldProblem.Code, _ arguments: FieldProblem.Argument...
  ) -> Refusal {
    var problem = FieldProblem(field, code)
    problem.arguments = arguments
    return .problems([problem])
  }

  /// What a record says, with what it borrows.
  func facts(of record: StoredRecord) throws -> [String: FieldValue] {
    try description.lenders.reduce(into: record.values) { values, lender in
      if let link = record.values[lender.via]?.link, let other = try db.record(link.address) {
        values.merge(other.values) { own, _ in own }
      }
    }
  }

  // MARK: By what it says

  private func matchAlike() throws -> Match {
    var match = Match()
    var same: [StoredRecord] = []
    for record in try candidates() {
      let row = identity.isOneRow ? rows.other(about: record.address.id, than: values) : nil
      switch likeness(record) {
      case .same:
        guard let row else {
          same.append(record)
          continue
        }
        match.doubt(record.address.id, .rowOfSheet(row))
      case .possible(let doubt):
        if row == nil, try wasMadeByThisRow(record) { return Match(record: record) }
        match.doubt(record.address.id, doubt)
      case .other: break
      }
    }
    if let record = try meant(of: same) { return Match(record: record) }
    if kind.isOrganisation { match.possible += try calledOtherwise(match.possible) }
    if description.isOfPersons {
      let alike = try db.duplicatePersons(
        of: values, of: Self.mostAlike, among: namesakes
      ).map(\.person)
      match.possible = alike + match.possible.filter { !alike.contains($0) }
    }
    return match
  }

  func likeness(_ record: StoredRecord) -> Identity.Likeness {
    identity.likeness(of: values, to: record.values, in: description)
  }

  /// The record to choose where nothing tells several from the row: the one that this row made,
  /// else the one with all its values, else the only one.
  private func meant(of records: [StoredRecord]) throws -> StoredRecord? {
    if records.count < 2 || identity.isEverything { return records.first }
    if let made = try records.first(where: wasMadeByThisRow) { return made }
    let whole = records.filter { record in
      values.allSatisfy { name, value in
        description[name]?.shape.isSame(record.values[name] ?? .absent, value) ?? true
      }
    }
    guard whole.count == 1 else { throw try severalAlike(records) }
    return whole.first
  }

  func severalAlike(_ records: [StoredRecord]) throws -> Refusal {
    let links = try records.map { try db.link($0.address).number }
    return problem("", .severalAlike, .text(links.joined(separator: ", ")))
  }

  /// Whether an earlier import made this record from a row with the same identifying values.
  func wasMadeByThisRow(_ record: StoredRecord) throws -> Bool {
    let first = try db.entries(
      "j.recordKind = ? AND j.record = ? ORDER BY j.sequence LIMIT 1",
      [
        record.address.kind.rawValue.databaseValue, record.address.id.rawValue.databaseValue,
      ])
    guard let first = first.first, first.ownCommand == .imported else { return false }
    let description = RecordDescription.of(record.address.kind)
    let own = values.filter { description[$0.key]?.origin == .stored }
    let said = Draft(new: record.address.kind, own).values.filter { !$0.value.isAbsent }
    // A day that every record needs is supplied where the sheet has none.
    let supplied = self.supplied.union(description.stored.filter(\.isRequired).map(\.name))
    return first.after.filter { said[$0.key] != nil || !supplied.contains($0.key) } == said
  }

  /// Records of the same name, or of the same case, company or salon.
  private func candidates() throws -> [StoredRecord] {
    // What tells two of one name apart does not lead to either of them.
    let others = description.stored.map(\.name).filter { !identity.apart.contains($0) }
    let references = identity.keys.isEmpty ? others : identity.keys
    for name in references {
      guard let field = description[name], case .reference = field.shape,
        field.uses.contains(.filter), let value = values[name]
      else { continue }
      return try db.records(kind, name, value)
    }
    let named = Set(
      try identity.names.compactMap(text).flatMap { try db.named($0, kind) })
    return try named.sorted().compactMap { try db.record(RecordAddress(kind, $0)) }
  }

  /// ㈱みどり is perhaps みどり株式会社.
  private func calledOtherwise(_ known: [RecordID]) throws -> [RecordID] {
    let own = Set(try identity.names.compactMap(text).flatMap { try db.named($0, kind) })
    var found: [RecordID] = []
    for name in identity.names.compactMap(text).flatMap(CorporateForm.variants(of:)) {
      for id in try db.named(name, kind)
      where !own.contains(id) && !known.contains(id) && !found.contains(id) {
        found.append(id)
      }
    }
    return found
  }

  func text(_ field: String) -> String? {
    if case .text(let text)? = values[field] { text } else { nil }
  }
}
