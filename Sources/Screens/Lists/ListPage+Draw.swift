internal import Casework
package import Cells
internal import Labels
internal import Widgets
internal import Wording

extension ListPage {
  /// How the records of a list stand in columns.
  private struct Columns: Sendable {
    let fields: [FieldFacts]
    let table: TableView
    let layout: TableLayout
  }

  package func draw(into frame: inout Frame, _ scene: Scene) {
    let look = Look(query, scene)
    let (words, chrome) = (scene.words, frame.chrome)
    drawCriteria(
      into: &frame, scene, look, first: name(words), order: orderText(chrome, words),
      right: right(words))
    let region = scene.region
    guard region.rows > 0 else { return }
    let columns = columns(look, scene)
    let rowLook = RowLook(look: look, layout: columns.layout)
    frame.draw(region.line(0), at: "titles", from: rowLook) {
      columns.table.drawTitles(columns.layout, into: &$0, in: region.line(0))
    }
    var table = columns.table
    table.selection = selection
    table.drawRows(rowLook, columns.layout, into: &frame, in: region) { index in
      cards.indices.contains(index) ? shown(cards[index]) : nil
    } slot: {
      $0.card.address
    } row: {
      row(of: $0, columns, scene)
    }
    if isLoaded, selection.count == 0 { table.placeholder = emptySentence(scene) }
    table.drawFrame(into: &frame, in: region)
    drawSign(into: &frame, scene)
  }

  /// A record as a row shows it.
  private struct Shown: Equatable, Sendable {
    let card: Card
    let isMarked: Bool
  }

  private func shown(_ card: Card) -> Shown {
    Shown(card: card, isMarked: marked[card.address] != nil)
  }

  /// What it is called where its tab does not say so.
  private func name(_ words: Words) -> String? {
    if case .register(let kind) = screen { words("kind.\(kind.rawValue).plural") } else { nil }
  }

  /// So many records tell how wide the columns have to be.
  private static let measured = 40

  private struct ColumnSource: Equatable, Sendable {
    let look: Look
    let readings: Int
  }

  private func columns(_ look: Look, _ scene: Scene) -> Columns {
    scene.remembered.value(at: "columns", from: ColumnSource(look: look, readings: readings)) {
      let fields = ListColumns.fields(of: query.kind, for: scene.viewer).filter(scene.words.shows)
      let rows = cards.prefix(Self.measured).map {
        signed(cells(of: $0, fields, scene), of: $0, fields)
      }
      let table = TableView(
        columns: fields.enumerated().map { index, field in
          let widths = rows.map { scene.width.columns(of: $0[index]) }.sorted()
          return column(of: field, holding: widths, scene)
        })
      return Columns(
        fields: fields, table: table,
        layout: TableLayout(table.columns, available: scene.region.columns))
    }
  }

  private func cells(of card: Card, _ fields: [FieldFacts], _ scene: Scene) -> [String] {
    fields.map { field in
      let text = news(of: card, field, scene) + card.listText(field, scene)
      return isCovered(card, field, scene) ? scene.words("desk.covered", text) : text
    }
  }

  /// The mark of what is new, in front of what a record is called.
  private func news(of card: Card, _ field: FieldFacts, _ scene: Scene) -> String {
    let isNew = field.name == Person.name(\.alias) && scene.surroundings.news.contains(card.address)
    return isNew ? "\(scene.words("session.newMark")) " : ""
  }

  private func row(of shown: Shown, _ columns: Columns, _ scene: Scene) -> TableView.Row {
    let card = shown.card
    let fields = columns.fields
    let places = columns.layout.places.map(\.column)
    var cells = cells(of: card, fields, scene)
    if let (column, name) = ValueText(scene.words).onlyName(of: card, in: fields, shown: places) {
      cells[column] = name
    }
    return TableView.Row(
      signed(cells, of: card, fields), isMarked: shown.isMarked,
      role: card[RecordDescription.openField] == .flag(false) || card.isPast(on: scene.today)
        ? .muted : .plain,
      cellRoles: roles(card, fields, scene.today))
  }

