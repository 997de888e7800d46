package import Cells
import Casework
import Labels
import Widgets
import Wording

extension Desk {
  /// Takes one event; returns what is to be asked of the world.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key) + watchDuplicates()
    case .paste(let text): return paste(text) + watchDuplicates()
    case .resize(let size):
      self.size = size
      return loadMissing() + refreshPreview() + missingPicture()
    case .resumed: return [.redraw]
    case .tick, .ended: return keepDraft()
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    made = nil
    // Whoever goes on with the form does not leave it any more.
    afterKeeping = nil
    let key = folded(key)
    let effects = overlays.last.map { update($0, key) } ?? pressPicture(key) ?? browse(key)
    tellInputMethod()
    return effects
  }

  /// A key where no text is typed: the table of commands decides.
  private mutating func browse(_ key: Key) -> [Effect] {
    if !pressed.isEmpty, KeyMode.prefix.has(key) {
      pressed = []
      return []
    }
    pressed.append(key)
    let (complete, begun) = CommandTable.matches(pressed, among: offered)
    if let complete {
      pressed = []
      return give(complete.name)
    }
    if begun.isEmpty, !explainElsewhere() {
      let text = KeySequence(pressed).text
      pressed = []
      let isComposed = InputMethodFold.isComposed(key)
      notice = Notice(text: words(isComposed ? "desk.imeComposed" : "desk.unknownKey", text))
    }
    return []
  }

  /// Says of keys that give nothing here why; their box does where they are only begun.
  private mutating func explainElsewhere() -> Bool {
    let known = CommandTable.matches(pressed, among: elsewhere)
    if known.complete == nil, !known.begun.isEmpty { return true }
    let others = known.complete.map { [$0] } ?? commands.all.filter { !isForViewer($0) }
    let (complete, begun) = CommandTable.matches(pressed, among: others)
    guard let command = complete ?? begun.first?.command else { return false }
    pressed = []
    notice = reason(against: command).map { Notice(text: $0) }
    return true
  }

  private mutating func paste(_ text: String) -> [Effect] {
    switch overlays.last {
    case .form(var form):
      let response = form.view.paste(text)
      if response == .ignored { notice = Notice(text: words("desk.pasteRefused")) }
      return follow(response, in: &form)
    case .picker(var picker):
      _ = picker.view.paste(text)
      return narrowed(&picker)
    case .filter(var input, let before):
      input.paste(text)
      replaceTop(.filter(input, before: before))
      return search(input.text)
    default:
      notice = Notice(text: words("desk.pasteRefused"))
      return []
    }
  }

  private mutating func update(_ overlay: Overlay, _ key: Key) -> [Effect] {
    switch overlay {
    case .form(let form): return update(form, key)
    case .picker(let picker): return update(picker, key)
    case .letters(let choice): return update(choice, key)
    case .filter(let input, let before): return update(input, before: before, key)
    case .bulk(let preview): return update(preview, key)
    case .page(let page): return update(page, key)
    case .rollCall(let call): return update(call, key)
    case .conflict(let choice, let part): return update(choice, part: part, key)
    case .confirm(let view, let question):
      guard KeyMode.confirm.has(key), let yes = view.answer(key) else { return [] }
      overlays.removeLast()
      return yes ? carryOut(question) : []
    }
  }

  private mutating func carryOut(_ question: Question) -> [Effect] {
    switch question {
    case .quit: return [.quit]
    case .command(let name): return perform(name)
    case .saveTwin: return saveTwin()
    case .save(let changes): return [.save(changes)]
    case .discard: return discard()
    case .leaveUnkept(let next): return go(on: next)
    case .takeBack(let step): return [step.isUndo ? .undoEarlier(step) : .redoEarlier(step)]
    }
  }

  mutating func replaceTop(_ overlay: Overlay) {
    if !overlays.isEmpty { overlays[overlays.count - 1] = overlay }
  }

  private mutating func update(_ choice: LetterChoice, _ key: Key) -> [Effect] {
    overlays.removeLast()
    if choice.mode.meaning(of: key)?.action == .leaveBox { return [] }
    guard let index = choice.view.index(of: key), choice.actions.indices.contains(index) else {
      if choice.passesKeys { return press(key) }
      notice = Notice(text: words("desk.unknownKey", key.name))
      return []
    }
    if let reason = choice.view.items[index].reason {
      notice = Notice(text: reason)
      return []
    }
    let effects = act(choice.actions[index])
    if let refused = choice.refused, case .form(var form) = overlays.last {
      form.answers = refused
      replaceTop(.form(form))
    }
    return effects
  }

  private mutating func update(_ input: TextInput, before: String, _ key: Key) -> [Effect] {
    var input = input
    switch KeyMode.search.meaning(of: key)?.action {
    case .leaveSearch:
      overlays.removeLast()
      // Back to where somebody was before they began to look.
      return search(before, keeping: list.beforeFilter)
    case .takeSearch:
      overlays.removeLast()
      return []
    default:
      let old = input.text
      _ = input.update(key)
      replaceTop(.filter(input, before: before))
      return input.text == old ? [] : search(input.text)
    }
  }

  private mutating func search(_ text: String, keeping kept: RecordAddress? = nil) -> [Effect] {
    list.query = searched(list.query, text.trimmed)
    return reload(selecting: kept)
  }

  /// A list narrowed to what is typed in either language.
  func searched(_ query: ListQuery, _ text: String) -> ListQuery {
    query.searching(text, languages: [words] + otherWords)
  }
}
