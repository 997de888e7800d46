package import Widgets

/// Something on top of the screen that takes the keys.
package enum Overlay: Hashable, Sendable {
  case form(RecordForm)
  case picker(ChoicePicker)
  /// People, records, registers and commands by what is typed.
  case find(FindBox)
  /// One letter answers: what each letter does stands beside it.
  case letters(LetterChoice)
  case bulk(BulkPreview)
  /// A page over the whole screen, such as a roll or a handover brief.
  case page(PageBox)
  /// The fields that somebody else changed too, of a part of the form below.
  case conflict(ConflictChoice, part: Int)
  /// Asks before something is done.
  case confirm(ConfirmView, Deed)
  /// The line that narrows the list.
  case filter(SearchBox)

  /// The keys it has.
  package var mode: KeyMode {
    switch self {
    case .form(let form): form.mode
    case .picker(let picker): picker.mode
    case .find(let box): box.mode
    case .letters(let choice): choice.mode
    case .bulk(let preview): preview.mode
    case .page(let box): box.page.mode ?? .brief
    case .conflict: .conflict
    case .confirm: .confirm
    case .filter(let box): box.mode
    }
  }

  package var form: RecordForm? { if case .form(let form) = self { form } else { nil } }
  var page: (any DeskPage)? { if case .page(let box) = self { box.page } else { nil } }
  var roll: RollCall? { page as? RollCall }

  /// Asks a question that is answered yes or no.
  static func ask(_ sentence: String, yes: String, no: String, _ deed: Deed) -> Overlay {
    .confirm(ConfirmView(sentence: sentence, yes: yes, no: no), deed)
  }
}
