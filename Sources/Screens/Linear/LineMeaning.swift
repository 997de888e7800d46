internal import Cells
internal import Fold
internal import Labels
internal import Widgets

/// What a line stands for on the desk as it stands.
struct LineMeaning {
  let desk: Desk
  typealias Step = LinearReader.Step

  init(_ desk: Desk) { self.desk = desk }

  /// Nil for what means nothing here; nothing to do for a line that only asks where one is.
  func steps(of line: String) -> [Step]? {
    // Nothing else wakes a hidden screen, and what wakes it does nothing else.
    if desk.isHidden { return [.key(.enter)] }
    let text = line.trimmed
    if let mode = desk.mode, mode.takesText { return typed(text, mode) }
    return text.isEmpty ? [] : browsed(text)
  }

  /// The key that takes the row one is at: in the list of a field what is taken is gone on from.
  var takingKey: Key {
    guard case .picker(let picker) = desk.overlays.last, !picker.isSeveral else { return .enter }
    return picker.use == .field ? .tab : .enter
  }

  func move(down: Bool) -> Step {
    desk.overlays.isEmpty ? .command(down ? .down : .up) : .key(down ? .down : .up)
  }

  // MARK: Where no text is typed

  /// What something is called is meant as it is typed, keys and numbers without the input method.
  private func browsed(_ name: String) -> [Step]? {
    let text = InputMethodFold.text(name)
    if case .letters(let choice) = desk.overlays.last { return letter(text, name, of: choice.view) }
    if case .confirm(let view, _) = desk.overlays.last, let key = answer(name, to: view) {
      return [.key(key)]
    }
    if let number = Int(text) { return row(number) }
    if let word = LinearWord(name) { return read(word) }
    if desk.overlays.isEmpty {
      if let name = command(called: name) { return [.command(name)] }
      if let steps = leading(name) { return steps }
    }
    if let key = desk.mode.flatMap({ named(name, in: $0) }) { return [.key(key)] }
    return keys(text)
  }

  /// The letter of a box, the number of its row, or what it says.
  private func letter(_ text: String, _ name: String, of box: LetterBox) -> [Step]? {
    let row =
      Int(text).map { $0 - 1 } ?? box.items.firstIndex { $0.label.folded == name.folded }
    let isLetter = box.items.contains { $0.keys == text }
    if !isLetter, let row, box.items.indices.contains(row) {
      return KeySequence(box.items[row].keys)?.keys.map(Step.key)
    }
    guard isLetter || leaves(text) else { return text.count == 1 ? keys(text) : nil }
    return keys(text)
  }

  private func leaves(_ text: String) -> Bool { single(text).map(\.cancels) ?? false }

  private func answer(_ text: String, to view: ConfirmView) -> Key? {
    if text.folded == view.yes.folded { return .character("y") }
    return text.folded == view.no.folded ? .character("n") : nil
  }

  private func row(_ number: Int) -> [Step]? {
    switch desk.overlays.last {
    // Of a page whose digits are keys.
    case .page(let box) where box.page.mode?.meaning(of: Self.digit(number)) != nil:
      return [.key(Self.digit(number))]
    case .bulk(let preview) where preview.mode.name == KeyMode.manyBulk.name:
      return String(number).map { Step.key(.character($0)) } + [Step.key(.enter)]
    case nil:
      guard let page = desk.details.last, !page.isOnTimeline, !page.timeline.isEmpty else { break }
      return [Step.command("nextPane"), Step.row(number)]
    default: break
    }
    return [.row(number)]
  }

  /// The key of a number of one digit; any other number is no key of a table.
  private static func digit(_ number: Int) -> Key {
    .character((0...9).contains(number) ? Character(String(number)) : "\0")
  }

  private func read(_ word: LinearWord) -> [Step] {
    switch word {
    case .all: return [.noteAll]
    case .guide: return [.noteGuide]
    case .rows: break
    }
    if desk.overlays.isEmpty, let page = desk.details.last, !page.isOnTimeline,
      !page.timeline.isEmpty
    {
      return [Step.command("nextPane")] + LinearReader.readRows(move(down: true))
    }
    guard LinearText(desk).rowNumber != nil else { return [.noteAll] }
    return LinearReader.readRows(move(down: true))
  }

  /// The command of a name, or of what it is called in any language.
  private func command(called text: String) -> CommandName? {
    if let name = CommandName(rawValue: text), text.count > 1 { return name }
    let typed = text.folded
    let tables = [desk.words] + desk.otherWords
    let known = desk.commands.all.filter { desk.isForViewer($0) }.map(\.name)
    func called(_ ending: String) -> CommandName? {
      known.first { name in
        tables.contains { words in
          words.text(ifAny: "command.\(name.rawValue)\(ending)")?.folded == typed
        }
      }
    }
    return typed.count > 1 ? called("") ?? called(".hint") : nil
  }

  /// What is looked for, behind the key that looks for it.
  private func leading(_ text: String) -> [Step]? {
    guard let first = text.first, text.count > 1,
      let key = single(InputMethodFold.text(String(first))),
      let name = [CommandName.filter, .palette].first(where: { name in
        desk.commands[name]?.keys.contains { $0.keys == [key] } ?? false
      })
    else { return nil }
    let rest = String(text.dropFirst()).trimmed
    return name == .filter
      ? [Step.command(name), .ifTyping, .key(.control("u")), .paste(rest), .key(.enter)]
      : [Step.command(name), .ifTyping, .paste(rest)]
  }

