import Casework
import Fold
import Labels
import Widgets
import Wording

/// The hosts for somebody who waits for one, and proposing one of them.
extension Desk {
  mutating func showHosts(_ proposals: [StayProposal]) {
    // The earliest need that somebody can meet.
    guard let proposal = proposals.first(where: { !$0.options.isEmpty }) ?? proposals.first else {
      notice = Notice(text: words("desk.noLodging"))
      return
    }
    let text = StayText(words)
    guard !proposal.options.isEmpty else {
      notice = Notice(text: words("desk.noHostFits", text.obstacles(of: proposal)))
      return
    }
    let options = proposal.options.map { option in
      ChoicePicker.Option(
        value: .link(option.host),
        item: PickerView.Item(
          label: "\(text.points(option.match))  \(ValueText(words).name(of: option.host))",
          detail: option.host.number, note: text.reasons(option.match)),
        found: Fold.key("\(option.host.number) \(option.host.title)"))
    }
    overlays.append(
      .picker(
        ChoicePicker(
          .host(proposal), title: words("desk.hostsThatFit", String(options.count)),
          options: options, placeholder: words("desk.nothingFound"))))
  }

  /// The form of a stay with the host and the nights filled in; nothing is saved before the person
  /// says so.
  mutating func propose(_ host: FieldValue, for proposal: StayProposal) -> [Effect] {
    let lodging = proposal.lodging
    return open(
      RecordForm.add(
        .homestay, about: proposal.about, command: .logHomestay, viewer: surroundings.viewerLink,
        offered: [
          "host": host, "start": lodging.from.fieldValue, "end": lodging.until.fieldValue,
          "persons": lodging.persons.fieldValue,
        ], today: surroundings.today, words: words))
  }
}
