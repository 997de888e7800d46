import Casework
import Labels
import Wording

/// Somebody whose cases ended is erased: first it is said what would go, then asked why, then done.
struct ErasureVerbs {
  let hand: Hand
  private var words: Words { hand.words }

  /// Looks at what would go; nothing is written.
  func ask() -> [Deed] {
    hand.caseLink.map { [.ask(.erase($0.address, reason: nil))] } ?? []
  }

  /// Says what goes and what stays, and asks why; no reason names anybody, because it is kept.
  func show(_ report: ErasureReport, of address: RecordAddress) -> [Deed] {
    let question = words(
      "erasure.question", numbers(report), String(report.count), String(report.entries))
    let items = zip("abcd", Self.reasons).map { letter, reason in
      let said = words("erasure.reason.\(reason)")
      return LetterChoice.Item(
        letter, said,
        [
          .show(
            .ask(
              words("erasure.sure", numbers(report), said), yes: words("erasure.yes"),
              no: words("desk.no"), .ask(.erase(address, reason: said))))
        ])
    }
    return [
      .show(
        .letters(
          LetterChoice(
            title: "\(words("command.erase"))  \(numbers(report))", lead: question, items)))
    ]
  }

  func done(_ report: ErasureReport) -> String { words("erasure.done", numbers(report)) }

  private static let reasons = ["asked", "over", "mistake", "order"]

  private func numbers(_ report: ErasureReport) -> String {
    report.cases.map(\.number).joined(separator: words("list.separator"))
  }
}
