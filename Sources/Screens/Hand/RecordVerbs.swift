import Casework
import Labels

/// Adding, logging and editing records.
struct RecordVerbs {
  let hand: Hand

  /// - Parameter kind: what the page adds.
  func add(_ kind: RecordKind) -> [Deed] { [.open(hand.new(kind, offered: hand.offered))] }

  /// Logs something about the case in hand.
  ///
  /// - Parameters:
  ///   - offered: what is most likely in the form.
  ///   - about: another case than the one in hand.
  func log(
    _ kind: RecordKind, by command: CommandName, offered: [String: FieldValue] = [:],
    fixed: [String: FieldValue] = [:], about: Link? = nil
  ) -> [Deed] {
    let cases = about.map { [$0] } ?? hand.caseLinks
    guard let first = cases.first else { return [] }
    return [
      .open(
        hand.new(kind, about: first, by: command, offered: offered, fixed: fixed),
        also: cases.dropFirst().map { RecordForm.Part(kind, fixed: ["case": .link($0)]) })
    ]
  }

  func edit() -> [Deed] {
    guard hand.subjects.count < 2, let subject = hand.subjects.first else { return editAll() }
    // A list holds only its columns: the whole record is read before it is edited.
    let whole = hand.wholeCards.first {
      $0.address == subject.address && $0.version == subject.version
    }
    guard let whole else { return [.ask(.detail(subject.address, for: .edit))] }
    return [.open(hand.edit(whole))]
  }

  /// A form in which only what is filled in changes, in every marked record.
  private func editAll() -> [Deed] {
    let blank = hand.subjects.map(\.blank)
    guard let first = blank.first else { return [] }
    return [
      .open(
        hand.edit(first),
        also: blank.dropFirst().map { RecordForm.Part($0.address.kind, card: $0) })
    ]
  }

  /// Does what was saved last to the records in hand.
  func again(_ last: RepeatableChange) -> [Deed] {
    if last.isAboutCase { return [.submit(hand.caseLinks.map(last.change(about:)))] }
    let fitting = hand.subjects.filter { $0.address.kind == last.kind }
    guard !fitting.isEmpty else {
      let kind = hand.words("kind.\(last.kind.rawValue)")
      return [.say(hand.words("desk.repeatElsewhere", kind))]
    }
    return [.submit(fitting.map(last.change(of:)))]
  }

  /// Asks what is feared of a host who was suspended.
  func askConcern(of host: Card) -> [Deed] {
    [.open(hand.few(Host.names(\.concern), of: host, by: .edit))]
  }
}
