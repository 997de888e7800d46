import Casework
import Labels
import Widgets
import Wording

/// Undo beyond what was done at this desk: it says what it will take back, and from when.
extension Desk {
  mutating func askTakeBack(_ step: EarlierStep) {
    let command = words.text(ifAny: "command.\(step.command)") ?? step.command
    let when = ValueText(words).text(step.at)
    let key = step.isUndo ? "desk.undoEarlier" : "desk.redoEarlier"
    overlays.append(
      .confirm(
        ConfirmView(
          sentence: words(key, when, command, summary(of: step.saved)), yes: words("desk.yes"),
          no: words("desk.no")), .takeBack(step)))
  }
}
