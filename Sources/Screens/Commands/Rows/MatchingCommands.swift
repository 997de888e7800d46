internal import Casework
internal import Labels

/// Who suits whom: hosts and guests, jobs and people.
enum MatchingCommands {
  static let all: [Command] = [
    Command(
      "matchHosts", "M", at: .caseRecord, in: .viewing, needs: [.caseInHand],
      act: .hand { hand in hand.caseLink.map { [.ask(.stayOptions($0.address))] } ?? [] }),
    Command(
      .twins, "=", at: .caseRecord, in: .viewing, needs: [.caseInHand],
      act: .hand { TwinVerbs(hand: $0).ask() }),
    Command(
      "matchAll", "g m", in: .viewing,
      act: .hand { hand in
        [
          .show(.page(PageBox(WorkPage(title: hand.words("command.matchAll"))))),
          .ask(.stayOptions(nil)),
        ]
      }),
    Command(
      "matchJobs", "W", at: .record, in: .viewing, needs: [.caseOrJob],
      act: .hand { JobVerbs(hand: $0).ask() }),
  ]
}
