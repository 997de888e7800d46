/// What one organisation tells another about somebody, as it is in a file: a referral, the answer to one,
/// or that the person took their consent back.
package struct Letter: Hashable, Sendable {
  package enum Matter: String, CaseIterable, Sendable {
    case referral, answer, revocation
  }

  /// An organisation, with the sign of the keys by which it writes and reads.
  package struct Party: Hashable, Sendable {
    package var name: String
    package var fingerprint: String

    package init(name: String, fingerprint: String) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }

  /// Random; a letter is taken in once.
  package var id: String
  /// The id of the first letter about the same referral.
  package var thread: String
  package var matter: Matter
  package var on: CivilDate
  package var sender: Party
  package var recipient: Party
  /// The random code of the case where the referral comes from: no name, and no count of cases.
  package var number = ""
  package var purpose = ""
  package var serviceType: ServiceType?
  package var records: [LetterRecord] = []
  /// What was kept back, by `LetterField.code`.
  package var withheld: [String] = []
  /// Of an answer: `accepted` or `declined`.
  package var answer: ReferralStage?
  /// What the answer says beside.
  package var words = ""

  package init(
    _ matter: Matter, id: String, thread: String, on: CivilDate, from sender: Party,
    to recipient: Party
  ) {
    self.matter = matter
    self.id = id
    self.thread = thread
    self.on = on
    self.sender = sender
    self.recipient = recipient
  }

  /// Whether a text has the form of an id: 128 bits in hexadecimal.
  package static func isID(_ text: String) -> Bool {
    text.utf8.count == 32 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }
}

/// A record as a letter tells it.
package struct LetterRecord: Hashable, Sendable {
  package var kind: RecordKind
  package var values: [String: FieldValue]

  package init(_ kind: RecordKind, _ values: [String: FieldValue]) {
    self.kind = kind
    self.values = values
  }
}

/// What is to be told to whom.
package struct ReferralRequest: Hashable, Sendable {
  package var record: RecordID
  package var partner: String
  package var purpose = ""
  package var serviceType: ServiceType?
  /// Kinds of record about the case that go with it.
  package var kinds: [RecordKind] = []
  /// Fields that are kept back beside what the person keeps back.
  package var withheld: Set<String> = []
  /// Sealed fields that are told all the same.
  package var included: Set<String> = []

  package init(_ record: RecordID, to partner: String) {
    self.record = record
    self.partner = partner
  }
}

/// What became of a letter that came.
package enum LetterFate: Hashable, Sendable {
  /// It is about this case, here; of a referral it is new.
  case taken(Link)
  /// A referral was taken back that never came here: it will not be taken in.
  case stopped
  /// Nothing was written.
  case refused(LetterLack, Link?)
}

/// Why a letter is neither taken in nor written.
///
/// Its words are `letterLack.<code>`.
package enum LetterLack: String, CaseIterable, Error, Sendable {
  /// This very letter was taken in before.
  case seen
  /// Another letter about the same referral was.
  case known
  /// The person took their consent back.
  case revoked
  /// It is about a referral that went to, or came from, somebody else.
  case otherPartner
  /// It answers a referral that never went out.
  case unasked
  /// The case has no referral that came, or none that went to this partner.
  case noReferral

  package var labelKey: String { "letterLack.\(rawValue)" }
}

/// What is written down here of a letter that came, in the words of whoever takes it in.
package struct LetterWords: Hashable, Sendable {
  /// What is to be done about it.
  package var action: String
  /// In how many days.
  package var days: Int
  /// What it says that has no field here.
  package var note: String

  package init(action: String, days: Int, note: String = "") {
    self.action = action
    self.days = days
    self.note = note
  }
}

/// What the journal says of letters, of partners and of what is sent to staff.
///
/// Its words are `exportNote.<code>`.
package enum LetterNote: String, Sendable {
  case letter, thread, partner, withheld, answer, scope, key, digest
}

extension [LetterNote: String] {
  /// As an entry of the journal has it.
  package var told: [String: FieldValue] {
    reduce(into: [:]) { $0[$1.key.rawValue] = .text($1.value) }
  }
}
