package import Casework
package import Labels

/// What the desk asks of the world; each answer comes back as a `Reply`.
package enum Effect: Hashable, Sendable {
  /// Something that a page shows; the answer goes to that page.
  case read(PageQuestion, for: PageID)
  /// A record with what happened around it, for something to be done with it.
  case detail(RecordAddress, for: DetailPurpose)
  /// The record of a kind that a number names, to open it.
  case find(RecordKind, String)
  /// What the box over everything finds in some kinds.
  case lookUp(LookUp)
  /// Records of a kind for a picker, by what is typed.
  ///
  /// Of a case's own records only those of the case that the form is about.
  case suggest(RecordKind, String, about: RecordAddress? = nil)
  /// The cases of persons who may be the one being entered, by fields of a person.
  case duplicates([String: FieldValue])
  /// The cases that may be about the person of this one.
  case twins(Link)
  /// The hosts for what a case waits for; without one, a host for each of all who wait.
  case stayOptions(RecordAddress?)
  /// The jobs for a case, or the people for a job.
  case jobMatches(RecordAddress)
  /// One step: all of the changes or none.
  case save([Change])
  /// Deadlines were seen because the page of their case was opened; nobody waits for that to be kept.
  case saw([Change])
  case undo
  case redo
  /// Undo and redo of a step made in no session of this desk, after a question.
  case undoEarlier(EarlierStep)
  case redoEarlier(EarlierStep)
  /// Undo of the step that was pointed at in the journal, after a question.
  case undoStep(Int)
  /// The person of a case is to be erased; without a reason it is only told what would go.
  case erase(RecordAddress, reason: String?)
  /// What each of the changes would do, before the person says yes.
  case preview([Change])
  /// What is typed in a form is to be kept.
  case keep(FormDraft)
  /// The draft of a form that was saved or thrown away.
  case forgetDraft(String)
  /// The viewer's drafts.
  case drafts
  /// What is new for a volunteer.
  case news
  /// A sealed field is to be seen for a while.
  case reveal(Sealed, RevealReason)
  /// The person's choice of language is to be kept.
  case remember(LabelLanguage)
  /// The papers that a case may have are asked for, with the letters of the organisation's own.
  case papers(RecordAddress, number: String)
  /// A letter is to be looked at as it would stand on paper.
  case letter(LetterAsk)
  /// What is on the screen is to become a file.
  case export(FileExport)
  /// What is done beside the desk is to end; nothing is left half done.
  case stopWork
  case suspend
  case redraw
  case quit
}

extension Effect {
  /// Whether the screen is painted without the answer first, and keys that wait are answered before:
  /// how many there are, what of the day is not on the first screen, what lies further back in the
  /// journal, what the box over everything finds, what was seen.
  package var isPutOff: Bool {
    switch self {
    case .read(.count, _), .read(.counts, for: .registers), .read(.counts, for: .desk), .lookUp,
      .saw:
      true
    case .read(.journal(let filter, _), _): filter.before != nil
    case .read(.today(let request), _): request.extent == .rest
    default: false
    }
  }
}

/// What a record is read for.
package enum DetailPurpose: Hashable, Sendable {
  /// To be opened, or read again where it is open.
  case open
  /// To be opened, found by a number that is its own or that of a case merged into it.
  case found(String)
  /// To be opened at the record of this number on its timeline; where it is taken, the keys go to it.
  case openAt(String, isTaken: Bool)
  /// To be opened, and for a command to be given that asks what is around it.
  case give(CommandName)
  /// To be edited in a form, which shows more than the list holds.
  case edit
  /// To say of a conflict who saved what, and when.
  case conflict
  /// For what must be seen before anything is written about it.
  case warning
  /// To get another owner.
  case handOver(to: Link)
  /// To mark who came to the gathering.
  case rollCall
  /// To be asked what is feared of a host who was suspended.
  case concern
  /// To be handed over: its brief.
  case brief
  /// Of a letter: to be looked at as it would stand on paper.
  case letter
  /// To be shown in this form, which was made of what a list holds of it.
  case form(RecordForm)
  /// To go on with the draft of this key.
  case resume(String)
}
