import Labels
import Casework
import Cells
import Widgets
import Wording

/// Keys in forms and pickers.
extension Desk {
  var formRegion: Region {
    wholeFormRegion.inset(top: warningRegion.rows, bottom: duplicateRegion.rows)
  }

  /// The row above the fields for what must be seen before anything is done about the case.
  var warningRegion: Region {
    let whole = wholeFormRegion
    let rows = form.map { warning(of: $0).isEmpty } == false ? 1 : 0
    return Region(row: whole.row, column: whole.column, rows: rows, columns: whole.columns)
  }

  mutating func update(_ form: RecordForm, _ key: Key) -> [Effect] {
    var form = form
    switch KeyMode.form.meaning(of: key)?.action {
    case nil where !KeyMode.form.isText(key): return []
    case .save:
      let isMore = form.parts.contains { $0.isNew || !$0.fixed.isEmpty }
      guard isMore || form.isChanged(surroundings.today, words) else {
        overlays.removeLast()
        return []
      }
      return askDuplicates(of: form) ? [] : submit(form)
    case .leaveForm: return leave(.close)
    case .discard: return askDiscard(form)
    case .duplicates: return form.duplicates == nil ? [] : openDuplicates(of: form)
    case .fieldToday:
      if let index = form.focusedEntry, form.entries[index].facts.shape == .date {
        form.choose(.date(surroundings.today), for: index, editing: editing)
        form.echoFocused(editing: editing)
        replaceTop(.form(form))
      }
      return []
    default: return edit(&form, key)
    }
  }

  private mutating func edit(_ form: inout RecordForm, _ key: Key) -> [Effect] {
    follow(form.view.update(key, in: formRegion, width: width.width), in: &form)
  }

  /// Does what the form answers to a key or a paste.
  mutating func follow(_ response: FormView.Response, in form: inout RecordForm) -> [Effect] {
    switch response {
    case .edited: form.echoFocused(editing: editing)
    case .step(let step): stepChoice(&form, step)
    case .choose(let typed):
      replaceTop(.form(form))
      return askChoice(form, typed: typed)
    case .ended: notice = Notice(text: words("desk.formEnd"))
    case .ignored, .moved: break
    }
    replaceTop(.form(form))
    return []
  }

  /// The next or previous code of a closed list, without opening it.
  private func stepChoice(_ form: inout RecordForm, _ step: Int) {
    guard let index = form.focusedEntry,
      case .choice(let catalogue) = form.entries[index].facts.shape, !catalogue.codes.isEmpty
    else { return }
    let current: Int? =
      if case .code(let code) = form.entries[index].value {
        catalogue.codes.firstIndex(of: code)
      } else { nil }
    let count = catalogue.codes.count
    let next = current.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    form.choose(.code(catalogue.codes[next]), for: index, editing: editing)
  }

  private mutating func askChoice(_ form: RecordForm, typed: String) -> [Effect] {
    guard let index = form.focusedEntry else { return [] }
    let entry = form.entries[index]
    let title = ValueText(words).label(of: entry.facts, in: form.parts[entry.part].kind)
    let placeholder = words("desk.nothingFound")
    switch entry.facts.shape {
    case .choice(let catalogue), .choices(let catalogue):
      let chosen: [String] =
        switch entry.value {
        case .code(let code): [code]
        case .codes(let codes): codes
        default: []
        }
      var isSeveral = false
      if case .choices = entry.facts.shape { isSeveral = true }
      overlays.append(
        .picker(
          ChoicePicker(
            .field(index), title: title,
            options: ChoicePicker.options(of: catalogue, words: words, others: otherWords),
            chosen: chosen, isSeveral: isSeveral, typed: typed, placeholder: placeholder)))
      return []
    case .reference(let kind):
      overlays.append(
        .picker(
          ChoicePicker(
            .field(index), title: title, source: kind, about: form.caseOfPart(entry.part),
            typed: typed, placeholder: placeholder)))
      return [.suggest(kind, typed, about: form.caseOfPart(entry.part))]
    default: return []
    }
  }

  mutating func update(_ picker: ChoicePicker, _ key: Key) -> [Effect] {
    var picker = picker
    let meaning = picker.mode.meaning(of: key)
    switch meaning?.action {
    case nil where !picker.mode.isText(key): return []
    case .leaveBox, .finish:
      overlays.removeLast()
      return []
    case .delete where meaning?.step == -1 && picker.view.typed.isEmpty: return clearField(picker)
    default: break
    }
    switch picker.view.update(key, in: layout.boxes) {
    case .filtered: return narrowed(&picker)
    case .taken(let row):
      guard let option = picker.option(at: row) else { return [] }
      return take(option, at: row, from: &picker)
    case .refused(let row):
      notice = picker.option(at: row)?.item.reason.map { Notice(text: $0) }
      replaceTop(.picker(picker))
      return []
    case .ignored, .moved:
      replaceTop(.picker(picker))
      return []
    }
  }

  /// Backspace in an empty picker empties the field.
  private mutating func clearField(_ picker: ChoicePicker) -> [Effect] {
    guard case .field(let index) = picker.purpose else { return [] }
    overlays.removeLast()
    guard case .form(var form) = overlays.last else { return [] }
    form.choose(.absent, for: index, editing: editing)
    replaceTop(.form(form))
    return []
  }

  mutating func narrowed(_ picker: inout ChoicePicker) -> [Effect] {
    offerRecord(in: &picker)
    picker.narrow()
    replaceTop(.picker(picker))
    return picker.source.map { [.suggest($0, picker.view.typed, about: picker.about)] } ?? []
  }

  private mutating func take(
    _ option: ChoicePicker.Option, at row: Int, from picker: inout ChoicePicker
  ) -> [Effect] {
    switch picker.purpose {
    case .field(let index):
      if picker.isSeveral, case .code(let code) = option.value {
        picker.toggle(code, row: row)
        replaceTop(.picker(picker))
        let codes = picker.chosen
        setField(index, codes.isEmpty ? .absent : .codes(codes), below: 1)
        return []
      }
      overlays.removeLast()
      setField(index, option.value, below: 0)
      return lookForWarnings()
    case .filterStatus(let field):
      overlays.removeLast()
      return filter(FieldFilter(field, .equals(option.value)))
    case .draft:
      overlays.removeLast()
      if case .text(let key) = option.value { return resume(key) }
      return []
    case .duplicate:
      overlays.removeLast()
      if case .link(let link) = option.value { return leave(.open(link)) }
      return []
    case .hosts(let proposals):
      overlays.removeLast()
      return propose(option.value, among: proposals)
    case .jobMatch(let proposal):
      overlays.removeLast()
      return propose(option.value, of: proposal)
    case .handOver:
      overlays.removeLast()
      guard case .link(let staff) = option.value else { return [] }
      return handOver(to: staff)
    case .walkIn:
      overlays.removeLast()
      return walkIn(option.value)
    case .command:
      overlays.removeLast()
      return run(option)
    }
  }

  /// Puts a value into the form that lies `below` so many overlays from the top.
  private mutating func setField(_ entry: Int, _ value: FieldValue, below: Int) {
    let index = overlays.count - 1 - below
    guard overlays.indices.contains(index), case .form(var form) = overlays[index] else { return }
    form.choose(value, for: entry, editing: editing)
    if below == 0 { _ = form.view.update(.tab, in: formRegion, width: width.width) }
    overlays[index] = .form(form)
  }
}
