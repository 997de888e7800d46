/// The keys of the wizard, a table for each of its steps.
extension SheetPage {
  static let modes = Stage.allCases.map(keys(of:)) + [workingKeys, choiceKeys]

  private static let rows = [
    ModeKey(.row, "j Down Ctrl-N", or: "k Up Ctrl-P"),
    ModeKey(.page, "PgDn", or: "PgUp"),
    ModeKey(.edge, "End", or: "Home"),
  ]
  private static let back = ModeKey(.previousStep, "S-Tab h Left BS \(KeyMode.leaving)", hint: 1)

  static func keys(of stage: Stage) -> KeyMode {
    switch stage {
    case .file: fileKeys
    case .columns: columnKeys
    case .problems: problemKeys
    case .outcome: outcomeKeys
    case .done: doneKeys
    }
  }

  private static let fileKeys = KeyMode(
    "sheetFile", takesText: true,
    [
      ModeKey(.openSheet, "Enter", hint: 0),
      ModeKey(.completePath, "Tab", hint: 1),
      ModeKey(.row, "Down Ctrl-N", or: "Up Ctrl-P", hint: 3),
      ModeKey(.page, "PgDn", or: "PgUp"),
      ModeKey(.leaveBox, KeyMode.leaving, hint: 2),
    ])

  private static let columnKeys = KeyMode(
    "sheetColumns",
    [
      ModeKey(.nextStep, "Tab n", hint: 0), back,
      ModeKey(.changeColumn, "Enter e l Right", hint: 2),
      ModeKey(.dropColumn, "x", hint: 3),
      ModeKey(.sheetKind, "t", hint: 4),
      ModeKey(.readOtherwise, "s", hint: 5),
      ModeKey(.forgetChoices, "r", hint: 6),
    ] + rows)

  private static let problemKeys = KeyMode(
    "sheetProblems",
    [
      ModeKey(.nextStep, "Tab n", hint: 0), back,
      ModeKey(.mend, "Enter e l Right", hint: 2),
      ModeKey(.leaveRows, "x", hint: 3),
      ModeKey(.leaveAllRows, "X", hint: 4),
    ] + rows)

  private static let outcomeKeys = KeyMode(
    "sheetOutcome",
    [
      ModeKey(.writeSheet, "y", hint: 0), back,
      ModeKey(.openRows, "Enter l Right", hint: 2),
      ModeKey(.sheetWins, "Space", hint: 3),
    ] + rows)

  private static let doneKeys = KeyMode(
    "sheetDone", [ModeKey(.leavePage, "Enter q \(KeyMode.leaving)", hint: 0)])

  static let workingKeys = KeyMode("sheetWork", [ModeKey(.stopWork, KeyMode.leaving, hint: 0)])

  static let choiceKeys = KeyMode(
    "sheetChoice", takesText: true,
    [
      ModeKey(.take, "Enter", hint: 0),
      ModeKey(.row, "Down Ctrl-N", or: "Up Ctrl-P", hint: 2),
      ModeKey(.page, "PgDn", or: "PgUp"),
      ModeKey(.leaveBox, KeyMode.leaving, hint: 1),
    ])
}