  /// The column of a field.
  ///
  /// - Parameter holding: the columns of the texts that are known, from the shortest.
  private func column(of field: FieldFacts, holding: [Int], _ scene: Scene) -> TableColumn {
    let words = scene.words
    let column = ListColumns.column(of: field, for: scene.viewer, in: words.language)
    let days = field.countsDays
    let order = query.order
    let title = days ? words("stage.header") : header(of: field, words)
    let isSorted = order.field == field.name
    // Its title is read too, with the mark of the order beside it.
    // Days around today rise and fall.
    let isMarked = isSorted && !order.isAroundToday
    let titled = min(scene.width.columns(of: title) + (isMarked ? 1 : 0), column.width)
    // A day further down may be longer than those that are known.
    let isWhole = field.shape == .date && !field.isRelative(in: query.kind)
    let whole = isWhole ? words.dateColumns(scene.width) : 0
    let longest = holding.last.map { max(titled, min($0, column.width * 2), whole) }
    // Where there is no room for the longest few, there is for all others.
    let most = holding.isEmpty ? nil : max(titled, holding[holding.count * 4 / 5])
    return TableColumn(
      title: title, columns: days ? 5 : longest ?? max(column.width, whole),
      // By what it is ordered is seen in any case.
      priority: isSorted ? 1 : column.priority,
      alignment: days || field.isNumber ? .right : .left,
      sort: isMarked ? (order.descending ? .descending : .ascending) : nil,
      isFixed: [.date, .instant].contains(field.shape),
      least: most.map { column.priority > 2 ? min($0, max(4, column.width * 2 / 3)) : $0 })
  }

  /// Of what is told out of another number, both are named.
  private func header(of field: FieldFacts, _ words: Words) -> String {
    let texts = ValueText(words)
    let most = ListColumns.most(of: field, in: query.kind)
    let headers = [field, most].compactMap { $0.map { texts.header(of: $0, in: query.kind) } }
    return headers.joined(separator: ListColumns.outOf)
  }

  /// What cells tell by their colours: how a case stands, how much a date presses while something is
  /// still to be done, and that a stage lasts too long.
  private func roles(_ card: Card, _ fields: [FieldFacts], _ today: CivilDate) -> [Int: Role] {
    guard card[RecordDescription.openField] != .flag(false) else { return [:] }
    var roles: [Int: Role] = [:]
    for (index, field) in fields.enumerated() where field.isAhead(in: query.kind) {
      if case .date(let date) = card[field.name] { roles[index] = .due(date, on: today) }
    }
    if let index = fields.firstIndex(where: { $0.name == Case.name(\.status) }), card.isCase,
      let status = CaseStatus(fieldValue: card[\Case.status])
    {
      roles[index] = status.role
    }
    for (name, role) in Salon.roles(of: card, on: today) {
      if let index = fields.firstIndex(where: { $0.name == name }) { roles[index] = role }
    }
    for (index, field) in fields.enumerated() where field.isScore {
      if let score = NeedScore(fieldValue: card[field.name]) { roles[index] = score.role }
    }
    if let index = fields.firstIndex(where: \.countsDays),
      StageTime(card, on: today)?.isStalled == true
    {
      roles[index] = .warning
    }
    return roles
  }

  /// The columns that hold something, each with its title where a name or a number does not say it,
  /// and how much the row presses.
  package func told(_ scene: Scene) -> String? {
    guard let card = selected else { return nil }
    let columns = columns(Look(query, scene), scene)
    let row = row(of: shown(card), columns, scene)
    let named = Set(RecordDescription.of(query.kind).titleFields + [Case.name(\.number)])
    let parts = zip(columns.fields, row.cells).compactMap { field, text -> String? in
      let text = text.unspaced
      if text.isEmpty || named.contains(field.name) { return text.isEmpty ? nil : text }
      let title = field.countsDays ? scene.words("stage.header") : header(of: field, scene.words)
      return scene.words("linear.column", title, text)
    }
    let days = row.cellRoles.filter { columns.fields[$0.key].shape == .date }
    let marks = [row.isMarked ? "linear.marked" : nil, LinearFrame.pressing(days.values)]
    return LinearFrame.joined(parts + marks.compactMap { $0.map { scene.words($0) } }, scene.words)
  }

