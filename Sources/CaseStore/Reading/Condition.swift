import Casework
import Fold
import GRDB

/// A piece of SQL with what its question marks stand for.
struct Condition {
  var sql: String
  var arguments: [DatabaseValue] = []

  init(sql: String, arguments: [DatabaseValue]) {
    self.sql = sql
    self.arguments = arguments
  }

  /// - Parameter isInOrder: whether a list is read in its order with it.
  /// - Throws: `problems` where the test does not fit the field.
  init(
    _ field: FieldFacts, _ test: FieldFilter.Test, column: String, isInOrder: Bool = true
  ) throws(Refusal) {
    let wrongType = Refusal.problems([FieldProblem(field.name, .wrongType)])
    // The expression that lists are ordered by, so that their index is entered at the bound. What a
    // view works out has no index, and is worked out as often as it is named.
    let isPlain = field.isRequired || field.view != nil
    let key = isPlain ? column : "ifnull(\(column), x'')"
    switch (test, field.shape) {
    case (.absent, _), (.equals(.absent), _): self.init(sql: "\(column) IS NULL", arguments: [])
    case (.present, _): self.init(sql: "\(column) IS NOT NULL", arguments: [])
    case (.upTo(let day), .date):
      self.init(sql: "\(key) <= ?", arguments: [day.description.databaseValue])
    case (.from(let day), .date):
      // In the order of lists absent values stand behind every day.
      let present = isPlain ? "" : " AND \(column) IS NOT NULL"
      self.init(sql: "\(key) >= ?\(present)", arguments: [day.description.databaseValue])
    case (.absentOrFrom(let day), .date):
      // Absent values stand behind every day, as in the order of lists.
      let isAbsent = field.view == nil ? "" : " IS NOT FALSE"
      self.init(sql: "(\(key) >= ?)\(isAbsent)", arguments: [day.description.databaseValue])
    case (.among(let links), .reference):
      let tests = try links.map { link throws(Refusal) in
        try Condition(field, .equals(.link(link)), column: column)
      }
      self.init(any: tests)
    case (.atMost(let number), .number):
      self.init(sql: "\(column) <= ?", arguments: [number.databaseValue])
    case (.atLeast(let number), .number):
      self.init(sql: "\(column) >= ?", arguments: [number.databaseValue])
    case (.holds(let text), .text), (.holds(let text), .longText):
      self.init(text: text, within: column)
    case (.named(let text), .reference(let kind)):
      self.init(to: kind, called: text, column: column)
    case (.all(let tests), _):
      var all = Condition(sql: "", arguments: [])
      for test in tests { all = all.and(try Condition(field, test, column: column)) }
      self = all
    case (.not(let test), _):
      let other = try Condition(field, test, column: column)
      self.init(sql: "(\(other.sql)) IS NOT TRUE", arguments: other.arguments)
    case (.upTo, _), (.from, _), (.absentOrFrom, _), (.among, _), (.atMost, _), (.atLeast, _),
      (.holds, _),
      (.named, _), (.told, _):
      throw wrongType
    case (.equals(.code(let code)), .choices): self.init(codes: [code], within: column)
    case (.equals(.codes(let codes)), .choices): self.init(codes: codes, within: column)
    case (.equals(.codes(let codes)), .choice):
      // The sign keeps SQLite from an index that would leave the list to be sorted.
      let sign = isInOrder ? "+" : ""
      let marks = codes.map { _ in "?" }.joined(separator: ", ")
      self.init(sql: "\(sign)\(column) IN (\(marks))", arguments: codes.map(\.databaseValue))
    // Named, so that the index of those for which it holds is known to have them all.
    case (.equals(.flag(let isSet)), .flag):
      self.init(sql: "\(column) = \(isSet ? 1 : 0)", arguments: [])
    case (.equals(let value), let shape):
      let stored = shape.stored(value)
      guard shape.value(stored) == value else { throw wrongType }
      self.init(sql: "\(column) = ?", arguments: [stored])
    }
  }

  /// Both conditions together; an empty condition adds nothing.
  func and(_ other: Condition) -> Condition {
    Condition(
      sql: [sql, other.sql].filter { !$0.isEmpty }.joined(separator: " AND "),
      arguments: arguments + other.arguments)
  }

