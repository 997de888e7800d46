import Casework
import Labels

/// What a command cannot be given without, and the sentence that says so.
struct Need: Sendable {
  /// Says why a command cannot be given now; nil where it can.
  let lack: @Sendable (Desk) -> String?

  init(_ lack: @escaping @Sendable (Desk) -> String?) { self.lack = lack }

  /// - Parameter key: the label key of the sentence, where `isMet` does not hold.
  init(_ key: String, _ isMet: @escaping @Sendable (Desk) -> Bool) {
    lack = { desk in isMet(desk) ? nil : desk.words(key) }
  }
}

/// What has to be in hand.
extension Need {
  static let record = Need("desk.nothingSelected") { $0.subject != nil }
  static let caseInHand = Need("desk.noCaseSelected") { $0.isAboutCase }
  static let printable = Need("desk.noPaper") { !PaperVerbs.printables($0).isEmpty }
  static let salon = Need("desk.noSalonSelected") { $0.subject?.salon != nil }

  static let letter = Need("letter.noneSelected") { $0.subject?.address.kind.isLetter == true }

  static let caseOrJob = Need { desk in
    guard desk.subject?.address.isJob == true || desk.isAboutCase else {
      return desk.words("desk.noCaseOrJob")
    }
    return record.lack(desk)
  }

  /// A row of Today that is a draft can only be opened.
  static let noDraft = Need("desk.onDraft") { $0.draftInHand == nil }
  /// The store makes some kinds of record itself.
  static let writtenSubject = Need("legal.derived") {
    !RecordDescription.of($0.subjectKind).isMadeByStore
  }
  static let writtenList = Need { desk in
    if !desk.list.holdsRecords { return desk.words("desk.place.list") }
    let isMade = RecordDescription.of(desk.list.query.kind).isMadeByStore
    return isMade ? desk.words("legal.derived") : nil
  }

  static let status = Need("desk.noStatusHere") {
    RecordDescription.of($0.subjectKind).statusField != nil
  }
  /// A case that has ended for good moves no further.
  static let moves = Need("desk.noMoves") { desk in
    guard let card = desk.subject, card.isCase,
      let status = CaseStatus(fieldValue: card[caseStatus])
    else { return true }
    return !CaseMove.allowed(from: status).isEmpty
  }

  // It is asked with every key.
  private static let caseStatus = Case.name(\.status)

  static let somethingToOpen = Need { desk in
    guard let pane = desk.details.last else {
      return desk.list.hasRow && desk.picture == nil ? nil : record.lack(desk)
    }
    let opens = pane.isOnTimeline ? pane.selected != nil : !pane.timeline.isEmpty
    return opens ? nil : desk.words("desk.nothingToOpen")
  }
  static let otherPane = Need { desk in
    guard let pane = desk.details.last else {
      return desk.list.hasRow && desk.picture == nil ? nil : record.lack(desk)
    }
    return pane.timeline.isEmpty ? desk.words("desk.nothingToOpen") : nil
  }
  static let demo = Need("guide.onlyDemo") { $0.guide != nil }
  static let training = Need("training.onlyDemo") { $0.surroundings.isDemo }
  static let detailInSight = Need("desk.noDetailBeside") {
    !$0.details.isEmpty || $0.layout.isWide && $0.preview != nil
  }
}

/// What the list has to be.
extension Need {
  /// The journal is narrowed too, but its rows are no records.
  static let recordList = Need("desk.notInJournal") { $0.list.holdsRecords }
  static let listedLetters = Need("letter.notListed") {
    $0.list.holdsRecords && $0.list.query.kind.isLetter
  }
  static let rows = Need("desk.nothingSelected") { !$0.list.cards.isEmpty }
  static let filters = Need("desk.noFilters") { $0.list.isNarrowed }
  static let order = Need("desk.noSortHere") { $0.list.isOrdered }
  static let listedStatus = Need("desk.noStatusHere") {
    RecordDescription.of($0.list.query.kind).statusField != nil
  }
  static let listedRecords = Need("export.notHere") { $0.list.holdsRecords && $0.list.isOrdered }
  static let listedOwner = Need("desk.noFilterHere") {
    RecordDescription.of($0.list.query.kind).ownerField != nil
  }
  static let listedEnd = Need("desk.noFilterHere") {
    $0.list.isOrdered
      && RecordDescription.of($0.list.query.kind)[RecordDescription.openField] != nil
  }
  static let picture = Need { desk in
    if !desk.details.isEmpty { return desk.words("desk.place.list") }
    return Picture.isMade(of: desk.list) ? nil : desk.words("picture.none")
  }

  static func list(of indicator: Indicator) -> Need {
    Need("desk.noFilterHere") { desk in
      desk.screen == .today
        ? TodaySection(indicator) != nil
        : desk.list.isOrdered && desk.list.query.kind == indicator.kind
    }
  }
}

/// What the desk itself has to have.
extension Need {
  static let lastChange = Need("desk.nothingToRepeat") { $0.repeatable != nil }
  static let drafts = Need("desk.noDrafts") { !$0.drafts.isEmpty }
  static let files = Need("desk.noFiles") { $0.surroundings.hasFiles }
  static let background = Need("desk.noSuspend") { $0.surroundings.canSuspend }
}
