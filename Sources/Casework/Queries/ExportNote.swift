/// What is written into the journal of something that leaves the store as a file: what, in which
/// form, of which time, how much, and whether small numbers were taken out; no words of a person.
package struct ExportNote: Hashable, Sendable {
  /// Their words are `exportNote.<code>` in the label tables.
  package enum Detail: String, CaseIterable, Sendable {
    case kind = "exportKind"
    case layout = "exportLayout"
    case format = "exportFormat"
    case from = "exportFrom"
    case to = "exportTo"
    case filters = "exportFilters"
    case columns = "exportColumns"
    case rows = "exportRows"
    /// Which records, as `RecordSpans`.
    case records = "exportRecords"
    case masked = "exportMasked"
    /// Who has it, of a letter to another organisation.
    case recipient = "exportRecipient"
    /// Which paper it is, of one that carries the number of this entry.
    case sheet = "exportSheet"
  }

  package private(set) var details: [Detail: String]

  /// Of records, as a list.
  package init(
    _ query: ListQuery, columns: [String], format: String, rows: Int, records: [RecordID] = []
  ) {
    var filters = query.filters.map(\.note)
    if !query.search.isEmpty { filters.append("search") }
    details = [
      .kind: query.kind.plural, .format: format, .rows: String(rows),
      .columns: columns.joined(separator: ","), .filters: filters.joined(separator: " "),
      .records: RecordSpans.text(records),
    ].filter { !$0.value.isEmpty }
  }

  /// Of one record as a page, by the number that staff use; for a case its handover brief.
  package init(
    pageOf number: String, _ record: RecordAddress, as page: String = "brief", format: String
  ) {
    details = [
      .kind: record.kind.plural, .format: "\(page) \(format)", .filters: "number=\(number)",
      .rows: "1", .records: RecordSpans.text([record.id]),
    ]
  }

  /// Of a paper of one record that carries the number of this entry.
  package init(sheet: String, of number: String, _ record: RecordAddress, format: String) {
    self.init(pageOf: number, record, as: sheet, format: format)
    details[.sheet] = sheet
  }

  /// The paper on which somebody consents, as `sheet` calls it.
  package static let consentSheet = "consent"

  /// The case of the consent sheet whose printing an entry of the journal notes; nil for any other.
  package static func caseOfConsentSheet(_ entry: JournalEntry) -> RecordID? {
    func said(_ detail: Detail) -> String? {
      if case .text(let text)? = entry.after[detail.rawValue] { text } else { nil }
    }
    guard entry.ownCommand == .exported, said(.sheet) == consentSheet,
      said(.kind) == RecordKind.case.plural
    else { return nil }
    return said(.records).flatMap { RecordSpans.ranges($0).first }.map { RecordID($0.lowerBound) }
  }

  /// Of cases on the way of `page`: proposals, duplicates, the journal, the rows of a paper; nil
  /// where all may be meant.
  package init(cases: [RecordAddress]?, as page: String, format: String) {
    details = [.kind: RecordKind.case.plural, .format: "\(page) \(format)"]
    guard let cases else { return }
    let ids = Set(cases.filter { $0.kind == .case }.map(\.id)).sorted()
    details[.rows] = String(ids.count)
    details[.records] = ids.isEmpty ? nil : RecordSpans.text(ids)
  }

  /// Of a case and what is about it, as a letter to another organisation.
  ///
  /// - Parameters:
  ///   - number: the random code of the case.
  ///   - columns: what is told, by `LetterField.code`.
  package init(
    letter id: String, about record: RecordAddress, _ number: String, to partner: String,
    columns: [String]
  ) {
    details = [
      .kind: record.kind.plural, .format: "letter", .filters: "letter=\(id) code=\(number)",
      .columns: columns.joined(separator: ","), .rows: "1", .recipient: partner,
      .records: RecordSpans.text([record.id]),
    ]
  }

  /// Of numbers.
  package init(_ report: Report, format: String) {
    details = [
      .layout: report.layout.code, .format: format, .from: report.period.first.description,
      .to: report.period.last.description,
      .rows: String(report.sections.reduce(0) { $0 + $1.lines.count }),
      .masked: report.isMasked ? "yes" : "no",
    ]
  }
}

extension FieldFilter {
  /// What was asked for, by codes, days and numbers of records; never what somebody typed about a
  /// person.
  fileprivate var note: String {
    switch test {
    case .equals(let value): "\(field)\(value.note.map { "=\($0)" } ?? "")"
    case .absent: "\(field)="
    case .upTo(let day): "\(field)<=\(day)"
    case .from(let day): "\(field)>=\(day)"
    default: field
    }
  }
}

extension FieldValue {
  fileprivate var note: String? {
    switch self {
    case .code(let code): code
    case .codes(let codes): codes.joined(separator: ",")
    case .flag(let flag): flag ? "yes" : "no"
    case .link(let link): link.number.isEmpty ? nil : link.number
    case .absent, .text, .number, .date, .time, .instant: nil
    }
  }
}
