package import Casework
package import Labels

/// What is wrong with a field, and what to do, as a sentence.
package struct ProblemText: Sendable {
  package let words: Words

  package init(_ words: Words) { self.words = words }

  /// The sentence of a problem, led by the field's name where the kind of record is given.
  package func sentence(_ problem: FieldProblem, kind: RecordKind?) -> String {
    let arguments = problem.arguments.map(text)
    let sentence = words("problem.\(problem.code.rawValue)", arguments: arguments)
    guard let kind, let field = RecordDescription.of(kind)[problem.field] else { return sentence }
    return "\(ValueText(words).label(of: field, in: kind)): \(sentence)"
  }

  private func text(_ argument: FieldProblem.Argument) -> String {
    switch argument {
    case .text(let text): text
    case .number(let number): String(number)
    case .label(let key): words(key)
    case .date(let date): ValueText(words).text(date)
    }
  }
}
