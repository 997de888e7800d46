import Casework
import GRDB

/// Brings rows of one spreadsheet into the store, each against what the rows before it left.
struct Importer {
  /// In which is written; another for each part of a long sheet.
  private(set) var step: Step
  let kind: RecordKind
  let options: ImportOptions
  let description: RecordDescription
  private var isCareful: Bool
  private var newStaff: [String] = []
  private let rows = SheetRows()
  /// How many of them were noted, which another copy of the value may have gone beyond.
  private var rowsNoted = 0
  /// The household of each that the sheet names.
  private var households: [String: RecordAddress] = [:]
  /// The staff whom rows of this part named.
  private var staff: [Named: RecordAddress] = [:]
  private var places: [[Place]] = [[]]
  /// How many rows are in their place.
  private(set) var count = 0
  private(set) var hasRefused = false
  /// How many of them made or changed a record.
  private var written = 0

  /// - Parameter isCareful: whether each row can be taken back by itself. That costs a copy of every page
  ///   that is written, so it is done where a row has been refused.
  init(_ step: Step, _ kind: RecordKind, _ options: ImportOptions, isCareful: Bool) {
    self.step = step
    self.isCareful = isCareful
    self.kind = kind
    self.options = options
    description = .of(kind)
    begin(step, isCareful: isCareful)
  }

  /// Goes on in another transaction, also from where it was before one that was taken back.
  mutating func begin(_ step: Step, isCareful: Bool) {
    rows.cut(to: rowsNoted)
    step.command = JournalCommand.imported.rawValue
    step.origin = .sheet
    self.step = step
    self.isCareful = isCareful
    staff = [:]
  }

  /// - Parameters:
  ///   - rows: read as they are needed.
  ///   - progress: called with how many rows are in their place; what it throws ends the import.
  ///   - close: called when all are, and told whether one was refused.
  mutating func run(
    _ rows: some Sequence<ImportRow>, progress: (Int) throws -> Void = { _ in },
    close: (_ hasRefused: Bool) throws -> Void = { _ in }
  ) throws -> ImportReport {
    for row in rows {
      try take(row)
      // What is taken away again needs none.
      if !options.dryRun { try step.renewDerivedIfMuch() }
      try progress(count)
    }
    try close(hasRefused)
    return try report(in: step.db)
  }

  /// Puts the next row in its place.
  ///
  /// - Throws: `NeedsCare` where it is refused and something of it would be left.
  mutating func take(_ row: ImportRow) throws {
    if places[places.count - 1].count == Self.placesInBatch { places.append([]) }
    let place = try place(row)
    if case .refused = place.fate { hasRefused = true }
    if [.added, .changed].contains(place.fate) { written += 1 }
    rowsNoted = rows.count
    places[places.count - 1].append(place)
    step.letGo()
    count += 1
  }

  /// What became of the rows, which is told once: links are read now, since a trial takes the records away
  /// again.
  mutating func report(in db: Database) throws -> ImportReport {
    var report = ImportReport(newStaff: newStaff)
    report.rows.reserveCapacity(count)
    for index in places.indices {
      report.rows += try outcomes(of: places[index], in: db)
      places[index] = []
    }
    return report
  }

  /// Says in the journal which sheet it was, where it brought something.
  func note() throws {
    guard let viewer = step.viewer, written > 0, !options.file.isEmpty else { return }
    try step.note(
      .imported, of: viewer.address,
      after: ImportNote(kind, file: options.file, rows: written).details)
  }

  private static let placesInBatch = 500

  private func outcomes(
    of places: [Place], in db: Database
  ) throws -> [ImportReport.Outcome] {
    let addresses = places.compactMap(\.address) + Set(places.flatMap(\.about))
    let possible = places.flatMap(\.possible).map { RecordAddress(kind, $0) }
    let links = try db.links(addresses + possible)
    return places.map { place in
      var outcome = ImportReport.Outcome(
        number: place.number, fate: place.fate, link: place.address.flatMap { links[$0] },
        parts: place.parts, differences: place.differences,
        possible: place.possible.compactMap { links[RecordAddress(kind, $0)] },
        doubts: place.possible.compactMap { id in
          guard let link = links[RecordAddress(kind, id)], let reason = place.doubts[id] else {
            return nil
          }
          return ImportReport.Doubt(link, reason)
        })
      outcome.column = place.column
      outcome.about = place.about.compactMap { links[$0] }
      (outcome.day, outcome.mark) = (place.day, place.mark)
      return outcome
    }
  }

  private struct Named: Hashable {
    let kind: RecordKind
    let words: String
  }

  struct Place {
    var number = 0
    var column = ""
    var about: [RecordAddress] = []
    var day: CivilDate?
    var mark: FieldValue?
    var fate: ImportReport.Fate
    var address: RecordAddress?
    var parts: [ImportPart] = []
    var differences: [FieldConflict] = []
    var possible: [RecordID] = []
    var doubts: [RecordID: Identity.Doubt] = [:]
  }

