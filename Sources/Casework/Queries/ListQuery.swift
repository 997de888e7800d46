/// Which records of a kind, in which order.
package struct ListQuery: Hashable, Sendable {
  package var kind: RecordKind
  /// What the search box says; every word of it must be found.
  package var search: String
  /// What its words mean beside: the choices whose labels hold them.
  package var searchedCodes: [SearchedCodes] = []
  /// What it says beside in words that narrow the list: 期限<30日.
  package var words: [FilterWord] = []
  /// All of them must hold.
  package var filters: [FieldFilter]
  /// Nil for the kind's own order.
  package var sort: SortOrder?
  /// Whether names that only sound like its words are left out: what leaves the house holds no guesses,
  /// and a picture has no place to tell them.
  package var isLiteral = false
  /// In which writing names are ordered; the store says it for whoever looks.
  package var names = NameWriting.kana

  package init(
    _ kind: RecordKind, search: String = "", filters: [FieldFilter] = [], sort: SortOrder? = nil
  ) {
    self.kind = kind
    self.search = search
    self.filters = filters
    self.sort = sort
  }

  /// The same without guesses.
  package var literal: ListQuery {
    var query = self
    query.isLiteral = true
    return query
  }

  /// The order in force: the one asked for, else the kind's own.
  package var order: SortOrder {
    sort ?? SortOrder(code: RecordDescription.of(kind).defaultSort)
  }

  /// Whether somebody looks for something in it.
  package var isSearching: Bool { !search.isEmpty || !words.isEmpty }

  /// The filters that hold beside its words: a word that names a status means the ended ones too.
  package var kept: [FieldFilter] {
    let status = RecordDescription.of(kind).statusField?.name
    let namesStatus = words.contains { word in
      !word.isNegated && status != nil && FilterTopic(word.name, of: kind)?.field?.name == status
    }
    return namesStatus ? filters.filter { $0 != .open } : filters
  }
}

/// The codes of a choice that a word of the search box stands for.
package struct SearchedCodes: Hashable, Sendable {
  /// Folded as the search folds it.
  package let word: String
  package let field: String
  package let codes: [String]

  package init(word: String, field: String, codes: [String]) {
    self.word = word
    self.field = field
    self.codes = codes
  }
}

/// What a field must hold for a record to be listed.
package struct FieldFilter: Hashable, Sendable {
  package var field: String
  package var test: Test

  package enum Test: Hashable, Sendable {
    /// Equal; for several codes: among them; for a link: to that record.
    case equals(FieldValue)
    case absent
    case present
    /// To one of these records, for a link.
    case among([Link])
    /// On or before the day.
    case upTo(CivilDate)
    /// On or after the day.
    case from(CivilDate)
    /// As many or fewer, of a number.
    case atMost(Int)
    /// As many or more.
    case atLeast(Int)
    /// The text holds another, whatever the width, the case and the script of its kana.
    case holds(String)
    /// To a record in which the words of a text are found, for a link; for staff alone.
    case named(String)
    /// There is a record of a kind that leads here by the field and holds all of these; for staff
    /// alone.
    case told(RecordKind, [FieldFilter])
    case all([Test])
    /// The test does not hold; it does not where nothing stands in the field.
    indirect case not(Test)
    /// On or after the day, or nothing: what is not over by then.
    case absentOrFrom(CivilDate)
  }

  package init(_ field: String, _ test: Test) {
    self.field = field
    self.test = test
  }
}

extension FieldFilter {
  /// Cases on which work goes on, follow-ups not done, stays and placements not ended: the derived
  /// field `isOpen` that such kinds have.
  package static let open = FieldFilter(RecordDescription.openField, .equals(.flag(true)))
}

/// The order of a list.
///
/// Records equal in it are ordered by their age.
package struct SortOrder: Hashable, Sendable {
  package var field: String
  package var descending: Bool
  /// Whether what is still to come stands first, the next before all, and behind it what is past, the
  /// latest before all; of a day.
  package var isAroundToday = false

  package init(_ field: String, descending: Bool = false) {
    self.field = field
    self.descending = descending
  }

  /// Reads `field`, `-field`, or `~field` for a day around today.
  package init(code: String) {
    descending = code.hasPrefix("-")
    isAroundToday = code.hasPrefix("~")
    field = descending || isAroundToday ? String(code.dropFirst()) : code
  }
}

/// Where in a list a page of it begins or ends.
package enum ListAnchor: Hashable, Sendable {
  case first
  case last
  /// The records after this one, which is not among them.
  case after(RecordID)
  /// The records before this one, which is not among them.
  case before(RecordID)
  /// This record and those after it; where it is gone, those from its old place on, else the first.
  case from(RecordID)
}

/// A piece of a list.
package struct Page: Hashable, Sendable {
  package var cards: [Card]
  package var hasMoreBefore: Bool
  package var hasMoreAfter: Bool

  package init(cards: [Card], hasMoreBefore: Bool = false, hasMoreAfter: Bool = false) {
    self.cards = cards
    self.hasMoreBefore = hasMoreBefore
    self.hasMoreAfter = hasMoreAfter
  }
}

/// How many records a query finds; counting stops at `limit`, shown as 1000+.
package struct ListCount: Hashable, Sendable {
  package static let limit = 1000
  package var value: Int
  /// False where there are more than `value`.
  package var isExact: Bool

  package init(_ value: Int, isExact: Bool = true) {
    self.value = value
    self.isExact = isExact
  }

  /// - Parameter found: what was counted up to one more than `limit`.
  package init(found: Int, limit: Int = ListCount.limit) {
    self.init(min(found, limit), isExact: found <= limit)
  }

  /// With a sign behind it where there are more.
  package var text: String { isExact ? String(value) : "\(value)+" }
}
