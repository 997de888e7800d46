import Cells

/// What a box of letters says, laid out: nothing of it is cut where rows can hold it.
struct LetterBoxText {
  /// Where an item stands below what the box is about, and its lines.
  struct Place {
    var row: Int
    var column: Int
    var lines: [String]
  }

  let lead: [String]
  let notes: [String]
  private(set) var places: [Place] = []
  /// The rows of the items.
  private(set) var itemRows = 0
  /// The columns of the widest item.
  let widest: Int
  /// The box with its lines.
  let rows: Int
  let columns: Int

  private static let gap = 2
  /// Between the key and what it does.
  private static let keyGap = 2
  /// A box of more rows hides the list that the letters are about.
  private static let calmRows = 7
  /// The lines of the box and the blanks inside them.
  private static let frame = 4

  init(_ box: LetterBox, in region: Region, _ width: CellWidth) {
    let room = max(1, region.columns - Self.frame)
    lead = box.lead.isEmpty ? [] : width.wrap(box.lead, to: room)
    notes = box.notes.flatMap { width.wrap($0, to: room) }
    let keyColumns = box.items.map { width.columns(of: $0.keys) }.max() ?? 1
    let start = keyColumns + Self.keyGap
    let labels = box.items.map { width.wrap($0.label, to: max(1, room - start)) }
    let lines = zip(box.items, labels).map { item, label in
      label.enumerated().map { index, text in
        width.pad(index == 0 ? item.keys : "", to: start) + text
      }
    }
    widest = lines.joined().map { width.columns(of: $0) }.max() ?? 0
    let aside = lead.count + notes.count
    let isWrapped = lines.contains { $0.count > 1 }
    let across = isWrapped ? 1 : max(1, (room + Self.gap) / (widest + Self.gap))
    let wanted = max(1, min(Self.calmRows, region.rows - 2 - aside))
    let grid =
      isWrapped ? 1 : max(1, min(across, (lines.count + wanted - 1) / wanted))
    let height = max(1, (lines.count + grid - 1) / grid)
    for (index, item) in lines.enumerated() {
      let (column, row) = index.quotientAndRemainder(dividingBy: height)
      places.append(
        Place(
          row: isWrapped ? itemRows : row, column: column * (widest + Self.gap), lines: item))
      if isWrapped { itemRows += item.count }
    }
    if !isWrapped { itemRows = height }
    let text = [width.columns(of: box.title) + 2] + (lead + notes).map { width.columns(of: $0) }
    columns = min(
      region.columns,
      max(grid * (widest + Self.gap) - Self.gap, text.max() ?? 0) + Self.frame)
    rows = min(region.rows, itemRows + aside + 2)
  }
}
