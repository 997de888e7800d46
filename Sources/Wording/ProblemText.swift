package import Casework
package import Labels

/// What is wrong with a field, and what to do, as a sentence.
package struct ProblemText: Sendable {
  package let words: Words

  package init(_ words: Words) { self.words = words }

  /// The sentence of a problem, led by the field's name where the kind of record is given.
  package func sentence(_ problem: FieldProblem, kind: RecordKind?) -> String {
    let arguments = problem.arguments.map(text)
    let sentence =
      nearName(problem, arguments)
      ?? words("problem.\(problem.code.rawValue)", arguments: arguments)
    guard let kind, let field = RecordDescription.of(kind)[problem.field] else { return sentence }
    let hint = problem.code == .notAChoice ? hint(of: field, arguments.first ?? "") : nil
    let whole = hint.map { words($0.key, sentence, $0.text) } ?? sentence
    return "\(ValueText(words).label(of: field, in: kind)): \(whole)"
  }

  /// The sentence about a name in a letter that is nobody's, with the one that was probably meant.
  private func nearName(_ problem: FieldProblem, _ arguments: [String]) -> String? {
    guard problem.code == .letterName, let name = arguments.last else { return nil }
    let names = PaperName.all + PaperName.lists.keys.sorted().flatMap(PaperName.within)
    return NearWord(name).nearest(in: names.map(\.text)).map { near in
      words("problem.letterName.near", arguments: arguments + [near])
    }
  }

  /// What is wrong with a record, each sentence once; it is led by a field's name where it does not
  /// speak for itself.
  package func sentences(_ problems: [FieldProblem], of kind: RecordKind?) -> [String] {
    let status = kind.flatMap { RecordDescription.of($0).statusField?.name }
    return problems.map { problem in
      let speaksForItself = problem.field == status && !problem.code.isBare
      return sentence(problem, kind: speaksForItself ? nil : kind)
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The choice that was probably meant, else all there are, where they are few.
  private func hint(of field: FieldFacts, _ text: String) -> (key: String, text: String)? {
    guard let catalogue = field.shape.catalogue else { return nil }
    if let near = Self.near(text, in: catalogue) {
      return ("problem.notAChoice.near", words(catalogue.labelKey(near)))
    }
    let labels = catalogue.codes.map { words(catalogue.labelKey($0)) }
    guard labels.count <= Self.mostListed else { return nil }
    return ("problem.notAChoice.listed", labels.joined(separator: words("list.separator")))
  }

  /// The code of the choice that a word was probably meant to be, by what it is called in any language
  /// and in the sheets of others; nil where nothing is near.
  package static func near(_ text: String, in catalogue: Catalogue) -> String? {
    var codes: [String: String] = [:]
    var names: [String] = []
    for code in catalogue.codes {
      let key = catalogue.labelKey(code)
      let own = LabelLanguage.allCases.map { Words($0) }.flatMap { words in
        [words(key)] + words.alternatives(key + ".alias")
      }
      for name in own + SheetWords.words("choice.\(catalogue.name).\(code)")
      where codes[name] == nil {
        codes[name] = code
        names.append(name)
      }
    }
    return NearWord(text).nearest(in: names).flatMap { codes[$0] }
  }

  /// How many choices a sentence lists at most.
  private static let mostListed = 16

  private func text(_ argument: FieldProblem.Argument) -> String {
    switch argument {
    case .text(let text): text
    case .number(let number): String(number)
    case .label(let key): words(key)
    case .date(let date): ValueText(words).text(date)
    case .record(let link): ValueText(words).text(link)
    }
  }
}

extension FieldProblem.Code {
  /// Whether its sentence says only what is wrong, and not with what.
  fileprivate var isBare: Bool {
    switch self {
    case .required, .wrongType, .tooLong, .outOfRange, .notADate, .ambiguousDate, .notANumber,
      .notAFlag, .notAChoice, .notFound, .severalFound, .readOnly, .endBeforeStart, .dateInFuture,
      .unreadableText, .doesNotFit, .alreadyThere, .endedAlready:
      true
    default: false
    }
  }
}
