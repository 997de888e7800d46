import Casework
import GRDB

/// What the table of a kind has beside its columns, which follows from the description of the kind:
/// what keeps the identity of its records, and the indexes that its lists and numbers are read along.
///
/// A migration writes columns alone. What is there already is let stand.
enum TableParts {
  /// The statements that make the parts of all kinds.
  static let definition =
    RecordKind.allCases.flatMap { kind -> [String] in
      let description = RecordDescription.of(kind)
      return description.isMadeByStore
        ? standing(of: description)
        : identity(of: kind) + indexes(of: description) + days(of: description)
    } + [namedCases]

  /// Who inserts a case gives it the names that it is sorted by: to take them from the person afterwards
  /// costs as much as the insert.
  private static let namedCases = """
    DROP TRIGGER IF EXISTS caseNamed;
    CREATE TRIGGER caseNamed AFTER INSERT ON "case"
    WHEN NEW.sortName = '' AND NEW.sortRoman = '' BEGIN
      UPDATE "case"
      SET (sortName, sortRoman) = (SELECT sortName, sortRoman FROM person WHERE id = NEW.person)
      WHERE id = NEW.id;
    END
    """

  /// Sixteen zeros stand for "not given yet", for as long as it takes to insert a row; a record that
  /// is put back after it was taken away is the one it was.
  private static func identity(of kind: RecordKind) -> [String] {
    let name = kind.rawValue
    return [
      """
      CREATE TRIGGER IF NOT EXISTS \(name)Identified AFTER INSERT ON \(kind.table)
      WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
        UPDATE \(kind.table) SET uid = ifnull((
          SELECT uid FROM journal
          WHERE recordKind = '\(name)' AND record = NEW.id AND uid IS NOT NULL
          ORDER BY sequence DESC LIMIT 1), randomblob(16))
        WHERE id = NEW.id;
      END
      """,
      """
      CREATE TRIGGER IF NOT EXISTS \(name)StaysItself BEFORE UPDATE OF uid ON \(kind.table)
      WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
        SELECT raise(ABORT, 'an identity is never changed');
      END
      """,
    ]
  }

  /// An index for each order that the kind's list has, and for its first order within each filter, in
  /// each writing of names; where something is due, for the list of the day too.
  private static func indexes(of description: RecordDescription) -> [String] {
    let own = description.fields.filter { $0.origin == .stored || $0.origin == .derived }
    let normal = SortOrder(code: description.defaultSort).field
    var lists = own.filter { $0.uses.contains(.sort) }.map { [$0.name] }
    lists += own.filter { $0.uses.contains(.filter) && $0.name != normal }
      .map { [$0.name, normal] }
    if let due = description.dueField {
      let open = [RecordDescription.openField, due]
      lists.append(open)
      if let owner = description.ownerField { lists.append([owner.name] + open) }
    }
    return lists.flatMap { list in
      NameWriting.allCases.compactMap { writing in
        // What is told in no other writing has one index.
        let isTold = list.last.flatMap { description.field($0, in: writing) } != nil
        return isTold || writing == .kana ? index(list, of: description, in: writing) : nil
      }
    }
  }

  /// An index for each day by which an indicator places a record in a period, and by which no list is
  /// ordered.
  private static func days(of description: RecordDescription) -> [String] {
    let days = Indicator.all.filter { $0.kind == description.kind }.compactMap(\.day)
    return Set(days).sorted().compactMap { day in
      guard let field = description[day], field.view == nil, !field.uses.contains(.sort) else {
        return nil
      }
      return index([day], of: description)
    }
  }

  /// Of what the store itself keeps, which is much: an index for each indicator of how things stand, of
  /// the records for which what must hold holds, over what else they must be, what they must hold a day
  /// before or after, and what it tells apart.
  private static func standing(of description: RecordDescription) -> [String] {
    let day = CivilDate(dayNumber: 0)
    let found = Indicator.all.filter { $0.kind == description.kind && $0.day == nil }
      .compactMap { indicator -> String? in
        let filters = indicator.query(day).filters
        func own(_ isMeant: (FieldFilter) -> Bool) -> [String] {
          filters.filter(isMeant).map(\.field).filter { description[$0]?.view == nil }
        }
        let held = own { $0.test == .equals(.flag(true)) }
        let equal = own { $0.test.isEquality && $0.test != .equals(.flag(true)) }
        let ranged = Set(own { !$0.test.isEquality }).sorted()
        let keys = filters.compactMap { description[$0.field]?.view?.key }
        let told = ranged.isEmpty ? Array(indicator.groupings.prefix(1)) : Array(ranged.prefix(1))
        let names = (equal + told + keys).reduce(into: [String]()) {
          if !$0.contains($1) { $0.append($1) }
        }
        return index(names, of: description, where: held)
      }
    return Set(found).sorted()
  }

  /// The index over fields, the last of which is what the list is ordered by.
  ///
  /// - Parameter held: flags; only the records are in it of which all are set.
  private static func index(
    _ fields: [String], of description: RecordDescription, in writing: NameWriting = .kana,
    where held: [String] = []
  ) -> String? {
    let last = fields.last.flatMap { description.field($0, in: writing) }
    let columns = fields.compactMap { name in
      description[name].map { field in
        let column = quoted(name)
        if let last, name == fields.last {
          return SortKey.sql(of: quoted(last.name), else: column, in: writing)
        }
        return name == fields.last && !field.isRequired ? "ifnull(\(column), x'')" : column
      }
    }
    guard columns.count == fields.count else { return nil }
    let kind = description.kind
    func joined(_ names: [String]) -> String {
      names.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "And")
    }
    let written = last == nil ? "" : "In\(joined([writing.rawValue]))"
    let ending = written + (held.isEmpty ? "" : "Where\(joined(held))")
    let condition = held.map { "\(quoted($0)) = 1" }.joined(separator: " AND ")
    return """
      CREATE INDEX IF NOT EXISTS \(kind.rawValue)By\(joined(fields))\(ending) ON \(kind.table) \
      (\(columns.joined(separator: ", ")))\(held.isEmpty ? "" : " WHERE \(condition)")
      """
  }
}

extension FieldFilter.Test {
  fileprivate var isEquality: Bool { if case .equals = self { true } else { false } }
}

extension Database {
  func makeTableParts() throws {
    for statement in TableParts.definition { try execute(sql: statement) }
  }
}
