package import Casework

/// Registers that belong together, each with the letter that opens it.
package struct RegisterGroup: Sendable {
  /// The second half of its label key `registerGroup.<name>`.
  package let name: String
  package let registers: [(letter: Character, kind: RecordKind)]

  /// Every kind without a screen that somebody keeps; what the program keeps is found by its name.
  package static let all: [RegisterGroup] = [
    RegisterGroup(
      name: "people",
      registers: [
        ("p", .person), ("m", .household), ("v", .volunteer), ("a", .assignment),
        ("T", .volunteerWork), ("+", .comment), ("s", .staff), ("=", .distinctPair),
      ]),
    RegisterGroup(
      name: "support",
      registers: [
        ("c", .contact), ("n", .note), ("f", .followUp), ("y", .need), ("g", .goal),
        ("u", .service), ("x", .referral), ("d", .document), ("i", .consent),
      ]),
    RegisterGroup(
      name: "stay",
      registers: [
        ("z", .residence), ("r", .procedure), ("b", .supportCategory), ("w", .workPermission),
        ("@", .application), ("#", .detention), ("$", .fee), ("%", .allowance),
        ("l", .deadline), ("o", .ownDeadline),
      ]),
    RegisterGroup(
      name: "homes",
      registers: [
        ("h", .host), ("A", .hostAdult), ("L", .lodging), ("q", .encounter), ("I", .checkIn),
        ("X", .blockedPair),
      ]),
    RegisterGroup(
      name: "work",
      registers: [
        ("e", .company), ("E", .companyContact), ("j", .job), ("K", .candidate), ("H", .story),
      ]),
    RegisterGroup(
      name: "gatherings",
      registers: [
        ("t", .attendance), ("Z", .eventSession), ("V", .voice), ("W", .workingGroup),
      ]),
    RegisterGroup(
      name: "partners",
      registers: [("N", .partner), ("M", .municipality), ("Y", .exchange), ("O", .outreach)]),
    RegisterGroup(
      name: "supporters", registers: [("S", .supporter), ("D", .donation), ("C", .campaign)]),
    RegisterGroup(
      name: "programmes",
      registers: [
        ("F", .fundedProgramme), ("B", .activity), ("G", .grant), ("R", .grantReport),
        ("Q", .survey), ("J", .mission), ("P", .pledge), ("U", .pledgeUpdate),
      ]),
    RegisterGroup(
      name: "organisation",
      registers: [("k", .cover), ("!", .incident), ("&", .duty), ("~", .template)]),
  ]
}

extension ScreenID {
  /// The registers that one letter opens; every other is found by its name.
  package static let registers = RegisterGroup.all.flatMap(\.registers)
}
