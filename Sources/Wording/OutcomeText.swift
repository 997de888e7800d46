package import Casework
package import Labels

/// What is to be said of a row of a sheet that came in, or would.
package struct OutcomeText: Sendable {
  private let words: Words
  private let kind: RecordKind
  private var texts: ValueText { ValueText(words) }

  package init(_ words: Words, in kind: RecordKind) {
    self.words = words
    self.kind = kind
  }

  /// A field in which sheet and store differ: its label, what the sheet says, what the store does.
  package func parts(of difference: FieldConflict) -> [String] {
    let field = RecordDescription.of(kind)[difference.field]
    let column = CaseColumn.named(difference.field)
    let shape = column?.facts?.shape ?? field?.shape ?? .text
    let label =
      column.map { words($0.labelKey) } ?? field.map { texts.label(of: $0, in: kind) }
      ?? difference.field
    return [label] + [difference.yours, difference.theirs].map { texts.text($0, of: shape) }
  }

  /// What a cell of a grid says: who, at which gathering of which day, how, and below which heading.
  package func cell(of outcome: ImportReport.Outcome) -> [String] {
    guard !outcome.column.isEmpty else { return [] }
    let mark = RecordDescription.of(kind).grid.flatMap { RecordDescription.of(kind)[$0.mark] }
    return outcome.about.map { texts.text($0) }
      + [
        outcome.day.map { texts.text($0) },
        mark.flatMap { field in outcome.mark.map { texts.text($0, of: field.shape) } },
      ].compactMap(\.self) + ["(\(outcome.column))"]
  }

  /// The records that a row may be about, and why it was not matched with them.
  package func possibles(of outcome: ImportReport.Outcome) -> [String] {
    let key = kind.isSomebody ? "import.possible" : "import.possibleRecord"
    let doubted = Set(outcome.doubts.map(\.link))
    let others = outcome.possible.filter { !doubted.contains($0) }.map { texts.text($0) }
    let all = others.joined(separator: words("list.separator"))
    return outcome.doubts.map { doubt in
      words("import.because", words(key, texts.text(doubt.link)), text(doubt.reason))
    } + (others.isEmpty ? [] : [words(key, all)])
  }

  package func text(_ doubt: Identity.Doubt) -> String {
    switch doubt {
    case .differs(let fields):
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
}

extension RecordKind {
  /// Whether its records are people.
  fileprivate var isSomebody: Bool {
    [.person, .case, .staff, .volunteer, .hostAdult, .companyContact].contains(self)
  }
}

extension ProblemText {
  /// The sentence of a problem of a row of a sheet, also where it is in a column of a record about the
  /// case.
  package func rowSentence(_ problem: FieldProblem, in kind: RecordKind) -> String {
    let description = RecordDescription.of(kind)
    guard description[problem.field]?.isWritable != true,
      let column = description.part(named: problem.field)
    else { return sentence(problem, kind: kind) }
    return "\(words(column.labelKey)): \(sentence(problem, kind: nil))"
  }
}
