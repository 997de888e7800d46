internal import Casework
package import Cells
internal import Labels
internal import Widgets
internal import Wording

extension ListPage {
  package func draw(into frame: inout Frame, _ scene: Scene) {
    let name: String? =
      if case .register(let kind) = screen { "kind.\(kind.rawValue).plural" } else { nil }
    drawCriteria(
      into: &frame, scene, first: name.map { scene.words($0) },
      order: orderText(frame.chrome, scene.words), right: right(scene.words))
    let fields = ListColumns.fields(of: query.kind, for: scene.viewer)
    var table = TableView(columns: fields.map { column(of: $0, scene) })
    let visible = selection.visible(rows: TableView.visibleRows(in: scene.region))
    let places = TableLayout(table.columns, available: scene.region.columns).places.map(\.column)
    table.firstRow = visible.lowerBound
    table.rows = visible.compactMap { index in
      cards.indices.contains(index) ? row(of: cards[index], fields, shown: places, scene) : nil
    }
    table.selection = selection
    if isLoaded { table.placeholder = emptySentence(scene.words) }
    table.draw(into: &frame, in: scene.region)
  }

  private func row(
    of card: Card, _ fields: [FieldFacts], shown places: [Int], _ scene: Scene
  ) -> TableView.Row {
    var cells = fields.map { field in
      let text = card.listText(field, scene)
      return isCovered(card, field, scene) ? scene.words("desk.covered", text) : text
    }
    if let (column, name) = ValueText(scene.words).onlyName(of: card, in: fields, shown: places) {
      cells[column] = name
    }
    return TableView.Row(
      cells, isMarked: marked[card.address] != nil,
      role: card[RecordDescription.openField] == .flag(false) ? .muted : .plain,
      cellRoles: overdue(card, fields, scene.today))
  }

  /// The column of a field; dates have the room that the way they are written needs.
  private func column(of field: FieldFacts, _ scene: Scene) -> TableColumn {
    let words = scene.words
    let column = ListColumns.column(of: field, for: scene.viewer, in: words.language)
    let isDate = [.date, .instant].contains(field.shape)
    let days = field.countsDays
    let order = query.order
    let dated = column.width + (isDate ? words.dates.columns - DateStyle.iso.columns : 0)
    return TableColumn(
      title: days ? words("stage.header") : ValueText(words).header(of: field, in: query.kind),
      columns: days ? 5 : dated, priority: column.priority,
      alignment: days || field.isNumber ? .right : .left,
      sort: order.field == field.name ? (order.descending ? .descending : .ascending) : nil,
      isFixed: isDate)
  }

  /// The columns of dates that are over while something is still to be done, and of a stage that
  /// lasts too long.
  private func overdue(_ card: Card, _ fields: [FieldFacts], _ today: CivilDate) -> [Int: Role] {
    guard card[RecordDescription.openField] != .flag(false) else { return [:] }
    var roles: [Int: Role] = [:]
    for (index, field) in fields.enumerated() where ["nextActionDue", "due"].contains(field.name) {
      if case .date(let date) = card[field.name], date < today { roles[index] = .error }
    }
    if let index = fields.firstIndex(where: \.countsDays),
      StageTime(card, on: today)?.isStalled == true
    {
      roles[index] = .warning
    }
    return roles
  }

  /// Whether a field names somebody for whom the viewer stands in, in a list of the viewer's own.
  private func isCovered(_ card: Card, _ field: FieldFacts, _ scene: Scene) -> Bool {
    guard !scene.covered.isEmpty, case .link(let link) = card[field.name],
      scene.covered.contains(link)
    else { return false }
    return query.filters.contains { $0.field == field.name && scene.isMine($0) }
      || query.words.contains { !$0.isNegated && $0.operand == .me(scene.mine) }
  }

  private func emptySentence(_ words: Words) -> String {
    !query.isSearching && query.filters.isEmpty
      ? words("screen.\(screen.name).empty") : words("desk.nothingFound")
  }

  private func orderText(_ chrome: Chrome, _ words: Words) -> String? {
    guard let field = RecordDescription.of(query.kind)[query.order.field] else { return nil }
    let label =
      field.name == "sortName"
      ? words("desk.byName") : ValueText(words).label(of: field, in: query.kind)
    let mark = query.order.descending ? chrome.down : chrome.up
    return "\(words("desk.sortedBy", label)) \(mark)"
  }

  private func right(_ words: Words) -> [String] {
    guard let count else { return marksText(words).compactMap(\.self) }
    let total = count.isExact ? String(count.value) : "\(ListCount.limit)+"
    let place =
      position.map { words("desk.position", String($0), total) } ?? words("desk.count", total)
    return marksText(words).compactMap(\.self) + [place]
  }

  /// What the selected row leaves out or cuts short: of what is left out the first, in few columns,
  /// for it is sent anew with every move of the selection.
  package func peek(_ scene: Scene) -> [String] {
    guard let card = selected else { return [] }
    let texts = ValueText(scene.words)
    let fields = ListColumns.fields(of: card.address.kind, for: scene.viewer)
    let columns = fields.map { column(of: $0, scene) }
    let room = TableLayout(columns, available: scene.region.columns).places.reduce(into: [:]) {
      $0[fields[$1.column].name] = $1.columns
    }
    var parts = fields.compactMap { field -> String? in
      let value = card.shown(field.name)
      guard !value.isAbsent, field.name != "number" else { return nil }
      if case .flag = value { return nil }
      if field.countsDays { return nil }
      let shown = scene.width.columns(of: texts.shortText(value, of: field.shape))
      return shown <= room[field.name] ?? 0 ? nil : texts.text(value, of: field.shape)
    }
    if room[Case.name(\.number)] == nil { parts.insert(card.number, at: 0) }
    return Array(parts.prefix(1))
  }
}

extension FieldFacts {
  /// Whether a list shows it as the days since then.
  var countsDays: Bool { name == "stageSince" }

  fileprivate var isNumber: Bool { if case .number = shape { true } else { false } }
}

extension Card {
  /// What a list shows of a field: since when a record has been in its stage as a number of days.
  fileprivate func listText(_ field: FieldFacts, _ scene: Scene) -> String {
    guard field.countsDays else {
      return ValueText(scene.words).shortText(shown(field.name), of: field.shape)
    }
    return StageTime(self, on: scene.today).map(StageText(scene.words).short) ?? ""
  }
}
