import Casework
import Fold
import Labels
import Widgets
import Wording

/// The jobs for somebody, the people for a job, and proposing one of them.
extension Desk {
  mutating func askJobMatches() -> [Effect] {
    if subjectKind == .job, let subject { return [.jobMatches(subject.address)] }
    return subjectCase.map { [.jobMatches($0.address)] } ?? []
  }

  mutating func showJobMatches(_ proposal: JobProposal) {
    guard proposal.isRegistered else {
      notice = Notice(text: words("desk.notRegistered"))
      return
    }
    let text = JobMatchText(words)
    guard !proposal.options.isEmpty else {
      let key = proposal.about.address.kind == .job ? "desk.nobodySuits" : "desk.noJobSuits"
      notice = Notice(text: words(key, text.obstacles(of: proposal)))
      return
    }
    let options = proposal.options.map { option in
      let link = proposal.subject(of: option)
      return ChoicePicker.Option(
        value: .link(link),
        item: PickerView.Item(
          label: "\(text.points(option.match))  \(ValueText(words).name(of: link))",
          detail: link.number, note: text.explanation(option.match)),
        found: Fold.key("\(link.number) \(link.title) \(option.company.title)"))
    }
    let key = proposal.about.address.kind == .job ? "desk.peopleThatSuit" : "desk.jobsThatSuit"
    overlays.append(
      .picker(
        ChoicePicker(
          .jobMatch(proposal), title: words(key, String(options.count)),
          options: options, placeholder: words("desk.nothingFound"))))
  }

  /// The form of a placement with the job filled in; nothing is saved before the person says so.
  mutating func propose(_ value: FieldValue, of proposal: JobProposal) -> [Effect] {
    guard let option = proposal.options.first(where: { value == .link(proposal.subject(of: $0)) })
    else { return [] }
    return open(
      RecordForm.add(
        .placement, about: option.case, command: .logPlacement, viewer: surroundings.viewerLink,
        offered: [
          "job": .link(option.job), "company": .link(option.company),
          "occupation": option.occupation.fieldValue,
        ], today: surroundings.today, words: words))
  }
}
