import Casework
import GRDB

/// Keeps what a row of a sheet says about a case in records of their own: rows of its legal axes,
/// its papers.
///
/// What a sheet says is no evidence: such a row has no paper and nobody who confirmed it, and
/// nothing is filled into a record that somebody did confirm.
struct PartKeeper {
  let step: Step
  let options: ImportOptions
  let aboutCase: StoredRecord

  /// Adds or fills the record of a part, or lists where the two differ.
  func keep(
    _ part: ImportPart, _ kept: inout [ImportPart], _ differences: inout [FieldConflict]
  ) throws {
    var given = part
    for (name, value) in part.values {
      given.values[name] = description(part)[name]?.normalised(value) ?? value
    }
    let records = try records(like: given)
    guard let record = records.first(where: { given.isAbout($0) }) ?? records.first else {
      if !given.saysNothing { kept.append(try add(given, after: nil)) }
      return
    }
    let safe = given.withoutPermissions
    var found = try compare(given, with: record)
    let wins = found.differing.filter { options.overwrite.contains($0.field) }
    if !wins.isEmpty {
      found.differing.removeAll { options.overwrite.contains($0.field) }
      kept.append(try add(given.answering(record.values, found.differing), after: record))
    } else {
      let missing = safe.values.filter { found.missing.contains($0.key) }
      if !missing.isEmpty { kept.append(try fill(record, missing, part)) }
    }
    differences += found.differing.sorted { $0.field < $1.field }
  }

  private func description(_ part: ImportPart) -> RecordDescription { .of(part.kind) }

  // MARK: What is there

  /// The records of the case that a part may be about, latest first; none that another corrects.
  private func records(like part: ImportPart) throws -> [StoredRecord] {
    let all = try step.db.records(
      part.kind, RecordDescription.caseField, .link(Link(aboutCase.address)))
    let corrected = Set(all.compactMap { $0.values[ImportPart.corrects]?.link?.address.id })
    return all.filter { record in
      part.paper.map { record.values[\Document.type] == $0.fieldValue }
        ?? !corrected.contains(record.address.id)
    }.sorted { ($1.day, $1.address.id) < ($0.day, $0.address.id) }
  }

  private struct Comparison {
    /// The fields that the record has not and may be given.
    var missing: Set<String> = []
    /// By the column's name.
    var differing: [FieldConflict] = []
  }

  private func compare(_ part: ImportPart, with record: StoredRecord) throws -> Comparison {
    var result = Comparison()
    let isSame = try part.values[part.mainField].map {
      try isKnown($0, part.mainField, part, in: record)
    }
    for field in Set(part.values.keys).union(part.quoted.keys).sorted() {
      guard let value = part.values[field] ?? part.quoted[field].map(FieldValue.text),
        try !isKnown(value, field, part, in: record)
      else { continue }
      // Words that the sheet adds to a status or a period are no other status.
      if part.values[field] == nil,
        ResidenceRow.names(\.statusOfResidence, \.periodMonths).contains(field)
      {
        continue
      }
      let theirs = record.values[field] ?? .absent
      if theirs.isAbsent, isSame ?? true, !record.isWitnessed {
        result.missing.insert(field)
      } else {
        let column = part.column(
          of: field == ResidenceRow.name(\.periodDays) ? ResidenceRow.name(\.periodMonths) : field)
        result.differing.append(
          FieldConflict(column?.name ?? field, yours: value, theirs: theirs))
      }
    }
    return result
  }

  /// Whether a record has the value of the sheet, if only in its notes.
  private func isKnown(
    _ value: FieldValue, _ field: String, _ part: ImportPart, in record: StoredRecord
  ) throws -> Bool {
    let theirs = record.values[field] ?? .absent
    if description(part)[field]?.shape.isSame(theirs, value) == true { return true }
    if let words = part.quoted[field], case .text(let notes)? = record.values[ImportPart.notes],
      notes.contains(words)
    {
      return true
    }
    guard field == WorkPermissionRow.name(\.workPermission) else { return false }
    let now = try step.db.row(
      "SELECT workPermission FROM \"case\" WHERE id = ?",
      aboutCase.address.id.rawValue.databaseValue)
    return now?.text(at: 0).map(FieldValue.code) == value
  }

  // MARK: What is written

  private func add(_ part: ImportPart, after record: StoredRecord?) throws -> ImportPart {
    var safe = part.withoutPermissions
    safe.values[ImportPart.day] =
      safe.values[ImportPart.day] ?? .date(assumedDay(of: part, after: record))
    var notes = safe.quotedLines
    if part.paper == nil, part.values[ImportPart.day] == nil { notes.append(options.dayAssumed) }
    if part.hasUnknownStatus { notes.append(options.statusUnknown) }
    safe.values[ImportPart.notes] = notes.filter { !$0.isEmpty }.joined(separator: "\n").fieldValue
    safe.values = safe.values.filter { !$0.value.isAbsent }
    var values = safe.values
    values[RecordDescription.caseField] = .link(Link(aboutCase.address))
    try write(Draft(new: part.kind, values), part)
    return safe
  }

  private func fill(
    _ record: StoredRecord, _ missing: [String: FieldValue], _ part: ImportPart
  ) throws -> ImportPart {
    let draft = Draft(record, missing)
    try write(draft, part)
    return ImportPart(part.kind, paper: part.paper, values: draft.changes)
  }

  /// Calls problems by the columns they are in.
  private func write(_ draft: Draft, _ part: ImportPart) throws {
    do {
      _ = try step.write(Write(draft))
    } catch Refusal.problems(let problems) {
      throw Refusal.problems(
        problems.map { problem in
          var problem = problem
          problem.field = part.column(of: problem.field)?.name ?? problem.field
          return problem
        })
    }
  }

  /// The day from which a row is kept where the sheet has none: the day the case was opened, but not
  /// after the end of the stay; a later row not before the one it follows.
  private func assumedDay(of part: ImportPart, after record: StoredRecord?) -> CivilDate {
    func day(_ value: FieldValue?) -> CivilDate? {
      if case .date(let day)? = value { day } else { nil }
    }
    let opened = day(aboutCase.values[\Case.opened])
    let end = day(part.endOfStay)
    guard let record else {
      return [opened ?? step.today, end ?? step.today, step.today].min() ?? step.today
    }
    let latest = min(step.today, end ?? step.today)
    return max(latest, day(record.values[ImportPart.day]) ?? latest)
  }
}

extension ImportPart {
  /// Whether the part is certainly about this record: the same stage on the same day, or a paper
  /// of the same number.
  fileprivate func isAbout(_ record: StoredRecord) -> Bool {
    let keys = paper != nil ? [Document.name(\.numberEnding)] : [Self.day, mainField]
    return keys.allSatisfy { values[$0] != nil && record.values[$0] == values[$0] }
  }
}

extension StoredRecord {
  fileprivate var day: CivilDate {
    if case .date(let day)? = values[ImportPart.day] { day } else { CivilDate(dayNumber: 0) }
  }

  /// Whether a member of staff confirmed the record by a paper.
  fileprivate var isWitnessed: Bool {
    [ResidenceRow.name(\.document), Document.name(\.seenBy)].contains {
      values[$0]?.isAbsent == false
    }
  }
}
