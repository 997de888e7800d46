import Casework
import Cells
import Fold
import Labels
import Widgets
import Wording

/// Homes: asking guest and host how they are, the need of a home, and the hosts that suit it.
struct StayVerbs {
  let hand: Hand
  private var words: Words { hand.words }

  /// The form of a check-in of the case in hand, with the stay filled in where one is meant.
  func logCheckIn() -> [Deed] {
    RecordVerbs(hand: hand).log(
      .checkIn, by: .logCheckIn, offered: stay.map { ["homestay": .link($0)] } ?? [:])
  }

  /// The stay that a record of a kind leads to.
  private static let stays: [RecordKind: @Sendable (Card, Words) -> Link?] = [
    .homestay: { card, words in card.ownLink(words) },
    .checkIn: { card, _ in card.link("homestay") },
    .deadline: { card, _ in card.stayCountedFrom },
  ]

  /// The stay in hand: the selected or opened one, that of a check-in which is due, else the one
  /// that goes on in the opened case.
  private var stay: Link? {
    guard let subject = hand.subject else { return nil }
    if let own = Self.stays[subject.address.kind] { return own(subject, words) }
    guard let opened = hand.opened.last else { return nil }
    let stays = ([opened.card] + opened.timeline).filter { $0.address.kind == .homestay }
    return stays.first { card in
      card.address == opened.card.address
        || StayStage(fieldValue: card[\Homestay.stage])?.isUnderWay == true
    }?.ownLink(words)
  }

  /// The form of a need of a home; who stays is offered where the gender of the person tells it.
  func logLodging() -> [Deed] {
    let record = hand.caseLinks.count == 1 ? hand.caseLink?.address : nil
    let card = hand.wholeCards.first { $0.address == record }
    let guests = card.flatMap { Gender(fieldValue: $0[\Person.gender]) }.flatMap(
      GuestGroup.init(of:))
    return RecordVerbs(hand: hand).log(
      .lodging, by: .logLodging, offered: guests.map { ["guests": $0.fieldValue] } ?? [:])
  }

  // MARK: Hosts

  /// The hosts for the needs of one case.
  ///
  /// - Parameter room: the cells that a sentence has on the status line.
  func show(_ proposals: [StayProposal], room: Int, _ width: CellWidth) -> [Deed] {
    guard let first = proposals.first else { return [.say(words("desk.noLodging"))] }
    guard proposals.contains(where: { !$0.options.isEmpty }) else {
      let consent = offerConsent(for: first)
      let apart =
        first.apart.isEmpty || !consent.isEmpty
        ? [] : [picker(of: proposals, title: words("desk.hostsApart"))]
      return [.say(noHostFits(first, room, width))] + consent + apart
    }
    return [picker(of: proposals, title: words("desk.hostsThatFit", String(count(proposals))))]
  }

  /// A host for each of all who wait, and how much better another choice could be.
  func show(_ plan: StayProposals) -> [Deed] {
    let proposals = plan.proposals
    guard !proposals.isEmpty else { return [.say(words("cli.match.nobody"))] }
    let title = words("desk.hostsForAll", String(count(proposals)), String(proposals.count))
    return [picker(of: proposals, title: title)]
      + (StayText(words).gap(plan).map { [.say($0)] } ?? [])
  }

  private func count(_ proposals: [StayProposal]) -> Int {
    proposals.reduce(0) { $0 + $1.options.count }
  }

  private func picker(of proposals: [StayProposal], title: String) -> Deed {
    .show(
      .picker(
        ChoicePicker(
          title: title,
          options: proposals.flatMap { options(of: $0, isOnly: proposals.count == 1) }, words)))
  }

  /// Where nobody may be told of the guest, the place to say that they agree.
  private func offerConsent(for proposal: StayProposal) -> [Deed] {
    guard proposal.obstacles[.consent] != nil, hand.commands[.logConsent] != nil else { return [] }
    let scope = ConsentScope.hostFamilies
    let label = words(
      "desk.missingConsent", words("command.logConsent"),
      words(scope.labelKey))
    let deeds = RecordVerbs(hand: hand).log(
      .consent, by: .logConsent, offered: ["scope": scope.fieldValue], about: proposal.about)
    var choice = LetterChoice(
      title: words("desk.missing"), [LetterChoice.Item("a", label, deeds)])
    choice.passesKeys = true
    return [.show(.letters(choice))]
  }

  /// The hosts for one need; below a heading that says whose it is, where there are several.
  private func options(of proposal: StayProposal, isOnly: Bool) -> [ChoicePicker.Option] {
    let text = StayText(words)
    let who = ValueText(words).name(of: proposal.about)
    let found = isOnly ? "" : proposal.about.names
    let options =
      proposal.options.map { option in
        ChoicePicker.Option(
          item: PickerView.Item(
            label: "\(text.points(option.match))  \(ValueText(words).name(of: option.host))",
            detail: option.host.number, note: text.reasons(option.match)),
          found: Fold.key("\(found) \(option.host.names)"),
          deeds: [.open(stay(for: proposal, with: option.host))])
      }
      + proposal.apart.map { ChoicePicker.Option(apart: $0, found: found, words) }
    if isOnly { return options }
    // Who goes without can be selected, to read why.
    let isNone = proposal.options.isEmpty
    let head = PickerView.Item(
      label: text.waiting(proposal, as: who), reason: isNone ? words("match.unassigned") : nil,
      note: isNone ? text.nobody(for: proposal) : "", isHeading: !isNone)
    return [ChoicePicker.Option(item: head, found: Fold.key(found))] + options
  }

  /// What keeps hosts out, as much of it as the line has room for.
  private func noHostFits(_ proposal: StayProposal, _ room: Int, _ width: CellWidth) -> String {
    let said = (1...StayText.mostObstacles).reversed().map {
      words("desk.noHostFits", StayText(words).obstacles(of: proposal, most: $0))
    }
    return said.first { width.columns(of: $0) <= room } ?? said.last ?? ""
  }

  /// The form of a stay with the host and the nights filled in; nothing is saved before the person
  /// says so.
  private func stay(for proposal: StayProposal, with host: Link) -> RecordForm {
    let lodging = proposal.lodging
    return hand.new(
      .homestay, about: proposal.about, by: .logHomestay,
      offered: [
        "host": .link(host), "start": lodging.firstNight(on: hand.today).fieldValue,
        "end": lodging.until.fieldValue, "persons": lodging.persons.fieldValue,
      ])
  }
}

extension Card {
  /// The stay that a deadline for a check-in is counted from.
  fileprivate var stayCountedFrom: Link? {
    guard isCheckInDue, case .text(let number) = self[\DeadlineRecord.about] else { return nil }
    return RecordNumber.address(of: number).map { Link($0, number: number) }
  }
}
