import Casework
package import Cells
import Labels
import Widgets

/// The way of an event: to the box on top, the page below, or the table of commands.
extension Desk {
  /// Takes one event; returns what is to be asked of the world.
  package mutating func update(_ event: Event) -> [Effect] {
    if isHidden, event.isOfPerson {
      isHidden = false
      return []
    }
    switch event {
    case .key(let key): return press(key) + watchDuplicates()
    case .paste(let text): return paste(text) + watchDuplicates()
    case .pasteTooLong: return carryOut([.say(words("desk.pasteTooLong"))])
    case .resize(let size):
      self.size = size
      return grow()
    case .resumed: return [.redraw]
    case .found(let terminal):
      self.terminal = terminal
      return []
    case .tick, .ended: return keepDraft()
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    made = nil
    // Whoever goes on with the form does not leave it any more.
    shelf.next = nil
    let key = folded(key)
    let effects = overlays.last.map { update($0, key) } ?? pressPage(key) ?? browse(key)
    tellInputMethod()
    return effects
  }

  // MARK: Pages and commands

  /// A key that the page on top has for itself; nil where it means what it means everywhere.
  private mutating func pressPage(_ key: Key) -> [Effect]? {
    guard pressed.isEmpty, topPage.mode?.has(key) == true else { return nil }
    return onTop { $0.press(key, $1) ?? [] }
  }

  /// A key where no text is typed: the table of commands decides.
  private mutating func browse(_ key: Key) -> [Effect] {
    if !pressed.isEmpty, KeyMode.prefix.has(key) {
      pressed = []
      return []
    }
    pressed.append(key)
    let (complete, begun) = CommandTable.matches(pressed, among: Offer(self).begun(by: pressed))
    if let complete {
      pressed = []
      return give(complete)
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

  // MARK: Boxes

  /// Lets the box on top take a key, and does what it asks.
  private mutating func update(_ overlay: Overlay, _ key: Key) -> [Effect] {
    let scene = scene(in: layout.boxes)
    let deeds: [Deed]
    switch overlay {
    case .form(var form):
      deeds = form.press(key, formScene(form))
      replaceTop(.form(form))
    case .picker(var picker):
      deeds = picker.press(key, self.scene(in: region(of: picker)))
      replaceTop(.picker(picker))
    case .find(var box):
      deeds = box.press(key, scene)
      replaceTop(.find(box))
    case .page(var box):
      deeds = box.page.press(key, scene) ?? []
      replaceTop(.page(box))
    case .bulk(var preview):
      deeds = preview.press(key, scene)
      replaceTop(.bulk(preview))
    case .letters(let choice): return update(choice, key)
    case .filter(var box):
      deeds = box.press(key, scene)
      replaceTop(.filter(box))
    case .conflict(let choice, let part): return update(choice, part: part, key)
    case .confirm(let view, let deed):
      guard KeyMode.confirm.has(key), let yes = view.answer(key) else { return [] }
      overlays.removeLast()
      return yes ? carryOut([deed]) : []
    }
    return carryOut(deeds)
  }

  mutating func replaceTop(_ overlay: Overlay) {
    if !overlays.isEmpty { overlays[overlays.count - 1] = overlay }
  }

  /// Any key closes a box of letters.
  private mutating func update(_ choice: LetterChoice, _ key: Key) -> [Effect] {
    overlays.removeLast()
    if choice.mode.meaning(of: key)?.action == .leaveBox { return [] }
    guard let deeds = choice.deeds(of: key) else {
      if choice.passesKeys { return press(key) }
      if case .character(let letter) = key, let reason = choice.reasons[letter] {
        notice = Notice(text: reason)
        return []
      }
      notice = Notice(text: words("desk.unknownKey", key.name))
      return []
    }
    let effects = carryOut(deeds)
    if let refused = choice.refused, case .form(var form) = overlays.last {
      form.answers = refused
      replaceTop(.form(form))
    }
    return effects
  }

  mutating func paste(_ text: String) -> [Effect] {
    switch overlays.last {
    case .form(var form):
      let deeds = form.paste(text, formScene(form))
      replaceTop(.form(form))
      return carryOut(deeds)
    case .picker(var picker):
      let deeds = picker.paste(text, words)
      replaceTop(.picker(picker))
      return carryOut(deeds)
    case .find(var box):
      let deeds = box.paste(text, words)
      replaceTop(.find(box))
      return carryOut(deeds)
    case .filter(var box):
      let deeds = box.paste(text, scene(in: layout.boxes))
      replaceTop(.filter(box))
      return carryOut(deeds)
    case .page(var box):
      guard let deeds = box.page.paste(text, scene(in: layout.boxes)) else { return refusePaste() }
      replaceTop(.page(box))
      return carryOut(deeds)
    default: return refusePaste()
    }
  }

  private mutating func refusePaste() -> [Effect] {
    notice = Notice(text: words("desk.pasteRefused"))
    return []
  }
}
