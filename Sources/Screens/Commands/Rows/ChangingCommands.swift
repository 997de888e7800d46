internal import Casework

/// Changing records, and taking changes back.
enum ChangingCommands {
  static let all: [Command] = [
    Command(
      .status, "m", at: .record, in: .changing, hint: 4,
      needs: [.noDraft, .record, .status, .moves], act: .hand { StatusVerbs(hand: $0).ask() }),
    Command(
      .edit, "e", at: .record, in: .changing, hint: 5,
      needs: [.writtenSubject, .noDraft, .record], act: .hand { RecordVerbs(hand: $0).edit() }),
    Command(
      .add, "a", in: .changing, hint: 6, traits: .hintedByPictures, needs: [.writtenList],
      act: .desk { $0.carryOut(RecordVerbs(hand: $0.hand).add($0.list.addedKind)) }),
    Command(
      "copyLetter", "t y", at: .list, in: .changing, hint: 8, needs: [.listedLetters],
      act: .hand { LetterVerbs.copy($0) }),
    Command(
      .importSheet, "i", "O", at: .list, in: .changing, needs: [.files, .writtenList],
      act: .desk { SheetPage.open(on: &$0) }),
    Command(
      .done, "x", at: .today, in: .changing, hint: 1,
      needs: [.noDraft, .record, .due, .eachAlone, .stillOpen],
      act: .hand { hand in
        hand.surroundings.viewer.isVolunteer
          ? VolunteerVerbs(hand: hand).markDone() : DayVerbs(hand: hand).markDone()
      }),
    Command(
      .postpone, "w", at: .today, in: .changing, hint: 2,
      needs: [.noDraft, .record, .dueOfOneKind, .stillOpen],
      act: .hand { DayVerbs(hand: $0).postpone() }),
    Command(
      .seen, "y", at: .today, in: .changing, needs: [.noDraft, .record, .toBeSeen, .stillOpen],
      act: .hand { SeenVerbs.markSeen($0) }),
    Command(
      .handOver, "A", at: .record, in: .changing, hint: 7, needs: [.noDraft, .record, .owner],
      act: .hand { DayVerbs(hand: $0).askHandOver() }),
    Command(
      .rollCall, "R", at: .record, in: .changing, hint: 1, needs: [.salon],
      act: .hand { hand in hand.salon.map { [.ask(.detail($0, for: .rollCall))] } ?? [] }),
    Command(
      .erase, "X", at: .caseRecord, in: .changing,
      needs: [.noDraft, .caseInHand], act: .hand { ErasureVerbs(hand: $0).ask() }),
  ]

  static let journal: [Command] = [
    Command(
      .undo, "u", in: .changing, hint: 9, traits: [.asksFirst, .volunteers],
      act: .desk { JournalVerbs.undo(&$0) }),
    Command(
      .redo, "U", "Ctrl-R", in: .changing, traits: .asksFirst, act: .deed(.ask(.redo))),
    Command(
      .repeatLast, ".", at: .record, in: .changing, traits: .asksFirst, needs: [.lastChange],
      act: .desk { desk in
        let deeds = desk.repeatable.map { RecordVerbs(hand: desk.hand).again($0) }
        return desk.carryOut(deeds ?? [])
      }),
    Command(
      .drafts, "g d", in: .changing, traits: .volunteers, needs: [.drafts],
      act: .desk { $0.carryOut(DraftChoice(words: $0.words).among($0.drafts)) }),
  ]
}
