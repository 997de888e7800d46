import Foundation
import GRDB
import TestSupport
import Testing

/// A disk that fills up, at one size after the other of what is left of it: what is refused says that it
/// is the disk, the store is whole, and everything works once there is room again.
///
/// 25 points by default; the whole 500 of T4 by `FULL_DISKS=500`.
@Suite(.serialized) struct `A full disk` {
  private static let count =
    ProcessInfo.processInfo.environment["FULL_DISKS"].flatMap(Int.init) ?? 25

  /// What is done, and at how many pages of 4 kB left.
  private enum Act: CaseIterable {
    case staff, sheet, longSheet, begin, backup, restore

    /// From none to a little more than it needs.
    var rooms: [Int] {
      switch self {
      case .staff: Array(0..<40)
      case .sheet: Array(0..<160)
      case .longSheet: (0..<100).map { $0 * 12 }
      // Of those before some, and each from where there is room for the log alone.
      case .begin: (0..<40).map { $0 * 14 } + (0..<40).map { 548 + $0 * 4 }
      case .backup: (0..<60).map { $0 * 32 }
      // Most of them where all of the store is there already.
      case .restore: (0..<30).map { $0 * 18 } + (530..<560)
      }
    }

    /// Whether it is done to a store that is there.
    var isOnStore: Bool { self != .begin && self != .restore }
  }

  /// What a store holds.
  private struct Content: Equatable {
    var cases = 0
    var staff = 0
    var isWhole = true
  }

  private let made: CommandStore
  private let disk: TightDisk
  private let backup: String

  init() throws {
    made = try CommandStore()
    disk = try TightDisk(megabytes: 16)
    for (name, rows) in [("sheet", 40), ("long", 300)] {
      let rows = (0..<rows).map { "PERSON \($0),2026-04-01" }
      try made.folder.write("nameRoman,opened\n" + rows.joined(separator: "\n"), to: name + ".csv")
    }
    var keys = ""
    for name in ["one", "two"] {
      let key = made.folder.path(name)
      try SystemProgram.run(
        "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key)
      keys += try made.folder.text(of: name + ".pub")
    }
    try made.folder.write(keys, to: "recipients")
    let backups = made.folder.path("backups")
    try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: false)
    try made.succeed("backup", backups, "--recipients", made.folder.path("recipients"))
    let files = try FileManager.default.contentsOfDirectory(atPath: backups)
    backup = backups + "/" + (try #require(files.first { $0.hasSuffix(".age") }))
  }

  @Test func `breaks nothing at any size of what is left`() throws {
    let points = Act.allCases.flatMap { act in act.rooms.map { (act, $0) } }
    try #require(points.count == 500)
    var (refused, done) = (0, 0)
    for index in stride(from: 0, to: points.count, by: max(1, points.count / Self.count)) {
      let (act, pages) = points[index]
      if try goThrough(act, leaving: pages) { done += 1 } else { refused += 1 }
    }
    #expect(refused > 0 && done > 0)
    print("full disks: \(refused) refused, \(done) done")
  }

  /// - Returns: whether there was room enough.
  private func goThrough(_ act: Act, leaving pages: Int) throws -> Bool {
    let point = Comment("\(act) with \(pages) pages left")
    let folder = disk.folder.appending(path: UUID().uuidString).path
    let path = folder + "/tomoni.db"
    let files = FileManager.default
    try files.createDirectory(
      atPath: folder + "/backups", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    defer { try? files.removeItem(atPath: folder) }
    if act.isOnStore {
      for ending in ["", ".journal-key"] {
        try files.copyItem(atPath: made.path + ending, toPath: path + ending)
      }
    }
    disk.fill(leaving: pages)
    let run = try perform(act, on: path)
    let listed = act.isOnStore ? try made.run("list", "cases", "--store", path) : nil
    disk.free()
    for run in [run, listed].compactMap({ $0 }) where run.exit != .code(0) {
      #expect(run.exit == .code(73), point)
      #expect(run.errors.hasPrefix("The disk ") && run.output.isEmpty, "\(point): \(run)")
      #expect(!run.errors.contains("restore") && !run.errors.contains("age"), "\(point): \(run)")
    }
    #expect(try leftovers(in: folder) == [], point)
    let isDone = run.exit == .code(0)
    if act.isOnStore {
      #expect(try content(path) == expected(isDone ? act : nil), point)
      #expect(try made.run("journal", "verify", "--store", path).exit == .code(0), point)
    } else if !isDone {
      #expect(!files.fileExists(atPath: path), point)
    }
    if !isDone {
      let again = try perform(act, on: path)
      #expect(again.exit == .code(0), "\(point): \(again)")
    }
    #expect(try content(path) == expected(act), point)
    #expect(try made.run("journal", "verify", "--store", path).exit == .code(0), point)
    #expect(try leftovers(in: folder) == [], point)
    return isDone
  }

  private func perform(_ act: Act, on path: String) throws -> ProgramRun {
    let words =
      switch act {
      case .staff: ["staff", "add", "--name", "Abe Rin", "--account", "abe"]
      case .sheet: ["import", "cases", made.folder.path("sheet.csv"), "--format", "json"]
      case .longSheet: ["import", "cases", made.folder.path("long.csv"), "--format", "json"]
      case .begin: ["init", "--organisation", "Kita Support", "--coordinator", "Mori Aki"]
      case .backup:
        [
          "backup", URL(fileURLWithPath: path).deletingLastPathComponent().path + "/backups",
          "--recipients", made.folder.path("recipients"),
        ]
      case .restore: ["restore", backup, "--identity", made.folder.path("one")]
      }
    return try made.run(words + ["--store", path])
  }

  /// What the store holds once this was done, or where nothing was.
  private func expected(_ act: Act?) -> Content {
    switch act {
    case .staff: Content(cases: 3, staff: 2)
    case .sheet: Content(cases: 43, staff: 1)
    case .longSheet: Content(cases: 303, staff: 1)
    case .begin: Content(cases: 0, staff: 1)
    case .backup, .restore, nil: Content(cases: 3, staff: 1)
    }
  }

  private func content(_ path: String) throws -> Content {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      Content(
        cases: try Int.fetchOne(db, sql: "SELECT count(*) FROM \"case\"") ?? -1,
        staff: try Int.fetchOne(db, sql: "SELECT count(*) FROM staff") ?? -1,
        isWhole: try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
    }
  }

  /// What nobody asked for and nobody would take away.
  private func leftovers(in folder: String) throws -> [String] {
    try [folder, folder + "/backups"].flatMap {
      try FileManager.default.contentsOfDirectory(atPath: $0)
    }.filter { $0.hasPrefix(".tomoni-") || $0.contains(".trial-") || $0.hasSuffix(".new") }
  }
}
