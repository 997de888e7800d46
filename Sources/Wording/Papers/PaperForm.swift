package import Casework
package import Labels

/// A paper that can be printed, as one table of `Resources/Papers` describes it: what it is called,
/// where its form comes from, and what stands on it in which order.
package struct PaperForm: Hashable, Sendable {
  /// What a paper is filled from.
  package enum Subject: Hashable, Sendable {
    case record(RecordKind)
    /// What is to be done on a day.
    case day
  }

  /// By which a command names it; the name of its file.
  package let id: String
  package let subject: Subject
  /// Its languages by their codes, the first where nobody asks for another.
  package let languages: [String]
  /// The official form or the law that it follows; empty for one of the organisation's own.
  package let source: String
  /// The day on which that was last looked up.
  package let checked: String
  /// Who has to look at it before it leaves the house, as the key of a text; nil where nobody has to.
  let draft: String?
  /// Whether nobody has compared it with what it follows.
  package var isUnchecked: Bool { !source.isEmpty && checked.isEmpty }
  /// What the person must have agreed to before it is made.
  package let consent: ConsentScope?
  /// Whether it is for the person, in their language, so that it says whether anybody checked its words.
  package let isForPerson: Bool
  let names: [String: String]
  /// What stands on it, a row each.
  let rows: [[String]]
  /// Of a letter of the organisation's own, its text with names in it; it has no rows.
  package let body: String?
  /// Whom a built-in letter goes to that may be taken over as one of the organisation's own.
  package let letterTo: LetterRecipient?

  package func name(in language: LabelLanguage) -> String { names[language.rawValue] ?? id }

  /// Whom it is addressed to by name; nil where it may go to anybody of those it is for.
  package func recipient(for subject: PaperSubject) -> String? {
    guard let path = addressee else { return nil }
    let facts = PaperFacts(subject: subject, words: Words(.ja), language: "ja")
    let name = facts.value(path).text
    return name.isEmpty ? nil : name
  }

  /// All there are, in the order in which they are offered.
  package static let all: [PaperForm] = EmbeddedResources.files
    .filter { $0.name.hasSuffix(".tsv") && !$0.name.hasPrefix(PaperTexts.prefix) }
    .compactMap { PaperForm(String($0.name.dropLast(4)), $0.text) }
    .sorted { ($0.place, $0.id) < ($1.place, $1.id) }

  package static func of(_ kind: RecordKind) -> [PaperForm] {
    all.filter { $0.subject == .record(kind) }
  }

  package static func named(_ id: String) -> PaperForm? { all.first { $0.id == id } }

  private let place: Int
  private let addressee: String?

  /// Nil for a table that does not say what it is about.
  private init?(_ id: String, _ text: String) {
    var head: [String: [String]] = [:]
    var names: [String: String] = [:]
    var rows: [[String]] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells[0] == "name", cells.count == 3 {
        names[cells[1]] = cells[2]
      } else if Self.headings.contains(cells[0]) {
        head[cells[0]] = Array(cells.dropFirst())
      } else {
        rows.append(cells)
      }
    }
    guard let about = head["about"]?.first else { return nil }
    if about == "day" {
      subject = .day
    } else {
      guard let kind = RecordKind(rawValue: about) else { return nil }
      subject = .record(kind)
    }
    let isForPerson = head["sheet"] != nil
    self.isForPerson = isForPerson
    languages = isForPerson ? PaperTexts.languages : head["languages"] ?? ["ja"]
    source = head["source"]?.first ?? ""
    checked = head["checked"]?.first ?? ""
    draft = head["draft"]?.first
    consent = head["consent"]?.first.flatMap(ConsentScope.init(rawValue:))
    addressee = head["to"]?.first
    place = head["place"]?.first.flatMap { Int($0) } ?? .max
    letterTo = head["letter"]?.first.flatMap(LetterRecipient.init(rawValue:))
    body = nil
    (self.id, self.names, self.rows) = (id, names, rows)
  }

  /// A letter of the organisation's own; nil for a record that is none.
  ///
  /// By its number a command names it.
  package init?(_ card: Card) {
    let template = LetterTemplate(card)
    guard let language = template.language, let recipient = template.recipient else { return nil }
    id = card.number
    subject = .record(.case)
    languages = [language.rawValue]
    (source, checked, draft) = ("", "", nil)
    consent = recipient.scope
    isForPerson = recipient == .person
    names = Dictionary(
      uniqueKeysWithValues: LabelLanguage.allCases.map { ($0.rawValue, template.name) })
    rows = []
    body = template.body.text
    letterTo = recipient
    place = .max
    addressee = recipient.addressee
  }

  private static let headings: Set = [
    "about", "sheet", "languages", "source", "checked", "draft", "consent", "to", "place", "letter",
  ]
}
