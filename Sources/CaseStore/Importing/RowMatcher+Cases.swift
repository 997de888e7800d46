import Casework
import Fold
import GRDB

extension RowMatcher {
  /// Finds the case by the number of this store, by the number of its source, by the name and full
  /// date of birth of the person, or as the record that this very row made in an earlier import.
  func matchCase() throws -> Match {
    if let known = try numberedCase() { return Match(record: known) }
    let source = values[\Case.sourceNumber]
    if let source, let known = try sourcedCase(source) { return Match(record: known) }
    if mayBeOwnNumber, let known = try casePerhapsNumbered() {
      return Match(record: try surviving(known), isByOwnNumber: true)
    }
    var match = Match()
    if let person = try knownPerson(&match) {
      let own = try cases(of: person.address.id)
      // A case with another number of the source is another case of the same person.
      let same = own.filter { record in
        (source == nil || record.values[\Case.sourceNumber]?.isAbsent == true) && isFree(record)
      }
      if let record = latest(of: same) { return Match(record: try surviving(record)) }
      // Without a number two rows of a sheet are two persons.
      if source != nil || own.isEmpty { match.person = person }
      for record in own {
        if let row = rows.other(about: record.address.id, than: values) {
          match.doubt(record.address.id, .rowOfSheet(row))
        } else {
          match.possible.append(record.address.id)
        }
      }
    }
    let alike = try db.duplicatePersons(
      of: values, of: Self.mostAlike, among: namesakes
    ).flatMap {
      try db.cases(ofPerson: $0.person)
    }.map(\.id)
    match.possible = alike + match.possible.filter { !alike.contains($0) }
    return match
  }

  /// Whether no other row of the sheet is about it.
  private func isFree(_ record: StoredRecord) -> Bool {
    rows.other(about: record.address.id, than: values) == nil
  }

  // MARK: Numbers

  /// The case of the number or the code that this store gave it; nil where the row has none.
  private func numberedCase() throws -> StoredRecord? {
    guard !number.isEmpty else { return nil }
    guard let record = try db.records(\Case.number, .text(number)).first else {
      throw problem(Case.name(\.number), .numberUnknown, .text(number))
    }
    try check(record, called: number, isOwn: true)
    // A row that agrees with the merged case adds nothing; any other row is about the surviving
    // case.
    let facts = try facts(of: record)
    let isKnown = values.allSatisfy { name, value in
      description[name]?.shape.isSame(facts[name] ?? .absent, value) ?? true
    }
    return isKnown ? record : try surviving(record)
  }

  /// The case that this store gave a number which may as well be another list's: it is meant where
  /// nothing says that it is not, and where another list has a number for it, all says that it is.
  private func casePerhapsNumbered() throws -> StoredRecord? {
    let given = JapaneseDigits.toASCII(text(Case.name(\.sourceNumber)) ?? "")
    guard CaseNumber.isOne(given), let record = try db.records(\Case.number, .text(given)).first
    else { return nil }
    let facts = try facts(of: record)
    guard record.values[\Case.sourceNumber]?.isAbsent == true else {
      let likeness = identity.likeness(of: values, to: facts, in: .of(.person))
      return likeness == .same ? record : nil
    }
    let differing = identity.contradiction(
      of: values, to: facts, in: description, isOwn: false, corrected: overwrite)
    return differing.isEmpty ? record : nil
  }

  /// - Throws: where all cases of this number are somebody else's.
  private func sourcedCase(_ source: FieldValue) throws -> StoredRecord? {
    let known = try db.records(\Case.sourceNumber, source).filter { record in
      // The same number of another source is another case.
      let theirs = record.values[\Case.source] ?? .absent
      return theirs.isAbsent || values[\Case.source] == nil || values[\Case.source] == theirs
    }
    guard let first = known.first else { return nil }
    let fitting = try known.first { record in
      identity.contradiction(
        of: values, to: try facts(of: record), in: description, isOwn: false,
        corrected: overwrite
      ).isEmpty
    }
    if let fitting { return try surviving(fitting) }
    try check(first, called: text(Case.name(\.sourceNumber)) ?? "", isOwn: false)
    return nil
  }

  // MARK: Persons

  /// The person of the row, where that is certain; doubts about others who are called the same.
  private func knownPerson(_ match: inout Match) throws -> StoredRecord? {
    let person = RecordDescription.of(.person)
    let born = try namesakesOfThatDay()
    if let only = try only(of: born) { return only }
    let persons = try namesakes(&match).union(born).sorted().compactMap {
      try db.record(RecordAddress(.person, $0))
    }
    var same: [StoredRecord] = []
    for record in persons {
      switch identity.likeness(of: values, to: record.values, in: person) {
      case .same: same.append(record)
      case .possible(.standInDate) where try isBackedUp(record): same.append(record)
      case .possible(let doubt):
        for record in try cases(of: record.address.id) { match.doubt(record.address.id, doubt) }
      case .other: break
      }
    }
    if same.count == 1, try cases(of: same[0].address.id).contains(where: isFree) {
      return same[0]
    }
    // Persons whom no value of a sheet tells apart are told apart by the row that made each of
    // them.
    for record in persons where try wasMadeByThisRow(record) {
      let own = try cases(of: record.address.id)
      if own.isEmpty || own.contains(where: isFree) { return record }
    }
    let living = try same.filter { try !cases(of: $0.address.id).allSatisfy(isMerged) }
    if living.count > 1 { throw try severalAlike(living.flatMap { try cases(of: $0.address.id) }) }
    return living.first ?? same.first
  }

