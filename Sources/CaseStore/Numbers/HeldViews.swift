import Casework
import GRDB

/// The views that several numbers of a report ask, worked out once for all of them.
///
/// While the numbers are read a table of the connection, in memory, stands in the place of each: it is
/// called alike, so that every statement asks it instead.
struct HeldViews {
  /// Whose a case is.
  static let persons = "caseStanding"

  /// Their columns.
  private var columns: [String: Set<String>] = [:]

  init(_ layout: ReportLayout, on today: CivilDate) {
    for section in layout.sections {
      for item in section.items {
        let indicator = item.indicator
        let description = RecordDescription.of(indicator.kind)
        let filters = indicator.query(today).filters + indicator.hits(today)
        let names =
          filters.map(\.field) + indicator.aggregate.fields
          + [item.grouping, indicator.day, indicator.over].compactMap(\.self)
        for name in names {
          guard let view = description[name]?.view, view.reading == .held else { continue }
          columns[view.name, default: []].insert(name)
        }
        if indicator.aggregate.countsPersons, description[\Case.person] == nil {
          columns[Self.persons, default: []].insert("person")
        }
      }
    }
  }

  /// Reads with `body`, which is told of the views by `make` in the midst of it.
  func held<T>(in db: Database, _ body: (_ make: () throws -> Void) throws -> T) throws -> T {
    try db.keepingPages(kibibytes: Self.kibibytesOfPages) {
      defer {
        for name in columns.keys {
          try? db.execute(sql: "DROP TABLE IF EXISTS temp.\(quoted(name))")
        }
      }
      return try body { try make(in: db) }
    }
  }

  private func make(in db: Database) throws {
    for (name, columns) in columns.sorted(by: { $0.key < $1.key }) {
      let (view, list) = (quoted(name), columns.sorted().map(quoted).joined(separator: ", "))
      try db.execute(
        sql: """
          CREATE TEMP TABLE \(view) (id INTEGER PRIMARY KEY, \(list));
          INSERT INTO temp.\(view) (id, \(list)) SELECT id, \(list) FROM main.\(view)
          """)
    }
  }

  /// What a report reads again and again of a large store.
  private static let kibibytesOfPages = 64 * 1024
}

extension Indicator.Aggregate {
  private var quantity: Indicator.Quantity? {
    switch self {
    case .count, .share: nil
    case .distinct(let quantity), .sum(let quantity), .median(let quantity), .mean(let quantity),
      .perOne(let quantity):
      quantity
    }
  }

  fileprivate var countsPersons: Bool { quantity == .person }

  /// What it takes of each record.
  fileprivate var fields: [String] {
    switch quantity {
    case nil, .person: []
    case .field(let name), .daysSince(let name), .hours(let name): [name]
    case .days(let from, let to), .months(let from, let to), .nights(let from, let to): [from, to]
    case .pace(let goal, let have, let end): [goal, have, end]
    }
  }
}
