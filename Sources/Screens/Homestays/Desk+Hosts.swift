import Casework
import Cells
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
      notice = Notice(text: noHostFits(proposal))
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

  /// What keeps hosts out, as much of it as the line has room for.
  private func noHostFits(_ proposal: StayProposal) -> String {
    let said = (1...StayText.mostObstacles).reversed().map {
      words("desk.noHostFits", StayText(words).obstacles(of: proposal, most: $0))
    }
    // The mode stands in front, with a blank before it and two behind.
    let room = size.columns - width.width.columns(of: words("mode.browse")) - 3
    return said.first { width.width.columns(of: $0) <= room } ?? said.last ?? ""
  }

  /// The form of a need of a home; who stays is offered where the gender of the person tells it.
  mutating func logLodging() -> [Effect] {
    let record = subjectCases.count == 1 ? subjectCase?.address : nil
    let card = [details.last?.detail.card, preview?.detail.card].compactMap(\.self)
      .first { $0.address == record }
    let guests = card.flatMap { Gender(fieldValue: $0["gender"]) }.flatMap(GuestGroup.init(of:))
    return log(
      .lodging, by: .logLodging, offered: guests.map { ["guests": $0.fieldValue] } ?? [:])
  }

  /// The form of a stay with the host and the nights filled in; nothing is saved before the person
  /// says so.
  mutating func propose(_ host: FieldValue, for proposal: StayProposal) -> [Effect] {
    let lodging = proposal.lodging
    return open(
      RecordForm.add(
        .homestay, about: proposal.about, command: .logHomestay, viewer: surroundings.viewerLink,
        offered: [
          "host": host, "start": lodging.firstNight(on: surroundings.today).fieldValue,
          "end": lodging.until.fieldValue,
          "persons": lodging.persons.fieldValue,
        ], today: surroundings.today, words: words))
  }
}
