import Labels
import Casework
import Cells
import Widgets
import Wording

extension Desk {
  func drawList(into frame: inout Frame, in region: Region) {
    let list = self.list
    let fields = ListColumns.fields(of: list.id.kind, for: surroundings.viewer)
    let texts = ValueText(words)
    var table = TableView(columns: fields.map(tableColumn))
    let visible = list.selection.visible(rows: TableView.visibleRows(in: region))
    table.firstRow = visible.lowerBound
    table.rows = visible.compactMap { index in
      guard list.cards.indices.contains(index) else { return nil }
      let card = list.cards[index]
      if list.id == .today, card.address.kind == .deadline {
        return TableView.Row(
          dueRow(card, fields), isMarked: list.marked[card.address] != nil,
          cellRoles: dueRoles(card, fields))
      }
      return TableView.Row(
        fields.map { texts.shortText(card[$0.name], of: $0.shape) },
        isMarked: list.marked[card.address] != nil,
        role: card["isOpen"] == .flag(false) ? .muted : .plain,
        cellRoles: overdue(card, fields))
    }
    table.selection = list.selection
    if list.isLoaded { table.placeholder = emptySentence }
    table.draw(into: &frame, in: region)
  }

  /// The column of a field of the list; dates have the room that the way they are written needs.
  func tableColumn(_ field: FieldFacts) -> TableColumn {
    let column = ListColumns.column(of: field, for: surroundings.viewer, in: language)
    let isDate = [.date, .instant].contains(field.shape)
    let order = list.query.order
    return TableColumn(
      title: ValueText(words).header(of: field, in: list.id.kind),
      columns: column.width + (isDate ? words.dates.columns - DateStyle.iso.columns : 0),
      priority: column.priority,
      alignment: isNumber(field) ? .right : .left,
      sort: order.field == field.name ? (order.descending ? .descending : .ascending) : nil,
      isFixed: isDate)
  }

  private func isNumber(_ field: FieldFacts) -> Bool {
    if case .number = field.shape { true } else { false }
  }

  /// The columns of dates that are over while something is still to be done.
  private func overdue(_ card: Card, _ fields: [FieldFacts]) -> [Int: Role] {
    guard card["isOpen"] != .flag(false) else { return [:] }
    return fields.enumerated().reduce(into: [:]) { roles, field in
      guard ["nextActionDue", "due"].contains(field.element.name),
        case .date(let date) = card[field.element.name], date < surroundings.today
      else { return }
      roles[field.offset] = .error
    }
  }

  private var emptySentence: String {
    list.query.search.isEmpty && list.query.filters.isEmpty
      ? words("screen.\(list.id.name).empty")
      : words("desk.nothingFound")
  }

  /// What narrows and orders the list, and how many records that leaves.
  func drawCriteria(into frame: inout Frame, in region: Region) {
    let texts = ValueText(words)
    let kind = list.id.kind
    var parts: [String] = []
    if case .register(let kind) = list.id { parts.append(words("kind.\(kind.rawValue).plural")) }
    if !list.query.search.isEmpty { parts.append("/\(list.query.search)") }
    parts += list.query.filters.map { filter in
      if filter == .open { return words("desk.openOnly") }
      let field = RecordDescription.of(kind)[filter.field]
      guard let field, case .equals(let value) = filter.test else { return filter.field }
      return "\(texts.label(of: field, in: kind)):\(texts.text(value, of: field.shape))"
    }
    if let field = RecordDescription.of(kind)[list.query.order.field] {
      let label = field.name == "sortName" ? words("desk.byName") : texts.label(of: field, in: kind)
      let mark = list.query.order.descending ? frame.chrome.down : frame.chrome.up
      parts.append("\(words("desk.sortedBy", label)) \(mark)")
    }
    let right = rightCriteria
    let room = region.columns - width.width.columns(of: right) - 2
    frame.put(
      " " + parts.joined(separator: "  "), at: region.origin, columns: max(0, room), role: .muted)
    frame.put(right, at: region.position(row: 0, column: max(0, room)), role: .muted)
  }

  private var rightCriteria: String {
    var parts: [String] = []
    if !list.marked.isEmpty { parts.append(words("desk.marked", String(list.marked.count))) }
    if let count = list.count {
      let total = count.isExact ? String(count.value + list.pinned.count) : "\(ListCount.limit)+"
      parts.append(
        list.position.map { words("desk.position", String($0), total) }
          ?? words("desk.count", total))
    }
    return parts.joined(separator: "  ") + " "
  }
}
