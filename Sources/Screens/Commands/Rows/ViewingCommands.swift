internal import Casework

/// How things are shown.
enum ViewingCommands {
  static let all: [Command] = [
    Command(
      "language", "t l", in: .viewing, traits: [.volunteers, .showingPerson],
      act: .desk { $0.switchLanguage() }),
    Command(
      "anyLanguage", "t L", in: .viewing, traits: [.volunteers, .showingPerson],
      act: .desk { $0.switchLanguage(throughAll: true) }),
    Command(
      "dates", "t d", in: .viewing, traits: [.volunteers, .showingPerson],
      act: .desk { $0.switchDates() }),
    Command(
      "showPerson", "t x", at: .caseRecord, in: .viewing, needs: [.caseInHand],
      act: .desk { $0.showPerson() }),
    Command(
      "guide", "t g", in: .viewing, needs: [.demo], act: .desk { Guide.toggle(on: &$0) }),
    Command(
      .training, "t t", in: .viewing, needs: [.training],
      act: .desk { TrainingVerbs.show(on: &$0) }),
    Command(
      "cards", "t c", at: .caseRecord, in: .viewing, hint: 1,
      traits: [.showingPerson, .hintedToPerson], needs: [.caseInHand],
      act: .desk { CardVerbs.show(on: &$0) }),
    Command(
      .reveal, "Y", at: .detail, in: .viewing, hint: 4, needs: [.sealed],
      act: .hand { SealedVerbs(hand: $0).ask() }),
    Command(
      "brief", "b", at: .caseRecord, in: .viewing, hint: 5, needs: [.caseInHand],
      act: .hand { hand in
        hand.caseLink.map { [.ask(.detail($0.address, for: .brief))] } ?? []
      }),
    Command(
      "print", "P", in: .viewing, needs: [.files, .printable],
      act: .desk { $0.askPaper() }),
    Command(
      "previewLetter", "t p", at: .record, in: .viewing, hint: 2, needs: [.letter],
      act: .hand { hand in
        hand.subject.map { [.ask(.detail($0.address, for: .letter))] } ?? []
      }),
    Command(
      "export", "o", at: .list, in: .viewing, hint: 9, needs: [.files, .listedRecords],
      act: .desk { $0.askExport() }),
    Command(
      .picture, "p", in: .viewing, hint: 3, needs: [.picture], act: .desk { $0.togglePicture() }),
  ]
}
