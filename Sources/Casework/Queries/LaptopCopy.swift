/// A copy of somebody's own cases that was taken along, as the store at home knows of it.
package struct LaptopCopy: Hashable, Sendable {
  /// 128 random bits in hexadecimal digits.
  package let id: String
  /// Whose cases they are.
  package let carrier: Link
  package let taken: Instant
  /// The last day on which it can be opened.
  package let until: CivilDate
  /// How many cases are in it.
  package let cases: Int
  /// When it last came home; nil where it did not, or where that was taken back.
  package var returned: Instant?
  /// When somebody said that it will not come back.
  package var lost: Instant?
  /// The end of its journal as far as it is known at home.
  package var seal: JournalSeal

  package init(
    _ id: String, of carrier: Link, taken: Instant, until: CivilDate, cases: Int, seal: JournalSeal
  ) {
    self.id = id
    self.carrier = carrier
    self.taken = taken
    self.until = until
    self.cases = cases
    self.seal = seal
  }

  /// So many letters of the id are enough for people.
  package static let lettersShown = 8

  package var shortID: String { String(id.prefix(Self.lettersShown)) }

  /// Whether it is still away.
  package var isOut: Bool { returned == nil && lost == nil }

  /// Whether it should have been brought home.
  package func isOverdue(on day: CivilDate) -> Bool { isOut && until < day }

  /// What the journal says of it; the words are `exportNote.<code>` in the label tables.
  package enum Detail: String, Sendable {
    case id = "laptopCopy"
    case until = "laptopUntil"
    case cases = "laptopCases"
    case records = "laptopRecords"
    case seal = "laptopSeal"
    case added = "laptopAdded"
    case changed = "laptopChanged"
  }

  /// Days for which a copy can be taken.
  package static let days = 1...31
}

extension [LaptopCopy.Detail: String] {
  /// As an entry of the journal has it.
  package var told: [String: FieldValue] {
    reduce(into: [:]) { $0[$1.key.rawValue] = .text($1.value) }
  }
}

/// Why a copy cannot be used, or not be brought home.
///
/// The words are `refusal.laptop.<code>` in the label tables.
package enum LaptopLack: Hashable, Sendable {
  /// Its last day is over.
  case expired(CivilDate)
  /// It came home, and nothing can be written in it any more.
  case home
  /// What was asked for is done in the store of the organisation alone.
  case onlyAtHome
  /// The file is no copy that was taken along.
  case noCopy
  /// It was not taken from this store.
  case foreign
  /// It is as it was before it came home last: a backup of it, perhaps.
  case older
  /// Its journal does not hold: somebody changed it past the program, or it is damaged.
  case broken
  /// Nobody has cases of their own that are open.
  case noCases
  /// The file is this very store.
  case itself

  package var code: String {
    switch self {
    case .expired: "expired"
    case .home: "home"
    case .onlyAtHome: "onlyAtHome"
    case .noCopy: "noCopy"
    case .foreign: "foreign"
    case .older: "older"
    case .broken: "broken"
    case .noCases: "noCases"
    case .itself: "itself"
    }
  }
}
