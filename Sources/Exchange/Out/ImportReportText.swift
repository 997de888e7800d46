package import Casework
package import Labels
import Wording

/// What became of an import, for people and for scripts.
package struct ImportReportText {
  private let report: ImportReport
  private let kind: RecordKind
  private let source: Sheet.Source
  private let dates: ColumnDates
  private let unknownColumns: [String]
  private let individualNumbers: [String]
  private let words: Words

  /// - Parameters:
  ///   - unknownColumns: the columns of the sheet that are no field.
  ///   - individualNumbers: those that are not kept, whatever they hold.
  package init(
    _ report: ImportReport, of kind: RecordKind, source: Sheet.Source = .text(.utf8),
    dates: ColumnDates = ColumnDates(), unknownColumns: [String],
    individualNumbers: [String] = [], words: Words
  ) {
    self.individualNumbers = individualNumbers
    self.source = source
    self.dates = dates
    self.report = report
    self.kind = kind
    self.unknownColumns = unknownColumns
    self.words = words
  }

  /// Lines of row, fate and reason, then the counts.
  ///
  /// - Parameter everyRow: also the rows nothing needs to be said about, for a dry run.
  package func lines(everyRow: Bool) -> [String] {
    let width = String(report.rows.map(\.number).max() ?? 0).count
    let rows = report.rows.flatMap { outcome in
      let number = String(outcome.number)
      let blanks = String(repeating: " ", count: width - number.count)
      let fate = words("import.\(outcome.fate.name)")
      // What else is to be said of a row stands below, further in: what became of it is said once.
      return remarks(on: outcome, everyRow: everyRow).enumerated().map { place, remark in
        place == 0
          ? "\(blanks)\(number)  \(fate)  \(remark)"
          : "\(String(repeating: " ", count: width + 4))\(remark)"
      }
    }
    return rows + notices
  }

  private var notices: [String] {
    let separator = words("list.separator")
    var notices = [self.sourceName]
    notices += dates.learnt.map { words("import.\($0.order.rawValue)", $0.header) }
    if !unknownColumns.isEmpty {
      notices.append(words("import.unknownColumns", unknownColumns.joined(separator: separator)))
    }
    if !individualNumbers.isEmpty {
      let columns = individualNumbers.joined(separator: separator)
      notices.append(words("import.individualNumber", columns))
    }
    if !report.newStaff.isEmpty {
      let key = report.isWritten ? "import.newStaff" : "import.newStaff.dry"
      notices.append(words(key, report.newStaff.joined(separator: separator)))
    }
    let counts = ["added", "changed", "unchanged", "refused"].map { String(count(of: $0)) }
    return notices + [words("import.counts", arguments: counts)]
  }

  /// What was read: in another encoding every name is another.
  private var sourceName: String {
    switch source {
    case .text(let encoding): words("import.encoding", words("encoding.\(encoding.rawValue)"))
    case .workbook(let sheet): words("import.sheet", sheet)
    }
  }

  private func remarks(on outcome: ImportReport.Outcome, everyRow: Bool) -> [String] {
    var remarks: [String] = []
    let texts = ValueText(words)
    if case .refused(let problems) = outcome.fate {
      remarks = problems.map { ProblemText(words).sentence($0, in: kind) }
    } else if everyRow, outcome.fate != .unchanged, let link = outcome.link {
      remarks = [texts.text(link)]
    }
    if everyRow { remarks += outcome.parts.map(text) }
    for difference in outcome.differences {
      let column = CaseColumn.named(difference.field)
      let field = RecordDescription.of(kind)[difference.field]
      let shape = column?.facts?.shape ?? field?.shape ?? .text
      let values = [difference.yours, difference.theirs].map { texts.text($0, of: shape) }
      let label =
        column.map { words($0.labelKey) } ?? field.map { texts.label(of: $0, in: kind) }
        ?? difference.field
      remarks.append(words("import.difference", arguments: [label] + values))
    }
    return remarks + possibles(of: outcome)
  }

  /// The records that a row may be about, and why it was not matched with them.
  private func possibles(of outcome: ImportReport.Outcome) -> [String] {
    let texts = ValueText(words)
    let key = kind.isSomebody ? "import.possible" : "import.possibleRecord"
    let doubted = Set(outcome.doubts.map(\.link))
    let others = outcome.possible.filter { !doubted.contains($0) }.map { texts.text($0) }
    let all = others.joined(separator: words("list.separator"))
    return outcome.doubts.map { doubt in
      words("import.because", words(key, texts.text(doubt.link)), text(doubt.reason))
    } + (others.isEmpty ? [] : [words(key, all)])
  }

  private func text(_ doubt: Identity.Doubt) -> String {
    switch doubt {
    case .differs(let fields):
      let texts = ValueText(words)
      let labels = fields.map { name in
        RecordDescription.of(kind)[name].map { texts.label(of: $0, in: kind) } ?? name
      }
      return words("import.doubt.differs", labels.joined(separator: words("list.separator")))
    case .written: return words("import.doubt.written")
    case .standInDate: return words("import.doubt.standInDate")
    case .noBirthDate: return words("import.doubt.noBirthDate")
    case .rowOfSheet(let row): return words("import.doubt.rowOfSheet", String(row))
    }
  }

  /// A record of its own about the case: its kind, then field by field.
  private func text(_ part: ImportPart) -> String {
    let texts = ValueText(words)
    let description = RecordDescription.of(part.kind)
    let fields = description.fields.compactMap { field in
      part.values[field.name].map { value in
        "\(texts.label(of: field, in: part.kind)) \(texts.text(value, of: field.shape))"
          .replacing("\n", with: " ")
      }
    }
    return words(
      "import.part", words("kind.\(part.kind.rawValue)"),
      fields.joined(separator: words("list.separator")))
  }

  private func count(of fate: String) -> Int { report.rows.count { $0.fate.name == fate } }

  /// The counts and, row by row, what a person has to look at.
  package var json: JSONValue {
    .object([
      .init("added", .number(count(of: "added"))),
      .init("changed", .number(count(of: "changed"))),
      .init("unchanged", .number(count(of: "unchanged"))),
      .init("refused", .array(report.rows.flatMap(refusals))),
      .init("differences", .array(report.rows.flatMap(differences))),
      .init("parts", .array(report.rows.flatMap(parts))),
      .init("possible", .array(report.rows.flatMap(possible))),
      .init("newStaff", .array(report.newStaff.map(JSONValue.string))),
      .init("unknownColumns", .array(unknownColumns.map(JSONValue.string))),
      .init("written", .bool(report.isWritten)),
      sourceMember,
    ])
  }

  private var sourceMember: JSONValue.Member {
    switch source {
    case .text(let encoding): .init("encoding", .string(encoding.rawValue))
    case .workbook(let sheet): .init("sheet", .string(sheet))
    }
  }

  private func refusals(_ outcome: ImportReport.Outcome) -> [JSONValue] {
    guard case .refused(let problems) = outcome.fate else { return [] }
    return problems.map { problem in
      .object([
        .init("row", .number(outcome.number)), .init("field", .string(problem.field)),
        .init("reason", .string(ProblemText(words).sentence(problem, kind: nil))),
      ])
    }
  }

  private func differences(_ outcome: ImportReport.Outcome) -> [JSONValue] {
    outcome.differences.map { difference in
      .object([
        .init("row", .number(outcome.number)), .init("field", .string(difference.field)),
        .init("sheet", JSONValue(difference.yours)), .init("store", JSONValue(difference.theirs)),
      ])
    }
  }

  private func parts(_ outcome: ImportReport.Outcome) -> [JSONValue] {
    outcome.parts.map { part in
      let values = part.values.sorted { $0.key < $1.key }
        .map { JSONValue.Member($0.key, JSONValue($0.value)) }
      return .object(
        [
          .init("row", .number(outcome.number)), .init("kind", .string(part.kind.rawValue)),
        ] + values)
    }
  }

  private func possible(_ outcome: ImportReport.Outcome) -> [JSONValue] {
    outcome.possible.map { link in
      let doubt = outcome.doubts.first { $0.link == link }
      return .object(
        [.init("row", .number(outcome.number)), .init("record", JSONValue(.link(link)))]
          + (doubt.map { [.init("reason", .string(text($0.reason)))] } ?? []))
    }
  }
}

extension RecordKind {
  /// Whether its records are people.
  fileprivate var isSomebody: Bool {
    [.person, .case, .staff, .volunteer, .hostAdult, .companyContact].contains(self)
  }
}

extension ImportReport.Fate {
  var name: String {
    switch self {
    case .added: "added"
    case .changed: "changed"
    case .unchanged: "unchanged"
    case .refused: "refused"
    }
  }
}

extension ProblemText {
  /// The sentence of a problem of a row, also where it is in a column of a record about the case.
  func sentence(_ problem: FieldProblem, in kind: RecordKind) -> String {
    let description = RecordDescription.of(kind)
    guard description[problem.field]?.isWritable != true,
      let column = description.part(named: problem.field)
    else {
      let sentence = sentence(problem, kind: kind)
      guard problem.code == .notFound,
        case .reference(let target) = description[problem.field]?.shape,
        [.company, .host].contains(target)
      else { return sentence }
      // These an import makes where it is told to.
      return words("import.create", sentence)
    }
    return "\(words(column.labelKey)): \(sentence(problem, kind: nil))"
  }
}
