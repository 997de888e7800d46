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

  /// Gives the focus to a field, if there is one of that id.
  package mutating func focus(on id: String) {
    if let index = fields.firstIndex(where: { $0.id == id }) { focus = index }
  }

  /// Edits the focused field or moves the focus.
  ///
  /// - Parameters:
  ///   - region: Where the form is drawn: Up and Down go by the lines seen there.
  ///   - width: What measures those lines.
  package mutating func update(_ key: Key, in region: Region, width: CellWidth) -> Response {
    .ignored
  }

  /// Inserts a pasted text into the focused text field.
  package mutating func paste(_ text: String) -> Response { .ignored }

  /// Draws the fields around the focused one, never in the frame's last row, and puts the cursor
  /// at the insertion point.
  package func draw(into frame: inout Frame, in region: Region) {}
}
