package import Casework
package import Wording

/// What the world answers to an `Effect`.
package enum Reply: Hashable, Sendable {
  case read(PageAnswer, for: PageID)
  case detail(Detail, for: DetailPurpose)
  /// With what tells apart those that are called alike.
  case suggestions(RecordKind, String, [Link], details: [Card] = [])
  /// What was found of a question of the box over everything.
  case found([FoundRecord], of: LookUp)
  case duplicates([String: FieldValue], [Duplicate])
  case twins(Link, [Duplicate])
  /// The hosts for what a case waits for.
  case stayOptions(RecordAddress?, [StayProposal])
  /// A host for each of all who wait.
  case stayPlan(StayProposals)
  /// How far it is with something that is done beside the desk.
  case working(Effect, WorkProgress)
  case jobMatches(JobProposal)
  case saved([Saved], of: [Change])
  case undone(Saved)
  case redone(Saved)
  case previewed([ChangePreview])
  /// What is gone of the person of a case; without a reason, what would go.
  case erased(ErasureReport, of: RecordAddress, reason: String?)
  case drafts([FormDraft])
  case news(VolunteerNews)
  /// What is sealed, opened.
  case revealed(Sealed, FieldValue)
  /// What is typed is on the disk.
  case kept(FormDraft)
  /// The letters that a case may have, and in which languages the person reads.
  case papers(RecordAddress, number: String, [PaperForm], spoken: [String])
  /// A letter as it would stand on paper.
  case letter(LetterAsk, LetterPreview)
  /// The file is on the disk in this place, with so many records and the number of the sheet; nil where
  /// it holds or has none.
  case exported(FileExport, at: FilePlace, rows: Int? = nil, sheet: Int? = nil)
  /// The file could not be written in this place, and nothing is there that was not before.
  case notExported(FileExport, FileFault, at: FilePlace)
  case refused(Effect, Refusal)
  /// Another process wrote into the store.
  case changedElsewhere
  /// Nothing can be read or written any more, and why.
  case storeLost(Refusal)
}
