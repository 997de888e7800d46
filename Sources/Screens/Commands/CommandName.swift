package import Casework

/// The name of everything a person can ask of the desk.
///
/// It is the command's key in the label tables (`command.<name>`) and, for one that changes data,
/// what the journal calls the change.
package enum CommandName: String, CaseIterable, Sendable {
  case up, down, top, bottom, pageUp, pageDown, halfUp, halfDown
  case open, back, nextPane, scrollDetailDown, scrollDetailUp
  case today, cases, homestays, salons, jobs, registers
  case previousScreen, nextScreen
  case filter, filterStatus, filterMine, filterOpen, filterDue, filterNoContact, filterClear
  case filterAbsences, filterStatusChanges
  case sort, sortReverse
  case mark, markRange, markAll, cancel
  case add, edit, status, undo, redo, repeatLast, drafts
  case logHomestay, logSalon, logPlacement, logContact, logNote, logFollowUp
  case logDocument, logSupportCategory, logProcedure, logResidence, logWorkPermission
  case logOwnDeadline, logConsent, logNeed, logGoal, logService, logReferral, logEncounter
  case logLodging, logBlockedPair, logCheckIn, matchHosts, matchAll
  case logCandidate, matchJobs
  case done, postpone, handOver, rollCall
  case language, dates, showPerson, brief, picture
  case help, palette, quit, suspend, redraw

  /// The kind of record that the command logs about a case.
  package var logs: RecordKind? { Self.logged[self] }

  private static let logged: [Self: RecordKind] = [
    .logHomestay: .homestay, .logSalon: .attendance, .logPlacement: .placement,
    .logContact: .contact, .logNote: .note, .logFollowUp: .followUp, .logDocument: .document,
    .logSupportCategory: .supportCategory, .logProcedure: .procedure, .logResidence: .residence,
    .logWorkPermission: .workPermission, .logOwnDeadline: .ownDeadline,
    .logConsent: .consent, .logNeed: .need, .logGoal: .goal, .logService: .service,
    .logReferral: .referral, .logEncounter: .encounter, .logLodging: .lodging,
    .logBlockedPair: .blockedPair, .logCheckIn: .checkIn, .logCandidate: .candidate,
  ]
}
