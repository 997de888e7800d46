import CaseStore
import Casework
import Cells
import Foundation
import GRDB
import TestSupport

/// The command `desk`: `desk [CASES ...] [--store PATH] [--rounds N] [--size 80x24] [--many N]
/// [--sessions N] [--no-peers] [--alone]`.
struct DeskArguments {
  var cases: [Int] = []
  /// A store that is there; a copy of it is measured.
  var store: String?
  var rounds = 5
  var sizes = [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)]
  /// How many desks at once; nil measures one.
  var many: Int?
  /// How many sessions of volunteers at once, beside the desks that write.
  var sessions: Int?
  var seconds = 30
  var program = BuiltProduct.path("tomoni")
  var bare = BuiltProduct.path("bare-desk")
  var hasPeers = true
  /// Without the bare program, which needs a copy of the store: of millions of cases there is no room
  /// for two.
  var isAlone = false

  struct Unknown: Error { let argument: String }

  init(_ arguments: [String]) throws {
    var left = arguments[...]
    func value() throws -> String {
      guard let value = left.popFirst() else { throw Unknown(argument: "") }
      return value
    }
    func number() throws -> Int {
      let text = try value()
      guard let number = Int(text), number > 0 else { throw Unknown(argument: text) }
      return number
    }
    while let argument = left.popFirst() {
      switch argument {
      case "--store": store = try value()
      case "--rounds": rounds = try number()
      case "--many": many = try number()
      case "--sessions": sessions = try number()
      case "--seconds": seconds = try number()
      case "--program": program = try value()
      case "--bare": bare = try value()
      case "--no-peers": hasPeers = false
      case "--alone": isAlone = true
      case "--size":
        let parts = try value().split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2 else { throw Unknown(argument: argument) }
        sizes = [Size(rows: parts[1], columns: parts[0])]
      default:
        guard let count = Int(argument), count > 0 else { throw Unknown(argument: argument) }
        cases.append(count)
      }
    }
    if cases.isEmpty, store == nil { cases = many ?? sessions == nil ? [1000, 100_000] : [10_000] }
  }

  func run() throws {
    let folder = try ScratchFolder()
    if let store {
      try measure(copied(store, in: folder), named: "a store that was there", folder)
    }
    for count in cases {
      let path = folder.path("\(count).db")
      let start = ContinuousClock.now
      try SeededStore(path: path, cases: count, program: program).fill()
      let megabytes = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0)
      let time = Int((ContinuousClock.now - start) / .seconds(1))
      let name = "\(count) cases (filled in \(time) s, \(megabytes / 1_000_000) MB)"
      try measure(path, named: name, folder)
      try FileManager.default.removeItem(atPath: path)
    }
  }

  private func copied(_ store: String, in folder: ScratchFolder) throws -> String {
    let path = folder.path("copy.db")
    try LongProgram.run("/bin/cp", "--reflink=auto", store, path)
    let key = ".journal-key"
    if FileManager.default.fileExists(atPath: store + key) {
      try LongProgram.run("/bin/cp", "-p", store + key, path + key)
    }
    // Brought up to date before anything is timed.
    try LongProgram.run(
      program, "list", "staff", "--store", path)
    return path
  }

  private func measure(_ path: String, named name: String, _ folder: ScratchFolder) throws {
    if let many {
      return try ManyDesks(
        program: program, store: path, count: many, seconds: seconds
      ).run(name)
    }
    if let sessions {
      let opened = try SessionStore(program: program, store: path, count: sessions, in: folder)
      return try ManyDesks(
        program: program, store: path, count: sessions, seconds: seconds, sessions: opened
      ).run(name)
    }
    // Its own file, with a table of its own in it.
    let other = path + ".bare"
    defer { try? FileManager.default.removeItem(atPath: other) }
    let (words, lines) = try Self.words(in: path)
    var programs = [DeskProgram.tomoni(program, store: path, words: words)]
    if !isAlone {
      try LongProgram.run("/bin/cp", "--reflink=auto", path, other)
      programs.append(.bare(bare, store: other, words: words))
    }
    if hasPeers, !isAlone {
      let peers = try Peers(lines: lines, folder: folder, words: words).programs()
      programs += peers.found
      if !peers.absent.isEmpty {
        Columns.say("not installed here: \(peers.absent.joined(separator: ", "))")
      }
    }
    Columns.say("looked for: \(words.name) among names, \(words.note) among notes")
    for size in sizes {
      try DeskBenchmark(programs: programs, size: size, rounds: rounds).run(name)
    }
  }

  /// A name and the beginning of a note to look for, and all names.
  private static func words(in path: String) throws -> (SearchWords, [String]) {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { db in
      let lines = try String.fetchAll(
        db,
        sql: """
          SELECT c.number || ' ' || coalesce(p.nameRoman, p.nameKana, p.nameNative, '')
          FROM "case" AS c JOIN person AS p ON p.id = c.person ORDER BY c.number DESC
          """)
      let name = try String.fetchOne(
        db,
        sql: """
          SELECT nameRoman FROM person WHERE nameRoman IS NOT NULL AND id >= (
            SELECT max(id) / 2 FROM person) ORDER BY id LIMIT 1
          """)
      let note = try String.fetchOne(
        db,
        sql: """
          SELECT body FROM note WHERE id >= (SELECT max(id) / 2 FROM note) ORDER BY id LIMIT 1
          """)
      return (
        SearchWords(
          name: String((name ?? "tanaka").lowercased().prefix(6)),
          note: String((note ?? "本人").prefix(3))), lines
      )
    }
  }
}