  /// Puts a row in its place; a refused one leaves nothing behind.
  ///
  /// - Throws: `NeedsCare` where it would leave something, and no row can be taken back by itself.
  private mutating func place(_ row: ImportRow) throws -> Place {
    let (staffBefore, rowsBefore) = (newStaff.count, rows.count)
    let householdsBefore = households
    let changesBefore = step.db.totalChangesCount
    do {
      return try Refusal.translating("") {
        try isCareful ? step.attempt { try self.bring(row) } : bring(row)
      }
    } catch {
      guard case .problems(let problems) = error else { throw error }
      if !isCareful, step.db.totalChangesCount != changesBefore { throw NeedsCare() }
      newStaff.removeLast(newStaff.count - staffBefore)
      staff = [:]
      rows.cut(to: rowsBefore)
      households = householdsBefore
      return Place(number: row.number, column: row.column, fate: .refused(problems))
    }
  }

  /// A row was refused after something of it was written, and what was written before it has to stay.
  struct NeedsCare: Error {}

  private mutating func bring(_ row: ImportRow) throws -> Place {
    try Refusal.check(row.problems)
    let said = try resolved(row)
    let matcher = RowMatcher(
      db: step.db, kind: kind, values: said, number: number(of: row),
      mayBeOwnNumber: row.mayBeOwnNumber, overwrite: options.overwrite,
      supplied: row.household.isEmpty ? [] : [Person.name(\.household)], rows: rows,
      namesakes: step.namesakes)
    let match = try matcher.match()
    var values = said
    if let household = try household(of: row, match, matcher) {
      values[\Person.household] = .link(Link(household))
    }
    var place: Place
    if let record = match.record {
      // A number of this store's is nobody else's.
      place = try fill(
        record, match.isByOwnNumber ? values.filter { $0.key != Case.name(\.sourceNumber) } : values
      )
    } else {
      place = try add(values, of: match.person)
      (place.possible, place.doubts) = (match.possible, match.doubts)
    }
    var hasMore = try keepRemainder(row, values, of: place.address)
    if !row.parts.isEmpty, let about = try place.address.flatMap(step.db.record) {
      let keeper = PartKeeper(step: step, options: options, aboutCase: about)
      for part in row.parts { try keeper.keep(part, &place.parts, &place.differences) }
      hasMore = hasMore || !place.parts.isEmpty
    }
    if hasMore, place.fate == .unchanged { place.fate = .changed }
    if let address = place.address { rows.note(row.number, said, as: address.id) }
    place.number = row.number
    if !row.column.isEmpty, let grid = description.grid {
      place.column = row.column
      place.about = [grid.down, grid.across].compactMap { said[$0]?.link?.address }
      place.mark = said[grid.mark]
      if let across = try said[grid.across]?.link.flatMap({ try step.db.record($0.address) }),
        let day = RecordDescription.of(across.address.kind).timelineField,
        case .date(let date)? = across.values[day]
      {
        place.day = date
      }
    }
    return place
  }

  /// The household that the row belongs to: that of the rows before it with the same number, that of the
  /// person, else a new one.
  ///
  /// One of the store that is called so is another list's.
  private mutating func household(
    of row: ImportRow, _ match: RowMatcher.Match, _ matcher: RowMatcher
  ) throws -> RecordAddress? {
    guard !row.household.isEmpty, let field = description[Person.name(\.household)],
      field.isWritable
    else { return nil }
    if let known = households[row.household] { return known }
    let person = try match.record.map(matcher.facts) ?? match.person?.values
    let own = person?[\Person.household]?.link?.address
    let household =
      try own
      ?? step.write(
        Write(Draft(new: .household, [Household.name(\.name): .text(row.household)])))
    households[row.household] = household
    return household
  }

  /// The row's values as the store keeps them, with the records that its words name.
  private mutating func resolved(_ row: ImportRow) throws -> [String: FieldValue] {
    var values: [String: FieldValue] = [:]
    var problems: [FieldProblem] = []
    for name in row.values.keys where description[name] == nil {
      problems.append(FieldProblem(name, .notFound))
    }
    // In the order of the fields: a job is looked for among those of the row's company.
    for field in description.fields {
      guard let given = row.values[field.name], field.isWritable, !isGiven(field.name) else {
        continue
      }
      let value = field.normalised(given)
      if value.isAbsent { continue }
      guard case .reference(let target) = field.shape, case .text(let words) = value else {
        values[field.name] = value
        continue
      }
      let named = Named(kind: target, words: words)
      if row.called[field.name] == nil, let address = staff[named] {
        values[field.name] = .link(Link(address))
        continue
      }
      var names = NameResolver(
        step: step, create: options.create, company: values[\Job.company],
        day: row.days[field.name])
      do {
        let address = try names.record(target, called: words)
        if case .staff = target { staff[named] = address }
        if let name = row.called[field.name], try !names.isCalled(name, address) {
          let link = try step.db.link(address)
          problems.append(
            FieldProblem(
              field.name, .numberOfAnother, .text(words), .record(link)))
        }
        values[field.name] = .link(Link(address))
      } catch let problem as FieldProblem.Code {
        problems.append(FieldProblem(field.name, problem, .text(words)))
      }
      newStaff += names.newStaff
    }
    try Refusal.check(problems)
    // A number that is none of this store's is that of the sheet's own source.
    if description.hasOwnNumber, number(of: row).isEmpty, let number = row.values[\Case.number],
      !number.isAbsent, values[\Case.sourceNumber] == nil
    {
      values[\Case.sourceNumber] = number
    }
    if !row.remainder.isEmpty, let field = fieldForRemainder(values) {
      let texts = [values[field], .text(row.remainder)].compactMap { value in
        if case .text(let text)? = value { text } else { nil }
      }
      values[field] = .text(texts.joined(separator: "\n"))
    }
    return values
  }

