internal import Labels
internal import Widgets

/// What boxes ask, in sentences.
extension LinearText {
  /// The list of the box on top; nil where it has none.
  var pickerView: PickerView? {
    switch desk.overlays.last {
    case .picker(let picker): picker.view
    case .find(let box): box.view
    default: nil
    }
  }

  /// The items that can be gone to, by their places.
  func selectable(_ view: PickerView) -> [Int] {
    view.items.indices.filter { !view.items[$0].isHeading }
  }

  /// What is typed, and the item one is at with its number.
  func picker(_ view: PickerView) -> String {
    let rows = selectable(view)
    guard let selected = view.selected, let number = rows.firstIndex(of: selected) else {
      return view.placeholder
    }
    let place = words("desk.position", String(number + 1), String(rows.count))
    return "\(place): \(item(view.items[selected]))"
  }

  func item(_ item: PickerView.Item) -> String {
    let parts = [item.label, item.about, item.note, item.detail, item.reason ?? ""]
    return LinearFrame.joined(parts.map(\.unspaced), words)
  }

  /// What each letter does, and why some do nothing.
  func letters(_ box: LetterBox) -> String {
    let items = box.items.filter { $0.reason == nil }.map { "\($0.keys) \($0.label)" }
    return Self.joined(
      [box.title.unspaced, box.lead, items.joined(separator: words("list.separator"))]
        + box.notes)
  }

  /// What a box that has no rows of its own says.
  var boxLines: String { Self.joined(Array(LinearFrame(desk).all.prefix(Self.mostLines))) }

  private static let mostLines = 12

  /// What was just put into a field that was left, as it was understood.
  func leftField(_ before: LinearPlace) -> String? {
    guard let form = desk.overlays.last?.form, let id = before.field,
      id != form.view.focused?.id, let field = form.view[id]
    else { return nil }
    let text = LinearForm(form, words)
    return LinearFrame.joined(
      [words("linear.field", text.label(field), text.value(of: field)), text.meaning(of: field)],
      words)
  }
}

extension String {
  /// On one line, with one blank where there are more.
  var unspaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
