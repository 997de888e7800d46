import Casework
import Cells
import Widgets
import Wording

extension Desk {
  /// What the selected row leaves out or cuts short, where there is no room for the detail.
  ///
  /// It is sent anew with every move of the selection: of what is left out the first, in few columns.
  func drawPeek(into frame: inout Frame, in region: Region) {
    if isToday { return put(peek: todayPeek, into: &frame, in: region) }
    guard let card = list.selected else { return }
    let kind = card.address.kind
    let texts = ValueText(words)
    let fields = ListColumns.fields(of: kind, for: surroundings.viewer)
    let room = columnRoom(fields)
    var parts = fields.compactMap { field -> String? in
      let value = card.shown(field.name)
      guard !value.isAbsent, field.name != "number" else { return nil }
      if case .flag = value { return nil }
      if field.countsDays { return nil }
      let shown = width.width.columns(of: texts.shortText(value, of: field.shape))
      return shown <= room[field.name] ?? 0 ? nil : texts.text(value, of: field.shape)
    }
    if room["number"] == nil { parts.insert(card.number, at: 0) }
    put(peek: Array(parts.prefix(1)), into: &frame, in: region)
  }

  private func put(peek parts: [String], into frame: inout Frame, in region: Region) {
    frame.put(
      parts.joined(separator: "  "), at: region.origin,
      columns: min(region.columns, Self.peekColumns))
  }

  private static let peekColumns = 22

  /// How many cells each field has in the list; none where it has no column.
  private func columnRoom(_ fields: [FieldFacts]) -> [String: Int] {
    TableLayout(fields.map(tableColumn), available: layout.list.columns).places.reduce(into: [:]) {
      $0[fields[$1.column].name] = $1.columns
    }
  }
}
