internal import Cells

/// A box whose items stand in groups: in columns, and on several pages where one has no room for all.
extension LetterBox {
  /// A line of a column.
  private enum Line: Hashable {
    case heading(String)
    case item(Int)
    case blank
  }

  package var hasHeadings: Bool { items.contains { $0.heading != nil } }

  /// Shows the next page, or the one before.
  package mutating func turn(_ step: Int) { page += step }

  /// So few cells beside a box show nothing that could be read.
  private static let sliver = 8

  func drawGroups(into frame: inout Frame, in region: Region) {
    let width = frame.width
    let labels = items.map { "\($0.keys)  \($0.label)" }
    let widest = (labels + items.compactMap(\.heading)).map { width.columns(of: $0) }.max() ?? 1
    let across = max(1, (region.columns - 4 + Self.gap) / (widest + Self.gap))
    let columns = fitting(columns: across, rows: max(1, region.rows - 2))
    let pages = max(1, (columns.count + across - 1) / across)
    let shown = ((page % pages) + pages) % pages
    let seen = Array(columns.dropFirst(shown * across).prefix(across))
    let rows = columns.map(\.count).max() ?? 1
    let room = min(across, columns.count) * (widest + Self.gap) - Self.gap + 4
    let number = pages > 1 ? "  \(shown + 1)/\(pages)  PgDn" : ""
    let inside = Panel(title: title + number).draw(
      into: &frame,
      in: Region(
        row: region.row + region.rows - rows - 2, column: region.column, rows: rows + 2,
        columns: room > region.columns - Self.sliver
          ? region.columns : max(room, width.columns(of: title + number) + 6)))
    frame.cursor = inside.origin
    frame.showsCursor = false
    // On the first item that is seen, from where a screen reader reads.
    var isFound = false
    for (index, column) in seen.enumerated() {
      for (row, line) in column.enumerated() {
        let place = inside.position(row: row, column: index * (widest + Self.gap))
        let room = min(widest, inside.columns - index * (widest + Self.gap))
        switch line {
        case .blank: break
        case .heading(let heading): frame.put(heading, at: place, columns: room, role: .heading)
        case .item(let index):
          frame.put(labels[index], at: place, columns: room)
          if !isFound { frame.cursor = place }
          isFound = true
          let size = Size(rows: 1, columns: width.columns(of: items[index].keys))
          frame.setRole(.accent, in: Region(origin: place, size: size))
        }
      }
    }
  }

  /// The groups in as low columns as need no more pages than the highest do, with a line between
  /// them where that costs no page.
  private func fitting(columns across: Int, rows: Int) -> [[Line]] {
    func pages(_ columns: [[Line]]) -> Int { (columns.count + across - 1) / across }
    let closest = pages(columns(of: rows, gap: false))
    let gap = pages(columns(of: rows, gap: true)) == closest
    let low = (1...rows).first { pages(columns(of: $0, gap: gap)) == closest } ?? rows
    return columns(of: low, gap: gap)
  }

  /// Groups whole where a column can hold them, else broken.
  private func columns(of rows: Int, gap: Bool) -> [[Line]] {
    var columns: [[Line]] = [[]]
    func room() -> Int { rows - (columns.last?.count ?? 0) }
    for group in groups {
      let isFirst = columns.last?.isEmpty ?? true
      let lead: [Line] = gap && !isFirst ? [.blank] : []
      if room() >= lead.count + group.count {
        columns[columns.count - 1] += lead + group
        continue
      }
      if !isFirst { columns.append([]) }
      for line in group {
        if room() == 0 { columns.append([]) }
        columns[columns.count - 1].append(line)
      }
    }
    return columns
  }

  private var groups: [[Line]] {
    items.indices.reduce(into: []) { groups, index in
      if let heading = items[index].heading {
        groups.append([.heading(heading)])
      } else if groups.isEmpty {
        groups.append([])
      }
      groups[groups.count - 1].append(.item(index))
    }
  }
}
