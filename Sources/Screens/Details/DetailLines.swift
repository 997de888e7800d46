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
  let width: CellWidth
  let chrome: Chrome
  let columns: Int
  /// What was sealed and is open.
  var revealed: DetailPage.Revealed?
  private let phone: String

  init(_ scene: Scene) {
    words = scene.words
    today = scene.today
    viewer = scene.viewer
    width = scene.width
    chrome = scene.chrome
    columns = scene.region.columns
    phone = scene.surroundings.phone
  }

  /// From so many columns on fields stand in two columns.
  private static let wide = 100

  /// What the heading says, or what only orders and narrows lists.
  private static let implied = ["number", "person", "sortName", "sortRoman", "isOpen"]

  private var texts: ValueText { ValueText(words) }
  private var summary: CaseSummary {
    CaseSummary(words: words, today: today, isForStaff: !viewer.isVolunteer)
  }

  /// What stays on the page however far it is scrolled: who it is about, and what must be seen
  /// before anything else.
  func header(of detail: Detail) -> [LinesView.Line] {
    let card = detail.card
    let name = texts.title(of: card)
    let warning = WarningText(words).sentences(of: card.isCase ? card : detail.subject ?? card)
    let title = name.isEmpty ? card.number : "\(card.number)  \(name)"
    let room = columns - width.columns(of: title) - 3
    let asides = card.isCase ? summary.facts(of: card) : []
    return [.heading(title, aside: asides.first { width.columns(of: $0) <= room } ?? "")]
      + (warning.isEmpty ? [] : [.banner(words("warning.all", warning.joined(separator: "  ")))])
  }

  /// What of a record is on the page before anything is scrolled; of others than a case nothing.
  func summary(of detail: Detail) -> [LinesView.Line] {
    guard detail.card.isCase else { return [] }
    let lines = summary.lines(of: detail, columns: columns)
    guard viewer.isVolunteer else { return lines }
    // What was opened is seen without scrolling.
    let opened = RecordDescription.of(.case).fields.first { $0.name == revealed?.field }
    return [opened.flatMap { line($0, detail.card) }].compactMap(\.self) + lines
      + VolunteerLines(words: words, today: today).lines(of: detail, phone)
  }

  /// Everything else.
  func lines(of detail: Detail) -> [LinesView.Line] {
    let fields = RecordDescription.of(detail.card.address.kind).fields.filter(shows)
    if detail.card.isCase { return groups(of: detail, fields) }
    // What a list shows comes first: how the record stands matters more than who it is about.
    let shown = (fields.filter { $0.column != nil }.compactMap { line($0, detail.card) })
    let rest = (fields.filter { $0.column == nil }.compactMap { line($0, detail.card) })
    if viewer.isVolunteer { return shown + rest }
    guard columns >= Self.wide, detail.timeline.isEmpty || shown.count + rest.count > 8 else {
      return shown + around(detail) + rest
    }
    return [.columns(shown + around(detail), rest)]
  }

  /// What is known of a record beside its own fields, by its kind.
  private static let around: [RecordKind: @Sendable (Self, Detail) -> [LinesView.Line]] = [
    .homestay: { text, detail in
      StayLines(words: text.words, width: text.width).lines(of: detail)
    }
  ]

  private func around(_ detail: Detail) -> [LinesView.Line] {
    Self.around[detail.card.address.kind]?(self, detail) ?? []
  }

  // MARK: In groups

  private func groups(of detail: Detail, _ fields: [FieldFacts]) -> [LinesView.Line] {
    let card = detail.card
    let groups = RecordDescription.of(card.address.kind).groups
    let said = viewer.isVolunteer ? CaseSummary.volunteersFields : CaseSummary.fields
    let left = fields.filter { !said.contains($0.name) }
    var parts = viewer.isVolunteer ? [] : support(detail)
    for group in groups {
      let own = group.fields.compactMap { name in left.first { $0.name == name } }
      parts.append((group.name, own.compactMap { line($0, card) }))
    }
    let grouped = Set(groups.flatMap(\.fields))
    parts.append(
      ("other", left.filter { !grouped.contains($0.name) }.compactMap { line($0, card) }))
    return beside(
      parts.filter { !$0.1.isEmpty }.map { name, lines in
        [.rule(words("fieldGroup.\(name)"))] + lines
      })
  }

  private func support(_ detail: Detail) -> [(String, [LinesView.Line])] {
    let law = LegalLines(words: words, today: today)
    return [
      ("due", law.due(detail.deadlines)), ("answered", law.answered(detail.answered)),
      ("law", law.lines(of: detail.card) + law.answers(of: detail.municipality)),
      ("support", SupportLines(words: words, today: today, chrome: chrome).lines(of: detail)),
    ]
  }

  /// The groups below each other; where there is room, in two columns of about the same height.
  private func beside(_ groups: [[LinesView.Line]]) -> [LinesView.Line] {
    guard columns >= Self.wide else { return groups.flatMap(\.self) }
    let half = (groups.reduce(0) { $0 + $1.count } + 1) / 2
    var (left, right): ([LinesView.Line], [LinesView.Line]) = ([], [])
    for group in groups {
      if right.isEmpty, left.isEmpty || left.count + group.count / 2 <= half {
        left += group
      } else {
        right += group
      }
    }
    return [.columns(left, right)]
  }

  private func line(_ field: FieldFacts, _ card: Card) -> LinesView.Line? {
    let open = revealed.flatMap { $0.field == field.name ? $0.value : nil }
    if card.content(field.name) == .sealed, open == nil {
      return .pair(texts.label(of: field, in: card.address.kind), words("session.sealed"))
    }
    if open?.isAbsent == true {
      return .pair(texts.label(of: field, in: card.address.kind), words("session.sealedEmpty"))
    }
    let value = open ?? card.shown(field.name)
    guard !value.isAbsent, value != .flag(false) else { return nil }
    let label = texts.label(of: field, in: card.address.kind)
    if case .date(let day) = value, field.countsDays, let time = StageTime(card, on: today) {
      return .pair(
        label, StageText(words).sentence(time, since: day), role: time.isStalled ? .warning : .plain
      )
    }
    let said = texts.readText(value, of: field.shape)
    let doubt = DeadlineText(words, today: today).standing(ofDay: field.name, of: card)
    return .pair(label, doubt.isEmpty ? said : words("legal.due", said, doubt))
  }

  private func shows(_ field: FieldFacts) -> Bool {
    !Detail.warnings.contains(field.name) && !Self.implied.contains(field.name)
      && (viewer.isVolunteer || !LegalText.fields.contains(field.name))
      && !field.uses.contains(.unread)
  }
}
