import Casework
import GRDB

/// Where the rows of a long sheet are written.
protocol ImportPlace {
  /// Runs a body in a transaction, with the step that it writes in.
  func transaction(_ body: (Step) throws -> Void) throws
  /// Is called within it when the rows of a part are in their place.
  func follow(_ step: Step, _ ending: ImportParts.Ending) throws
}

/// Brings the rows of a long sheet in a part at a time, each in a transaction of its own.
struct ImportParts {
  let kind: RecordKind
  let options: ImportOptions
  /// How many rows a part has; nil for as many as fit into a turn.
  var longest: Int?
  private var importer: Importer?

  init(_ kind: RecordKind, _ options: ImportOptions, longest: Int? = nil) {
    self.kind = kind
    self.options = options
    self.longest = longest
  }

  /// How a part ends.
  struct Ending {
    /// Whether no more rows come.
    let isLast: Bool
    /// Whether a row was refused so far.
    let hasRefused: Bool
  }

  /// See `Importer.report`.
  mutating func report(in db: Database) throws -> ImportReport {
    try importer?.report(in: db) ?? ImportReport()
  }

  private func begin(_ step: Step, isCareful: Bool) -> Importer {
    guard var importer else { return Importer(step, kind, options, isCareful: isCareful) }
    importer.begin(step, isCareful: isCareful)
    return importer
  }

  /// - Parameter progress: called between parts with how many rows are in their place.
  mutating func run(
    _ rows: some Sequence<ImportRow>, in place: some ImportPlace, progress: (Int) throws -> Void
  ) throws {
    var rows = rows.makeIterator()
    var next = rows.next()
    while next != nil {
      var part: [ImportRow] = []
      do {
        importer = try kept(in: place) { step in
          var importer = begin(step, isCareful: false)
          let turn = Turn()
          while let row = next {
            part.append(row)
            try importer.take(row)
            next = rows.next()
            if longest.map({ part.count >= $0 }) ?? turn.isOver { break }
          }
          try end(
            importer, step, Ending(isLast: next == nil, hasRefused: importer.hasRefused), place)
          return importer
        }
      } catch is Importer.NeedsCare {
        // The part once more, up to the row that was refused.
        next = rows.next()
        importer = try kept(in: place) { step in
          var importer = begin(step, isCareful: true)
          for row in part { try importer.take(row) }
          try end(
            importer, step, Ending(isLast: next == nil, hasRefused: importer.hasRefused), place)
          return importer
        }
      }
      try progress(importer?.count ?? 0)
    }
  }

  private func end(
    _ importer: Importer, _ step: Step, _ ending: Ending, _ place: some ImportPlace
  ) throws {
    if ending.isLast, options.skipBad || !ending.hasRefused { try importer.note() }
    try place.follow(step, ending)
  }

  /// Runs a transaction; what `body` throws comes out as it is.
  private func kept(
    in place: some ImportPlace, _ body: (Step) throws -> Importer
  ) throws -> Importer? {
    var cause: (any Error)?
    var importer: Importer?
    do {
      try place.transaction { step in
        do {
          importer = try body(step)
        } catch {
          cause = error
          throw error
        }
      }
    } catch {
      throw error.told(by: cause)
    }
    return importer
  }
}
