internal import Casework
package import Cells
internal import Labels
internal import Widgets

/// What the keys of the wizard do.
extension SheetPage {
  package mutating func press(_ key: Key, _ scene: Scene) -> [Deed]? {
    guard let mode, let (action, step) = mode.meaning(of: key) ?? mode.textMeaning(of: key) else {
      return [.say(scene.words("desk.unknownKey", key.name))]
    }
    if asked != nil { return perform(action, step, scene) }
    if choice != nil { return choose(action, key, scene) }
    guard stage == .file else { return perform(action, step, scene) }
    switch action {
    case .leaveBox: return [.close]
    case .openSheet: return openFile(scene.words)
    case .completePath:
      guard path.complete(scene.words) else { return [] }
    default: _ = path.update(key, in: path.list(in: body(scene), scene), scene.words)
    }
    return askFolder().map(Deed.ask)
  }

  package mutating func paste(_ text: String, _ scene: Scene) -> [Deed]? {
    guard asked == nil else { return nil }
    if choice != nil {
      choice?.paste(text)
      return []
    }
    guard stage == .file else { return nil }
    path.paste(text, scene.words)
    return askFolder().map(Deed.ask)
  }

  private mutating func openFile(_ words: Words) -> [Deed] {
    guard let chosen = path.chosen(words) else { return askFolder().map(Deed.ask) }
    if chosen != request.path {
      // Nothing that was decided of one file holds of another.
      request = SheetRequest(kind, in: words.language)
      request.path = chosen
    }
    request.print = nil
    return ask(.columns)
  }

  /// Where what a step shows stands, below the steps.
  func body(_ scene: Scene) -> Region { scene.region.inset(top: 2) }

