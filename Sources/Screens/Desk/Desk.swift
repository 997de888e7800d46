package import Casework
package import Cells
package import Labels
internal import Widgets
internal import Wording

/// The whole state of the desk: keys change it, `draw` shows it, effects ask the world.
///
/// It holds the pages and the boxes on top of them and does what they ask; what each of them is and
/// how it answers a key is its own.
package struct Desk: Hashable, Sendable {
  /// Who looks, at what, on which day; the world hands it in.
  package struct Surroundings: Hashable, Sendable {
    package var viewer: Viewer
    /// The viewer's own record, for new records they own.
    package var viewerLink: Link
    package var organisation: String
    package var isDemo: Bool
    package var today: CivilDate
    /// Whether the terminal can go to the background: not in a session over SSH.
    package var canSuspend: Bool
    /// Whether the machine's files are the viewer's: not in a session over SSH.
    var hasFiles: Bool { canSuspend }
    /// The month with which the organisation's year begins.
    package var fiscalYearStart = 4
    /// Whether the viewer is told of what colleagues have not seen, when the desk was opened.
    package var isSupervisor = false
    /// What volunteers may do with the records of each kind.
    package var access = AccessOfKinds()
    /// The organisation's telephone number; empty where nobody gave one.
    package var phone = ""
    /// The cases on which something is new for a volunteer since they last looked.
    package var news: Set<RecordAddress> = []

    package init(
      viewer: Viewer, viewerLink: Link, organisation: String, isDemo: Bool, today: CivilDate,
      canSuspend: Bool
    ) {
      self.viewer = viewer
      self.viewerLink = viewerLink
      self.organisation = organisation
      self.isDemo = isDemo
      self.today = today
      self.canSuspend = canSuspend
    }
  }

  /// A sentence in the place of the hints until the next key.
  package struct Notice: Hashable, Sendable {
    package var text: String
    package var isError = false
  }

  package var surroundings: Surroundings
  package internal(set) var settings: DeskSettings
  package internal(set) var size: Size
  /// What the terminal is found to be.
  package internal(set) var terminal: TerminalFacts
  package internal(set) var language: LabelLanguage { didSet { guide?.tick(.language) } }
  /// What the person comes back to from another language.
  var home: LabelLanguage
  package internal(set) var screen: ScreenID
  /// Every screen somebody has been to, with their place in it.
  var lists: [ScreenID: ListedBox] = [:]
  /// The pictures shown in the place of lists.
  var pictures: [ScreenID: Picture] = [:]
  /// The records opened one from the other; empty while the list has the keys.
  package internal(set) var details: [DetailPage] = [] {
    didSet { if details.last?.detail.card.isCase == true { guide?.tick(.open) } }
  }
  /// The record beside the list where there is room for it.
  var preview: DetailPage?
  package internal(set) var overlays: [Overlay] = []
  package internal(set) var notice: Notice?
  /// Whether what was asked waits for another process to be done; every key but one that cancels is
  /// then without effect.
  package var isWaiting = false
  /// Whether nobody was there for long: nothing is shown until the next key, which does nothing else.
  package var isHidden = false
  /// Why nothing can be read or written any more; nil while it can.
  package internal(set) var lostStore: Refusal?
  /// The keys of a command begun.
  var pressed: [Key] = []
  /// The commands last given in the palette, latest first.
  var recentCommands: [CommandName] = []
  /// The registers opened last, latest first.
  var recentRegisters: [RecordKind] = []
  /// Whether keys come through an input method, and whether that was said.
  var inputMethod = InputMethod()
  /// Whether the case is shown to the person across the table: nothing for staff only.
  package internal(set) var isShowingPerson = false
  /// What was typed and not saved.
  var shelf = DraftShelf() { didSet { if shelf.kept != oldValue.kept { giveTodayDrafts() } } }
  /// What to try next, in the demo.
  package var guide: Guide?
  /// What was made with the last key: it is selected wherever it is shown.
  var made: RecordAddress?
  /// For whom the viewer stands in today.
  var covered: [Link] = []
  /// How much presses on everybody today; nil until it is known.
  var tally: DayTally?
  /// How often volunteers were refused something within the last hour.
  package var refusals = 0
  /// The last entry of the journal whose changes Today has shown; nil before it has.
  package internal(set) var lookedUpTo: Int?
  /// The case that was looked at last.
  var lastCase: Link?
  /// What was saved last, to do the same to another record.
  var repeatable: RepeatableChange?
  /// Where the journal of a record leads back to; nil elsewhere.
  var wayBack: WayBack?
  /// The save that was refused and is looked at or made again.
  var takingUp: RefusedSave?
  /// The number of the sheet that was printed last here for a case, and what people pointed at.
  var printedSheets: [RecordAddress: Int] = [:]
  var pointed: [RecordAddress: CardsPage] = [:]
  /// The fictional day where it was left; nil where none is begun, or it is on the desk.
  var training: TrainingPage?
  let width: CellWidthBox
  /// What was laid out with the keys before.
  package internal(set) var remembered = Remembered()

  package init(
    _ surroundings: Surroundings, size: Size, language: LabelLanguage, width: CellWidth,
    settings: DeskSettings = DeskSettings(), terminal: TerminalFacts = TerminalFacts(colours: 256),
    notice: String? = nil
  ) {
    self.surroundings = surroundings
    self.settings = settings
    self.size = size
    self.terminal = terminal
    self.language = language
    home = language
    self.width = CellWidthBox(width: width)
    screen = surroundings.viewer.isVolunteer ? .cases : settings.first
    self.notice = notice.map { Notice(text: $0) }
  }

  package var words: Words {
    Words(language, dates: settings.dates ?? language.dates, keyTexts: commands.spelledKeys)
  }

  var otherWords: [Words] { LabelLanguage.allCases.filter { $0 != language }.map(Words.init) }
  var editing: FieldEditing { FieldEditing(today: surroundings.today, words: words) }

  /// The commands with this person's keys.
  package var commands: CommandSet { settings.commands }

  /// What was typed and not saved, the newest first: a form opened again holds it.
  package var drafts: [FormDraft] { shelf.kept }
  /// Why what is typed in the open form could not be kept; nil where it was, or nobody tried.
  package var draftFault: Refusal? { shelf.fault }

  /// The mode whose keys come before the table of commands; nil where it alone decides.
  package var mode: KeyMode? {
    overlays.last?.mode ?? (pressed.isEmpty ? topPage.mode : .prefix)
  }

  /// Whether what others write is to be shown at once: nothing is being typed or answered.
  ///
  /// To a volunteer always, since a case may not be theirs any more.
  package var followsOthers: Bool {
    guard !surroundings.viewer.isVolunteer, let top = overlays.last else { return true }
    return top.page?.followsOthers ?? false
  }

  /// What the desk asks for when it opens.
  /// - Parameter command: what is to be done first, as if its keys had been pressed.
  package mutating func start(with command: CommandName? = nil) -> [Effect] {
    let effects = startPages()
    return effects + (command.map { perform($0) } ?? [])
  }

  private mutating func startPages() -> [Effect] {
    askCovers + show(screen) + DayTally.ask(surroundings)
      + [.drafts] + (surroundings.viewer.isVolunteer ? [.news] : [])
  }
}
