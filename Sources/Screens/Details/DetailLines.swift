import Cells
import Casework
import Labels
import Widgets
import Wording

/// The fields of a record as lines to read.
struct DetailLines {
  let words: Words
  let today: CivilDate
  let viewer: Viewer
  /// Whether somebody else looks at the screen: nothing that is for staff only.
  let isForPerson: Bool

  /// What a person must see before anything else.
  private static let warnings = ["neverContactAuthorities", "safeContact"]
  /// What the heading says, or what only orders and narrows lists.
  private static let implied = ["number", "person", "sortName", "isOpen"]

  /// - Parameter deadlines: of a case, those that are open.
  func lines(of card: Card, deadlines: [Card] = []) -> [LinesView.Line] {
    let description = RecordDescription.of(card.address.kind)
    let texts = ValueText(words)
    var lines: [LinesView.Line] = []
    let name = texts.title(of: card)
    lines.append(.heading(name.isEmpty ? card.number : "\(card.number)  \(name)"))
    for field in Self.warnings.compactMap({ description[$0] }) {
      let value = card[field.name]
      guard !value.isAbsent, value != .flag(false) else { continue }
      lines.append(
        .pair(
          texts.label(of: field, in: card.address.kind), texts.text(value, of: field.shape),
          role: .warning))
    }
    // What a list shows comes first: how the record stands matters more than who it is about.
    let fields = description.fields.filter(shows)
    var isLegalSaid = card.address.kind != .case || isForPerson || viewer.isVolunteer
    for field in fields.filter({ $0.column != nil }) + fields.filter({ $0.column == nil }) {
      if field.column == nil, !isLegalSaid {
        isLegalSaid = true
        lines += LegalLines(words: words, today: today).lines(of: card, deadlines)
      }
      let value = card[field.name]
      guard !value.isAbsent, value != .flag(false) else { continue }
      let text = texts.text(value, of: field.shape)
      lines.append(
        .pair(
          texts.label(of: field, in: card.address.kind), text,
          role: isOverdue(field, value) ? .error : .plain))
    }
    return lines
  }

  private func shows(_ field: FieldFacts) -> Bool {
    !Self.warnings.contains(field.name) && !Self.implied.contains(field.name)
      && !LegalLines.fields.contains(field.name)
      && (!isForPerson || field.audience == .assigned)
  }

  private func isOverdue(_ field: FieldFacts, _ value: FieldValue) -> Bool {
    guard field.name == "nextActionDue", case .date(let date) = value else { return false }
    return date < today
  }
}
