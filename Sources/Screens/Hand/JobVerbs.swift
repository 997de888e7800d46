import Casework
import Fold
import Labels
import Widgets
import Wording

/// The jobs for somebody, the people for a job, and proposing one of them.
struct JobVerbs {
  let hand: Hand
  private var words: Words { hand.words }

  func ask() -> [Deed] {
    let job = hand.subject.flatMap { $0.address.isJob ? $0.address : nil }
    return (job ?? hand.caseLink?.address).map { [.ask(.jobMatches($0))] } ?? []
  }

  func show(_ proposal: JobProposal) -> [Deed] {
    guard proposal.isRegistered else { return [.say(words("desk.notRegistered"))] }
    let text = JobMatchText(words)
    let isOfJob = proposal.about.address.isJob
    let none = words(
      isOfJob ? "desk.nobodySuits" : "desk.noJobSuits", text.obstacles(of: proposal))
    guard !proposal.options.isEmpty || !proposal.apart.isEmpty else { return [.say(none)] }
    let options = proposal.options.map { option in
      let link = proposal.subject(of: option)
      return ChoicePicker.Option(
        item: PickerView.Item(
          label: "\(text.points(option.match))  \(ValueText(words).name(of: link))",
          detail: link.number, note: text.explanation(option.match)),
        found: Fold.key([link, option.company].map(\.names).joined(separator: " ")),
        deeds: [.open(placement(option))])
    }
    let apart = proposal.apart.map { ChoicePicker.Option(apart: $0, words) }
    let key = isOfJob ? "desk.peopleThatSuit" : "desk.jobsThatSuit"
    return [
      .show(
        .picker(
          ChoicePicker(title: words(key, String(options.count)), options: options + apart, words)))
    ] + (options.isEmpty ? [.say(none)] : [])
  }

  /// The form of a placement with the job filled in; nothing is saved before the person says so.
  private func placement(_ option: JobProposal.Option) -> RecordForm {
    hand.new(
      .placement, about: option.case, by: .logPlacement,
      offered: [
        "job": .link(option.job), "company": .link(option.company),
        "occupation": option.occupation.fieldValue,
      ])
  }
}
