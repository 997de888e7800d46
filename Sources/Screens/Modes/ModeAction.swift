/// What a key of a mode does; its word and its sentence are in the label tables under
/// `modeKey.<name>`.
package enum ModeAction: String, CaseIterable, Sendable {
  // Of forms.
  case nextField, previousField, fieldList, fieldStep, fieldToday, duplicates, save, leaveForm
  case discard, letterPreview, letterName
  // Wherever text is typed.
  case character, line, delete, deleteWord, deleteLine
  // Of the name of a file.
  case writeFile, allFields, proofCopy
  // Of boxes.
  case take, takeNext, takeSave, finish, leaveBox, letter, yes, no, digit, sendNumber
  case takeSearch, leaveSearch, completeWord
  // Of two people who changed the same.
  case conflictSide, conflictSwitch
  // Where there is no store yet.
  case turnLanguage, leaveProgram
  // Of what is read or chosen from, row by row.
  case row, page, edge, leavePage, exportPage, otherCase
  // Of a sheet that is brought in.
  case openSheet, completePath, nextStep, previousStep, changeColumn, dropColumn, sheetKind
  case readOtherwise, forgetChoices, mend, leaveRows, leaveAllRows, writeSheet, openRows, sheetWins
  // Of an entry of the journal, and of the registers.
  case openRecord, column, findRegister
  // While something is begun or waited for.
  case dropKeys, stopWaiting
  // Of a roll.
  case attended, excused, absent, cancelled, registered, restAttended, restAbsent
  case find, walkIn, heads, met, undo, redo, person, close, leaveRoll, help
  // Of pictures.
  case day, months, nextGathering, addGathering
  case night, days, zoom, nextStay, addStay
  case columns, forward, back
  case nextRecord
  case today
  // Of the list of the day.
  case fold
  // Of cards to point at.
  case card, answer, writeAnswer, clearAnswer, jumpCard, cardLanguage, writeDown
  // Of the fictional day.
  case pick, goOn, openCase
  // Of reports.
  case openNumber, section, period, layout, compare, exportReport, shapeReport, keepReport
  case countAgain, stopWork

  package var labelKey: String { "modeKey.\(rawValue)" }
}
