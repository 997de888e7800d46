package import Casework
package import Labels
package import Widgets
import Wording

/// A form over the fields of one record, or of a few that are saved in one step.
package struct RecordForm: Hashable, Sendable {
  /// One record the form writes.
  package struct Part: Hashable, Sendable {
    package var kind: RecordKind
    /// The record as it was opened; nil for a new one.
    package var card: Card?
    /// What is saved without being shown: the case of a log entry, the status of a move.
    package var fixed: [String: FieldValue]

    package init(_ kind: RecordKind, card: Card? = nil, fixed: [String: FieldValue] = [:]) {
      self.kind = kind
      self.card = card
      self.fixed = fixed
    }

    var isNew: Bool { card == nil }

    /// What the record holds in a field; a new one what it has by itself.
    fileprivate func value(of field: FieldFacts) -> FieldValue {
      card?.shown(field.name) ?? RecordDescription.of(kind).emptyValue(of: field)
    }
  }

  /// One field of one part, with what stands in it.
  struct Entry: Hashable, Sendable {
    var part: Int
    var facts: FieldFacts
    /// What the record holds where the form does not write the field: what stood there when it was
    /// opened, in a new record what it has by itself.
    var initial: FieldValue
    /// What was chosen; typed text is read when the form is saved.
    var value: FieldValue
    /// What the form showed when it was opened: what the record holds, else what is most likely.
    var offered: FieldValue

    var id: String { "\(part).\(facts.name)" }
  }

  static let reasonID = "reason"

  /// The words of the first row: a record's number and name, or the kind of a new one.
  package internal(set) var subject: String
  package let command: CommandName
  package internal(set) var parts: [Part]
  /// Further records that get the same values as the first part: the other marked ones.
  var also: [Part] = []
  /// Tells its draft from those of the same form that were left before it.
  var serial = 0
  /// Whether the person must or may say why.
  let asksReason: Bool
  var entries: [Entry]
  package var view: FormView
  /// What is known of the cases it is about, for what must be seen before anything is done.
  package internal(set) var caseCards: [Card] = []
  /// What somebody said before who asked for what the form does; empty where nobody did.
  package internal(set) var told = ""
  /// A sentence about the form as a whole, for what no shown field is to blame for.
  package var problem: String?
  /// What was refused for want of what this form supplies.
  var answers: RefusedSave?
  /// Who may have been entered before; nil where the form makes no case.
  package internal(set) var duplicates: DuplicateWatch?

  /// A form over `fields` of each part.
  ///
  /// - Parameter offered: what is most likely in a part's field that is new or empty.
  init(
    subject: String, command: CommandName, parts: [Part], fields: [[FieldFacts]],
    asksReason: Bool = false, offered: (Int, String) -> FieldValue? = { _, _ in nil },
    today: CivilDate, words: Words
  ) {
    self.subject = subject
    self.command = command
    self.parts = parts
    self.asksReason = asksReason
    duplicates = parts.contains { $0.kind.isCase && $0.isNew } ? DuplicateWatch() : nil
    entries = zip(parts.indices, fields).flatMap { part, fields in
      fields.map { facts in
        let initial = parts[part].value(of: facts)
        let isOpen = initial.isAbsent || parts[part].isNew
        let value = isOpen ? offered(part, facts.name) ?? initial : initial
        return Entry(part: part, facts: facts, initial: initial, value: value, offered: value)
      }
    }
    view = FormView(fields: [])
    let editing = FieldEditing(today: today, words: words)
    view = FormView(
      fields: shownFields(editing)
        + (asksReason ? [editing.reasonField(id: Self.reasonID)] : []))
  }

  /// Its entries as fields; of a new record with many those that are not asked first are folded
  /// below the headings of their groups.
  private func shownFields(_ editing: FieldEditing) -> [FormField] {
    func field(_ entry: Entry) -> FormField {
      editing.formField(
        for: entry, of: parts[entry.part].kind, isAsked: !isOptional(entry.part),
        card: parts[entry.part].card)
    }
    guard parts.count == 1, let kind = parts.first?.kind, parts[0].isNew else {
      return entries.map(field)
    }
    let description = RecordDescription.of(kind)
    let folded = description.groups.map { group in
      (
        group,
        entries.filter {
          group.fields.contains($0.facts.name) && !description.asksFirst.contains($0.facts.name)
        }
      )
    }.filter { !$0.1.isEmpty }
    let hidden = Set(folded.flatMap { $0.1.map(\.id) })
    return entries.filter { !hidden.contains($0.id) }.map(field)
      + folded.flatMap { group, entries in
        [editing.heading(group, entries, of: kind)]
          + entries.map { entry in
            var one = field(entry)
            one.group = group.name
            return one
          }
      }
  }

  /// The record of which the form shows a field that was never read; nil where there is none.
  var unread: RecordAddress? {
    parts.indices.lazy.compactMap { part -> RecordAddress? in
      guard let card = self.parts[part].card else { return nil }
      let isRead = self.entries.allSatisfy {
        $0.part != part || card.content($0.facts.name) != nil
      }
      return isRead ? nil : card.address
    }.first
  }

  /// Takes in what was read of a record for the fields that were not.
  ///
  /// The version stays that which the person saw: who changed the record since is answered when it
  /// is saved.
  mutating func read(_ card: Card, editing: FieldEditing) {
    for index in entries.indices {
      let name = entries[index].facts.name
      let part = entries[index].part
      guard parts[part].card?.address == card.address, parts[part].card?.content(name) == nil
      else { continue }
      let value = card.shown(name)
      let isOffered = entries[index].offered != entries[index].initial
      let isChosen = entries[index].value != entries[index].offered
      entries[index].initial = value
      if isOffered, value.isAbsent { continue }
      entries[index].offered = value
      // What is put there for the person, such as today for a day that is still to come, stays.
      if isChosen { continue }
      let error = view[entries[index].id]?.error
      choose(value, for: index, editing: editing)
      view[entries[index].id]?.error = error
    }
    for index in parts.indices where parts[index].card?.address == card.address {
      for entry in entries where entry.part == index {
        guard parts[index].card?.content(entry.facts.name) == nil else { continue }
        parts[index].card?[entry.facts.name] = card[entry.facts.name]
      }
    }
  }

  /// Whether anything differs from how the form was opened.
  package func isChanged(_ today: CivilDate, _ words: Words) -> Bool {
    let editing = FieldEditing(today: today, words: words)
    return parts.indices.contains { !isUntouched($0, editing) }
      || view[Self.reasonID]?.text?.isEmpty == false
  }

  /// The case that a part is about: the one it was opened for, else the one chosen in it.
  func caseOfPart(_ part: Int) -> RecordAddress? {
    guard let kind = parts.indices.contains(part) ? parts[part].kind : nil else { return nil }
    // What a case itself refers to belongs to no case.
    if kind.isCase { return nil }
    let chosen = entries.first { $0.part == part && $0.facts.name == "case" }?.value
    guard case .link(let link)? = parts[part].fixed[RecordDescription.caseField] ?? chosen else {
      return nil
    }
    return link.address
  }

  var focusedEntry: Int? {
    guard let id = view.focused?.id else { return nil }
    return entries.firstIndex { $0.id == id }
  }

  /// Puts a chosen value into a field and shows it.
  mutating func choose(_ value: FieldValue, for entry: Int, editing: FieldEditing) {
    entries[entry].value = value
    let id = entries[entry].id
    view[id]?.kind = editing.kind(for: entries[entry])
    view[id]?.error = nil
  }

  /// Shows beside a date what was understood: its weekday and era.
  mutating func echoFocused(editing: FieldEditing) {
    if let index = focusedEntry { echo(index, editing: editing) }
  }

  mutating func echo(_ index: Int, editing: FieldEditing) {
    let id = entries[index].id
    view[id]?.error = nil
    if let text = view[id]?.text, let echo = editing.echo(text, entries[index].facts) {
      view[id]?.hint = echo
    }
  }

  /// The changes to save, or nil where something typed cannot be read: the field then says so.
  mutating func changes(editing: FieldEditing) -> [Change]? {
    problem = nil
    var changes = parts.map { part in
      Change(
        part.kind, id: part.card?.address.id, version: part.card?.version, values: part.fixed,
        reason: view[Self.reasonID]?.text ?? "", command: command.rawValue)
    }
    var isReadable = true
    for entry in entries {
      guard let field = view[entry.id] else { continue }
      do throws(FieldProblem) {
        let value = try editing.value(of: entry, in: field)
        // What is seen in a new record is saved with it, also where it is what the record has by
        // itself; and what is blank is blank.
        if value != entry.initial || parts[entry.part].isNew && !value.isAbsent {
          changes[entry.part].values[entry.facts.name] = value
        }
        view[entry.id]?.error = nil
      } catch {
        isReadable = false
        show(error, on: entry.id, editing: editing)
      }
    }
    guard isReadable else { return nil }
    for index in changes.indices {
      let precision = parts[index].card?[BirthDate.precisionField]
      BirthDate.separate(
        &changes[index].values, before: precision.flatMap(DatePrecision.init(fieldValue:)))
    }
    let filled = changes.indices.filter { !isOptional($0) || !isUntouched($0, editing) }
      .map { changes[$0] }
    return filled
      + also.flatMap { part in
        filled.enumerated().map { index, first in
          var change = first
          change.id = index == 0 ? part.card?.address.id : nil
          change.version = index == 0 ? part.card?.version : nil
          change.values.merge(part.fixed) { $1 }
          return change
        }
      } + (duplicates?.pairs(on: editing.today) ?? [])
  }

  /// Whether a part is saved only where something was put into it: what follows from a log entry.
  func isOptional(_ part: Int) -> Bool { part > 0 && parts[part].isNew && parts[0].isNew }

  /// Whether a part holds only what was there from the start.
  private func isUntouched(_ part: Int, _ editing: FieldEditing) -> Bool {
    entries.filter { $0.part == part }.allSatisfy { entry in
      view[entry.id].map { (try? editing.value(of: entry, in: $0)) == entry.offered } ?? true
    }
  }

  /// Shows what the store refused, each problem beside its field; the first gets the focus.
  mutating func show(_ problems: [FieldProblem], editing: FieldEditing) {
    var others: [FieldProblem] = []
    for problem in problems.reversed() {
      let id = entries.first { $0.facts.name == problem.field }?.id
      if let id {
        show(problem, on: id, editing: editing)
      } else if problem.code == .reasonRequired, asksReason {
        show(problem, on: Self.reasonID, editing: editing)
      } else {
        others.insert(problem, at: 0)
      }
    }
    if !others.isEmpty {
      problem = ProblemText(editing.words).sentences(others, of: parts.last?.kind)
        .joined(separator: " ")
    }
  }

  private mutating func show(_ problem: FieldProblem, on id: String, editing: FieldEditing) {
    view[id]?.error = editing.shortSentence(problem)
    view.focus(on: id)
  }
}
