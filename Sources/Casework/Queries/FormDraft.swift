/// What was typed into a form that is not saved yet: enough to open the same form again, at the
/// same field.
package struct FormDraft: Codable, Hashable, Sendable {
  /// One record the form writes.
  package struct Part: Codable, Hashable, Sendable {
    package var kind: RecordKind
    /// Nil for a new record.
    package var id: RecordID?
    /// The version the person began with.
    package var version: Int?
    /// What is saved without being shown.
    package var fixed: [String: FieldValue]
    /// The fields shown, in their order.
    package var fields: [String]

    package init(
      _ kind: RecordKind, id: RecordID?, version: Int?, fixed: [String: FieldValue],
      fields: [String]
    ) {
      self.kind = kind
      self.id = id
      self.version = version
      self.fixed = fixed
      self.fields = fields
    }
  }

  package var command: String
  /// The first row of the form, as it was shown.
  package var subject: String
  package var parts: [Part]
  /// Further records that get the same values.
  package var also: [Part]
  package var asksReason: Bool
  /// What differs from how the form was opened, by the form's name of the field: typed text as it
  /// was typed, else what was chosen.
  package var contents: [String: FieldValue]
  package var focus: String
  /// Characters before the insertion point in the focused field.
  package var insertionPoint: Int

  package init(
    command: String, subject: String, parts: [Part], also: [Part], asksReason: Bool,
    contents: [String: FieldValue], focus: String, insertionPoint: Int
  ) {
    self.command = command
    self.subject = subject
    self.parts = parts
    self.also = also
    self.asksReason = asksReason
    self.contents = contents
    self.focus = focus
    self.insertionPoint = insertionPoint
  }

  /// What tells the form from other forms: the command, its records, and what it is about.
  package var key: String {
    ([command] + (parts + also).map(\.key)).joined(separator: " ")
  }
}

extension FormDraft.Part {
  fileprivate var key: String {
    let about = fixed.sorted { $0.key < $1.key }.map { name, value in
      switch value {
      case .link(let link): "\(name)=\(link.address.kind.rawValue):\(link.address.id.rawValue)"
      case .code(let code): "\(name)=\(code)"
      // The day of writing changes from day to day, and is none of what it is about.
      case .date(let day) where name != "on": "\(name)=\(day)"
      default: name
      }
    }
    let record = id.map { "\(kind.rawValue):\($0.rawValue)" } ?? kind.rawValue
    return ([record] + about).joined(separator: ",")
  }
}
