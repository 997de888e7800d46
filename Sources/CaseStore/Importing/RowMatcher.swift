import Casework
import Fold
import GRDB

/// Finds the record that a row is about.
struct RowMatcher {
  let db: Database
  let kind: RecordKind
  let values: [String: FieldValue]

  /// What was found.
  struct Match {
    /// The record itself.
    var record: StoredRecord?
    /// For a new case: the person it is about, where they are known.
    var person: StoredRecord?
    /// Records that may be about the same person, without proof.
    var possible: [RecordID] = []
  }

  func match() throws -> Match {
    switch kind {
    case .case: try matchCase()
    case .person: try matchPerson()
    default: Match(record: try candidates().first(where: agrees))
    }
  }

  // MARK: Persons and cases

  private static let names = ["nameRoman", "nameKana", "nameNative", "nameUsed"]

  /// By the number in its source, else by the name and full date of birth of its person, else as the
  /// record that this very row made when it was imported before.
  private func matchCase() throws -> Match {
    let number = values["sourceNumber"]
    if let number {
      let known = try db.records(.case, "sourceNumber", number)
      if let first = known.first { return Match(record: try surviving(first)) }
    }
    var match = try matchPerson()
    let candidates = try match.possible.flatMap { try cases(of: $0) }
    match.possible = candidates.map(\.address.id)
    guard let person = match.record else { return match }
    match.record = nil
    match.person = person
    let own = try cases(of: person.address.id)
    // A case with another number of the source is another case of the same person.
    let same = own.filter { number == nil || $0.values["sourceNumber"]?.isAbsent == true }
    match.record =
      same.first { $0.values["opened"] == values["opened"] }
      ?? same.last { isOpen($0) } ?? same.last
    if let record = match.record { match.record = try surviving(record) }
    if match.record == nil { match.possible = own.map(\.address.id) }
    return match
  }

  /// The case that a duplicate was merged into; else the case itself.
  private func surviving(_ record: StoredRecord) throws -> StoredRecord {
    guard record.values["status"] == CaseStatus.duplicate.fieldValue,
      let link = record.values["survivingCase"]?.link
    else { return record }
    return try db.record(link.address) ?? record
  }

  private func matchPerson() throws -> Match {
    let given = Self.names.compactMap { name in text(name).map { (name, $0) } }
    let ids = Set(try given.flatMap { try db.named($0.1, .person) }).sorted()
    let persons = try ids.compactMap { try db.record(RecordAddress(.person, $0)) }
    let nameField = given.first?.0 ?? ""
    let same = persons.first { person in
      hasFullBirthDate && person.values["birthDate"] == values["birthDate"]
        && Shape.text.isSame(person.values[nameField] ?? .absent, values[nameField] ?? .absent)
    }
    if let same { return Match(record: same) }
    if let again = try persons.first(where: wasMadeByThisRow) { return Match(record: again) }
    return Match(possible: try db.duplicatePersons(of: values).map(\.person.address.id))
  }

  private var hasFullBirthDate: Bool {
    let precision = values["birthDatePrecision"] ?? .absent
    return values["birthDate"] != nil
      && (precision.isAbsent || precision == DatePrecision.exact.fieldValue)
  }

  /// Whether an import made this person of just the values of the row.
  private func wasMadeByThisRow(_ person: StoredRecord) throws -> Bool {
    let first = try db.entries(
      "j.recordKind = ? AND j.record = ? ORDER BY j.sequence LIMIT 1",
      [RecordKind.person.rawValue.databaseValue, person.address.id.rawValue.databaseValue])
    guard let first = first.first, first.command == "import" else { return false }
    let given = values.filter { RecordDescription.of(.person)[$0.key]?.origin == .stored }
    let made = Draft(new: .person, given).values.filter { !$0.value.isAbsent }
    return first.after == made
  }

  private func cases(of person: RecordID) throws -> [StoredRecord] {
    try db.cases(ofPerson: person).compactMap { try db.record($0) }
  }

  private func isOpen(_ record: StoredRecord) -> Bool {
    record.values["status"].flatMap(CaseStatus.init(fieldValue:))?.isEnd == false
  }

  // MARK: Other kinds

  /// The fields that tell one record of the kind from another, of those that the row fills.
  private var keys: [String] {
    let keys: [String] =
      switch kind {
      case .host: ["name", "representative"]
      case .company, .staff, .volunteer: ["name"]
      case .salon: ["theme", "date"]
      case .job: ["company", "occupation", "receivedOn"]
      case .placement: ["case", "company", values["occupation"] == nil ? "job" : "occupation"]
      case .homestay: ["case", "host", "start"]
      case .attendance: ["salon", "case", "guestName"]
      default: Array(values.keys)
      }
    return keys.filter { values[$0] != nil }
  }

  private func agrees(_ record: StoredRecord) -> Bool {
    keys.allSatisfy { name in
      guard let shape = RecordDescription.of(kind)[name]?.shape, let value = values[name] else {
        return false
      }
      return shape.isSame(record.values[name] ?? .absent, value)
    }
  }

  /// Records of the same name, or of the same case, company or salon.
  private func candidates() throws -> [StoredRecord] {
    let description = RecordDescription.of(kind)
    if let name = description.titleFields.first.flatMap(text),
      ["name", "theme"].contains(description.titleFields.first)
    {
      return try db.named(name, kind).compactMap { try db.record(RecordAddress(kind, $0)) }
    }
    for field in description.stored where field.uses.contains(.filter) {
      if case .reference = field.shape, let value = values[field.name] {
        return try db.records(kind, field.name, value)
      }
    }
    return []
  }

  private func text(_ field: String) -> String? {
    if case .text(let text)? = values[field] { text } else { nil }
  }
}