  /// How many rows a table of it has about.
  private func tableRows(_ scene: Scene) -> Int { max(1, body(scene).rows - 4) }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    if action == .stopWork { return [.ask(.stopWork)] }
    if let move = action.listStep(step) {
      let rows = tableRows(scene)
      switch stage {
      case .columns: columns.move(move, visibleRows: rows)
      case .problems: problems.move(move, visibleRows: rows)
      case .outcome: outcome.selection.move(move, visibleRows: rows)
      case .file, .done: break
      }
      return []
    }
    switch stage {
    case .columns: return performOnColumns(action, scene)
    case .problems: return performOnProblems(action, scene)
    case .outcome: return performOnOutcome(action, scene)
    case .done: return [.close] + leave(scene.words)
    case .file: return []
    }
  }

  /// The first of what came in, else of what was changed, where it is listed.
  var firstBrought: RecordAddress? {
    [SheetCheck.Fate.added, .changed].lazy
      .compactMap { fate in check?.rows[fate]?.lazy.compactMap(\.link).first?.address }.first
  }

  private func leave(_ words: Words) -> [Deed] {
    let screen = ScreenID(listing: kind)
    guard let first = firstBrought, first.kind == kind else { return [.go(screen)] }
    return [.goTo(screen, first), .say(words("sheet.wentTo"))]
  }

  // MARK: Columns

  private mutating func performOnColumns(_ action: ModeAction, _ scene: Scene) -> [Deed] {
    guard let shape else { return [] }
    switch action {
    case .nextStep:
      if let column = shape.columns.first(where: { $0.doubt?.isOpen == true }) {
        columns.select(column.position)
        return [.say(scene.words("sheet.undecided", column.letters))]
      }
      guard shape.columns.contains(where: { $0.use != .note }) else {
        return [.say(scene.words("sheet.noField"))]
      }
      if isStale { return ask(.check) }
      stage = check?.problems.isEmpty == true ? .outcome : .problems
    case .previousStep: stage = .file
    case .changeColumn: choice = SheetChoice(column: columns.index, of: shape, kind, scene)
    case .dropColumn: return decide(SheetChoices.noField, of: columns.index)
    case .sheetKind: choice = SheetChoice(kinds: kind, scene)
    case .readOtherwise: choice = SheetChoice(otherwise: shape, scene.words)
    case .forgetChoices:
      request.choices = SheetChoices()
      request.ignoresRemembered = true
      return ask(.columns)
    default: break
    }
    return []
  }

  private mutating func decide(_ name: String?, of column: Int) -> [Deed] {
    // One field, one column: who had it before gives it up.
    if let name, name != SheetChoices.noField {
      for (other, own) in request.choices.columns where own == name && other != column {
        request.choices.columns[other] = SheetChoices.noField
      }
    }
    request.choices.columns[column] = name
    request.ignoresRemembered = true
    return ask(.columns)
  }

  // MARK: Problems

  private mutating func performOnProblems(_ action: ModeAction, _ scene: Scene) -> [Deed] {
    let found = SheetProblems(self)
    switch action {
    case .nextStep:
      guard found.open.isEmpty else {
        return [.say(scene.words("sheet.stillOpen", String(found.open.count)))]
      }
      if isStale { return ask(.check) }
      stage = .outcome
    case .previousStep: stage = .columns
    case .mend:
      choice = found.line(at: problems.index).map { SheetChoice(mending: $0, kind, scene) }
    case .leaveRows: found.line(at: problems.index).map { mend($0, .leaveOut) }
    case .leaveAllRows:
      for group in found.open { request.choices.mends.reasons[group.reason] = .leaveOut }
    default: break
    }
    return []
  }

  /// Decides what becomes of the cells of a line: of one text, or of all with that reason.
  mutating func mend(_ line: SheetProblems.Line, _ mend: Mend?) {
    let (group, text) = (line.group, line.text)
    if let text {
      request.choices.mends[group.reason.field, text.text] = mend
    } else {
      for text in group.texts { request.choices.mends[group.reason.field, text.text] = nil }
      request.choices.mends.reasons[group.reason] = mend
      // What only the store refuses it refuses text by text.
      if let mend, !group.reason.isUnreadable, mend != .leaveOut, mend != .create {
        for text in group.texts { request.choices.mends[group.reason.field, text.text] = mend }
      }
    }
    if mend != .leaveOut { isStale = true }
  }

  // MARK: Outcome

  private mutating func performOnOutcome(_ action: ModeAction, _ scene: Scene) -> [Deed] {
    guard let check else { return [] }
    switch action {
    case .writeSheet:
      guard check.count(of: .added) + check.count(of: .changed) > 0 else {
        return [.say(scene.words("sheet.nothingToWrite"))]
      }
      request.leftOut = check.refused
      return ask(.write)
    case .previousStep: stage = check.problems.isEmpty ? .columns : .problems
    case .openRows: outcome.toggle(check)
    case .sheetWins:
      guard let field = outcome.field else { return [.say(scene.words("sheet.noDifference"))] }
      guard field != RecordDescription.of(kind).statusField?.name else {
        return [.say(scene.words("sheet.statusStays"))]
      }
      if request.choices.overwrite.remove(field) == nil {
        request.choices.overwrite.insert(field)
      }
      return ask(.check)
    default: break
    }
    return []
  }

  // MARK: Lists to choose from

  private mutating func choose(_ action: ModeAction, _ key: Key, _ scene: Scene) -> [Deed] {
    guard action != .leaveBox else {
      choice = nil
      return []
    }
    let region = body(scene)
    guard let taken = choice?.press(key, in: region) else { return [] }
    choice = nil
    switch taken {
    case .column(let column, let name): return decide(name, of: column)
    case .mend(let line, let mend):
      self.mend(line, mend)
      problems.move(.down, visibleRows: tableRows(scene))
    case .kind(let kind):
      request.kind = kind
      request.choices = SheetChoices()
      return ask(.columns)
    case .sheet(let name):
      request.sheet = name
      return ask(.columns)
    case .encoding(let name):
      request.encoding = name
      return ask(.columns)
    }
    return []
  }
}

extension SheetColumn.Doubt {
  /// Whether the person has to decide.
  fileprivate var isOpen: Bool { if case .mayBe = self { true } else { false } }
}

extension KeyMode {
  /// What a key that is part of a text is taken for.
  fileprivate func textMeaning(of key: Key) -> (action: ModeAction, step: Int)? {
    isText(key) ? (.character, 1) : nil
  }
}
