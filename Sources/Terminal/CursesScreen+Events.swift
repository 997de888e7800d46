package import Cells
import CNcurses

extension CursesScreen {
  /// Waits for what happens next.
  ///
  /// Nothing is lost between calls. After `Event.ended` every call returns it at once.
  /// - Parameter timeoutMilliseconds: When to return `Event.tick` where nothing happens; nil waits
  ///   for ever.
  package mutating func nextEvent(timeoutMilliseconds: Int? = nil) -> Event {
    if let paste = openPaste { return goOn(paste) }
    let timeout = timeoutMilliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    let input = readAhead ?? curses_next(timeout)
    readAhead = nil
    switch input.kind {
    case .character: return .key(typedKey(from: input.scalar))
    case .function: return .key(.function(Int(input.value)))
    case .enter: return .key(.enter)
    case .backTab: return .key(.backTab)
    case .backspace: return .key(.backspace)
    case .delete: return .key(.delete)
    case .up: return .key(.up)
    case .down: return .key(.down)
    case .left: return .key(.left)
    case .right: return .key(.right)
    case .home: return .key(.home)
    case .end: return .key(.end)
    case .pageUp: return .key(.pageUp)
    case .pageDown: return .key(.pageDown)
    case .paste: return goOn(PastedText())
    case .resize:
      size = Size(curses_size())
      shown = nil
      return .resize(size)
    case .resumed: return .resumed
    case .answered: return .found(TerminalFacts(curses_answer(), colours: Int(curses_colours())))
    case .timeout: return .tick
    case .ended: return .ended
    }
  }

  /// A character may come as several scalars, such as a kanji with the selector of its variant.
  private mutating func typedKey(from first: Unicode.Scalar) -> Key {
    if let key = Key(control: first) { return key }
    var character = Character(first)
    while true {
      let next = curses_pending()
      guard next.kind != .timeout else { break }
      guard next.kind == .character, let longer = character.joined(by: next.scalar) else {
        readAhead = next
        break
      }
      character = longer
    }
    return .character(character)
  }

  /// Takes in what has come of a paste; a tick where it takes longer, so that a paste that somebody
  /// draws out holds nothing up.
  private mutating func goOn(_ begun: PastedText) -> Event {
    var paste = begun
    openPaste = nil
    let limit = ContinuousClock.now + .milliseconds(500)
    while !paste.isComplete, let byte = UInt8(exactly: curses_paste_byte()) {
      paste.append(byte)
      guard .now < limit || paste.isComplete else {
        openPaste = paste
        return .tick
      }
    }
    return paste.isTooLong ? .pasteTooLong : .paste(paste.text)
  }
}

extension CursesInput {
  fileprivate var scalar: Unicode.Scalar { Unicode.Scalar(value) ?? "\u{FFFD}" }
}

extension Character {
  /// The character together with a scalar that joins it; nil where the scalar begins the next one.
  fileprivate func joined(by scalar: Unicode.Scalar) -> Character? {
    var text = String(self)
    text.unicodeScalars.append(scalar)
    // Nobody types sixteen marks on one letter; a stream of them is to become keys all the same.
    guard text.unicodeScalars.count <= 16, text.count == 1 else { return nil }
    return text.first
  }
}
