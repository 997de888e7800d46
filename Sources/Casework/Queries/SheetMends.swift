/// What becomes of a cell that cannot be taken in as it is.
package enum Mend: Hashable, Sendable {
  /// A code of the list in its place, `true` or `false` of a flag.
  case value(String)
  /// Its text goes to the note, and the field stays empty.
  case note
  /// The field stays empty.
  case empty
  /// The company or the host that it names is made.
  case create
  /// Its rows stay out.
  case leaveOut

  package enum Way: String, CaseIterable, Sendable {
    case value, create, note, empty, leaveOut
  }

  package var way: Way {
    switch self {
    case .value: .value
    case .note: .note
    case .empty: .empty
    case .create: .create
    case .leaveOut: .leaveOut
    }
  }
}

/// Why cells of a column cannot be taken in.
package struct SheetReason: Hashable, Sendable {
  /// The field, or the column of a record about the case; empty where the row as a whole is meant.
  package let field: String
  package let code: FieldProblem.Code

  package init(_ field: String, _ code: FieldProblem.Code) {
    self.field = field
    self.code = code
  }

  package init(_ problem: FieldProblem) { self.init(problem.field, problem.code) }
}

/// What becomes of the cells of a sheet that cannot be taken in as they are: of all with one reason, and
/// of single texts.
package struct SheetMends: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package let field: String
    /// See `TextPrint`.
    package let print: UInt64

    package init(field: String, print: UInt64) {
      self.field = field
      self.print = print
    }
  }

  package var cells: [Cell: Mend] = [:]
  package var reasons: [SheetReason: Mend] = [:]
  /// Whether whatever cannot be read goes to the note, as far as that may be.
  package var keepsUnreadable = false

  package init() {}

  package var isEmpty: Bool { cells.isEmpty && reasons.isEmpty && !keepsUnreadable }

  /// What was decided of a text, whatever is wrong with it.
  package subscript(field: String, text: String) -> Mend? {
    get { cells[Cell(field: field, print: TextPrint.of(text))] }
    set { cells[Cell(field: field, print: TextPrint.of(text))] = newValue }
  }

  /// What becomes of a cell.
  package func mend(_ reason: SheetReason, _ text: String) -> Mend? {
    self[reason.field, text] ?? reasons[reason] ?? (keepsUnreadable ? .note : nil)
  }
}

extension SheetReason {
  /// What may become of its cells.
  ///
  /// What a record cannot be without is neither left empty nor kept in a note, and no more is a day that
  /// the law counts from: whoever looked for it there later would be late.
  package func ways(in kind: RecordKind) -> [Mend.Way] {
    let description = RecordDescription.of(kind)
    let part = description[field]?.isWritable == true ? nil : description.part(named: field)
    guard let facts = part?.facts ?? description[field], isAboutCell else { return [.leaveOut] }
    var ways: [Mend.Way] = []
    if isChoice(facts) { ways.append(.value) }
    if code == .notFound, facts.isMadeWhereTold { ways.append(.create) }
    let isNeeded =
      part == nil && (facts.isRequired || description.isKnownBy(field))
      || facts.isDayOfLaw(in: part?.kind ?? kind)
    if !isNeeded { ways += [.note, .empty] }
    return ways + [.leaveOut]
  }

  private func isChoice(_ facts: FieldFacts) -> Bool {
    guard [.notAChoice, .notAFlag, .ditto].contains(code) else { return false }
    switch facts.shape {
    case .choice, .choices, .flag: return true
    default: return false
    }
  }

  /// Whether a single cell is wrong, and not the row or what it stands beside.
  private var isAboutCell: Bool {
    isUnreadable || Self.ofTheStore.contains(code)
  }

  /// Whether the cell cannot be read, whatever the store holds.
  package var isUnreadable: Bool { Self.ofReading.contains(code) }

  private static let ofReading: Set<FieldProblem.Code> = [
    .notADate, .ambiguousDate, .serialDate, .yearMissing, .dayOrMonth, .notANumber, .notAFlag,
    .notAChoice, .wrongType, .ditto, .severalNames, .roundedNumber,
  ]

  private static let ofTheStore: Set<FieldProblem.Code> = [
    .birthImpossible, .yearUnlikely, .notFound, .severalFound, .writtenOtherwise, .notKana,
    .tooLong, .outOfRange, .dateInFuture,
  ]
}

extension FieldFacts {
  /// Whether an import makes the record that a reference names, where it is told to.
  fileprivate var isMadeWhereTold: Bool {
    if case .reference(let kind) = shape { [.company, .host, .job].contains(kind) } else { false }
  }

  /// Whether deadlines count from the day in a record of a kind.
  fileprivate func isDayOfLaw(in kind: RecordKind) -> Bool {
    guard shape == .date, !isBirth else { return false }
    switch RecordDescription.of(kind).feedsDeadlines {
    // Of a person in a sheet there is seldom more than the year.
    case .none, .ofItsCases, .ofOwnedCases, .ofAllCases: return false
    case .ofItself(let fields), .ofCases(_, _, let fields): return fields.contains(name)
    case .ofItsCase, .ofEveryCase: return true
    }
  }
}

extension RecordDescription {
  /// Whether a record of the kind is told from others by a field first of all.
  fileprivate func isKnownBy(_ field: String) -> Bool {
    identity.names.first == field || identity.keys.contains(field)
  }
}
