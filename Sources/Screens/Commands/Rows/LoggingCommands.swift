internal import Casework

/// What is recorded about the case in hand: a row a kind.
enum LoggingCommands {
  static let all: [Command] = [
    .log(.homestay, by: .logHomestay, "r h"),
    .log(.attendance, by: .logSalon, "r s"),
    .log(.placement, by: .logPlacement, "r j"),
    .log(.contact, by: .logContact, "r c") { VisitVerbs(hand: $0).logContact() },
    .log(.note, by: .logNote, "r n"),
    .log(.followUp, by: .logFollowUp, "r f"),
    .log(.document, by: .logDocument, "r d"),
    .log(.supportCategory, by: "logSupportCategory", "r b"),
    .log(.procedure, by: .logProcedure, "r p"),
    .log(.residence, by: .logResidence, "r z"),
    .log(.application, by: .logApplication, "r a"),
    .log(.detention, by: .logDetention, "r t"),
    .log(.fee, by: .logFee, "r m"),
    .log(.allowance, by: .logAllowance, "r u"),
    .log(.workPermission, by: .logWorkPermission, "r w"),
    .log(.ownDeadline, by: .logOwnDeadline, "r o"),
    .log(.consent, by: .logConsent, "r k") { PaperVerbs.logConsent($0) },
    .log(.need, by: .logNeed, "r e"),
    .log(.goal, by: .logGoal, "r g"),
    .log(.service, by: .logService, "r v"),
    .log(.referral, by: .logReferral, "r r"),
    .log(.encounter, by: .logEncounter, "E"),
    .log(.lodging, by: .logLodging, "r l") { StayVerbs(hand: $0).logLodging() },
    .log(.blockedPair, by: "logBlockedPair", "B"),
    .log(.checkIn, by: .logCheckIn, "r i") { hand in
      hand.surroundings.viewer.isVolunteer
        ? VolunteerVerbs(hand: hand).logCheckIn() : StayVerbs(hand: hand).logCheckIn()
    },
    .log(.comment, by: .logComment, "r y") { $0.comment },
    .log(.candidate, by: .logCandidate, "r q"),
  ]
}
