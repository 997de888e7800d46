package import Casework
package import Labels

/// Changes as the desk makes them, for who gives them in words and not by keys.
package struct WrittenChange {
  private let viewer: Link
  private let today: CivilDate
  private let words: Words

  /// Why there is none: the label key of the sentence that says so.
  package struct Lack: Error, Hashable, Sendable {
    package let key: String
  }

  /// - Parameter viewer: whoever gives them.
  package init(viewer: Link, today: CivilDate, words: Words) {
    (self.viewer, self.today, self.words) = (viewer, today, words)
  }

  /// The command that records something of a kind about a case; nil for what is no such thing.
  package static func logging(_ kind: RecordKind) -> CommandName? {
    CommandTable.all.first { $0.logs == kind }?.name
  }

  /// The kinds of what is recorded about a case.
  package static var loggedKinds: [RecordKind] { CommandTable.all.compactMap(\.logs) }

  /// A new record with what the form of the desk would hold, and what is said of it.
  package func adding(
    _ kind: RecordKind, about parent: Link? = nil, by command: CommandName = .add,
    _ said: [String: FieldValue]
  ) -> Change {
    let form = RecordForm.add(
      kind, about: parent, command: command, viewer: viewer, today: today, words: words)
    var values = form.parts.first?.fixed ?? [:]
    for entry in form.entries where entry.part == 0 && !entry.value.isAbsent {
      values[entry.facts.name] = entry.value
    }
    values.merge(said) { $1 }
    BirthDate.separate(&values)
    return Change(kind, values: values, command: command.rawValue)
  }

  /// What is said of a record that is there.
  package func changing(
    _ card: Card, _ said: [String: FieldValue], reason: String, by command: CommandName
  ) -> Change {
    var values = said
    let precision = card[BirthDate.precisionField]
    BirthDate.separate(&values, before: DatePrecision(fieldValue: precision))
    return Change(
      card.address.kind, id: card.address.id, version: card.version, values: values,
      reason: reason, command: command.rawValue)
  }

  /// That a next action is done, or that a deadline asks for nothing more.
  ///
  /// - Parameter answer: what is said of a deadline; nil where it is simply done.
  /// - Throws: what of a deadline is not said in a word: as at the desk, what can cost the right to
  ///   stay needs an answer with a reason, and the end of a stay ends by what happened.
  package func done(
    _ card: Card, answer: DeadlineAnswer?, reason: String
  ) throws(Lack) -> Change {
    guard card.isDeadline else {
      guard RecordDescription.of(card.address.kind)[DayVerbs.doneField] != nil else {
        throw Lack(key: "cli.done.notDue")
      }
      return changing(card, [DayVerbs.doneField: .date(today)], reason: reason, by: .done)
    }
    if card.isCheckInDue { throw Lack(key: "cli.done.checkIn") }
    if card.isCritical {
      guard let answer, !reason.isEmpty else { throw Lack(key: "cli.done.reason") }
      let isStay = card.deadlineRule?.endsStay == true
      if answer == .recorded || isStay && answer == .done { throw Lack(key: "cli.done.stay") }
    }
    var values = DayVerbs.decision(on: card, by: viewer, today)
    values[OwnDeadline.name(\.done)] = .date(today)
    if let answer { values[OwnDeadline.name(\.answer)] = answer.fieldValue }
    if !reason.isEmpty { values[OwnDeadline.name(\.reason)] = .text(reason) }
    return Change(.ownDeadline, values: values, command: CommandName.done.rawValue)
  }
}
