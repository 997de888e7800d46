import Casework
import Labels

/// What the verbs are given for: the record in hand, or the marked ones, and what is known of them.
struct Hand {
  let surroundings: Desk.Surroundings
  let words: Words
  /// The record selected or opened.
  let subject: Card?
  /// The marked records of the list; they are meant in the place of the one in hand.
  let marked: [RecordAddress: Card]
  /// The kind in hand; where nothing is, the kind that the page lists.
  let kind: RecordKind
  /// The records opened one from the other, the last one on top.
  let opened: [Detail]
  /// The record beside the list.
  let beside: Detail?
  /// What the page offers for a new record.
  let offered: [String: FieldValue]
  /// The form that is open.
  let form: RecordForm?
  let commands: CommandSet
  /// The number of the sheet that was printed last here for a case.
  let printed: [RecordAddress: Int]

  var today: CivilDate { surroundings.today }
  var editing: FieldEditing { FieldEditing(today: today, words: words) }

  /// The records a verb is given for: the marked ones, else the one in hand.
  var subjects: [Card] {
    guard !marked.isEmpty else { return [subject].compactMap(\.self) }
    return marked.values.sorted {
      ($0.address.kind.rawValue, $0.address.id) < ($1.address.kind.rawValue, $1.address.id)
    }
  }

  /// The case the log verbs are for: the opened or selected one, else the one the record is about.
  var caseLink: Link? {
    [opened.last?.card, subject].compactMap(\.self).lazy.compactMap { $0.caseLink(words) }.first
  }

  /// The cases something is logged about: of the marked records, else the one in hand.
  var caseLinks: [Link] {
    guard !marked.isEmpty else { return caseLink.map { [$0] } ?? [] }
    var seen: Set<RecordAddress> = []
    return subjects.compactMap { $0.caseLink(words) }.filter { seen.insert($0.address).inserted }
  }

  /// The gathering in hand: the selected or opened one, or that of a selected attendance.
  var salon: RecordAddress? { subject?.salon }

  /// What was read whole of records for the screen as it is.
  var wholeCards: [Card] { [opened.last?.card, beside?.card].compactMap(\.self) }

  /// The record that a form is opened over, and the other ones in hand, which get the same values;
  /// the form of several shows no values of one of them.
  func forSeveral(_ card: Card) -> (shown: Card, others: [RecordForm.Part]) {
    let others = subjects.filter { $0.address != card.address }.map {
      RecordForm.Part($0.address.kind, card: $0)
    }
    return (others.isEmpty ? card : card.blank, others)
  }

  /// A change of one of the records in hand.
  func change(
    _ card: Card, _ values: [String: FieldValue], by command: CommandName
  ) -> Change {
    Change(
      card.address.kind, id: card.address.id, version: card.version, values: values,
      command: command.rawValue)
  }

  /// A form over a few fields of a record.
  func few(
    _ fields: [String], of card: Card, fixed: [String: FieldValue] = [:], by command: CommandName,
    asksReason: Bool = false
  ) -> RecordForm {
    RecordForm.few(
      fields, of: card, fixed: fixed, command: command, asksReason: asksReason, today: today,
      words: words)
  }

  /// A form for a new record.
  func new(
    _ kind: RecordKind, about parent: Link? = nil, by command: CommandName = .add,
    offered: [String: FieldValue] = [:], fixed: [String: FieldValue] = [:]
  ) -> RecordForm {
    RecordForm.add(
      kind, about: parent, command: command, viewer: surroundings.viewerLink, offered: offered,
      fixed: fixed, writes: surroundings.written(kind, isNew: true), today: today, words: words)
  }

  /// A form over what of a record may be edited.
  func edit(_ card: Card) -> RecordForm {
    RecordForm.edit(
      card, writes: surroundings.written(card.address.kind, isNew: false), today: today,
      words: words)
  }
}
