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
            .option, title: words("desk.duplicates", String(found.count)), options: options,
            placeholder: words("picker.nothing"))))
    ]
  }
}