  /// The number that this store gives the record of a row; empty where the row has none that could
  /// be one.
  private func number(of row: ImportRow) -> String {
    guard description.hasOwnNumber else { return row.record }
    guard case .text(let text)? = row.values[\Case.number] else { return "" }
    let number = JapaneseDigits.toASCII(text)
    return CaseNumber.isOne(number) ? number : ""
  }

  /// Whether only the store writes the field, such as the number of a case.
  private func isGiven(_ name: String) -> Bool {
    description.hasOwnNumber && CaseNumber.fields.contains(name)
      || description.lenders.contains { $0.via == name }
  }

  private func add(
    _ values: [String: FieldValue], of person: StoredRecord?
  ) throws -> Place {
    var own = values.filter { description[$0.key]?.origin == .stored }
    // A sheet without the day a record needs: the first day it tells of, today where it has none.
    let days = own.values.compactMap { if case .date(let day) = $0 { day } else { nil } }
    let first = min(days.min() ?? step.today, step.today)
    for field in description.stored where field.isRequired && field.shape == .date {
      own[field.name] = own[field.name] ?? .date(first)
    }
    var write = Write(Draft(new: kind, own))
    for (via, from) in description.lenders {
      var borrowed = values.filter {
        description[$0.key]?.origin == .borrowed(via: via, from: from)
      }
      if let person {
        borrowed.leaveOut(birthDateKnownTo: person)
        write.lenders[via] = Draft(
          person, borrowed.filter { person.values[$0.key]?.isAbsent == true })
        write.own.values[via] = .link(Link(person.address))
      } else {
        write.lenders[via] = Draft(new: from, borrowed)
      }
    }
    let address = try step.write(write)
    return Place(fate: .added, address: address, differences: turned(address, from: write.own))
  }

  /// The status of the record, where it is not the one of the sheet: registered in the sheet, but
  /// on the waiting list of a full gathering.
  private func turned(_ address: RecordAddress, from said: Draft) -> [FieldConflict] {
    guard let field = description.statusField?.name,
      let written = step.entries.last(where: {
        $0.record?.address == address && $0.after[field] != nil
      })?.after, written[field] != said.values[field]
    else { return [] }
    return [FieldConflict(field, yours: said.values.shown(field), theirs: written.shown(field))]
  }

  /// Where text without a field goes in a record that belongs to no case, as a guest's place does.
  private func fieldForRemainder(_ values: [String: FieldValue]) -> String? {
    if description.concernsCase,
      description.hasOwnNumber || description.caseOf(nil, values) != nil
    {
      return nil
    }
    return description.stored.last { $0.shape == .longText }?.name
  }

  /// Keeps what stood in columns without a field in one note on the case, once.
  private func keepRemainder(
    _ row: ImportRow, _ values: [String: FieldValue], of address: RecordAddress?
  ) throws -> Bool {
    guard !row.remainder.isEmpty,
      case .text(let body) = Shape.longText.normalised(.text(row.remainder)),
      let aboutCase = description.caseOf(address?.id, values)
        .map({ RecordAddress(.case, $0) })
    else { return false }
    let isThere = try step.db.finds(
      "SELECT 1 FROM note WHERE \"case\" = ? AND body = ?",
      [aboutCase.id.rawValue.databaseValue, body.databaseValue])
    if isThere { return false }
    let opened = try step.db.rows(
      Condition(
        sql: "SELECT opened FROM \"case\" WHERE id = ?",
        arguments: [aboutCase.id.rawValue.databaseValue])
    ) { try $0.day(at: 0, Case.name(\.opened), of: aboutCase) }
    guard let opened = opened.first else { return false }
    let draft = Draft(
      new: .note,
      [
        Note.name(\.case): .link(Link(aboutCase)), Note.name(\.body): .text(body),
        Note.name(\.on): .date(opened ?? step.today),
        Note.name(\.confidentiality): Confidentiality.staffOnly.fieldValue,
      ])
    _ = try step.write(Write(draft))
    return true
  }
}
