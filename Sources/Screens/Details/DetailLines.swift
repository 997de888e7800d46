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
  let width: CellWidth
  let chrome: Chrome

  init(_ scene: Scene) {
    words = scene.words
    today = scene.today
    viewer = scene.viewer
    isForPerson = scene.isShowingPerson
    width = scene.width
    chrome = scene.chrome
  }

  /// What the heading says, or what only orders and narrows lists.
  private static let implied = ["number", "person", "sortName", "isOpen"]

  /// What stays on the page however far it is scrolled: who it is about, and what must be seen
  /// before anything else.
  func header(of detail: Detail) -> [LinesView.Line] {
    let card = detail.card
    let name = ValueText(words).title(of: card)
    return [.heading(name.isEmpty ? card.number : "\(card.number)  \(name)")] + warnings(card)
      + (detail.subject.map(warnings) ?? [])
  }

  func lines(of detail: Detail) -> [LinesView.Line] {
    let card = detail.card
    let description = RecordDescription.of(card.address.kind)
    let texts = ValueText(words)
    var lines: [LinesView.Line] = []
    // What a list shows comes first: how the record stands matters more than who it is about.
    let fields = description.fields.filter(shows)
    var isRestSaid = isForPerson || viewer.isVolunteer
    for field in fields.filter({ $0.column != nil }) + fields.filter({ $0.column == nil }) {
      if field.column == nil, !isRestSaid {
        isRestSaid = true
        lines += around(detail)
      }
      let value = card.shown(field.name)
      guard !value.isAbsent, value != .flag(false) else { continue }
      if case .date(let day) = value, field.countsDays, let time = StageTime(card, on: today) {
        lines.append(
          .pair(
            texts.label(of: field, in: card.address.kind),
            StageText(words).sentence(time, since: day), role: time.isStalled ? .warning : .plain))
        continue
      }
      let text = texts.readText(value, of: field.shape)
      lines.append(
        .pair(
          texts.label(of: field, in: card.address.kind), text,
          role: isOverdue(field, value) ? .error : .plain))
    }
    return lines
  }

  /// What is known of a record beside its own fields, by its kind.
  private static let around: [RecordKind: @Sendable (Self, Detail) -> [LinesView.Line]] = [
    .case: { text, detail in
      LegalLines(words: text.words, today: text.today).lines(of: detail.card, detail.deadlines)
        + SupportLines(words: text.words, today: text.today, chrome: text.chrome).lines(of: detail)
    },
    .homestay: { text, detail in
      StayLines(words: text.words, width: text.width).lines(of: detail)
    },
  ]

  private func around(_ detail: Detail) -> [LinesView.Line] {
    Self.around[detail.card.address.kind]?(self, detail) ?? []
  }

  /// What a person must see before anything else, of a case or of the case a record is about.
  private func warnings(_ card: Card) -> [LinesView.Line] {
    let texts = ValueText(words)
    return Detail.warnings.compactMap { RecordDescription.of(card.address.kind)[$0] }
      .compactMap { field in
        let value = card[field.name]
        guard !value.isAbsent, value != .flag(false) else { return nil }
        return .pair(
          texts.label(of: field, in: card.address.kind), texts.text(value, of: field.shape),
          role: .warning)
      }
  }

  private func shows(_ field: FieldFacts) -> Bool {
    !Detail.warnings.contains(field.name) && !Self.implied.contains(field.name)
      && !LegalText.fields.contains(field.name)
      && !field.uses.contains(.unread)
      && (!isForPerson || field.audience == .assigned)
  }

  private func isOverdue(_ field: FieldFacts, _ value: FieldValue) -> Bool {
    guard field.name == "nextActionDue", case .date(let date) = value else { return false }
    return date < today
  }
}
