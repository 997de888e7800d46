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
  /// Tells drafts of one form from each other: 0 for the first, where somebody begins anew another.
  package var serial: Int
  /// The first row of the form, as it was shown.
  package var subject: String
  package var parts: [Part]
  /// Further records that get the same values.
  package var also: [Part]
  package var asksReason: Bool
  /// What the form showed when it was opened beside what its records hold: what was most likely.
  package var offered: [String: FieldValue]
  /// What differs from how the form was opened, by the form's name of the field: typed text as it
  /// was typed, else what was chosen.
  package var contents: [String: FieldValue]
  package var focus: String
  /// Characters before the insertion point in the focused field.
  package var insertionPoint: Int
  /// When it was kept; nil until it is.
  package var keptAt: Instant?

  package init(
    command: String, serial: Int = 0, subject: String, parts: [Part], also: [Part],
    asksReason: Bool, offered: [String: FieldValue] = [:], contents: [String: FieldValue],
    focus: String, insertionPoint: Int
  ) {
    self.command = command
    self.serial = serial
    self.offered = offered
    self.subject = subject
    self.parts = parts
    self.also = also
    self.asksReason = asksReason
    self.contents = contents
    self.focus = focus
    self.insertionPoint = insertionPoint
  }

  /// The records that it writes or names.
  package var records: Set<RecordAddress> {
    let parts = parts + also
    let named = (parts.map(\.fixed) + [offered, contents]).flatMap(\.values)
    return Set(
      parts.compactMap { part in part.id.map { RecordAddress(part.kind, $0) } }
        + named.compactMap { if case .link(let link) = $0 { link.address } else { nil } })
  }

  /// What tells the draft from other drafts.
  package var key: String { serial == 0 ? form : "\(form) #\(serial)" }

  /// What tells the form from other forms: the command, its records, and what it is about.
  package var form: String {
    ([command] + (parts + also).map(\.key)).joined(separator: " ")
  }

  /// Whether the two hold the same, whenever they were kept.
  package func isSame(as other: FormDraft) -> Bool {
    var other = other
    other.keptAt = keptAt
    return self == other
  }

  /// What a person recognises a record by that it makes: the name in it, else the first words.
  package var title: String {
    guard let part = parts.first else { return "" }
    let description = RecordDescription.of(part.kind)
    let texts = (description.titleFields + part.fields).lazy.compactMap { name -> String? in
      guard case .text(let text) = contents["0.\(name)"] else { return nil }
      return text.split(whereSeparator: \.isNewline).first.map(String.init)
    }
    return texts.first { !$0.isEmpty } ?? ""
  }
}

extension FormDraft {
  private enum CodingKeys: String, CodingKey {
    case command, serial, subject, parts, also, asksReason, offered, contents, focus
    case insertionPoint
  }

  /// Reads a draft of an earlier version of the program too, which kept fewer facts.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      command: try values.decode(String.self, forKey: .command),
      serial: try values.decodeIfPresent(Int.self, forKey: .serial) ?? 0,
      subject: try values.decode(String.self, forKey: .subject),
      parts: try values.decode([Part].self, forKey: .parts),
      also: try values.decode([Part].self, forKey: .also),
      asksReason: try values.decode(Bool.self, forKey: .asksReason),
      offered: try values.decodeIfPresent([String: FieldValue].self, forKey: .offered) ?? [:],
      contents: try values.decode([String: FieldValue].self, forKey: .contents),
      focus: try values.decode(String.self, forKey: .focus),
      insertionPoint: try values.decode(Int.self, forKey: .insertionPoint))
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
