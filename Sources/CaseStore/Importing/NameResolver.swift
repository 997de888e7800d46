import Casework
import Fold
import GRDB

extension FieldProblem.Code: Error {}

/// Finds the record that the words of a sheet name.
struct NameResolver {
  let step: Step
  /// Whether a company, a host or a job is made where there is none.
  let create: Bool
  /// The company of the row, among whose jobs a job is looked for.
  let company: FieldValue?
  /// The day of what is looked for, where the row says it.
  let day: CivilDate?
  private(set) var newStaff: [String] = []
  /// Whether there is one whose name is only written in another way.
  private var isLike = false

  init(step: Step, create: Bool, company: FieldValue?, day: CivilDate? = nil) {
    self.step = step
    self.create = create
    self.company = company
    self.day = day
  }

  /// - Throws: `FieldProblem.Code` where there is none, or more than one.
  mutating func record(_ kind: RecordKind, called words: String) throws -> RecordAddress {
    isLike = false
    var found = try RecordDescription.of(kind).hasOwnNumber ? cases(words) : called(words, kind)
    if found.count != 1, let numbered = try number(kind, words) { found = [numbered] }
    let identity = RecordDescription.of(kind).identity
    if found.count > 1, identity.keys.contains(Job.name(\.company)) {
      found = try ofCompany(found, kind)
    }
    if let day, identity.keys.contains(Salon.name(\.date)) {
      found = try found.filter { id in
        try step.db.record(RecordAddress(kind, id))?.values[\Salon.date] == .date(day)
      }
    }
    if found.isEmpty, identity.keys.contains(Salon.name(\.date)) {
      found = try ids(kind, on: words)
    }
    switch found.count {
    case 0:
      if let made = try make(kind, called: words) { return made }
      throw isLike ? FieldProblem.Code.writtenOtherwise : .notFound
    case 1: return RecordAddress(kind, found[0])
    default: throw FieldProblem.Code.severalFound
    }
  }

  /// Finds cases by number or code, by the number in their source, or by the name of the person.
  ///
  /// Where one person has several cases, the only open one is meant.
  private mutating func cases(_ words: String) throws -> [RecordID] {
    let number = JapaneseDigits.toASCII(words).uppercased()
    for (field, text) in [
      (Case.name(\.number), number), (Case.name(\.code), CaseNumber.code(number)),
      (Case.name(\.sourceNumber), words),
    ] {
      let found = try ids(
        "SELECT id FROM \"case\" WHERE \(field) = ? ORDER BY id", text.databaseValue)
      if !found.isEmpty { return found }
    }
    let persons = try called(words, .person)
    let all = try persons.flatMap {
      try ids("SELECT id FROM \"case\" WHERE person = ? ORDER BY id", $0.rawValue.databaseValue)
    }
    guard persons.count == 1, all.count > 1 else { return all }
    let open = try ids(
      "SELECT id FROM \"case\" WHERE person = ? AND +isOpen = 1", persons[0].rawValue.databaseValue)
    return open.count == 1 ? open : all
  }

  /// The records of this name.
  ///
  /// 渡邉 is not found for 渡辺, who may be somebody else.
  private mutating func called(_ words: String, _ kind: RecordKind) throws -> [RecordID] {
    var ids = try step.db.named(words, kind)
    if ids.isEmpty, case .staff = kind { ids = try staffSpacedOtherwise(words) }
    let names = RecordDescription.of(kind).titleFields
    let written = try ids.filter { id in
      guard let record = try step.db.record(RecordAddress(kind, id)) else { return false }
      return names.contains { name in
        guard case .text(let text)? = record.values[name] else { return false }
        return Fold.name(text) == Fold.name(words) && Fold.hasSameKanji(text, words)
      }
    }
    isLike = isLike || written.isEmpty && !ids.isEmpty
    if written.isEmpty, kind.isOrganisation {
      isLike =
        try isLike
        || CorporateForm.variants(of: words).contains { try !step.db.named($0, kind).isEmpty }
    }
    return written
  }

  /// 山本太郎 and 山本 太郎 are one of the staff, who are few; of all others a blank may tell two apart.
  private func staffSpacedOtherwise(_ words: String) throws -> [RecordID] {
    try step.db.rows(Condition(sql: "SELECT id, name FROM staff ORDER BY id", arguments: []))
      .compactMap { row in
        guard let name = row.text(at: 1), Fold.name(name) == Fold.name(words) else { return nil }
        return row.number(at: 0).map(RecordID.init(_:))
      }
  }

