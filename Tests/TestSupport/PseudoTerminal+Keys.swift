import CVTerm
package import Cells

extension PseudoTerminal {
  /// Presses a key; the terminal sends what the modes that the program set make of it.
  package func press(_ key: Key) {
    switch key {
    case .character(let character): type(String(character))
    // The terminal has longer codes for some of these, which few real ones send.
    case .control(let letter): send(bytes: letter.utf8.map { $0 & 0x1F })
    case .backTab: press(VTERM_KEY_TAB, VTERM_MOD_SHIFT)
    case .function(let number): press(VTermKey(VTERM_KEY_FUNCTION_0.rawValue + UInt32(number)))
    case .enter: press(VTERM_KEY_ENTER)
    case .tab: press(VTERM_KEY_TAB)
    case .escape: press(VTERM_KEY_ESCAPE)
    case .backspace: press(VTERM_KEY_BACKSPACE)
    case .delete: press(VTERM_KEY_DEL)
    case .up: press(VTERM_KEY_UP)
    case .down: press(VTERM_KEY_DOWN)
    case .left: press(VTERM_KEY_LEFT)
    case .right: press(VTERM_KEY_RIGHT)
    case .home: press(VTERM_KEY_HOME)
    case .end: press(VTERM_KEY_END)
    case .pageUp: press(VTERM_KEY_PAGEUP)
    case .pageDown: press(VTERM_KEY_PAGEDOWN)
    }
  }

  package func press(_ keys: [Key]) {
    for key in keys { press(key) }
  }

  /// Pastes a text, marked as such where the program asked the terminal for it.
  package func paste(_ text: String) {
    vterm_keyboard_start_paste(emulator)
    sendReplies()
    type(text)
    vterm_keyboard_end_paste(emulator)
    sendReplies()
  }

  private func press(_ key: VTermKey, _ modifier: VTermModifier = VTERM_MOD_NONE) {
    vterm_keyboard_key(emulator, key, modifier)
    sendReplies()
  }

  private func sendReplies() {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = vterm_output_read(emulator, &buffer, buffer.count)
    send(bytes: buffer[..<count].map(UInt8.init(bitPattern:)))
  }
}
