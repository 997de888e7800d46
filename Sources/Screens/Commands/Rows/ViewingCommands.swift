internal import Casework

/// How things are shown.
enum ViewingCommands {
  static let all: [Command] = [
    Command(
      "language", "t l", in: .viewing, traits: [.volunteers, .showingPerson],
      act: .desk { $0.switchLanguage() }),
    Command(
      "dates", "t d", in: .viewing, traits: [.volunteers, .showingPerson],
      act: .desk { $0.switchDates() }),
    Command(
      "showPerson", "t x", at: .caseRecord, in: .viewing, needs: [.caseInHand],
      act: .desk { $0.showPerson() }),
    Command(
      .reveal, "Y", at: .detail, in: .viewing, hint: 4, needs: [.sealed],
      act: .hand { SealedVerbs(hand: $0).ask() }),
    Command(
      "brief", "b", at: .caseRecord, in: .viewing, hint: 5, needs: [.caseInHand],
      act: .hand { hand in
        hand.caseLink.map { [.ask(.detail($0.address, for: .brief))] } ?? []
      }),
    Command(
      "print", "P", at: .caseRecord, in: .viewing, needs: [.caseInHand],
      act: .hand { hand in
        hand.caseLink.map { [.ask(.papers($0.address, number: $0.number))] } ?? []
      }),
    Command(
      "previewLetter", "t p", at: .record, in: .viewing, hint: 2, needs: [.letter],
      act: .hand { hand in
        hand.subject.map { [.ask(.detail($0.address, for: .letter))] } ?? []
      }),
    Command(
      "export", "o", at: .list, in: .viewing, hint: 9, needs: [.listedRecords],
      act: .desk { $0.askExport() }),
    Command(
      .picture, "p", in: .viewing, hint: 3, needs: [.picture], act: .desk { $0.togglePicture() }),
  ]
}
