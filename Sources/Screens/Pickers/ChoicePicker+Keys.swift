internal import Casework
internal import Cells
internal import Fold
internal import Labels
internal import Widgets

extension ChoicePicker {
  mutating func press(_ key: Key, _ scene: Scene) -> [Deed] {
    let meaning = mode.meaning(of: key)
    switch meaning?.action {
    case nil where !mode.isText(key): return []
    case .leaveBox: return [.close]
    case .finish: return [.close, .nextField]
    case .takeNext: return taken(followedBy: .nextField, scene.words)
    case .takeSave where isSeveral: return [.close, .saveTyped]
    case .takeSave:
      // What nobody looked at is not saved.
      guard !view.typed.isEmpty || view.isBrowsing else {
        return [.say(scene.words("picker.chooseFirst"))]
      }
      return taken(followedBy: .saveTyped, scene.words)
    // Backspace where nothing is typed empties the field.
    case .delete where meaning?.step == -1 && view.typed.isEmpty:
      return use == .field ? [.close, .choose(.absent)] : []
    default: break
    }
    switch view.update(key, in: scene.region) {
    case .filtered: return narrowed(scene.words)
    case .taken(let row): return take(row)
    case .refused(let row): return option(at: row)?.item.reason.map { [.say($0)] } ?? []
    case .ignored, .moved: return []
    }
  }

  mutating func paste(_ text: String, _ words: Words) -> [Deed] {
    _ = view.paste(text)
    return narrowed(words)
  }

  /// Shows what matches what is typed, or asks the store for it.
  private mutating func narrowed(_ words: Words) -> [Deed] {
    offerRecord(words)
    narrow()
    return source.map { [.ask(.suggest($0, view.typed, about: about))] } ?? []
  }

  /// Takes the selected row, and does what follows.
  private mutating func taken(followedBy next: Deed, _ words: Words) -> [Deed] {
    guard let row = view.selected, let option = option(at: row) else {
      return [.say(view.items.isEmpty ? view.placeholder : words("picker.chooseFirst"))]
    }
    if let reason = option.item.reason { return [.say(reason)] }
    return take(row) + [next]
  }

  private mutating func take(_ row: Int) -> [Deed] {
    guard let option = option(at: row) else { return [] }
    guard isSeveral, let code = option.code else { return [.close] + option.deeds }
    toggle(code, row: row)
    return [.mark(chosen.isEmpty ? .absent : .codes(chosen))]
  }

  /// Puts the record whose number is typed at the top of the palette.
  private mutating func offerRecord(_ words: Words) {
    guard use == .command else { return }
    options.removeAll(where: \.isTyped)
    let number = InputMethodFold.text(view.typed).trimmed
    guard let kind = RecordNumber.kind(of: number) else { return }
    let label = words("desk.goToRecord", words("kind.\(kind.rawValue)"), number)
    options.insert(
      Option(
        item: PickerView.Item(label: label), found: Fold.key(view.typed),
        deeds: [.ask(.find(kind, number))], isTyped: true), at: 0)
  }

  /// Offers what is typed as the name of a guest, after everybody it finds.
  func guest(_ words: Words) -> Option? {
    let name = view.typed.trimmed
    guard use == .guest, !name.isEmpty else { return nil }
    return Option(
      item: PickerView.Item(label: words("roll.guest", name)), found: "",
      deeds: [.walkIn(.named(name))], isTyped: true)
  }
}
