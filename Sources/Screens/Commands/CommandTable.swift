internal import Cells

/// Every command of the desk, once: keys, hint line, help, palette and manual are views of it.
package enum CommandTable {
  package static let all: [Command] = [
    Command(.down, "j", "Down", hint: 9, volunteers: true),
    Command(.up, "k", "Up", volunteers: true),
    Command(.top, "g g", "Home", volunteers: true),
    Command(.bottom, "G", "End", volunteers: true),
    Command(.halfDown, "Ctrl-D", volunteers: true),
    Command(.halfUp, "Ctrl-U", volunteers: true),
    Command(.pageDown, "PgDn", "Ctrl-F", volunteers: true),
    Command(.pageUp, "PgUp", volunteers: true),
    Command(.open, "l", "Right", "Enter", hint: 2, volunteers: true),
    Command(.back, "h", "Left", "q", hint: 3, volunteers: true),
    Command(.nextPane, "Tab", volunteers: true),
    Command(.scrollDetailDown, "J", volunteers: true),
    Command(.scrollDetailUp, "K", volunteers: true),
    Command(.logHomestay, "r h", at: .caseRecord),
    Command(.logSalon, "r s", at: .caseRecord),
    Command(.logPlacement, "r j", at: .caseRecord),
    Command(.logContact, "r c", at: .caseRecord),
    Command(.logNote, "r n", at: .caseRecord),
    Command(.logFollowUp, "r f", at: .caseRecord),
    Command(.logDocument, "r d", at: .caseRecord),
    Command(.logSupportCategory, "r b", at: .caseRecord),
    Command(.logProcedure, "r p", at: .caseRecord),
    Command(.logResidence, "r z", at: .caseRecord),
    Command(.logWorkPermission, "r w", at: .caseRecord),
    Command(.logOwnDeadline, "r o", at: .caseRecord),
    Command(.logConsent, "r k", at: .caseRecord),
    Command(.logNeed, "r e", at: .caseRecord),
    Command(.logGoal, "r g", at: .caseRecord),
    Command(.logService, "r v", at: .caseRecord),
    Command(.logReferral, "r r", at: .caseRecord),
    Command(.logEncounter, "E", at: .caseRecord),
    Command(.logLodging, "r l", at: .caseRecord),
    Command(.logBlockedPair, "B", at: .caseRecord),
    Command(.logCheckIn, "r i", at: .caseRecord),
    Command(.matchHosts, "M", at: .caseRecord),
    Command(.logCandidate, "r q", at: .caseRecord),
    Command(.matchAll, "g m"),
    Command(.matchJobs, "W", at: .record),
    Command(.status, "m", at: .record, hint: 4),
    Command(.edit, "e", at: .record, hint: 5),
    Command(.add, "a", hint: 6),
    Command(.done, "x", at: .today, hint: 1),
    Command(.postpone, "w", at: .today, hint: 2),
    Command(.handOver, "A", at: .record),
    Command(.rollCall, "R", at: .record, hint: 1),
    Command(.filter, "/", at: .list, hint: 7, volunteers: true),
    Command(.undo, "u", hint: 8),
    Command(.redo, "U", "Ctrl-R"),
    Command(.repeatLast, ".", at: .record),
    Command(.drafts, "g d"),
    Command(.filterStatus, "f s", at: .list),
    Command(.filterMine, "f m", at: .list),
    Command(.filterOpen, "f o", at: .list),
    Command(.filterDue, "f d", at: .list),
    Command(.filterNoContact, "f n", at: .list),
    Command(.filterAbsences, "f a", at: .list),
    Command(.filterStatusChanges, "f v", at: .list),
    Command(.filterClear, "f c", at: .list, volunteers: true),
    Command(.sort, "s", at: .list),
    Command(.sortReverse, "S", at: .list),
    Command(.mark, "Space", at: .list),
    Command(.markRange, "v", at: .list),
    Command(.markAll, "V", at: .list),
    Command(.cancel, "Esc", "Ctrl-C", "Ctrl-G", volunteers: true),
    Command(.today, "1", "g t"),
    Command(.cases, "2", "g c", volunteers: true),
    Command(.homestays, "3", "g h"),
    Command(.salons, "4", "g s"),
    Command(.jobs, "5", "g j"),
    Command(.registers, "8", "g k"),
    Command(.nextScreen, "]"),
    Command(.previousScreen, "["),
    Command(.language, "t l", volunteers: true),
    Command(.dates, "t d", volunteers: true),
    Command(.showPerson, "t x", at: .caseRecord),
    Command(.brief, "b", at: .caseRecord),
    Command(.picture, "p", hint: 3),
    Command(.help, "?", "F1", volunteers: true),
    Command(.palette, ":", volunteers: true),
    Command(.redraw, "Ctrl-L", volunteers: true),
    Command(.suspend, "Ctrl-Z"),
    Command(.quit, "Q", volunteers: true),
  ]

  /// What keys may follow `pressed`: the command it completes, or those it begins.
  static func matches(_ pressed: [Key], among commands: [Command]) -> (
    complete: Command?, begun: [(command: Command, next: Key)]
  ) {
    var complete: Command?
    var begun: [(command: Command, next: Key)] = []
    for command in commands {
      for sequence in command.keys where sequence.keys.starts(with: pressed) {
        if sequence.keys.count == pressed.count {
          complete = complete ?? command
        } else {
          begun.append((command, sequence.keys[pressed.count]))
        }
      }
    }
    return (complete, begun)
  }
}
