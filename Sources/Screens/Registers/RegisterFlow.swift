import Cells

/// How the registers stand in columns, and on several pages where one has no room for all.
struct RegisterFlow {
  struct Item {
    let key: String
    let name: String
    let count: String
    /// What the items from this one on belong to.
    let heading: String?
  }

  fileprivate enum Line {
    case heading(String)
    case entry(Int)
    case blank

    var item: Int? { if case .entry(let index) = self { index } else { nil } }
  }

  private let items: [Item]
  private let region: Region
  private let width: CellWidth
  /// All columns, of which so many stand beside each other.
  private let columns: [[Line]]
  private let across: Int
  private let widest: Int

  private static let gap = 2
  /// The cells that a number has room in at least.
  private static let countColumns = 4

  init(_ items: [Item], in region: Region, _ width: CellWidth) {
    (self.items, self.region, self.width) = (items, region, width)
    let names = items.map { width.columns(of: $0.name) }.max() ?? 1
    let counts = max(Self.countColumns, items.map { $0.count.count }.max() ?? 0)
    func fitting(_ wanted: Int) -> Int {
      max(1, (region.columns + Self.gap) / (wanted + Self.gap))
    }
    let wanted = 2 + names + 1 + counts
    let groups = Self.groups(items)
    // Closer, where all of them then stand on one page: a number without room is left out.
    let (roomy, close) = (fitting(wanted), fitting(2 + names + 2))
    let whole = Self.columns(groups, rows: region.rows, gap: true)
    let tight = Self.columns(groups, rows: region.rows, gap: false)
    if whole.count <= roomy {
      // Side by side as far as there is room: no group is broken, and the eye goes down less far.
      let least = groups.map(\.count).max() ?? 1
      let evenly = (least...max(least, region.rows)).lazy
        .map { Self.columns(groups, rows: $0, gap: true) }.first { $0.count <= roomy }
      columns = evenly ?? whole
      across = max(1, columns.count)
    } else if tight.count <= roomy || tight.count > close {
      (columns, across) = (tight, roomy)
    } else {
      (columns, across) = (tight, tight.count)
    }
    widest = min(wanted + Self.gap, (region.columns + Self.gap) / across - Self.gap)
  }

  private static func groups(_ items: [Item]) -> [[Line]] {
    items.indices.reduce(into: []) { groups, index in
      if let heading = items[index].heading { groups.append([.heading(heading)]) }
      if groups.isEmpty { groups.append([]) }
      groups[groups.count - 1].append(.entry(index))
    }
  }

  /// Groups whole where a column can hold them, else broken; with a line between them.
  private static func columns(_ groups: [[Line]], rows: Int, gap: Bool) -> [[Line]] {
    var columns: [[Line]] = [[]]
    for group in groups {
      let isFirst = columns[columns.count - 1].isEmpty
      let lead: [Line] = gap && !isFirst ? [.blank] : []
      if columns[columns.count - 1].count + lead.count + group.count <= rows {
        columns[columns.count - 1] += lead + group
        continue
      }
      if !isFirst { columns.append([]) }
      for line in group {
        if columns[columns.count - 1].count >= max(1, rows) { columns.append([]) }
        columns[columns.count - 1].append(line)
      }
    }
    return columns
  }

  // MARK: Places

  var pages: Int { max(1, (columns.count + across - 1) / across) }

  private func column(of index: Int) -> Int {
    columns.firstIndex { $0.contains { $0.item == index } } ?? 0
  }

  func page(of index: Int) -> Int { column(of: index) / across }

  /// The first item of a page.
  func first(on page: Int) -> Int? {
    columns.dropFirst(page * across).prefix(across).joined().lazy.compactMap(\.item).first
  }

  /// The item beside another, as high as it is or the nearest above; nil at the edge.
  func beside(_ index: Int, _ step: Int) -> Int? {
    let here = column(of: index)
    guard columns.indices.contains(here + step),
      let row = columns[here].firstIndex(where: { $0.item == index })
    else { return nil }
    let next = columns[here + step]
    return next.prefix(row + 1).last { $0.item != nil }?.item ?? next.lazy.compactMap(\.item).first
  }

  // MARK: Drawing

  func draw(_ page: Int, selected: Int, into frame: inout Frame) {
    for (place, column) in columns.dropFirst(page * across).prefix(across).enumerated() {
      let start = place * (widest + Self.gap)
      let room = min(widest, region.columns - start)
      for (row, line) in column.enumerated() where row < region.rows {
        let origin = region.position(row: row, column: start)
        switch line {
        case .blank: break
        case .heading(let heading): frame.put(heading, at: origin, columns: room, role: .heading)
        case .entry(let index):
          draw(
            items[index], index == selected,
            into: &frame, in: Region(origin: origin, size: Size(rows: 1, columns: room)))
        }
      }
    }
  }

  private func draw(
    _ item: Item, _ isSelected: Bool, into frame: inout Frame, in line: Region
  ) {
    frame.put(item.key, at: line.origin, columns: 1, role: .accent)
    let used = frame.put(
      item.name, at: line.position(column: 2), columns: line.columns - 2,
      role: item.count == "0"
        ? .muted : isSelected && frame.appearance.isFrugal ? .selected : .plain)
    if used + 3 + item.count.count <= line.columns {
      frame.put(
        item.count, at: line.position(column: line.columns - item.count.count),
        columns: item.count.count, role: .muted)
    }
    guard isSelected else { return }
    if !frame.appearance.isFrugal { frame.setGround(.selected, in: line) }
    frame.cursor = line.origin
    frame.showsCursor = false
  }
}
