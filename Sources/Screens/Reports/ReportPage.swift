internal import Casework
internal import Cells
internal import Labels
package import Widgets
internal import Wording

/// The numbers of a period beside those of the period before.
///
/// They are counted once, beside the desk, and kept; what was written since is counted when somebody
/// asks for it, and until then the page says that it is older.
package struct ReportPage: RecordlessPage {
  package let screen = ScreenID.reports
  package var selection = ListSelection()
  /// Nil until the page has been shown.
  private(set) var asked: ReportRequest?
  private(set) var report: Report?
  /// Nil while nothing is counted.
  private(set) var progress: WorkProgress?
  /// Why it was not counted; nil where it was, or is.
  private(set) var fault: Refusal?
  /// Whether something was written since it was counted.
  private(set) var isOld = false
  /// The view that its layout is kept in; nil of one that stands ready.
  private(set) var source: SavedList?
  /// Whether the views were asked for to keep the report, and not to choose another.
  private var isKeeping = false

  static let mode = KeyMode("report", keys)
  /// While it is counted.
  static let workingMode = KeyMode(
    "reportWork", keys + [ModeKey(.stopWork, KeyMode.leaving, hint: 0)])

  private static let keys = [
    ModeKey(.openNumber, "l Right Enter", hint: 1),
    ModeKey(.period, ">", or: "<", hint: 2),
    ModeKey(.layout, "v", hint: 3),
    ModeKey(.section, "Tab", or: "S-Tab", hint: 4),
    ModeKey(.exportReport, "o", hint: 5),
    ModeKey(.shapeReport, "+", or: "-", hint: 6),
    ModeKey(.keepReport, "w", hint: 7),
    ModeKey(.compare, "c", hint: 8),
    ModeKey(.countAgain, "R", hint: 9),
  ]

  package var mode: KeyMode? { progress == nil ? Self.mode : Self.workingMode }

  var rows: [ReportRow] { report.map(ReportRow.rows) ?? [] }

  var row: ReportRow? {
    let rows = rows
    return rows.indices.contains(selection.index) ? rows[selection.index] : nil
  }

  // MARK: Asking

  package mutating func appear(_ scene: Scene) -> [Effect] {
    guard asked == nil else { return [] }
    return choose(.board, ReportLayout.board.length, scene)
  }

  package mutating func refresh(_ scene: Scene) -> [Effect] {
    overtake()
    return []
  }

  package mutating func overtake() { isOld = isOld || report != nil || progress != nil }

  /// Counts a layout over the last of its periods that is over: of the present one nobody knows the
  /// end.
  mutating func choose(
    _ layout: ReportLayout, _ length: ReportPeriod.Length, of view: SavedList? = nil, _ scene: Scene
  ) -> [Effect] {
    source = view
    let period = ReportPeriod(
      length, containing: scene.today, fiscalYearStart: scene.surroundings.fiscalYearStart
    ).previous
    let isCompared = asked.map { $0.before != nil } ?? true
    return count(
      ReportRequest(layout, in: period, comparedWith: isCompared ? period.previous : nil))
  }

  /// Counts the numbers of a layout over the same period.
  mutating func reshape(_ layout: ReportLayout) -> [Effect] {
    guard var request = asked else { return [] }
    request.layout = layout
    return count(request)
  }

  private mutating func count(_ request: ReportRequest) -> [Effect] {
    if request != asked { report = nil }
    asked = request
    fault = nil
    isOld = false
    let lines = request.layout.sections.reduce(0) { $0 + $1.items.count }
    progress = WorkProgress(0, of: lines)
    return [.read(.report(request), for: id)]
  }

  // MARK: Taking

  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    switch answer {
    case .page(_, let page):
      let views = page.cards.map(SavedList.init)
      guard isKeeping, let asked else { return ReportChoice(scene: scene).box(views) }
      isKeeping = false
      // As it is now: somebody may have kept it since, or thrown it away.
      source = views.first { $0.card.address == source?.card.address }
      return ReportKeeping(scene: scene).ask(asked, source)
    case .report(let request, let report) where request == asked:
      self.report = report
      progress = nil
      selection.count = rows.count
      skipWords(isUp: false)
    case .working(let request, let progress) where request == asked && self.progress != nil:
      self.progress = progress
    case .unread(let request, let refusal) where request == asked:
      progress = nil
      fault = refusal
      return [.warn(RefusalText(scene.words).sentence(refusal))]
    default: break
    }
    return []
  }

  // MARK: Keys

  package mutating func move(_ step: ListSelection.Step, _ scene: Scene) -> [Deed] {
    let isUp = [.up, .pageUp, .halfPageUp, .last].contains(step)
    selection.move(step, visibleRows: Self.body(scene).rows)
    skipWords(isUp: isUp)
    return []
  }

  /// Goes on to a number in one direction, or back where there is none further.
  private mutating func skipWords(isUp: Bool) {
    let rows = rows
    let ahead = Array(rows.indices.suffix(from: min(selection.index, rows.count)))
    let behind = Array(rows.indices.prefix(min(selection.index + 1, rows.count)).reversed())
    let order = isUp ? behind + ahead : ahead + behind
    if let index = order.first(where: { rows[$0].isNumber }) { selection.select(index) }
  }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    guard let asked else { return [] }
    switch action {
    case .period:
      let period = step > 0 ? asked.period.next : asked.period.previous
      let before = asked.before == nil ? nil : period.previous
      return count(ReportRequest(asked.layout, in: period, comparedWith: before)).map(Deed.ask)
    case .compare:
      let before = asked.before == nil ? asked.period.previous : nil
      return count(ReportRequest(asked.layout, in: asked.period, comparedWith: before))
        .map(Deed.ask)
    case .countAgain: return count(asked).map(Deed.ask)
    case .stopWork: return [.ask(.stopWork)]
    case .section: goToSection(step)
    case .layout:
      isKeeping = false
      return askOwn()
    case .openNumber: return open(scene)
    case .exportReport: return export(scene)
    case .shapeReport: return step > 0 ? askNumber(scene) : drop(scene)
    case .keepReport:
      isKeeping = true
      return askOwn()
    default: break
    }
    return []
  }

  private mutating func goToSection(_ step: Int) {
    let rows = rows
    let heads = rows.indices.filter { if case .heading = rows[$0] { true } else { false } }
    let here = heads.lastIndex { $0 <= selection.index } ?? 0
    guard !heads.isEmpty else { return }
    selection.select(heads[(here + step + heads.count) % heads.count])
    skipWords(isUp: false)
  }

  /// The records behind the number as a list.
  package mutating func open(_ scene: Scene) -> [Deed] {
    guard let report, let row, let line = row.line else {
      return [.say(scene.words("desk.nothingSelected"))]
    }
    let indicator = line.indicator
    let days = indicator.day == nil ? nil : report.period.days
    var query = indicator.query(scene.today, in: days)
    if case .part(let part, _, _) = row, let grouping = line.grouping {
      query = indicator.query(scene.today, in: days, by: grouping, part.group)
    }
    return [.list(query), .say(scene.words("report.backFromRecords"))]
  }

  static func body(_ scene: Scene) -> Region { scene.layout.body.inset(bottom: 1) }
}
