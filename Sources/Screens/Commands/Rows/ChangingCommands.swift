internal import Casework

/// Changing records, and taking changes back.
enum ChangingCommands {
  static let all: [Command] = [
    Command(
      .status, "m", at: .record, in: .changing, hint: 4,
      needs: [.noDraft, .record, .status, .moves]
    ) { $0.askStatus() },
    Command(
      .edit, "e", at: .record, in: .changing, hint: 5,
      needs: [.writtenSubject, .noDraft, .record]
    ) { $0.edit() },
    Command(
      .add, "a", in: .changing, hint: 6, traits: .hintedByPictures, needs: [.writtenList]
    ) { $0.open($0.addForm(of: $0.list.id.kind)) },
    Command(
      .done, "x", at: .today, in: .changing, hint: 1,
      needs: [.noDraft, .record, .due, .eachAlone, .stillOpen]
    ) { $0.markDone() },
    Command(
      .postpone, "w", at: .today, in: .changing, hint: 2,
      needs: [.noDraft, .record, .dueOfOneKind, .stillOpen]
    ) { $0.postpone() },
    Command(
      .handOver, "A", at: .record, in: .changing, needs: [.noDraft, .record, .owner]
    ) { $0.askHandOver() },
    Command(.rollCall, "R", at: .record, in: .changing, hint: 1, needs: [.salon]) {
      $0.askRollCall()
    },
  ]

  static let journal: [Command] = [
    Command(.undo, "u", in: .changing, hint: 8, traits: .asksFirst) { desk in
      desk.discarded.map { desk.resume($0.key) } ?? [.undo]
    },
    Command(.redo, "U", "Ctrl-R", in: .changing, traits: .asksFirst) { _ in [.redo] },
    Command(
      "repeatLast", ".", at: .record, in: .changing, traits: .asksFirst, needs: [.lastChange]
    ) { $0.repeatLast() },
    Command("drafts", "g d", in: .changing, needs: [.drafts]) { $0.askDraft() },
  ]
}
