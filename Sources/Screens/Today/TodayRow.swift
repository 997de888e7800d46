package import Casework

/// One row of Today.
package indirect enum TodayRow: Hashable, Sendable {
  /// A record, and its field that says on which day it stands here.
  case record(Card, day: String)
  /// What others changed in a case.
  case news(News.Item)
  /// What the viewer typed and did not save.
  case draft(FormDraft)

  /// The record the verbs are for; a draft is none.
  package var card: Card? {
    switch self {
    case .record(let card, _): card
    case .news(let item): item.card
    case .draft: nil
    }
  }

  /// What tells it from the other rows of its section, whatever it says by now.
  enum Identity: Hashable, Sendable {
    case record(RecordAddress, day: String)
    case draft(String)
  }

  var identity: Identity {
    switch self {
    case .record(let card, let day): .record(card.address, day: day)
    case .news(let item): .record(item.card.address, day: "")
    case .draft(let draft): .draft(draft.key)
    }
  }
}

/// One line of Today: the heading of a section, a row below it, or that there are more.
package enum TodayLine: Hashable, Sendable {
  case heading(TodaySection, isOpen: Bool)
  case row(TodaySection, TodayRow)
  case more(TodaySection)

  package var row: TodayRow? { if case .row(_, let row) = self { row } else { nil } }

  package var section: TodaySection {
    switch self {
    case .heading(let section, _), .row(let section, _), .more(let section): section
    }
  }

  var isHeading: Bool { if case .heading = self { true } else { false } }

  /// Whether somebody can be at it: at the heading of a section only where nothing of it is shown.
  package var isSelectable: Bool { if case .heading(_, true) = self { false } else { true } }

  /// What tells it from the other lines.
  enum Identity: Hashable, Sendable {
    case heading(TodaySection)
    case row(TodaySection, TodayRow.Identity)
    case more(TodaySection)
  }

  var identity: Identity {
    switch self {
    case .heading(let section, _): .heading(section)
    case .row(let section, let row): .row(section, row.identity)
    case .more(let section): .more(section)
    }
  }
}
