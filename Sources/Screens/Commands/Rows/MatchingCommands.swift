internal import Casework

/// Who suits whom: hosts and guests, jobs and people.
enum MatchingCommands {
  static let all: [Command] = [
    Command("matchHosts", "M", at: .caseRecord, in: .viewing, needs: [.caseInHand]) { desk in
      desk.subjectCase.map { [.stayOptions($0.address)] } ?? []
    },
    Command("matchAll", "g m", in: .viewing) { _ in [.stayOptions(nil)] },
    Command("matchJobs", "W", at: .record, in: .viewing, needs: [.caseOrJob]) {
      $0.askJobMatches()
    },
  ]
}
