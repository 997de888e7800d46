package import Casework
package import Labels

/// A ledger as lines of cells; which columns the ministry's form has is to be confirmed.
package struct LedgerText: Sendable {
  /// A column: the second half of its label key, and what stands in it.
  private struct Column: Sendable {
    let name: String
    let cell: @Sendable (LedgerRow, Words) -> String

    init(_ name: String, _ cell: @escaping @Sendable (LedgerRow, Words) -> String) {
      self.name = name
      self.cell = cell
    }
  }

  let ledger: Ledger
  let words: Words

  package init(_ ledger: Ledger, _ words: Words) {
    self.ledger = ledger
    self.words = words
  }

  /// What stands above the columns.
  package var remark: String { words("ledger.toConfirm", words("ledger.\(ledger.rawValue)")) }

  package var header: [String] { columns.map { words("ledger.column.\($0.name)") } }

  package func cells(_ row: LedgerRow) -> [String] { columns.map { $0.cell(row, words) } }

  private var columns: [Column] {
    switch ledger {
    case .jobs: Self.jobs + Self.introduction
    case .seekers: Self.seekers + Self.introduction
    case .employment: Self.employment
    }
  }

  private static let jobs: [Column] =
    [
      Column("job", { row, _ in row.jobNumber }),
      Column("receivedOn", { row, words in text(row.job, \.receivedOn, words) }),
      Column("employer", { row, words in text(row.company, \.name, words) }),
      Column("employerAddress", { row, words in text(row.company, \.address, words) }),
      Column("contact", { row, words in text(row.company, \.contactPerson, words) }),
      Column("closesOn", { row, words in text(row.job, \.closesOn, words) }),
      Column("openings", { row, words in text(row.job, \.openings, words) }),
      Column("occupation", occupation),
      Column("place", { row, words in text(row.job, \.place, words) }),
      Column("employmentType", { row, words in text(row.job, \.employmentType, words) }),
      Column("weeklyHours", { row, words in text(row.job, \.weeklyHours, words) }),
      Column("payMinimum", { row, words in text(row.job, \.payMinimum, words) }),
      Column("payMaximum", { row, words in text(row.job, \.payMaximum, words) }),
      Column("conditions", { row, words in text(row.job, \.conditions, words) }),
      Column("case", { row, _ in row.caseNumber }), Column("name", name),
    ]

  private static let seekers: [Column] =
    [
      Column("case", { row, _ in row.caseNumber }), Column("name", name),
      Column("birthDate", birthDate),
      Column("address", { row, words in text(row.person, \.address, words) }),
      Column("registeredOn", { row, words in text(row.candidate, \.on, words) }),
      Column("wishedOccupations", { row, words in text(row.candidate, \.occupations, words) }),
      Column("wishedPay", { row, words in text(row.candidate, \.payMinimum, words) }),
      Column("employer", { row, words in text(row.company, \.name, words) }),
      Column("occupation", occupation),
    ]

  private static let introduction: [Column] = [
    Column("introducedOn", { row, words in day(row.introducedOn, words) }),
    Column("result", { row, words in text(row.placement, \.stage, words) }),
    Column("startedOn", { row, words in text(row.placement, \.startedOn, words) }),
    Column("endedOn", { row, words in text(row.placement, \.endedOn, words) }),
  ]

  /// What the form of the report (様式第3号) asks for, as far as it is known.
  private static let employment: [Column] = [
    Column("case", { row, _ in row.caseNumber }), Column("employee", name),
    Column("birthDate", birthDate),
    Column("gender", { row, words in text(row.person, \.gender, words) }),
    Column("nationality", { row, words in text(row.person, \.nationality, words) }),
    Column(
      "statusOfResidence", { row, words in text(row.residence, \.statusOfResidence, words) }),
    Column(
      "designatedActivityKind",
      { row, words in text(row.residence, \.designatedActivityKind, words) }),
    Column("periodMonths", { row, words in text(row.residence, \.periodMonths, words) }),
    Column("periodDays", { row, words in text(row.residence, \.periodDays, words) }),
    Column("stayExpires", { row, words in text(row.residence, \.expires, words) }),
    // Empty: no paper stands behind it.
    Column("stayConfirmedOn", { row, words in text(row.residence, \.confirmedOn, words) }),
    Column(
      "outsideStatus",
      { row, words in
        guard let permission = row.permission, permission.workPermission == .partTime,
          permission.isConfirmed
        else { return "" }
        return text(permission, \.workPermission, words)
      }),
    Column("cardEnding", { row, words in text(row.card, \.numberEnding, words) }),
    Column("hiredBy", { row, words in text(row.company, \.name, words) }),
    Column("hiredByAddress", { row, words in text(row.company, \.address, words) }),
    Column("startedOn", { row, words in text(row.placement, \.startedOn, words) }),
    Column("endedOn", { row, words in text(row.placement, \.endedOn, words) }),
  ]

  /// A day of birth no more exactly than it is known.
  private static let birthDate: @Sendable (LedgerRow, Words) -> String = { row, words in
    guard let date = row.person?.birthDate else { return "" }
    switch row.person?.birthDatePrecision {
    case nil, .exact: return day(date, words)
    case .month: return String(date.description.prefix(7))
    case .year: return String(date.description.prefix(4))
    case .unknown: return ""
    }
  }

  private static func day(_ date: CivilDate?, _ words: Words) -> String {
    date.map(ValueText(words).text) ?? ""
  }

  private static let occupation: @Sendable (LedgerRow, Words) -> String = { row, words in
    let own = text(row.placement, \.occupation, words)
    return own.isEmpty ? text(row.job, \.occupation, words) : own
  }

  private static let name: @Sendable (LedgerRow, Words) -> String = { row, words in
    guard row.showsName else { return "" }
    return Person.titleFields.lazy.map { text(row.person, $0, words) }.first { !$0.isEmpty } ?? ""
  }

  private static func text<R: Record, Value: FieldType>(
    _ record: R?, _ path: FieldKey<R, Value>, _ words: Words
  ) -> String {
    text(record, R.name(path), words)
  }

  private static func text<R: Record>(_ record: R?, _ field: String, _ words: Words) -> String {
    guard let record, let facts = RecordDescription.of(R.kind)[field] else { return "" }
    return ValueText(words).text(record.values[field] ?? .absent, of: facts.shape)
  }
}
