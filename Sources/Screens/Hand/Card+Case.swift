package import Casework
package import Labels
import Wording

extension RecordKind {
  var isLetter: Bool { self == .template }
}

extension Card {
  var isCase: Bool { address.kind.isCase }

  /// A record that a field refers to; nil where it refers to none.
  func link(_ field: String) -> Link? {
    if case .link(let link) = self[field] { link } else { nil }
  }

  /// The gathering that it is or is about.
  var salon: RecordAddress? { address.kind == .salon ? address : link("salon")?.address }

  /// The case that the record is or is about.
  var caseAddress: RecordAddress? { isCase ? address : link("case")?.address }

  /// The same, with what it is called.
  func caseLink(_ words: Words) -> Link? { isCase ? ownLink(words) : link("case") }

  package func ownLink(_ words: Words) -> Link {
    Link(address, number: number, title: ValueText(words).title(of: self))
  }

  /// The record without its values.
  var blank: Card { Card(address, version: version, number: number) }

  // MARK: Deadlines

  var isDeadline: Bool { address.kind == .deadline }

  /// The rule of a deadline; nil for any other record.
  var deadlineRule: DeadlineRuleID? {
    isDeadline ? DeadlineRuleID(fieldValue: self[\DeadlineRecord.rule]) : nil
  }

  /// Whether it is a deadline that can cost the right to stay.
  var isCritical: Bool {
    deadlineRule.map { DeadlineRule.of($0)?.category ?? .critical == .critical } ?? false
  }

  /// Whether it is a deadline that is met by asking the guest.
  var isCheckInDue: Bool { deadlineRule?.isCheckIn == true }
}
