/// The desk's commands by which the story's changes are made, as the journal names them.
///
/// The story knows no desk; a test compares the names with the desk's own.
enum DeskCommand: String, CaseIterable {
  case add, edit, status, done
  case logHomestay, logSalon, logPlacement, logContact, logNote, logFollowUp, logDocument,
    logSupportCategory, logProcedure
  case logResidence, logApplication, logDetention, logFee,
    logAllowance, logWorkPermission, logOwnDeadline, logConsent, logNeed,
    logGoal, logService
  case logReferral, logEncounter, logLodging, logCheckIn, logCandidate
}
