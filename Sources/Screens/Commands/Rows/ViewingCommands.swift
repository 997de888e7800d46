internal import Casework

/// How things are shown.
enum ViewingCommands {
  static let all: [Command] = [
    Command("language", "t l", in: .viewing, traits: [.volunteers, .showingPerson]) {
      $0.switchLanguage()
    },
    Command("dates", "t d", in: .viewing, traits: [.volunteers, .showingPerson]) {
      $0.switchDates()
    },
    Command("showPerson", "t x", at: .caseRecord, in: .viewing, needs: [.caseInHand]) {
      $0.showPerson()
    },
    Command("brief", "b", at: .caseRecord, in: .viewing, needs: [.caseInHand]) { $0.askBrief() },
    Command(.picture, "p", in: .viewing, hint: 3, needs: [.picture]) { $0.togglePicture() },
  ]
}
