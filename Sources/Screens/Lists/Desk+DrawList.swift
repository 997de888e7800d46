import Labels
import Casework
import Cells
import Widgets
import Wording

extension Desk {
  func drawList(into frame: inout Frame, in region: Region) {
    if isToday { return drawToday(into: &frame, in: region) }
    let list = self.list
    let fields = ListColumns.fields(of: list.id.kind, for: surroundings.viewer)
    var table = TableView(columns: fields.map(tableColumn))
    let visible = list.selection.visible(rows: TableView.visibleRows(in: region))
    let places = TableLayout(table.columns, available: region.columns).places.map(\.column)
    let texts = ValueText(words)
    table.firstRow = visible.lowerBound
    table.rows = visible.compactMap { index in
      guard list.cards.indices.contains(index) else { return nil }
      let card = list.cards[index]
      var cells = fields.map { field in
        let text = listText(card, field)
        return isCovered(card, field) ? words("desk.covered", text) : text
      }
      if let (column, name) = texts.onlyName(of: card, in: fields, shown: places) {
        cells[column] = name
      }
      return TableView.Row(
        cells,
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
    let days = field.countsDays
    let order = list.query.order
    let dated = column.width + (isDate ? words.dates.columns - DateStyle.iso.columns : 0)
    return TableColumn(
      title: days ? words("stage.header") : ValueText(words).header(of: field, in: list.id.kind),
      columns: days ? 5 : dated,
      priority: column.priority,
      alignment: days || isNumber(field) ? .right : .left,
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
    }.merging(stalled(card, fields)) { $1 }
  }

  private func stalled(_ card: Card, _ fields: [FieldFacts]) -> [Int: Role] {
    guard let index = fields.firstIndex(where: \.countsDays),
      StageTime(card, on: surroundings.today)?.isStalled == true
    else { return [:] }
    return [index: .warning]
  }

  /// Whether a field names somebody for whom the viewer stands in, in a list of the viewer's own.
  private func isCovered(_ card: Card, _ field: FieldFacts) -> Bool {
    guard !covered.isEmpty, case .link(let link) = card[field.name], covered.contains(link) else {
      return false
    }
    return list.query.filters.contains { $0.field == field.name && isMine($0) }
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
    let indicator = Indicator(filtering: list.query, on: surroundings.today)
    if let indicator { parts.append(words(indicator.labelKey)) }
    let behind = indicator?.query(surroundings.today).filters ?? []
    parts += list.query.filters.filter { !behind.contains($0) }.compactMap { filter in
      if filter == .open { return isToday ? nil : words("desk.openOnly") }
      let field = RecordDescription.of(kind)[filter.field]
      guard let field else { return filter.field }
      let label = texts.label(of: field, in: kind)
      if case .among(let links) = filter.test {
        return "\(label):\(links.map(texts.name).joined(separator: words("list.separator")))"
      }
      guard case .equals(let value) = filter.test else { return label }
      return "\(label):\(texts.text(value, of: field.shape))"
    }
    if isToday, parts.isEmpty { parts.append(words("today.everybody")) }
    if !isToday, let field = RecordDescription.of(kind)[list.query.order.field] {
      let label = field.name == "sortName" ? words("desk.byName") : texts.label(of: field, in: kind)
      let mark = list.query.order.descending ? frame.chrome.down : frame.chrome.up
      parts.append("\(words("desk.sortedBy", label)) \(mark)")
    }
    let right = rightCriteria
    let room = region.columns - width.width.columns(of: right) - 2
    frame.put(
      " " + parts.joined(separator: "  "), at: region.origin, columns: max(0, room), role: .muted)
    // Plain, for it is sent with every move of the selection.
    frame.put(right, at: region.position(row: 0, column: max(0, room)))
  }

  private var rightCriteria: String {
    var parts: [String] = []
    if !list.marked.isEmpty { parts.append(words("desk.marked", String(list.marked.count))) }
    if isToday {
      if let caseloadText { parts.append(caseloadText) }
    } else if let count = list.count {
      let total = count.isExact ? String(count.value) : "\(ListCount.limit)+"
      parts.append(
        list.position.map { words("desk.position", String($0), total) }
          ?? words("desk.count", total))
    }
    return parts.joined(separator: "  ") + " "
  }
}