  /// The persons who are called so and were born on the row's day; none where it does not say it to the day.
  private func namesakesOfThatDay() throws -> Set<RecordID> {
    guard let birth = exactBirth else { return [] }
    return Set(
      try identity.names.compactMap(text).flatMap { try db.persons(called: $0, born: birth) })
  }

  private var exactBirth: CivilDate? {
    BirthDate(values).flatMap { $0.isExact ? $0.date : nil }
  }

  /// The one of them who is the person of the row: most rows of a sheet that comes again are found so,
  /// however many share their names.
  private func only(of namesakes: Set<RecordID>) throws -> StoredRecord? {
    let same = try namesakes.compactMap { try db.record(RecordAddress(.person, $0)) }.filter {
      identity.likeness(of: values, to: $0.values, in: .of(.person)) == .same
    }
    guard same.count == 1, try cases(of: same[0].address.id).contains(where: isFree) else {
      return nil
    }
    return same[0]
  }

  /// The latest who are called so and may be the one of the row; of those who were born on another day the
  /// latest are doubts.
  ///
  /// That somebody's day of birth was corrected is looked up of whom the store had before the sheet: of its
  /// own rows nobody corrected one yet, and thousands may be of one name.
  private func namesakes(_ match: inout Match) throws -> Set<RecordID> {
    let last = try rows.lastPersonBefore(in: db)
    var near: Set<RecordID> = []
    var others: [RecordID] = []
    for name in identity.names.compactMap(text) {
      // Whom no day of birth tells from others is found among all of them.
      guard let birth = exactBirth else {
        near.formUnion(try db.named(name, .person))
        continue
      }
      for person in try namesakes.called(name, in: db) {
        if let born = person.birth, born.isExact, born.date != birth, person.id > last {
          others.append(person.id)
        } else {
          near.insert(person.id)
        }
      }
    }
    for id in others.prefix(Self.mostOthers) {
      for record in try db.cases(ofPerson: id) {
        match.doubt(record.id, .differs([BirthDate.field]))
      }
    }
    return near
  }

  private static let mostOthers = 3

  /// Whether a date of birth that stands for an unknown day is borne out by all else: a second name,
  /// the nationality and the day on which the case was opened.
  private func isBackedUp(_ person: StoredRecord) throws -> Bool {
    guard
      values[\Person.birthDatePrecision] ?? DatePrecision.exact.fieldValue
        == DatePrecision.exact.fieldValue
    else { return false }
    let theirs = person.values[\Person.birthDatePrecision] ?? .absent
    guard theirs.isAbsent || theirs == DatePrecision.exact.fieldValue else { return false }
    let names = identity.names.filter { name in
      Shape.text.isSame(person.values[name] ?? .absent, values[name] ?? .text(""))
    }
    return try names.count > 1 && values[\Person.nationality] == person.values[\Person.nationality]
      && values[\Person.nationality] != nil
      && cases(of: person.address.id).contains {
        $0.values[\Case.opened] == values[\Case.opened] && !isMerged($0)
      }
  }

  // MARK: Cases of a person

  /// The case opened on the day of the row, else the open one, else the last.
  private func latest(of records: [StoredRecord]) -> StoredRecord? {
    records.first { $0.values[\Case.opened] == values[\Case.opened] }
      ?? records.last { isOpen($0) } ?? records.last
  }

  private func cases(of person: RecordID) throws -> [StoredRecord] {
    if let known = ownCases.found[person] { return known }
    let found = try db.records(\Case.person, .link(Link(RecordAddress(.person, person))))
    ownCases.found[person] = found
    return found
  }

  private func isOpen(_ record: StoredRecord) -> Bool {
    record.values.value(of: \Case.status)?.isEnd == false
  }

  private func isMerged(_ record: StoredRecord) -> Bool {
    record.values.value(of: \Case.status) == .duplicate
  }

  /// The case that a duplicate was merged into; else the case itself.
  private func surviving(_ record: StoredRecord) throws -> StoredRecord {
    guard isMerged(record), let link = record.values[\Case.survivingCase]?.link else {
      return record
    }
    return try db.record(link.address) ?? record
  }
}

/// The cases of persons, as far as one row has asked for them.
final class OwnCases {
  fileprivate var found: [RecordID: [StoredRecord]] = [:]
}
