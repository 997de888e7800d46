package import Casework

/// What a page, a box or a command asks the desk to do.
///
/// Whoever answers deeds changes nothing but itself: the desk alone does them, in their order.
package indirect enum Deed: Hashable, Sendable {
  case ask(Effect)
  /// Says a sentence on the status line, as a matter of fact or as an error.
  case say(String)
  case warn(String)
  /// Says it behind what is said already.
  case sayToo(String)
  case give(CommandName)
  /// Gives a command that was found in the palette, which remembers it.
  case run(CommandName)

  // What stands on the desk.
  /// Puts a box on top.
  case show(Overlay)
  /// Closes the box on top.
  case close
  /// Closes all boxes.
  case closeAll
  case go(ScreenID)
  /// The same, to a record that is shown there, whatever the list was narrowed by.
  case goTo(ScreenID, RecordAddress)
  /// The record beside the list follows the selection.
  case lookBeside
  /// Today has shown what was written up to this entry of the journal.
  case looked(Int?)

  // Forms and what is typed in them.
  /// Opens a form, also for further records; what was left in the same form comes back.
  case open(RecordForm, also: [RecordForm.Part] = [])
  /// Opens a form as it is, and leaves the drafts of the same form alone.
  case present(RecordForm)
  /// Goes on with the draft of this key.
  case resume(String)
  /// Leaves the form on top once what is typed in it is kept, and then does what follows.
  case leave([Deed])
  /// The same although it could not be kept.
  case leaveUnkept([Deed])
  case saveForm
  /// Saves the form on top although it is of somebody who seems to be known.
  case saveTwin
  case askDiscard
  case discard
  /// Puts a value into the focused field of the form on top, or of the one below a picker that stays open.
  case choose(FieldValue)
  case mark(FieldValue)
  /// Shows a letter of these fields as it would stand on paper for the case looked at last.
  case letter([String: FieldValue])
  /// Puts a text where it is typed in the form on top.
  case insert(String)
  /// Goes on to the next field of the form on top, or saves it as its own key does.
  case nextField
  case saveTyped

  // Changes of the records in hand.
  case submit([Change])
  /// Looks at what stands against changes before anything is typed for them.
  case lookAhead([Change])
  /// Saves what was refused before.
  case saveAgain(RefusedSave)
  case move(CaseStatus)
  case stage(field: String, code: String)
  case handOver(Link)
  case walkIn(Guest)

  /// Does something with the report on its screen.
  case report(ReportPage.Wish)
  /// Does something with the cards that are pointed at.
  case cards(CardsPage.Wish)
  /// Does something with the fictional day.
  case training(TrainingPage.Wish)
  /// Narrows the journal on its screen.
  case journal(JournalPage.Wish)

  // The list.
  /// Shows this list in the place of what its screen holds.
  case list(ListQuery)
  /// Narrows it to what is typed; `isBack` where somebody stops looking.
  case search(String, isBack: Bool = false)
  case filter(FieldFilter)
  case sort(String)
}