  /// Whether a name that a sheet writes behind a number can be the name of the record of this
  /// number.
  ///
  /// Another organisation counts from 1 as well, so the number alone is no proof. True for kinds
  /// without names.
  func isCalled(_ name: String, _ address: RecordAddress) throws -> Bool {
    let description = RecordDescription.of(address.kind)
    guard !description.identity.names.isEmpty, let record = try step.db.record(address) else {
      return true
    }
    var facts = record.values
    for (via, _) in description.lenders {
      if let link = record.values[via]?.link, let lender = try step.db.record(link.address) {
        facts.merge(lender.values) { own, _ in own }
      }
    }
    // In a list in English the name behind the number is in Roman letters.
    let names = (description.identity.names + description.titleFields).compactMap { field in
      if case .text(let text)? = facts[field] { text } else { nil as String? }
    }
    return names.contains { DuplicateMatch.areAlike(Fold.key($0), Fold.key(name)) }
  }

  private func number(_ kind: RecordKind, _ words: String) throws -> RecordID? {
    let text = JapaneseDigits.toASCII(words).uppercased()
    guard !RecordDescription.of(kind).hasOwnNumber, text.hasPrefix("\(kind.letter)-"),
      let id = Int64(text.dropFirst(kind.letter.count + 1))
    else { return nil }
    return try step.db.exists(RecordAddress(kind, RecordID(id))) ? RecordID(id) : nil
  }

  private func ofCompany(_ found: [RecordID], _ kind: RecordKind) throws -> [RecordID] {
    try found.filter { id in
      try step.db.record(RecordAddress(kind, id))?.values[\Job.company] == company
    }
  }

  /// What a day is the day of, and of several what is called so beside it.
  ///
  /// A day without a year is that of the year around today, where there was none of another year.
  private func ids(_ kind: RecordKind, on words: String) throws -> [RecordID] {
    guard let heading = DayHeading(words) else { return [] }
    func day(_ year: Int) -> String {
      CivilDate(year: year, month: heading.month, day: heading.day)?.description ?? ""
    }
    let found: [RecordID]
    if let year = heading.year {
      found = try ids("SELECT id FROM \(kind.table) WHERE date = ?", day(year).databaseValue)
    } else {
      found = try ids(
        "SELECT id FROM \(kind.table) WHERE substr(date, 6) = ?",
        String(day(2000).dropFirst(5)).databaseValue)
      let days = (step.today.adding(months: -12)...step.today.adding(months: 11))
      if found.count == 1,
        case .date(let only)? = try step.db.record(RecordAddress(kind, found[0]))?.values[
          \Salon.date],
        !days.contains(only)
      {
        throw FieldProblem.Code.yearMissing
      }
    }
    guard !heading.title.isEmpty else { return found }
    let title = Fold.key(heading.title)
    return try found.filter { id in
      let record = try step.db.record(RecordAddress(kind, id))
      return RecordDescription.of(kind).titleFields.contains { name in
        guard case .text(let text)? = record?.values[name] else { return false }
        let key = Fold.key(text)
        return !key.isEmpty && (key.contains(title) || title.contains(key))
      }
    }
  }

  private func ids(_ sql: String, _ value: DatabaseValue) throws -> [RecordID] {
    try step.db.rows(Condition(sql: sql, arguments: [value])).compactMap {
      $0.number(at: 0).map(RecordID.init(_:))
    }
  }

  /// Makes the record where there is none.
  ///
  /// Staff get no account, so they have no access.
  private mutating func make(_ kind: RecordKind, called words: String) throws -> RecordAddress? {
    var values = [Staff.name(\.name): FieldValue.text(words)]
    switch kind {
    case .staff: newStaff.append(words)
    case .company, .host: if !create { return nil }
    case .job:
      guard create, let company else { return nil }
      values = [
        Job.name(\.occupation): .text(words), Job.name(\.company): company,
        Job.name(\.receivedOn): .date(step.today),
      ]
    default: return nil
    }
    return try step.write(Write(Draft(new: kind, values)))
  }
}