  /// The key of a mode that does what is called so.
  private func named(_ text: String, in mode: KeyMode) -> Key? {
    let typed = text.folded
    guard typed.count > 1 else { return nil }
    let tables = [desk.words] + desk.otherWords
    return mode.keys.first { row in
      row.action != .letter && row.action != .digit
        && tables.contains { $0(row.action.labelKey).folded == typed }
    }?.all.first
  }

  /// A key, or several that give or begin a command.
  private func keys(_ text: String) -> [Step]? {
    if let key = single(text) { return [.key(key)] }
    let letters = text.allSatisfy { $0.isASCII && $0 != " " } && text.count < 4
    let sequences =
      [KeySequence(text)] + [letters ? KeySequence(text.map { Key.character($0) }) : nil]
    let commands = desk.commands.all
    for keys in sequences.compactMap({ $0?.keys }) {
      let pressed = desk.pressed + keys
      let (complete, begun) = CommandTable.matches(pressed, among: commands)
      if complete != nil || !begun.isEmpty { return keys.map(Step.key) }
    }
    return nil
  }

  /// A key by its name, however its letters are written.
  private func single(_ text: String) -> Key? {
    let word = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "-")
    let read = [text, word].compactMap { KeySequence($0)?.keys }.first { $0.count == 1 }
    return read?.first
  }
}

// MARK: Where text is typed

extension LineMeaning {
  /// Begins a key or what a key is called, where else everything is text.
  private static let escape = ":"
  /// Empties a field.
  private static let nothing = "-"
  private static let clear: [Step] = [.key(.control("u")), .key(.control("k"))]

  private func typed(_ text: String, _ mode: KeyMode) -> [Step]? {
    if InputMethodFold.text(String(text.prefix(1))) == Self.escape {
      let rest = String(text.dropFirst()).trimmed
      if let word = LinearWord(rest) { return read(word) }
      return (single(InputMethodFold.text(rest)) ?? named(rest, in: mode)).map { [Step.key($0)] }
    }
    // Nobody is called like the key that leaves, or like a key with Control.
    if text.count > 1, let key = single(text) {
      if key.cancels { return [.key(.escape)] }
      if case .control = key { return [.key(key)] }
    }
    switch desk.overlays.last {
    case .form(let form): return field(text, of: form)
    case .picker(let picker): return chosen(text, picker.view, isSeveral: picker.isSeveral)
    case .find(let box): return chosen(text, box.view, isSeveral: false)
    case .filter:
      if text.isEmpty { return [] }
      let typed: [Step] = text == Self.nothing ? [] : [.paste(text)]
      return [Step.key(.control("u"))] + typed + [Step.key(.enter)]
    default:
      let keys = text.map { Step.key(.character($0)) }
      return text.isEmpty ? [] : Self.clear + keys + [Step.key(.enter)]
    }
  }

  /// What is typed for a field of a form; nothing goes on to the next one.
  private func field(_ text: String, of form: RecordForm) -> [Step]? {
    if text.isEmpty { return [.key(.tab)] }
    let next: [Step] = [.key(.tab)]
    switch form.view.focused?.kind {
    case .text:
      let typed: [Step] = text == Self.nothing ? [] : [.paste(text)]
      return Self.clear + typed + next
    case .lines(let input, _):
      if text == Self.nothing {
        let lines = input.text.count { $0 == "\n" }
        let emptied = (0..<lines).flatMap { _ in [Step.key(.backspace)] + Self.clear }
        return Self.clear + emptied + next
      }
      let line: [Step] = input.text.isEmpty ? [] : [.key(.end), .key(.enter)]
      return line + [Step.paste(text)] + next
    case .choice:
      let open: [Step] = [.key(.character(" "))]
      if text == Self.nothing { return open + [Step.key(.backspace)] + next }
      if let number = Int(InputMethodFold.text(text)) {
        return open + [Step.row(number), Step.take]
      }
      return [.paste(text), .takeOnly(text)]
    case .flag(let isOn):
      guard let yes = isYes(text) else { return nil }
      let turned: [Step] = yes == isOn ? [] : [.key(.character(" "))]
      return turned + next
    case .heading: return isYes(text) == true ? [.key(.enter)] : isYes(text) == false ? next : nil
    case nil: return nil
    }
  }

  private func isYes(_ text: String) -> Bool? {
    let typed = text.folded
    let tables = [desk.words] + desk.otherWords
    if InputMethodFold.text(typed) == "y"
      || tables.contains(where: { $0("desk.yes").folded == typed })
    {
      return true
    }
    if InputMethodFold.text(typed) == "n"
      || tables.contains(where: { $0("desk.no").folded == typed })
    {
      return false
    }
    return nil
  }

  /// The number of an item takes it, a word reads them; else it is what is looked for.
  private func chosen(_ text: String, _ view: PickerView, isSeveral: Bool) -> [Step]? {
    // Of several, nothing more is the end.
    if text.isEmpty { return isSeveral ? [.key(.tab)] : [] }
    if let number = Int(InputMethodFold.text(text)) { return [.row(number), .take] }
    if let word = LinearWord(text), word == .rows { return LinearReader.readRows(.key(.down)) }
    let clear: [Step] = view.typed.isEmpty ? [] : Self.clear
    let isField = desk.overlays.dropLast().last?.form != nil
    let taking: [Step] = isField ? [.takeOnly(text)] : []
    return clear + [Step.paste(text)] + taking
  }
}

extension String {
  /// As it is compared.
  var folded: String { Fold.key(self) }
}
