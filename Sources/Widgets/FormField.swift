/// One field of a form as it is shown and edited.
package struct FormField: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case text(TextInput)
    /// Several lines, shown in so many rows.
    case lines(TextInput, rows: Int)
    /// One of a list that the caller opens; holds the shown label of what is chosen.
    case choice(String)
    case flag(Bool)
    /// The fields of a group stand below it while it is open; its hint says which they are.
    case heading(isOpen: Bool)
  }

  /// By what the caller knows the field.
  package let id: String
  package var label: String
  package var kind: Kind
  /// The cells its value wants between the brackets.
  package var columns: Int
  /// An example or an echo, shown beside the field; gives way to an error.
  package var hint: String
  /// What is wrong with the value; nil when nothing is.
  package var error: String?
  /// The id of the heading that it stands below; nil for a field that is always seen.
  package var group: String?
  /// Whether what stands in it was put there for the person: what they type then takes its place.
  package var isFresh = false

  package init(
    id: String, label: String, kind: Kind, columns: Int = 40, hint: String = "",
    error: String? = nil
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.columns = columns
    self.hint = hint
    self.error = error
  }

  /// The field's input where text is typed into it; nil for a choice and a flag.
  package var input: TextInput? {
    get {
      switch kind {
      case .text(let input), .lines(let input, _): input
      case .choice, .flag, .heading: nil
      }
    }
    set {
      guard let newValue else { return }
      switch kind {
      case .text: kind = .text(newValue)
      case .lines(_, let rows): kind = .lines(newValue, rows: rows)
      case .choice, .flag, .heading: break
      }
    }
  }

  package var isHeading: Bool { if case .heading = kind { true } else { false } }

  /// Whether it is a heading whose fields are not seen.
  package var isClosed: Bool { if case .heading(false) = kind { true } else { false } }

  /// The text of a text field; nil for a choice and a flag.
  package var text: String? { input?.text }
}
