import Casework
import Labels
import Wording

/// What volunteers do about a case in hand that asks what is around it: its tasks, its stay.
struct VolunteerVerbs {
  let hand: Hand
  private var words: Words { hand.words }

  /// The case in hand as it was opened; nil where it was not read yet.
  private var opened: Detail? {
    guard let address = hand.caseLink?.address else { return nil }
    return hand.opened.last { $0.card.address == address }
  }

  /// Marks the task in hand done; of a case the one that is open, of several the one that is chosen.
  func markDone() -> [Deed] {
    guard let subject = hand.subject, subject.isCase else { return DayVerbs(hand: hand).markDone() }
    guard let opened else { return open(subject, for: .done) }
    let tasks = opened.events(.followUp).filter { $0[\FollowUp.isOpen] != .flag(false) }
      .sorted { dueDay($0) < dueDay($1) }
    func done(_ task: Card) -> [Deed] {
      [.submit([hand.change(task, [FollowUp.name(\.done): .date(hand.today)], by: .done)])]
    }
    guard tasks.count > 1 else {
      return tasks.first.map(done) ?? [.say(words("session.noTask"))]
    }
    let texts = ValueText(words)
    let items = zip(LetterChoice.letters, tasks).map { letter, task in
      let day = texts.shortText(task, FollowUp.name(\.due))
      let action = texts.shortText(task, FollowUp.name(\.action))
      return LetterChoice.Item(letter, "\(day)  \(action)", done(task))
    }
    return [.show(.letters(LetterChoice(title: words("session.whichTask"), items)))]
  }

  private func dueDay(_ task: Card) -> Int {
    task.value(of: \FollowUp.due)?.dayNumber ?? .max
  }

  /// The form of a check-in of the stay that goes on.
  func logCheckIn() -> [Deed] {
    guard let subject = hand.subject, let about = hand.caseLink else { return [] }
    guard let opened else { return open(Card(about.address), for: .logCheckIn) }
    let stays =
      [subject].filter { [.homestay].contains($0.address.kind) } + opened.events(.homestay)
    guard let stay = stays.first else { return [.say(words("session.noStay"))] }
    let link = Link(stay.address)
    return RecordVerbs(hand: hand).log(
      .checkIn, by: .logCheckIn, fixed: [CheckIn.name(\.homestay): .link(link)])
  }

  private func open(_ card: Card, for command: CommandName) -> [Deed] {
    [.ask(.detail(card.address, for: .give(command)))]
  }
}

extension Hand {
  /// The form in which staff write to a volunteer who works with the case, or a volunteer to staff.
  var comment: [Deed] {
    let verbs = RecordVerbs(hand: self)
    let assigned = opened.last?.events(.assignment).filter { card in
      if case .date(let end) = card[\Assignment.until] { end >= today } else { true }
    }.compactMap { $0.link(Assignment.name(\.volunteer)) }
    guard let only = assigned.map(Set.init), only.count == 1, let volunteer = only.first else {
      return verbs.log(.comment, by: .logComment)
    }
    return verbs.log(
      .comment, by: .logComment, offered: [CaseComment.name(\.volunteer): .link(volunteer)])
  }
}

extension Desk.Surroundings {
  /// The fields of a kind that the viewer may write; nil for staff, who write what the rules allow.
  func written(_ kind: RecordKind, isNew: Bool) -> Set<String>? {
    viewer.isVolunteer ? access[kind].writes(isNew: isNew) : nil
  }
}
