package import Casework
import Labels

extension PaperForm {
  /// What in the text of a letter cannot be filled: it was written for another version of the program.
  package var problems: [FieldProblem] {
    body.map { LetterBody($0, to: letterTo).problems } ?? []
  }

  /// The letters that may be taken over as the organisation's own.
  package static let letters = all.filter { $0.letterTo != nil }

  /// A letter that comes with the program as one of the organisation's own, in the language it has.
  package var ownTemplate: [String: FieldValue] {
    let language = languages.first ?? ""
    return [
      LetterTemplate.name(\.name): .text(names[language] ?? id),
      LetterTemplate.name(\.language): .code(language),
      LetterTemplate.name(\.recipient): letterTo?.fieldValue ?? .absent,
      LetterTemplate.name(\.body): .text(rows.flatMap(Self.written).joined(separator: "\n")),
    ]
  }

  /// A row of a table as lines of a letter.
  private static func written(_ row: [String]) -> [String] {
    let parts = Array(row.dropFirst())
    switch row.first {
    case "title": return ["# " + named(parts.first ?? ""), ""]
    case "trailing": return ["> " + named(parts.first ?? "")]
    case "gap", "page": return [""]
    case "lines": return Array(repeating: "", count: parts.first.flatMap { Int($0) } ?? 1)
    case "row":
      return stride(from: 0, to: parts.count - 2, by: 3).map { start in
        "\(parts[start + 1]): \(named(parts[start + 2]))"
      }
    case "ticks":
      guard parts.count > 1 else { return [] }
      return ["\(parts[0]): " + (parts[1].isEmpty ? "" : "{{\(parts[1])}}")]
    default: return [named(parts.first ?? "")]
    }
  }

  /// `{case.phone|mobile}` of a table is `{{case.phone}}` of a letter.
  private static func named(_ text: String) -> String {
    text.replacing(/\{([A-Za-z.]+)[^}]*\}/) { "{{\($0.1)}}" }
  }
}
