import Casework
import Fold
import GRDB

/// Reads the journal backwards, as a filter asks.
struct JournalReader {
  /// How many entries are looked at for one piece: what is looked for may be in none of them.
  static let walk = 20_000
  /// The same where words are looked for, for which each entry is read whole.
  static let textWalk = 1_000
  /// How many words are told apart.
  static let mostNames = 2_000
  private static let chunk = 200

  /// One way along an index, and what it is narrowed by.
  private let ways: [JournalWay]
  private let tests: [Condition]
  private let words: [JournalFilter.Word]
  /// The entries that may be read: after the first and before the second.
  private let bounds: (after: Int64, before: Int64)

  /// Nil where nothing can be found.
  init?(_ filter: JournalFilter, seesAudit: Bool, in db: Database) throws {
    if filter.isAudit, !seesAudit { return nil }
    words = filter.words
    let head = try db.journalHead().sequence
    bounds = try db.bounds(of: filter, head: head)
    var tests: [Condition] = []
    if let command = filter.command {
      guard let number = try db.journalWord(command) else { return nil }
      tests.append(Condition(sql: "command = ?", arguments: [number]))
    }
    if filter.isAudit || !seesAudit {
      let audit = try JournalCommand.audit.compactMap { try db.journalWord($0.rawValue) }
      let list = audit.map { _ in "?" }.joined(separator: ", ")
      tests.append(
        Condition(sql: "command \(filter.isAudit ? "" : "NOT ")IN (\(list))", arguments: audit))
    }
    if let kind = filter.kind {
      guard let number = try db.journalWord(kind.rawValue) else { return nil }
      tests.append(Condition(sql: "kind = ?", arguments: [number]))
    }
    var who: [Condition] = []
    if let person = filter.who {
      guard let number = try db.journalWord(person.code) else { return nil }
      who.append(Condition(sql: "who = ?", arguments: [number]))
    }
    if let record = filter.record {
      ways = try db.ways(of: record, isAround: filter.isAround)
      tests += who
    } else {
      let along = Condition.all(who + [Condition(sql: "1", arguments: [])])
      ways = [
        JournalWay(
          Condition(
            sql: "SELECT sequence, command, kind, who FROM journalRow WHERE \(along.sql)",
            arguments: along.arguments))
      ]
    }
    self.tests = tests
  }

  // MARK: Reading

  func piece(_ limit: Int, in db: Database) throws -> JournalPiece {
    guard !words.isEmpty else {
      let found = try sequences(before: bounds.before, limit, in: db)
      return JournalPiece(
        entries: try db.named(db.entries(of: found.all)), reached: found.reached.map { Int($0) })
    }
    var piece = JournalPiece(reached: Int(bounds.before))
    var examined = 0
    while piece.entries.count < limit, examined < Self.textWalk,
      let from = piece.reached
    {
      let found = try sequences(before: Int64(from), Self.chunk, in: db)
      examined += found.all.count
      piece.reached = found.reached.map { Int($0) }
      if found.all.isEmpty { break }
      for entry in try db.named(db.entries(of: found.all)) where entry.holds(words) {
        piece.entries.append(entry)
        if piece.entries.count == limit {
          if entry.sequence > 1 { piece.reached = entry.sequence }
          break
        }
      }
    }
    return piece
  }

  /// Sequences that pass the tests, latest first, and how far back it was looked; nil for to the end.
  private func sequences(
    before: Int64, _ limit: Int, in db: Database
  ) throws -> (all: [Int64], reached: Int64?) {
    var all: [Int64] = []
    // Along several ways no piece goes further back than the way that was looked along the least.
    var reached: Int64 = 0
    for way in ways {
      var found = try db.rows(passing(way, before, limit), { $0.number(at: 0) ?? 0 })
      if !way.isSorted { found = Array(found.sorted(by: >).prefix(limit)) }
      all += found
      if found.count == limit {
        reached = max(reached, found.last ?? 0)
      } else if let end = try end(of: way, before, in: db) {
        reached = max(reached, end)
      }
    }
    all = Array(all.filter { $0 >= reached }.sorted(by: >).prefix(limit))
    if all.count == limit { reached = max(reached, all.last ?? 0) }
    return (all, reached > bounds.after + 1 ? reached : nil)
  }

  /// Where the walk along a way ends that is longer than it goes; nil for one that was walked whole.
  private func end(of way: JournalWay, _ before: Int64, in db: Database) throws -> Int64? {
    if !way.isSorted { return nil }
    let walked = walked(way, before)
    let row = try db.rows(
      Condition(
        sql: "SELECT count(*), min(sequence) FROM (\(walked.sql))", arguments: walked.arguments)
    ) { ($0.number(at: 0) ?? 0, $0.number(at: 1)) }.first
    guard let row, row.0 >= Self.walk else { return nil }
    return row.1
  }

  /// How many there are, as far as they are counted.
  func count(in db: Database) throws -> ListCount {
    var (count, isWhole) = (0, true)
    for way in ways {
      let passing = passing(way, bounds.before, ListCount.limit + 1)
      count += try db.number(
        Condition(sql: "SELECT count(*) FROM (\(passing.sql))", arguments: passing.arguments))
      if try end(of: way, bounds.before, in: db) != nil { isWhole = false }
    }
    let found = ListCount(found: count)
    return ListCount(found.value, isExact: found.isExact && isWhole)
  }

  private func walked(_ way: JournalWay, _ before: Int64) -> Condition {
    let order = way.isSorted ? " ORDER BY sequence DESC LIMIT ?" : ""
    return Condition(
      sql: "\(way.condition.sql) AND sequence < ? AND sequence > ?\(order)",
      arguments: way.condition.arguments + [before.databaseValue, bounds.after.databaseValue]
        + (way.isSorted ? [Self.walk.databaseValue] : []))
  }

  /// - Parameter limit: how many at most; of a way that is not sorted all, for any may be the latest.
  private func passing(_ way: JournalWay, _ before: Int64, _ limit: Int) -> Condition {
    let walked = walked(way, before)
    let test = Condition.all(tests)
    let narrowed = test.sql.isEmpty ? "" : "WHERE \(test.sql)"
    let limit = way.isSorted ? limit : -1
    return Condition(
      sql: "SELECT sequence FROM (\(walked.sql)) \(narrowed) LIMIT ?",
      arguments: walked.arguments + test.arguments + [limit.databaseValue])
  }
}

extension JournalEntry {
  /// Whether every word is found in who it was, what it was about, what it says or what it is called.
  fileprivate func holds(_ words: [JournalFilter.Word]) -> Bool {
    var texts = [reason]
    for link in [who, record].compactMap(\.self) {
      texts += [link.number, link.title, link.reading]
    }
    for value in Array(before.values) + Array(after.values) {
      switch value {
      case .text(let text): texts.append(text)
      case .link(let link): texts += [link.number, link.title, link.reading]
      default: break
      }
    }
    let text = Fold.key(texts.joined(separator: "\n"))
    return words.allSatisfy { $0.commands.contains(command) || text.contains($0.text) }
  }
}
