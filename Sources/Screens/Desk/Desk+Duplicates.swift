import Labels
import Casework
import Cells
import Widgets
import Wording

/// Who may have been entered before, while a new case is typed.
extension Desk {
  var wholeFormRegion: Region { layout.isWide ? layout.list : layout.body }

  /// Below the fields of a form that makes a case.
  var duplicateRegion: Region {
    let whole = wholeFormRegion
    let rows = form?.duplicates == nil ? 0 : DuplicateWatch.rows(of: whole.rows)
    return whole.inset(top: whole.rows - rows)
  }

  /// Asks who may be the same where something that tells was changed in the form on top.
  mutating func watchDuplicates() -> [Effect] {
    guard case .form(var form) = overlays.last, var watch = form.duplicates else { return [] }
    var values: [String: FieldValue] = [:]
    for entry in form.entries where DuplicateFacts.fields.contains(entry.facts.name) {
      guard form.parts[entry.part].kind == .case, let field = form.view[entry.id],
        let value = try? editing.value(of: entry, in: field), !value.isAbsent
      else { continue }
      values[entry.facts.name] = value
    }
    guard values != watch.asked else { return [] }
    watch = DuplicateWatch(asked: values)
    // Until the answer comes, what was found before stands.
    watch.found = form.duplicates?.found ?? []
    form.duplicates = watch
    replaceTop(.form(form))
    return [.duplicates(values)]
  }

  mutating func take(_ found: [Duplicate], of values: [String: FieldValue]) {
    guard let index = overlays.indices.last(where: { overlays[$0].form?.duplicates != nil }),
      var form = overlays[index].form, form.duplicates?.asked == values
    else { return }
    form.duplicates?.found = found
    overlays[index] = .form(form)
  }

  /// Asks once before somebody is saved who seems to be known; false where there is nothing to ask.
  mutating func askDuplicates(of form: RecordForm) -> Bool {
    guard let watch = form.duplicates, watch.hasStrong, !watch.isAccepted,
      let first = watch.found.first
    else { return false }
    overlays.append(
      .confirm(
        ConfirmView(
          sentence: words("desk.duplicateAsk", DuplicateText(words).line(first)),
          yes: words("desk.duplicateYes"), no: words("desk.no")), .saveTwin))
    return true
  }

  mutating func saveTwin() -> [Effect] {
    guard case .form(var form) = overlays.last else { return [] }
    form.duplicates?.isAccepted = true
    replaceTop(.form(form))
    return submit(form)
  }

  /// The list of those who may be the same.
  mutating func openDuplicates(of form: RecordForm) -> [Effect] {
    guard let found = form.duplicates?.found, !found.isEmpty else {
      notice = Notice(text: words("desk.noDuplicates"))
      return []
    }
    let options = found.map { duplicate in
      let reasons = DuplicateText(words).reasons(duplicate.match)
      return ChoicePicker.Option(
        value: .link(duplicate.link),
        item: PickerView.Item(label: ValueText(words).text(duplicate.link), detail: reasons),
        found: "")
    }
    overlays.append(
      .picker(
        ChoicePicker(
          .duplicate, title: words("desk.duplicates", String(found.count)), options: options,
          placeholder: words("desk.nothingFound"))))
    return []
  }

}
