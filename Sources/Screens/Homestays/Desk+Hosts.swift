import Casework
import Cells
import Fold
import Labels
import Widgets
import Wording

/// The hosts for those who wait for one, and proposing one of them.
extension Desk {
  /// The hosts for the needs of one case; of all who wait where `isForAll`, one for each.
  mutating func showHosts(_ proposals: [StayProposal], isForAll: Bool) {
    guard let first = proposals.first else {
      notice = Notice(text: words(isForAll ? "cli.match.nobody" : "desk.noLodging"))
      return
    }
    guard isForAll || proposals.contains(where: { !$0.options.isEmpty }) else {
      notice = Notice(text: noHostFits(first))
      offerConsent(for: first)
      return
    }
    let count = proposals.reduce(0) { $0 + $1.options.count }
    let title =
      isForAll
      ? words("desk.hostsForAll", String(count), String(proposals.count))
      : words("desk.hostsThatFit", String(count))
    overlays.append(
      .picker(
        ChoicePicker(
          .hosts(proposals), title: title,
          options: proposals.flatMap { options(of: $0, isOnly: proposals.count == 1) },
          placeholder: words("desk.nothingFound"))))
  }

  /// Where nobody may be told of the guest, the place to say that they agree.
  private mutating func offerConsent(for proposal: StayProposal) {
    guard proposal.obstacles[.consent] != nil, commands[.logConsent] != nil else { return }
    let scope = ConsentScope.hostFamilies
    let label = words(
      "desk.missingConsent", words("command.logConsent"),
      words.text(ifAny: scope.labelKey + ".short") ?? words(scope.labelKey))
    var choice = LetterChoice(
      title: words("desk.missing"),
      [
        (
          LetterBox.Item(letter: "a", label: label),
          .log(
            .consent, by: .logConsent, offered: ["scope": scope.fieldValue], about: proposal.about)
        )
      ])
    choice.passesKeys = true
    overlays.append(.letters(choice))
  }

  /// The hosts for one need; below a heading that says whose it is, where there are several.
  private func options(of proposal: StayProposal, isOnly: Bool) -> [ChoicePicker.Option] {
    let text = StayText(words)
    let who = ValueText(words).name(of: proposal.about)
    let found = isOnly ? "" : "\(proposal.about.number) \(proposal.about.title)"
    let options = proposal.options.map { option in
      ChoicePicker.Option(
        value: .codes([proposal.number, option.host.number]),
        item: PickerView.Item(
          label: "\(text.points(option.match))  \(ValueText(words).name(of: option.host))",
          detail: option.host.number, note: text.reasons(option.match)),
        found: Fold.key("\(found) \(option.host.number) \(option.host.title)"))
    }
    if isOnly { return options }
    // Who goes without can be selected, to read why.
    let isNone = options.isEmpty
    let head = PickerView.Item(
      label: text.waiting(proposal, as: who), reason: isNone ? words("match.unassigned") : nil,
      note: isNone ? text.nobody(for: proposal) : "", isHeading: !isNone)
    return [ChoicePicker.Option(value: .absent, item: head, found: Fold.key(found))] + options
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
  mutating func propose(_ value: FieldValue, among proposals: [StayProposal]) -> [Effect] {
    guard case .codes(let numbers) = value, numbers.count == 2,
      let proposal = proposals.first(where: { $0.number == numbers[0] }),
      let option = proposal.options.first(where: { $0.host.number == numbers[1] })
    else { return [] }
    let lodging = proposal.lodging
    return open(
      RecordForm.add(
        .homestay, about: proposal.about, command: .logHomestay, viewer: surroundings.viewerLink,
        offered: [
          "host": .link(option.host),
          "start": lodging.firstNight(on: surroundings.today).fieldValue,
          "end": lodging.until.fieldValue, "persons": lodging.persons.fieldValue,
        ], today: surroundings.today, words: words))
  }
}