  /// Whether a field names somebody for whom the viewer stands in, in a list of the viewer's own.
  private func isCovered(_ card: Card, _ field: FieldFacts, _ scene: Scene) -> Bool {
    guard !scene.covered.isEmpty, case .link(let link) = card[field.name],
      scene.covered.contains(link)
    else { return false }
    return query.filters.contains { $0.field == field.name && scene.isMine($0) }
      || query.words.contains { !$0.isNegated && $0.operand == .me(scene.mine) }
  }

  /// How to begin where nothing was ever entered, else what is in the way and how it is left.
  private func emptySentence(_ scene: Scene) -> String {
    let words = scene.words
    guard holdsNothing || !query.isSearching && query.filters.isEmpty else {
      return query.filters == [.open] && !query.isSearching
        ? words("desk.allEnded", words("kind.\(query.kind.rawValue).plural"))
        : nothingFound(scene)
    }
    // Staff alone add cases.
    if scene.viewer.isVolunteer {
      let phone = scene.surroundings.phone
      if screen != .cases { return words("session.noGathering") }
      return phone.isEmpty
        ? words("desk.noneAssigned")
        : words("session.noneAssigned", scene.surroundings.organisation, phone)
    }
    guard case .register(let kind) = screen else { return words("screen.\(screen.name).empty") }
    let isMade = RecordDescription.of(kind).isMadeByStore
    let key = isMade ? "screen.registers.emptyMade" : "screen.registers.empty"
    return words(key, words("kind.\(kind.rawValue).plural"))
  }

  private func orderText(_ chrome: Chrome, _ words: Words) -> String? {
    guard let field = RecordDescription.of(query.kind)[query.order.field] else { return nil }
    let label =
      field.name == Case.name(\.sortName)
      ? words("desk.byName") : ValueText(words).label(of: field, in: query.kind)
    if query.order.isAroundToday { return words("desk.sortedBy", words("desk.nextFirst")) }
    let mark = query.order.descending ? chrome.down : chrome.up
    return "\(words("desk.sortedBy", label)) \(mark)"
  }

  private func right(_ words: Words) -> [String] {
    let marks = guessesText(words) + marksText(words).compactMap(\.self)
    guard let count else { return marks }
    let total = count.isExact ? String(count.value) : "\(ListCount.limit)+"
    let place =
      position.map { words("desk.position", String($0), total) } ?? words("desk.count", total)
    return marks + [place]
  }

  /// What the selected row cuts short, else what it leaves out: of that the first, in few columns, for
  /// it is sent anew with every move of the selection.
  func cut(_ scene: Scene) -> [String] {
    guard let card = selected else { return [] }
    let texts = ValueText(scene.words)
    let columns = columns(Look(query, scene), scene)
    func room(_ index: Int) -> Int {
      columns.layout.places.first { $0.column == index }?.columns ?? 0
    }
    let number = columns.fields.firstIndex { $0.name == Case.name(\.number) }
    let numbered = number.map(room) ?? 0 > 0 ? [] : [card.number]
    let unseen = columns.fields.indices.filter { index in
      let field = columns.fields[index]
      guard index != number, !field.countsDays, !field.isScore else { return false }
      // Who reads names in Roman letters has no use for how they are read.
      if scene.words.names == .roman, field.uses.contains(.kana) { return false }
      let value = card.shown(field.name)
      if case .flag = value { return false }
      let shown = scene.width.columns(of: texts.shortText(value, of: field.shape))
      return !value.isAbsent && shown > room(index)
    }
    guard let first = unseen.first(where: { room($0) > 0 }) ?? unseen.first else {
      return numbered
    }
    let field = columns.fields[first]
    let text = texts.text(card.shown(field.name), of: field.shape)
    // A name and what is cut need no label.
    let isKnown =
      room(first) > 0 || RecordDescription.of(query.kind).titleFields.contains(field.name)
    let label = texts.header(of: field, in: query.kind)
    return numbered + [isKnown ? text : "\(label) \(text)"]
  }
}
