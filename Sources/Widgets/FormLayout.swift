import Cells

/// Where the fields of a form stand in a region.
struct FormLayout {
  struct Place {
    /// The field's first row, counted from the first field.
    var row: Int
    /// The cells between its brackets.
    var columns: Int
    var boxRows: Int
    /// The hint or the error, on the row of the box or in rows below it.
    var message: [String]
    var isMessageBeside: Bool
    /// A field of a closed group has no place.
    var isSeen = true

    var rows: Int { isSeen ? boxRows + (isMessageBeside ? 0 : message.count) : 0 }
  }

  private(set) var places: [Place] = []
  let labelColumns: Int
  /// How many rows are scrolled away above.
  private(set) var top = 0
  /// Whether a label and a box can stand side by side at all.
  let hasRoom: Bool

  /// The mark of the focused field and a blank.
  static let margin = 2
  private static let labelsAsDefault = 10
  private static let longestLabel = 20
  /// Kept free at the right, because there the terminal draws what an input method composes.
  private static let kept = 18
  /// Below this width, every column is needed.
  private static let narrow = 60

  var boxStart: Int { Self.margin + labelColumns + 1 }

  /// Where a message stands beside a box of so many columns between its brackets.
  func messageStart(_ columns: Int) -> Int { boxStart + columns + 4 }

  init(_ form: FormView, region: Region, width: CellWidth) {
    let longest =
      form.fields.filter { !$0.isHeading }.map { width.columns(of: $0.label) }.max() ?? 0
    labelColumns = max(Self.labelsAsDefault, min(longest, region.columns / 3, Self.longestLabel))
    let end = region.columns - (region.columns < Self.narrow ? 1 : Self.kept)
    let room = max(1, end - (Self.margin + labelColumns + 1) - 2)
    hasRoom = region.rows > 0 && end >= Self.margin + labelColumns + 1 + 3

    var row = 0
    for (index, field) in form.fields.enumerated() {
      var place = place(
        of: field, at: row, isFocused: index == form.focus, room: room, region.columns, width)
      place.isSeen = form.isSeen(field)
      places.append(place)
      row += place.rows
    }
    scroll(to: form.focus, rows: region.rows)
  }

  private func place(
    of field: FormField, at row: Int, isFocused: Bool, room: Int, _ available: Int,
    _ width: CellWidth
  ) -> Place {
    let (wanted, boxRows) =
      switch field.kind {
      // One cell more than the value, for the insertion point behind it.
      case .text: (field.columns + 1, 1)
      case .lines(_, let rows): (field.columns + 1, max(1, rows))
      case .choice: (field.columns + 2, 1)
      case .flag: (1, 1)
      case .heading: (available, 1)
      }
    if field.isHeading {
      return Place(row: row, columns: available, boxRows: 1, message: [], isMessageBeside: true)
    }
    let columns = max(1, min(wanted, room))
    let message = field.error.map { "! " + $0 } ?? field.hint
    let beside = available - messageStart(columns) - 1
    let isBeside = width.columns(of: message) <= beside
    // A hint that finds no room beside its field is shown while it is of use.
    let isShown = isBeside || field.error != nil || isFocused
    return Place(
      row: row, columns: columns, boxRows: boxRows,
      message: message.isEmpty || !isShown
        ? [] : isBeside ? [message] : width.wrap(message, to: available - boxStart - 2),
      isMessageBeside: isBeside)
  }

  /// Scrolls by whole fields, so far that the focused one is seen and, where it can be, the next.
  private mutating func scroll(to focus: Int, rows: Int) {
    guard places.indices.contains(focus), let last = places.last, last.row + last.rows > rows
    else { return }
    let following = places[min(focus + 1, places.count - 1)...].first(where: \.isSeen) ?? last
    let least = following.row + following.rows - rows
    top = places[...focus].first { $0.row >= least }?.row ?? places[focus].row
  }
}
