private import Widgets

/// The keys of the modes that are no pages; a page has its own beside it.
extension KeyMode {
  /// What takes back what was begun, everywhere the same.
  static let leaving = "Esc Ctrl-C Ctrl-G"

  /// Every mode.
  package static let all =
    [
      form, letterForm, picker, fieldPicker, finder, severalPicker, search, filterWords, letters,
      confirm, bulk,
      manyBulk, conflict, brief, prefix, waiting, RollCall.mode, MonthCalendar.mode,
      StayChart.mode,
      StageBoard.mode, BarChart.mode, ReportPage.mode, ReportPage.workingMode,
      WorkPage.mode, TodayPage.mode, ExportBox.mode, ExportBox.paperMode,
      LetterPage.keys, EntryPage.keys,
      RegistersPage.keys, CardsPage.keys, CardsPage.writingKeys, TrainingPage.keys,
      Welcome.mode, Welcome.formMode,
    ] + SheetPage.modes

  package static let form = KeyMode("form", takesText: true, formRows)

  /// The form of a letter of the organisation's own.
  static let letterForm = KeyMode(
    "letterForm", takesText: true,
    formRows + [
      ModeKey(.letterPreview, "Ctrl-V F5", hint: 2), ModeKey(.letterName, "Ctrl-Y F6", hint: 2),
    ])

  private static let formRows = [
    ModeKey(.nextField, "Tab Enter Down", hint: 0),
    ModeKey(.save, "Ctrl-S F2", hint: 1),
    ModeKey(.duplicates, "Ctrl-D", hint: 2),
    ModeKey(.fieldList, "Space", hint: 3),
    ModeKey(.leaveForm, leaving, hint: 4),
    ModeKey(.discard, "Ctrl-X", hint: 5),
    ModeKey(.previousField, "S-Tab Up"),
    ModeKey(.fieldStep, "Ctrl-N", or: "Ctrl-P"),
    ModeKey(.fieldToday, "Ctrl-T"),
  ]

  /// What edits text, in forms, pickers and lines to search in.
  package static let editing = [
    ModeKey(.character, "Right Ctrl-F", or: "Left Ctrl-B"),
    ModeKey(.line, "End Ctrl-E", or: "Home Ctrl-A"),
    ModeKey(.delete, "Del", or: "BS"),
    ModeKey(.deleteWord, "Ctrl-W"),
    ModeKey(.deleteLine, "Ctrl-K", or: "Ctrl-U"),
  ]

  private static func pickerRows(_ more: [ModeKey] = []) -> [ModeKey] {
    [
      ModeKey(.row, "Down Ctrl-N", or: "Up Ctrl-P"),
      ModeKey(.page, "PgDn", or: "PgUp"),
      ModeKey(.take, "Enter", hint: 0),
    ] + more + [ModeKey(.leaveBox, leaving, hint: 3)]
  }

  static let picker = KeyMode("picker", takesText: true, pickerRows())

  /// A picker for a field of a form.
  static let fieldPicker = KeyMode(
    "fieldPicker", takesText: true,
    pickerRows([ModeKey(.takeNext, "Tab", hint: 1), ModeKey(.takeSave, "Ctrl-S F2", hint: 2)]))

  /// The box over everything.
  static let finder = KeyMode(
    "finder", takesText: true,
    [
      ModeKey(.take, "Enter", hint: 0),
      ModeKey(.row, "Down Ctrl-N", or: "Up Ctrl-P"),
      ModeKey(.page, "PgDn", or: "PgUp"),
      ModeKey(.leaveBox, leaving, hint: 1),
    ])

  /// A picker in which taking marks.
  static let severalPicker = KeyMode(
    "severalPicker", takesText: true,
    pickerRows([ModeKey(.finish, "Tab", hint: 1), ModeKey(.takeSave, "Ctrl-S F2", hint: 2)]))

  /// The line that narrows a list, or a roll.
  static let search = KeyMode(
    "search", takesText: true,
    [ModeKey(.takeSearch, "Enter Down Tab"), ModeKey(.leaveSearch, leaving)])

  /// The same while it offers how a word goes on.
  static let filterWords = KeyMode(
    "filterWords", takesText: true,
    [
      ModeKey(.completeWord, "Tab", hint: 0),
      ModeKey(.row, "Down Ctrl-N", or: "Up Ctrl-P", hint: 1),
      ModeKey(.takeSearch, "Enter", hint: 2),
      ModeKey(.leaveSearch, leaving, hint: 3),
    ])

  /// A box of letters; each box has those of its rows beside.
  static let letters = letters([])

  /// The keys of a box with these letters; any other key closes it too.
  static func letters(_ letters: [String]) -> KeyMode {
    KeyMode(
      "letters", closesByOthers: true,
      [ModeKey(.letter, letters.joined(separator: " ")), ModeKey(.leaveBox, leaving, hint: 0)])
  }

  static let confirm = KeyMode(
    "confirm", [ModeKey(.yes, "y Y"), ModeKey(.no, "n N Enter \(leaving)")])

  /// A look at changes before the yes.
  static let bulk = KeyMode(
    "bulk", [ModeKey(.yes, "y Y"), ModeKey(.no, "n N Enter \(leaving)")] + ReadingText.scrolling)

  /// The same of so many changes that their number is typed.
  static let manyBulk = KeyMode(
    "manyBulk",
    [
      ModeKey(.digit, "0 1 2 3 4 5 6 7 8 9"), ModeKey(.delete, "BS"),
      ModeKey(.sendNumber, "Enter"), ModeKey(.no, "n N \(leaving)"),
    ] + ReadingText.scrolling)

  /// A handover brief to read, which can go into a file.
  static let brief = KeyMode(
    "brief",
    ReadingText.scrolling + [ReadingText.leaving, ModeKey(.exportPage, "o", hint: 1)])

  static let conflict = KeyMode(
    "conflict",
    [
      ModeKey(.row, "Down Tab j", or: "Up S-Tab k"),
      ModeKey(.conflictSide, "Right l", or: "Left h"),
      ModeKey(.conflictSwitch, "Space"),
      ModeKey(.save, "Enter Ctrl-S F2"),
      ModeKey(.leaveBox, leaving),
    ])

  /// The keys of a command that is begun; what may follow is in the table of commands.
  static let prefix = KeyMode(
    "prefix", closesByOthers: true, [ModeKey(.dropKeys, leaving, hint: 0)])

  /// While another process has the store.
  package static let waiting = KeyMode("waiting", [ModeKey(.stopWaiting, leaving, hint: 0)])
}
