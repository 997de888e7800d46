import Casework
import Labels
import Widgets
import Wording

/// Adding, editing and logging records.
extension Desk {
  func addForm(of kind: RecordKind) -> RecordForm {
    RecordForm.add(
      kind, viewer: surroundings.viewerLink, offered: picture?.view.offered ?? [:],
      today: surroundings.today, words: words)
  }

  /// Logs something about the case in hand.
  ///
  /// - Parameters:
  ///   - offered: what is most likely in the form.
  ///   - about: another case than the one in hand.
  mutating func log(
    _ kind: RecordKind, by command: CommandName, offered: [String: FieldValue] = [:],
    about: Link? = nil
  ) -> [Effect] {
    let cases = about.map { [$0] } ?? subjectCases
    guard let first = cases.first else { return [] }
    return open(
      RecordForm.add(
        kind, about: first, command: command, viewer: surroundings.viewerLink,
        offered: offered, today: surroundings.today, words: words),
      also: cases.dropFirst().map { RecordForm.Part(kind, fixed: ["case": .link($0)]) })
  }

  mutating func edit() -> [Effect] {
    let subjects = self.subjects
    guard subjects.count < 2, let subject = subjects.first else { return editAll(subjects) }
    // A list holds only its columns: the whole record is read before it is edited.
    if let whole = [details.last?.detail.card, preview?.detail.card].compactMap(\.self)
      .first(where: { $0.address == subject.address && $0.version == subject.version })
    {
      return open(RecordForm.edit(whole, today: surroundings.today, words: words))
    }
    return [.detail(subject.address, for: .edit)]
  }

  /// Opens a form.
  ///
  /// - Parameter also: further records that get the same values.
  mutating func open(_ form: RecordForm, also: [RecordForm.Part] = []) -> [Effect] {
    var form = form
    form.also = also
    if !also.isEmpty { form.subject = words("desk.formForSeveral", String(also.count + 1)) }
    // What a list did not read is no empty field: the record is read before it is shown.
    if also.isEmpty, let address = form.unread { return [.detail(address, for: .form(form))] }
    return openOrAsk(form)
  }

  /// A form in which only what is filled in changes, in every marked record.
  private mutating func editAll(_ cards: [Card]) -> [Effect] {
    let blank = cards.map(\.blank)
    guard let first = blank.first else { return [] }
    return open(
      RecordForm.edit(first, today: surroundings.today, words: words),
      also: blank.dropFirst().map { RecordForm.Part($0.address.kind, card: $0) })
  }

  /// The record that a form is opened over, and the other ones in hand, which get the same values;
  /// the form of several shows no values of one of them.
  func forSeveral(_ card: Card) -> (shown: Card, others: [RecordForm.Part]) {
    let others = others(than: card)
    return (others.isEmpty ? card : card.blank, others)
  }

  var otherWords: [Words] { LabelLanguage.allCases.filter { $0 != language }.map(Words.init) }

  /// One saved step in words: the record and what changed; of several records how many.
  func summary(of saved: Saved) -> String {
    let texts = ValueText(words)
    let records = Set(saved.entries.compactMap { $0.record?.address })
    let name = texts.text(saved.link)
    let named = "\(words("kind.\(saved.link.address.kind.rawValue)")) \(name)"
    let others = records.subtracting([saved.link.address])
    if others.contains(where: { $0.kind == saved.link.address.kind }) {
      return words("desk.severalRecords", named, String(records.count - 1))
    }
    guard let entry = saved.entries.last(where: { $0.record == saved.link }),
      !entry.before.isEmpty, !entry.after.isEmpty
    else { return named }
    return "\(name)  \(EntryText(words).changes(entry).prefix(2).joined(separator: "  "))"
  }
}

extension Card {
  /// The record without its values.
  var blank: Card { Card(address, version: version, number: number) }
}
