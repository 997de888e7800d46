package import Casework
package import Widgets

/// Something on top of the screen that takes the keys.
package enum Overlay: Hashable, Sendable {
  case form(RecordForm)
  case picker(ChoicePicker)
  /// One letter answers: what each letter does stands beside it.
  case letters(LetterChoice)
  case bulk(BulkPreview)
  /// A page to read, such as a handover brief.
  case page(ReadingPage)
  /// Who came to a gathering.
  case rollCall(RollCall)
  /// The fields that somebody else changed too, of a part of the form below.
  case conflict(ConflictChoice, part: Int)
  /// Asks before something is done.
  case confirm(ConfirmView, Question)
  /// The line that narrows the list, and what it was before.
  case filter(TextInput, before: String)

  /// The keys it has.
  package var mode: KeyMode {
    switch self {
    case .form: .form
    case .picker(let picker): picker.mode
    case .letters(let choice): choice.mode
    case .bulk(let preview): preview.mode
    case .page: ReadingPage.mode
    case .rollCall(let call): call.mode
    case .conflict: .conflict
    case .confirm: .confirm
    case .filter: .search
    }
  }

  var form: RecordForm? { if case .form(let form) = self { form } else { nil } }
}

/// What is done where the answer is yes.
package enum Question: Hashable, Sendable {
  case quit
  case command(CommandName)
  /// The form below saves somebody who seems to be known.
  case saveTwin
  /// These changes are saved.
  case save([Change])
  /// What is typed in the form below is thrown away.
  case discard
  /// The form below is left although what is typed in it could not be kept.
  case leaveUnkept(Desk.AfterKeeping)
  /// A step that was not made in this session is taken back, or done again.
  case takeBack(EarlierStep)
}

/// A box of letters and what they do.
package struct LetterChoice: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case command(CommandName)
    case status(CaseStatus)
    /// A stage, status or result of the records the verb was given for.
    case stage(field: String, code: String)
    case sort(String)
    case register(RecordKind)
    /// Opens one of several records.
    case record(RecordAddress)
    /// In which capacity a guest at a gathering came.
    case guest(PersonRole)
    /// Opens the form of a record.
    case edit(RecordAddress)
    /// Says that a deadline asks for nothing more, and why.
    case closeDeadline
    /// Goes on with the draft of this key.
    case resume(String)
    /// Opens a form as it is, and leaves the drafts of the same form alone.
    case form(RecordForm)
    /// Logs something about a case, or about the one in hand, with what was asked for filled in.
    case log(RecordKind, by: CommandName, offered: [String: FieldValue], about: Link?)
    /// Adds something to a record.
    case addTo(RecordKind, Link)
    /// Saves what was refused before.
    case save(RefusedSave)
  }

  package var view: LetterBox
  var actions: [Action]
  /// What was refused; looked at again when what a letter opens was saved.
  var refused: RefusedSave?
  /// Whether another key closes the box and is taken by what lies below.
  var passesKeys = false

  var mode: KeyMode { .letters(view.items.map(\.keys)) }

  init(title: String, _ items: [(item: LetterBox.Item, action: Action)]) {
    view = LetterBox(title: title, items: items.map(\.item))
    actions = items.map(\.action)
  }
}
