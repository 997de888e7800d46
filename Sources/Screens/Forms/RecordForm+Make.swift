import Casework
import Labels
import Wording

/// How the forms of the desk are made from the field lists.
extension RecordForm {
  /// A form for a new record of a kind.
  ///
  /// - Parameters:
  ///   - parent: the record it is about: a reference field to its kind is filled and not shown.
  ///   - fixed: what else is saved without being shown.
  ///   - writes: the fields that whoever writes may write; nil for all.
  static func add(
    _ kind: RecordKind, about parent: Link? = nil, command: CommandName = .add, viewer: Link,
    offered: [String: FieldValue] = [:], fixed: [String: FieldValue] = [:],
    writes: Set<String>? = nil, today: CivilDate, words: Words
  ) -> RecordForm {
    let description = RecordDescription.of(kind)
    var fixed = fixed
    var subject = words("kind.\(kind.rawValue)")
    if let parent, let field = description.references(to: parent.address.kind).first {
      fixed[field.name] = .link(parent)
      subject = "\(ValueText(words).text(parent)) : \(subject)"
    }
    var parts = [Part(kind, fixed: fixed)]
    let likely = Self.likely(in: kind, viewer: viewer, today: today).merging(offered) { $1 }
    var fields = [
      formFields(of: description, likely: likely).filter {
        fixed[$0.name] == nil && writes?.contains($0.name) ?? true
      }
    ]
    if parent != nil, writes == nil, let next = next[kind] {
      parts.append(Part(next.kind, fixed: fixed))
      fields.append(next.fields.compactMap { RecordDescription.of(next.kind)[$0] })
    }
    return RecordForm(
      subject: subject, command: command, parts: parts, fields: fields,
      offered: { part, name in part == 0 ? likely[name] : nil }, today: today, words: words)
  }

  /// What is agreed while something is logged: what is to be done next, while one talks.
  private static let next: [RecordKind: (kind: RecordKind, fields: [String])] = [
    .contact: (.followUp, ["action", "due"])
  ]

  /// A form over everything of a record that is edited by hand.
  static func edit(_ card: Card, writes: Set<String>? = nil, today: CivilDate, words: Words)
    -> RecordForm
  {
    let description = RecordDescription.of(card.address.kind)
    return RecordForm(
      subject: subject(of: card, words: words), command: .edit,
      parts: [Part(card.address.kind, card: card)],
      // As in the form that made it.
      fields: [
        formFields(of: description, likely: days(today)).filter {
          writes?.contains($0.name) ?? true
        }
      ],
      asksReason: false, today: today, words: words)
  }

  /// A form for what a move of a case still lacks, and for the reason.
  static func move(
    _ card: Card, to status: CaseStatus, lacking fields: [String], asksReason: Bool,
    needsNextAction: Bool, today: CivilDate, words: Words
  ) -> RecordForm {
    let description = RecordDescription.of(.case)
    let link = Link(card.address, number: card.number)
    var parts = [Part(.case, card: card, fixed: ["status": .code(status.rawValue)])]
    var shown = [fields.compactMap { description[$0] }]
    if needsNextAction {
      // First, so that the guard of the move finds the next action when the move is checked.
      parts.insert(Part(.followUp, fixed: ["case": .link(link)]), at: 0)
      shown.insert(["action", "due"].compactMap { RecordDescription.of(.followUp)[$0] }, at: 0)
    }
    return RecordForm(
      subject: "\(subject(of: card, words: words)) > \(words(status.labelKey))",
      command: .status, parts: parts, fields: shown, asksReason: asksReason, today: today,
      words: words)
  }

  /// A form over a few fields of a record, such as a new due date with its reason.
  static func few(
    _ names: [String], of card: Card, fixed: [String: FieldValue] = [:], command: CommandName,
    asksReason: Bool, today: CivilDate, words: Words
  ) -> RecordForm {
    let description = RecordDescription.of(card.address.kind)
    return RecordForm(
      subject: subject(of: card, words: words), command: command,
      parts: [Part(card.address.kind, card: card, fixed: fixed)],
      fields: [names.compactMap { description[$0] }], asksReason: asksReason, today: today,
      words: words)
  }

  static func subject(of card: Card, words: Words) -> String {
    let name = ValueText(words).title(of: card)
    return name.isEmpty ? card.number : "\(card.number) \(name)"
  }

  /// What the forms of a kind show: what is asked first, then what is required and not there, then
  /// the others; a day that stands there already is never the first.
  static func formFields(
    of description: RecordDescription, likely: [String: FieldValue] = [:]
  ) -> [FieldFacts] {
    let fields = description.fields.filter { $0.isWritable && !$0.uses.contains(.noForm) }
    let first = description.asksFirst.compactMap { name in fields.first { $0.name == name } }
    let others = fields.filter { field in !first.contains { $0.name == field.name } }
    func isThere(_ field: FieldFacts) -> Bool {
      if case .date? = likely[field.name] { true } else { false }
    }
    let asked = first + others.filter { $0.isRequired && !isThere($0) }
    let there = others.filter { $0.isRequired && isThere($0) }
    let rest = others.filter { !$0.isRequired }
    return asked.isEmpty ? rest.prefix(1) + there + rest.dropFirst() : asked + there + rest
  }

  /// What a new record most often holds.
  private static func likely(
    in kind: RecordKind, viewer: Link, today: CivilDate
  ) -> [String: FieldValue] {
    var values: [String: FieldValue] = [:]
    // What a paper is, and what it shows, is said by who saw it: nothing stands there before.
    let description = RecordDescription.of(kind)
    if description.keepsHistory || seen.contains(kind) {
      for field in description.titleFields { values[field] = .absent }
    }
    values.merge(days(today)) { $1 }
    for field in ["owner", "staff", "assignee"] { values[field] = .link(viewer) }
    return values.merging(likely[kind]?(today) ?? [:]) { $1 }
  }

  /// The days that are most often today.
  private static func days(_ today: CivilDate) -> [String: FieldValue] {
    ["on": .date(today), "opened": .date(today), "receivedOn": .date(today)]
  }

  /// What is said by who saw it, beside what keeps a history.
  private static let seen: Set<RecordKind> = [.document]

  /// What is likely of one kind alone.
  private static let likely: [RecordKind: @Sendable (CivilDate) -> [String: FieldValue]] = [
    .attendance: { _ in ["result": AttendanceResult.attended.fieldValue] },
    .assignment: { today in
      ["start": .date(today), "until": .date(today.adding(days: Assignment.defaultDays))]
    },
  ]
}