  /// Of what is found so many at most; all for nil.
  func limited(to limit: Int?) -> Condition {
    guard let limit else { return self }
    return Condition(sql: "\(sql) LIMIT ?", arguments: arguments + [limit.databaseValue])
  }

  /// How many it finds, counted up to one more than `limit`.
  func counted(upTo limit: Int) -> Condition {
    let some = limited(to: limit + 1)
    return Condition(sql: "SELECT count(*) FROM (\(some.sql))", arguments: some.arguments)
  }

  /// All of several conditions; nothing for none.
  static func all(_ conditions: [Condition]) -> Condition {
    conditions.reduce(Condition(sql: "", arguments: [])) { $0.and($1) }
  }

  /// One of several conditions.
  init(any conditions: [Condition]) {
    let tests = conditions.isEmpty ? ["0"] : conditions.map(\.sql)
    self.init(
      sql: "(\(tests.joined(separator: " OR ")))", arguments: conditions.flatMap(\.arguments))
  }

  /// The column, which holds several codes, contains one of `codes`.
  private init(codes: [String], within column: String) {
    let tests = codes.map { _ in "instr(' ' || \(column) || ' ', ?) > 0" }
    self.init(
      sql: "(\(tests.isEmpty ? "0" : tests.joined(separator: " OR ")))",
      arguments: codes.map { " \($0) ".databaseValue })
  }

  /// The column holds each word of a text.
  private init(text: String, within column: String) {
    let words = Fold.words(text)
    let test = "instr(folded(ifnull(\(column), '')), ?) > 0"
    self.init(
      sql: words.isEmpty ? "0" : words.map { _ in test }.joined(separator: " AND "),
      arguments: words.map(\.databaseValue))
  }

  /// The column leads to a record in which each word of a text is found.
  ///
  /// The sign keeps SQLite from an index that would leave the list to be sorted.
  private init(to kind: RecordKind, called text: String, column: String) {
    let found = SearchHits.ids(of: kind, holding: SearchWord.all(of: text))
    self.init(sql: "+\(column) IN (\(found.sql))", arguments: found.arguments)
  }

  /// Each word of a volunteer's search is found in the few fields they see, which are folded one by
  /// one: the index of the search holds what only staff may see.
  static func folding(_ search: String, in source: inout Source) -> [Condition] {
    let fields = source.description.fields.filter { [source] in
      !$0.uses.isDisjoint(with: [.search, .searchWhole]) && source.maySee($0)
    }
    let columns = fields.map { "ifnull(\(source.column($0)), '')" }
    let all = columns.isEmpty ? "''" : columns.joined(separator: " || char(10) || ")
    return Fold.words(search).map {
      Condition(sql: "instr(folded(\(all)), ?) > 0", arguments: [$0.databaseValue])
    }
  }

  /// The record is the one of this address, or is about it; nil where its kind cannot refer to
  /// that kind.
  init?(_ address: RecordAddress, meantBy source: Source) {
    let id = address.id.rawValue.databaseValue
    var tests: [Condition] = []
    if source.description.kind == address.kind {
      tests.append(Condition(sql: "t.id = ?", arguments: [id]))
    }
    for place in source.description.isAbout where place.kind == address.kind {
      tests.append(Condition(sql: "t.\(quoted(place.column)) = ?", arguments: [id]))
    }
    if source.description[\DeadlineRecord.about] != nil {
      tests.append(Condition(sql: "t.about = ?", arguments: [address.number.databaseValue]))
    }
    if tests.isEmpty { return nil }
    self.init(any: tests)
  }
}

extension Database {
  /// All rows a statement finds; the prepared statement is kept for the next time.
  func rows(_ condition: Condition) throws -> [Row] {
    try Row.fetchAll(
      cachedStatement(sql: condition.sql), arguments: .of(condition.arguments))
  }

  /// The number that a statement answers with.
  func number(_ condition: Condition) throws -> Int {
    Int(try rows(condition) { $0.integer(at: 0) }.first ?? 0)
  }

  func row(_ sql: String, _ arguments: DatabaseValue...) throws -> Row? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: .of(arguments))
  }
}

extension StatementArguments {
  /// As existentials: the generic initialiser makes a key path at each call, a tenth of a write.
  fileprivate static func of(_ values: [DatabaseValue]) -> StatementArguments {
    StatementArguments(values.map { $0 as (any DatabaseValueConvertible)? })
  }
}
