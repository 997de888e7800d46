/// A record as it leaves the store: what the viewer may see of it, and nothing else.
package struct Card: Hashable, Sendable {
  package let address: RecordAddress
  /// Grows by one with each change; a save names the version it started from.
  package var version: Int
  /// The number staff use, or the random code for a volunteer.
  package var number: String
  /// Whether a search found it only because a name sounds like what was looked for.
  package var isGuess = false
  private var values: [String: Content]

  /// A field's content; a field that is not among a card's contents was not asked for.
  package enum Content: Hashable, Sendable {
    case value(FieldValue)
    /// The viewer may not see it: the store never read it.
    case withheld
    /// The viewer may see it once they said why; until then the store does not read it.
    case sealed
  }

  package init(
    _ address: RecordAddress, version: Int = 1, number: String = "",
    values: [String: Content] = [:]
  ) {
    self.address = address
    self.version = version
    self.number = number
    self.values = values
  }

  /// The value of a field; absent too where it is withheld or was not asked for.
  package subscript(field: String) -> FieldValue {
    get { if case .value(let value) = values[field] { value } else { .absent } }
    set { values[field] = .value(newValue) }
  }

  package func content(_ field: String) -> Content? { values[field] }
  package var fieldNames: some Collection<String> { values.keys }
}

/// What somebody wants to save: the fields that changed, of a new record or of a version of one.
package struct Change: Hashable, Sendable {
  package var kind: RecordKind
  /// Nil for a new record.
  package var id: RecordID?
  /// The version the person saw; required where `id` is given.
  package var version: Int?
  /// Only what is to change; borrowed fields change the record they are borrowed from.
  package var values: [String: FieldValue]
  /// Why, in the person's words, where a rule asks for it or they gave it.
  package var reason: String
  /// The command of the one table that the person gave.
  package var command: String

  package init(
    _ kind: RecordKind, id: RecordID? = nil, version: Int? = nil,
    values: [String: FieldValue] = [:], reason: String = "", command: String
  ) {
    self.kind = kind
    self.id = id
    self.version = version
    self.values = values
    self.reason = reason
    self.command = command
  }

  /// A new record.
  package init<R: Record>(adding record: R, command: String) {
    self.init(R.kind, values: record.changes(since: nil), command: command)
  }
}
