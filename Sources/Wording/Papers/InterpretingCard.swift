/// A sentence of a first talk that is pointed at, as `Resources/Papers/cards.tsv` has it.
package struct InterpretingCard: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// One of its answers, or several.
    case one, several
    /// One of its answers, of which the second means that nothing is written down.
    case permission
    /// A day or a number that somebody writes, or one of its answers.
    case date, number

    package var isWritten: Bool { self == .date || self == .number }
    var takesSeveral: Bool { self == .several }
    var isPermission: Bool { self == .permission }

    /// Where the person writes on paper; empty where they only point.
    func blank(_ texts: PaperTexts) -> String {
      switch self {
      case .one, .several, .permission: ""
      case .number: "________________"
      case .date:
        [("year", 8), ("month", 5), ("day", 5)].map { name, width in
          "\(texts["answer.\(name)"] ?? "") \(String(repeating: "_", count: width))"
        }.joined(separator: "   ")
      }
    }
  }

  /// By which it is called on paper and on the screen, from 1.
  package let number: Int
  package let picture: CardPicture
  /// The key of its text; as `answers`, of `PaperTexts`.
  package let sentence: String
  package let kind: Kind
  package let answers: [String]

  /// Every sentence, in its order.
  package static let all: [InterpretingCard] = {
    let rows = PaperForm.named(formID)?.rows.filter { $0.first == "card" } ?? []
    return rows.enumerated().compactMap { InterpretingCard($0 + 1, Array($1.dropFirst())) }
  }()

  /// By which its paper is called.
  package static let formID = "cards"

  /// Nil for a row that is none.
  init?(_ number: Int, _ parts: [String]) {
    guard parts.count > 3, let picture = CardPicture.named(parts[0]),
      let kind = Kind(rawValue: parts[2])
    else { return nil }
    self.number = number
    self.picture = picture
    sentence = String(parts[1].dropFirst())
    self.kind = kind
    answers = parts.dropFirst(3).map { String($0.dropFirst()) }
  }
}
