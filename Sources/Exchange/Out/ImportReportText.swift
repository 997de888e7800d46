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
  /// How many cells that could not be read went to the note; nil where none was to.
  private var kept: Int?
  /// The rows of a grid in which nothing is marked.
  private var unmarked: [Int] = []
  /// The rows of telephones that were given their zero again, and how many those are.
  private var phones: (rows: [Int], count: Int) = ([], 0)
  private var isEmpty = false
  private var keepsUnreadable = false
  private let words: Words
  /// How wide the number of the last row is.
  private let numberWidth: Int

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
    numberWidth = String(report.rows.map(\.number).max() ?? 0).count
  }

  package init(_ report: ImportReport, of plan: SheetPlan, words: Words) {
    self.init(
      report, of: plan.map.kind, source: plan.sheet.source, dates: plan.dates,
      unknownColumns: plan.map.unknown,
      individualNumbers: plan.map.individualNumbers, words: words)
    unmarked = plan.unmarked
    phones = (plan.phones.rows, plan.phones.count)
    isEmpty = plan.sheet.rows.isEmpty
    keepsUnreadable = plan.choices.mends.keepsUnreadable
    if keepsUnreadable || plan.kept.count > 0 { kept = plan.kept.count }
  }

  /// Lines of row, fate and reason, then the counts; rows that are refused come last, those of one reason
  /// in one line.
  ///
  /// - Parameter everyRow: also the rows nothing needs to be said about, for a dry run.
  package func lines(everyRow: Bool) -> [String] {
    let rows = report.rows.flatMap { outcome -> [String] in
      if case .refused = outcome.fate, outcome.possible.isEmpty, outcome.differences.isEmpty {
        return []
      }
      return lines(outcome.number, outcome.fate.name, remarks(on: outcome, everyRow: everyRow))
    }
    return rows + refusedLines + notices
  }

  /// What else is to be said of a row stands below it, further in: what became of it is said once.
  private func lines(_ row: Int, _ fate: String, _ remarks: [String]) -> [String] {
    let number = String(row)
    let blanks = String(repeating: " ", count: numberWidth - number.count)
    return remarks.enumerated().map { place, remark in
      place == 0
        ? "\(blanks)\(number)  \(words("import.\(fate)"))  \(remark)"
        : "\(String(repeating: " ", count: numberWidth + 4))\(remark)"
    }
  }

  /// So many rows of one reason are named.
  private static let namedRows = 5

  /// What is wrong, said once for all rows of which the same is wrong.
  private var refusedLines: [String] {
    var rows: [[FieldProblem]: [Refused]] = [:]
    var order: [[FieldProblem]] = []
    for outcome in report.rows {
      guard case .refused(let problems) = outcome.fate else { continue }
      if rows[problems] == nil { order.append(problems) }
      rows[problems, default: []].append(
        Refused(number: outcome.number, column: outcome.column))
    }
    return order.flatMap { problems -> [String] in
      guard let numbers = rows[problems], let first = numbers.first else { return [] }
      var sentences = problems.map { ProblemText(words).sentence($0, in: kind) }
      if !first.column.isEmpty, !sentences.isEmpty {
        sentences[0] = "(\(first.column))  \(sentences[0])"
      }
      let others = numbers.dropFirst().prefix(Self.namedRows - 1).map(place)
        .joined(separator: words("list.separator"))
      let all = String(numbers.count)
      let more: [String] =
        switch numbers.count {
        case 1: []
        case ...Self.namedRows: [words("import.alsoRows", others, all)]
        default:
          [words("import.moreRows", others, all, String(numbers.count - Self.namedRows))]
        }
      return lines(first.number, "refused", sentences + more)
    }
  }

  /// Where it stands: the row, in a grid with the heading of the column.
  private func place(of refused: Refused) -> String {
    let row = String(refused.number)
    return refused.column.isEmpty ? row : words("import.place", row, refused.column)
  }

  /// A row, or a cell of a grid, that is refused.
  private struct Refused {
    let number: Int
    let column: String
  }

  private var notices: [String] {
    let separator = words("list.separator")
    var notices = sourceLines
    if !report.newStaff.isEmpty {
      let key = report.isWritten ? "import.newStaff" : "import.newStaff.dry"
      notices.append(words(key, report.newStaff.joined(separator: separator)))
    }
    if isEmpty { notices.append(words("import.noRows")) }
    if phones.count > 0 {
      let named = phones.rows.prefix(Self.namedRows).map(String.init).joined(separator: separator)
      notices.append(words("import.phones", String(phones.count), named))
    }
    if !unmarked.isEmpty {
      let named = unmarked.prefix(Self.namedRows).map(String.init).joined(separator: separator)
      notices.append(words("import.unmarked", named, String(unmarked.count)))
    }
    if let kept {
      notices.append(words("import.keptCells", String(kept)))
      if keepsUnreadable, !notKept.isEmpty {
        notices.append(words("import.notKept", notKept.joined(separator: separator)))
      }
    }
    if !keepsUnreadable, mayKeep { notices.append(words("import.mayKeep")) }
    let counts = ["added", "changed", "unchanged", "refused"].map { String(count(of: $0)) }
    return notices + [words("import.counts", arguments: counts)]
  }

  /// Whether rows are refused for cells that might go to the note.
  private var mayKeep: Bool {
    report.rows.contains { outcome in
      guard case .refused(let problems) = outcome.fate else { return false }
      return problems.allSatisfy { problem in
        let reason = SheetReason(problem)
        return reason.isUnreadable && reason.ways(in: kind).contains(.note)
      }
    }
  }

  /// The fields whose cells may not go to the note although they cannot be read.
  private var notKept: [String] {
    var fields: [String] = []
    for outcome in report.rows {
      guard case .refused(let problems) = outcome.fate else { continue }
      for problem in problems where SheetReason(problem).isUnreadable {
        if !fields.contains(problem.field) { fields.append(problem.field) }
      }
    }
    return fields.map { SheetColumnText(words).label(of: $0, in: kind) }
  }

  /// What was read, and how.
  package var sourceLines: [String] {
    var lines = [sourceName]
    lines += dates.learnt.map { words("import.\($0.order.rawValue)", $0.header) }
    if !unknownColumns.isEmpty {
      lines.append(
        words(
          "import.unknownColumns", unknownColumns.joined(separator: words("list.separator"))))
    }
    if !individualNumbers.isEmpty {
      lines.append(
        words(
          "import.individualNumber", individualNumbers.joined(separator: words("list.separator"))))
    }
    return lines
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
    if everyRow, outcome.fate != .unchanged, let link = outcome.link {
      remarks = [([texts.text(link)] + outcomes.cell(of: outcome)).joined(separator: "  ")]
    }
    if everyRow { remarks += outcome.parts.map(text) }
    for difference in outcome.differences {
      // Nothing makes an import move a status of a record that is there.
      let isStatus = RecordDescription.of(kind).statusField?.name == difference.field
      let key = isStatus ? "import.difference.status" : "import.difference"
      remarks.append(words(key, arguments: outcomes.parts(of: difference)))
    }
    return remarks + outcomes.possibles(of: outcome)
  }

  private var outcomes: OutcomeText { OutcomeText(words, in: kind) }

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
      var members = [JSONValue.Member("row", .number(outcome.number))]
      if !outcome.column.isEmpty { members.append(.init("column", .string(outcome.column))) }
      members += [
        .init("field", .string(problem.field)),
        .init("reason", .string(ProblemText(words).sentence(problem, kind: nil))),
      ]
      return .object(members)
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
          + (doubt.map { [.init("reason", .string(outcomes.text($0.reason)))] } ?? []))
    }
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
    let sentence = rowSentence(problem, in: kind)
    guard problem.code == .notFound,
      case .reference(let target) = RecordDescription.of(kind)[problem.field]?.shape,
      [.company, .host].contains(target)
    else { return sentence }
    // These an import makes where it is told to.
    return words("import.create", sentence)
  }
}
