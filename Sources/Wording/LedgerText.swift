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

  private var columns: [Column] { (ledger == .jobs ? Self.jobs : Self.seekers) + Self.introduction }

  private static let jobs: [Column] =
    [
      Column("job", { row, _ in row.jobNumber }),
      Column("receivedOn", { row, words in text(row.job, "receivedOn", words) }),
      Column("employer", { row, words in text(row.company, "name", words) }),
      Column("employerAddress", { row, words in text(row.company, "address", words) }),
      Column("contact", { row, words in text(row.company, "contactPerson", words) }),
      Column("closesOn", { row, words in text(row.job, "closesOn", words) }),
      Column("openings", { row, words in text(row.job, "openings", words) }),
      Column("occupation", occupation),
      Column("place", { row, words in text(row.job, "place", words) }),
      Column("employmentType", { row, words in text(row.job, "employmentType", words) }),
      Column("weeklyHours", { row, words in text(row.job, "weeklyHours", words) }),
      Column("payMinimum", { row, words in text(row.job, "payMinimum", words) }),
      Column("payMaximum", { row, words in text(row.job, "payMaximum", words) }),
      Column("conditions", { row, words in text(row.job, "conditions", words) }),
      Column("case", { row, _ in row.caseNumber }), Column("name", name),
    ]

  private static let seekers: [Column] =
    [
      Column("case", { row, _ in row.caseNumber }), Column("name", name),
      Column("birthDate", { row, words in text(row.person, "birthDate", words) }),
      Column("address", { row, words in text(row.person, "address", words) }),
      Column("registeredOn", { row, words in text(row.candidate, "on", words) }),
      Column("wishedOccupations", { row, words in text(row.candidate, "occupations", words) }),
      Column("wishedPay", { row, words in text(row.candidate, "payMinimum", words) }),
      Column("employer", { row, words in text(row.company, "name", words) }),
      Column("occupation", occupation),
    ]

  private static let introduction: [Column] = [
    Column("introducedOn", { row, words in text(row.placement, "on", words) }),
    Column("result", { row, words in text(row.placement, "stage", words) }),
    Column("startedOn", { row, words in text(row.placement, "startedOn", words) }),
    Column("endedOn", { row, words in text(row.placement, "endedOn", words) }),
  ]

  private static let occupation: @Sendable (LedgerRow, Words) -> String = { row, words in
    let own = text(row.placement, "occupation", words)
    return own.isEmpty ? text(row.job, "occupation", words) : own
  }

  private static let name: @Sendable (LedgerRow, Words) -> String = { row, words in
    guard row.showsName else { return "" }
    return Person.titleFields.lazy.map { text(row.person, $0, words) }.first { !$0.isEmpty } ?? ""
  }

  private static func text<R: Record>(_ record: R?, _ field: String, _ words: Words) -> String {
    guard let record, let facts = RecordDescription.of(R.kind)[field] else { return "" }
    return ValueText(words).text(record.values[field] ?? .absent, of: facts.shape)
  }
}
