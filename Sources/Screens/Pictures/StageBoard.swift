import Casework
import Cells
import Widgets

/// The stages of a kind as columns, with a card for each record.
struct StageBoard: PictureView {
  let query: ListQuery
  let board: StageColumns
  private(set) var rows = BoardRows()
  /// The column of the cursor.
  private(set) var stage: String
  private var selections: [String: ListSelection] = [:]
  /// The first of the shown columns, from which the others follow.
  private var left = 0
  private var isLoaded = false

  init(_ query: ListQuery, _ board: StageColumns) {
    self.query = query
    self.board = board
    stage = board.columns.first ?? ""
  }

  static let mode = KeyMode(
    "board",
    [
      ModeKey(.forward, ">", hint: 2),
      ModeKey(.back, "<", hint: 3),
      ModeKey(.columns, "l Right", or: "h Left", hint: 4),
    ])

  /// The fewest cells in which a name and a company can be read.
  static let narrowest = 19

  static func columns(in region: Region) -> Int { max(1, region.columns / narrowest) }
  /// How many cards of the fewest rows a column holds.
  static func cardRows(in region: Region) -> Int { max(1, (region.rows - 3) / 2) }

  /// How many rows each card has: as many as there are for the fullest of the columns that are seen.
  func cardHeight(in region: Region) -> Int {
    let most = visible(in: region).map { cards(in: $0).count }.max() ?? 0
    return min(BoardCard.mostRows, max(2, (region.rows - 3) / max(1, most)))
  }

  /// The stages with cards and those beside them, to which a card may move next.
  var stages: [String] {
    let all = board.columns
    func holds(_ index: Int) -> Bool {
      all.indices.contains(index) && (rows.counts[all[index]]?.value ?? 0) > 0
    }
    let shown = all.indices.filter {
      holds($0) || holds($0 - 1) || holds($0 + 1) || all[$0] == stage
    }
    return shown.map { all[$0] }
  }

  /// The stages that are seen; that of the cursor is always among them.
  func visible(in region: Region) -> [String] {
    let columns = Self.columns(in: region)
    let stages = board.columns.count <= columns ? board.columns : stages
    let index = stages.firstIndex(of: stage) ?? 0
    let wanted = min(max(left, index - columns + 1), index)
    let start = max(0, min(wanted, stages.count - columns))
    return Array(stages[start..<min(stages.count, start + columns)])
  }

  func request(in region: Region) -> PictureRequest {
    let all = board.columns
    let index = all.firstIndex(of: stage) ?? 0
    // Also where a card may go next, so that it can be followed there.
    let beside = [index - 1, index + 1].filter(all.indices.contains).map { all[$0] }
    let read = Set(visible(in: region) + beside)
    let page = Self.cardRows(in: region) * 2
    let depth = ((selections[stage]?.index ?? 0) / page + 2) * page
    return .board(BoardRequest(query, columns: all.filter(read.contains), depth: depth))
  }

  mutating func take(_ rows: PictureRows) {
    guard case .board(let rows) = rows else { return }
    let kept = selected?.address
    self.rows = rows
    for (stage, cards) in rows.cards {
      selections[stage, default: ListSelection()].count = cards.count
    }
    if let kept { select(kept) }
    guard !isLoaded else { return }
    isLoaded = true
    stage = board.columns.first { (rows.counts[$0]?.value ?? 0) > 0 } ?? stage
  }

  /// Goes to a card, also where it has moved.
  mutating func select(_ address: RecordAddress) {
    for (stage, cards) in rows.cards {
      guard let index = cards.firstIndex(where: { $0.address == address }) else { continue }
      self.stage = stage
      selections[stage]?.select(index)
    }
  }

  func cards(in stage: String) -> [Card] { rows.cards[stage] ?? [] }
  func selection(in stage: String) -> ListSelection { selections[stage] ?? ListSelection() }

  var selected: Card? {
    let cards = cards(in: stage)
    let index = selection(in: stage).index
    return cards.indices.contains(index) ? cards[index] : nil
  }

  mutating func perform(
    _ action: ModeAction, _ step: Int, in region: Region, today: CivilDate
  ) -> PictureAnswer {
    switch action {
    case .columns: go(step, in: region)
    case .forward: return move(cardBy: 1)
    case .back: return move(cardBy: -1)
    default: break
    }
    return .moved
  }

  /// The stage after or before that of the cursor, for its card; from a stage that is beside the
  /// way no key can know where to.
  private func move(cardBy step: Int) -> PictureAnswer {
    guard let index = board.path.firstIndex(of: stage), board.path.indices.contains(index + step)
    else { return .say("board.noWay") }
    return .stage(field: board.field, board.path[index + step])
  }

  /// Goes to the next column that holds cards.
  private mutating func go(_ by: Int, in region: Region) {
    left = stages.firstIndex(of: visible(in: region).first ?? stage) ?? 0
    let stages = stages
    guard let index = stages.firstIndex(of: stage) else { return }
    let ahead = by > 0 ? Array(stages[(index + 1)...]) : stages[..<index].reversed()
    stage = ahead.first { (rows.counts[$0]?.value ?? 0) > 0 } ?? stage
  }

  mutating func move(_ step: ListSelection.Step, in region: Region) {
    let rows = max(1, (region.rows - 3) / cardHeight(in: region))
    selections[stage]?.move(step, visibleRows: rows)
  }
}
