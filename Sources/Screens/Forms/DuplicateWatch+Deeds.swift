internal import Casework
internal import Labels
internal import Widgets
internal import Wording

extension DuplicateWatch {
  /// Asks once before somebody is saved who seems to be known; nil where there is nothing to ask.
  func question(_ words: Words) -> [Deed]? {
    guard hasStrong, !isAccepted, let first = found.first else { return nil }
    return [
      .show(
        .ask(
          words("desk.duplicateAsk", DuplicateText(words).line(first)),
          yes: words("desk.duplicateYes"), no: words("desk.no"), .saveTwin))
    ]
  }

  /// What is saved with the new case, once somebody said that it is another person's: that nobody is
  /// asked about them again.
  func pairs(on day: CivilDate) -> [Change] {
    guard isAccepted else { return [] }
    return found.filter { $0.match.isStrong && $0.link.address.kind.isCase }.map {
      DistinctPair.found(Link(.made(.case)), $0.link, on: day, by: nil)
    }
  }

  /// The list of those who may be the same.
  func openList(_ words: Words) -> [Deed] {
    guard !found.isEmpty else { return [.say(words("desk.noDuplicates"))] }
    let options = found.map { duplicate in
      ChoicePicker.Option(
        item: PickerView.Item(
          label: ValueText(words).text(duplicate.link),
          detail: DuplicateText(words).reasons(duplicate.match)),
        found: "",
        deeds: [.leave([.closeAll, .ask(.detail(duplicate.link.address, for: .open))])])
    }
    return [
      .show(
        .picker(
          ChoicePicker(
            title: words("desk.duplicates", String(found.count)), options: options, words)))
    ]
  }
}
