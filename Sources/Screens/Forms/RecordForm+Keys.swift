internal import Casework
internal import Cells
internal import Labels
internal import Widgets
internal import Wording

extension RecordForm {
  mutating func press(_ key: Key, _ scene: Scene) -> [Deed] {
    switch mode.meaning(of: key)?.action {
    case nil where !mode.isText(key): return []
    case .save: return save(scene)
    case .leaveForm: return [.leave([])]
    case .discard: return [.askDiscard]
    case .duplicates: return duplicates?.openList(scene.words) ?? []
    case .letterPreview: return letter(scene.editing).map { [.letter($0)] } ?? []
    case .letterName:
      if let body = letterBody { view.focus(on: body.id) }
      return LetterVerbs.askName(scene.words)
    case .fieldToday:
      if let index = focusedEntry, entries[index].facts.shape == .date {
        choose(.date(scene.today), for: index, editing: scene.editing)
        echoFocused(editing: scene.editing)
      }
      return []
    default: return follow(view.update(key, in: scene.region, width: scene.width), scene)
    }
  }

  mutating func paste(_ text: String, _ scene: Scene) -> [Deed] {
    let response = view.paste(text)
    let said: [Deed] = response == .ignored ? [.say(scene.words("desk.pasteRefused"))] : []
    return said + follow(response, scene)
  }

  /// Saves it, or asks before.
  func save(_ scene: Scene) -> [Deed] {
    let isMore = parts.contains { $0.isNew || !$0.fixed.isEmpty }
    guard isMore || isChanged(scene.today, scene.words) else { return [.close] }
    return duplicates?.question(scene.words) ?? [.saveForm]
  }

  /// Does what the form answers to a key or a paste.
  private mutating func follow(_ response: FormView.Response, _ scene: Scene) -> [Deed] {
    switch response {
    case .edited: echoFocused(editing: scene.editing)
    case .step(let step): stepChoice(step, scene.editing)
    case .choose(let typed): return askChoice(typed: typed, scene)
    case .ended: return [.say(scene.words("desk.formEnd"))]
    case .ignored, .moved: break
    }
    return []
  }

  /// The next or previous code of a closed list, without opening it.
  private mutating func stepChoice(_ step: Int, _ editing: FieldEditing) {
    guard let index = focusedEntry,
      case .choice(let catalogue) = entries[index].facts.shape, !catalogue.codes.isEmpty
    else { return }
    let current: Int? =
      if case .code(let code) = entries[index].value {
        catalogue.codes.firstIndex(of: code)
      } else { nil }
    let count = catalogue.codes.count
    let next = current.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    choose(.code(catalogue.codes[next]), for: index, editing: editing)
  }

  /// Opens the list of the focused field's choices.
  private func askChoice(typed: String, _ scene: Scene) -> [Deed] {
    guard let index = focusedEntry else { return [] }
    let entry = entries[index]
    let title = ValueText(scene.words).label(of: entry.facts, in: parts[entry.part].kind)
    let placeholder = scene.words("picker.nothing")
    switch entry.facts.shape {
    case .choice(let catalogue), .choices(let catalogue):
      let isSeveral = if case .choices = entry.facts.shape { true } else { false }
      let options = ChoicePicker.options(
        of: catalogue, words: scene.words, others: scene.otherWords
      ) { .choose(.code($0)) }
      return [
        .show(
          .picker(
            ChoicePicker(
              .field, title: title, options: options, chosen: entry.value.chosen,
              isSeveral: isSeveral, typed: typed, placeholder: placeholder)))
      ]
    case .reference(let kind):
      let about = caseOfPart(entry.part)
      return [
        .show(
          .picker(
            ChoicePicker(
              .field, title: title, source: kind, about: about, typed: typed,
              placeholder: placeholder))),
        .ask(.suggest(kind, typed, about: about)),
      ]
    default: return []
    }
  }

  /// Asks who may be the same where something that tells was changed.
  mutating func watchDuplicates(_ editing: FieldEditing) -> [Effect] {
    guard let watch = duplicates else { return [] }
    var values: [String: FieldValue] = [:]
    for entry in entries where DuplicateFacts.fields.contains(entry.facts.name) {
      guard parts[entry.part].kind.isCase, let field = view[entry.id],
        let value = try? editing.value(of: entry, in: field), !value.isAbsent
      else { continue }
      values[entry.facts.name] = value
    }
    guard values != watch.asked else { return [] }
    // Until the answer comes, what was found before stands.
    duplicates = DuplicateWatch(asked: values, found: watch.found)
    return [.duplicates(values)]
  }

  /// Goes on from the version somebody else saved, with what was chosen of both.
  mutating func resolve(_ choice: ConflictChoice, part: Int, editing: FieldEditing) {
    parts[part].card?.version = choice.version
    for conflict in choice.conflicts {
      // The other person's status stays: the move is given up.
      if choice.theirs.contains(conflict.field) { parts[part].fixed[conflict.field] = nil }
      guard
        let index = entries.firstIndex(where: {
          $0.part == part && $0.facts.name == conflict.field
        })
      else { continue }
      entries[index].initial = conflict.theirs
      entries[index].offered = conflict.theirs
      if choice.theirs.contains(conflict.field) {
        choose(conflict.theirs, for: index, editing: editing)
      }
    }
    problem = nil
  }

  /// The part that holds every field two people changed: shown, or fixed as the status of a move is.
  func part(holding conflicts: [FieldConflict]) -> Int? {
    guard also.isEmpty else { return nil }
    return parts.indices.first { part in
      parts[part].card != nil
        && conflicts.allSatisfy { conflict in
          parts[part].fixed[conflict.field] != nil
            || entries.contains { $0.part == part && $0.facts.name == conflict.field }
        }
    }
  }

  /// As it was opened.
  func emptied(_ editing: FieldEditing) -> RecordForm {
    var fresh = self
    for index in fresh.entries.indices {
      fresh.choose(fresh.entries[index].offered, for: index, editing: editing)
    }
    fresh.view[Self.reasonID]?.input = TextInput()
    fresh.problem = nil
    return fresh
  }
}

extension FieldValue {
  /// The codes of a choice.
  fileprivate var chosen: [String] {
    switch self {
    case .code(let code): [code]
    case .codes(let codes): codes
    default: []
    }
  }
}
