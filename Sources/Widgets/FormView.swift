package import Cells

/// The fields of a form, one of which has the focus.
package struct FormView: Hashable, Sendable {
  /// What a key did.
  package enum Response: Hashable, Sendable {
    /// The key means nothing to the form.
    case ignored
    /// The focus or the insertion point moved.
    case moved
    /// The value of the focused field changed.
    case edited
    /// The list of the focused choice is asked for, with what was typed to search it.
    case choose(String)
    /// The next (1) or previous (-1) of the focused choice is asked for.
    case step(Int)
    /// Enter or Tab on the last field: there is no next one.
    case ended
  }

  package var fields: [FormField]
  /// Which field has the focus.
  package private(set) var focus: Int

  package init(fields: [FormField], focus: Int = 0) {
    self.fields = fields
    self.focus = max(0, min(focus, fields.count - 1))
  }

  /// The field that has the focus; nil in a form without fields.
  package var focused: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// The field with an id; setting it changes that field, if there is one.
  package subscript(id: String) -> FormField? {
    get { fields.first { $0.id == id } }
    set {
      guard let newValue, let index = fields.firstIndex(where: { $0.id == id }) else { return }
      fields[index] = newValue
    }
  }

  /// Gives the focus to a field, if there is one of that id, and opens the group it is in.
  package mutating func focus(on id: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    focus = index
    open(fields[index].group)
  }

  /// Shows the fields below a heading.
  package mutating func open(_ heading: String?) {
    if let heading, self[heading]?.isClosed == true { self[heading]?.kind = .heading(isOpen: true) }
  }

  /// The row of a region in which the focused field stands, and the column of what it holds.
  package func place(in region: Region, width: CellWidth) -> Position {
    let layout = FormLayout(self, region: region, width: width)
    guard layout.places.indices.contains(focus) else { return region.origin }
    return region.position(
      row: layout.places[focus].row - layout.top, column: layout.boxStart)
  }

  /// Whether a field is seen: its group is open.
  func isSeen(_ field: FormField) -> Bool {
    guard let group = field.group else { return true }
    return self[group]?.isClosed != true
  }

  /// The fields that are seen, in their order.
  package var seen: [FormField] { fields.filter(isSeen) }

  /// Edits the focused field or moves the focus.
  ///
  /// `region` is where the form is drawn: Up and Down go by the lines seen there.
  package mutating func update(_ key: Key, in region: Region, width: CellWidth) -> Response {
    guard let field = focused else { return .ignored }
    let response: Response
    switch field.kind {
    case .text(var input):
      if field.isFresh, case .character = key { input = TextInput() }
      response = Self.edit(&input, key)
      if response != .ignored { fields[focus].isFresh = false }
      fields[focus].kind = .text(input)
    case .lines(var input, let rows):
      let layout = FormLayout(self, region: region, width: width)
      let columns = layout.places[focus].columns
      if key == .up && input.moveLine(-1, columns: columns, width: width)
        || key == .down && input.moveLine(1, columns: columns, width: width)
      {
        response = .moved
      } else {
        response = Self.edit(&input, key)
      }
      fields[focus].kind = .lines(input, rows: rows)
    case .choice: response = Self.choose(key)
    case .flag(let isOn):
      response = key == .character(" ") ? .edited : .ignored
      if response == .edited { fields[focus].kind = .flag(!isOn) }
    case .heading(let isOpen):
      response = key == .character(" ") || key == .enter && !isOpen ? .moved : .ignored
      if response == .moved { fields[focus].kind = .heading(isOpen: !isOpen) }
      // Enter goes on to what it has opened.
      if response == .moved, key == .enter { return moveFocus(key) }
    }
    return response == .ignored ? moveFocus(key) : response
  }

  /// Inserts a pasted text into the focused text field, or searches the focused choice for it.
  package mutating func paste(_ text: String) -> Response {
    switch focused?.kind {
    case .text(var input):
      if focused?.isFresh == true { input = TextInput() }
      input.paste(text)
      fields[focus].kind = .text(input)
      fields[focus].isFresh = false
      return .edited
    case .lines(var input, let rows):
      input.paste(text)
      fields[focus].kind = .lines(input, rows: rows)
      return .edited
    case .choice: return .choose(text)
    case .flag, .heading, nil: return .ignored
    }
  }

  private static func edit(_ input: inout TextInput, _ key: Key) -> Response {
    let text = input.text
    guard input.update(key) else { return .ignored }
    return input.text == text ? .moved : .edited
  }

  private static func choose(_ key: Key) -> Response {
    switch key {
    case .character(" "): .choose("")
    case .character(let letter): .choose(String(letter))
    case .control("n"): .step(1)
    case .control("p"): .step(-1)
    default: .ignored
    }
  }

  private mutating func moveFocus(_ key: Key) -> Response {
    switch key {
    case .tab, .enter, .down:
      guard let next = fields.indices.dropFirst(focus + 1).first(where: { isSeen(fields[$0]) })
      else { return .ended }
      focus = next
    case .backTab, .up: focus = fields.indices.prefix(focus).last { isSeen(fields[$0]) } ?? focus
    default: return .ignored
    }
    return .moved
  }
}
