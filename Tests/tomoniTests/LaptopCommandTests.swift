import CaseStore
import Casework
import Cells
import CustomDump
import Demo
import Foundation
import GRDB
import Labels
import TestSupport
import Testing

/// Taking one's own cases along and bringing them home, as somebody types it.
struct LaptopCommandTests {
  /// A folder in memory: nothing in it lies on any disk.
  private final class Stick {
    let path = "/dev/shm/tomoni-test-\(UUID().uuidString)"
    var file: String { path + "/own.db" }

    init() throws {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func phone(_ store: CommandStore, _ arguments: String...) throws -> String? {
    try store.objects(
      "list", "cases", "--columns", "number,phone", "--where", "number=2026-0001", "--store",
      arguments.first ?? store.path
    ).first?["phone"]
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `goes from taking to undoing what came home`(language: LabelLanguage) throws {
    let store = try CommandStore()
    let stick = try Stick()
    let lang = ["--lang", language.rawValue]
    let taken = try store.run(["laptop", "take", stick.file, "--days", "7"] + lang)
    #expect(taken.exit == .code(0), "\(taken)")
    #expect(taken.output.contains(stick.file) && taken.output.contains("laptop return"))
    let listed = try store.run(["laptop", "list"] + lang)
    #expect(listed.output.contains("Mori Aki"), "\(listed)")
    let check = try store.objects("check").first { $0["act"] == "laptops" }
    #expect(check?["state"] == "held", "\(check ?? [:])")

    // At work in the copy, over the same commands.
    let own = ["--store", stick.file]
    #expect(try store.objects("list", "cases", "--store", stick.file).count == 2)
    let set = try store.run(["set", "case", "2026-0001", "phone=080-1234-0000"] + own)
    #expect(set.exit == .code(0), "\(set)")
    let added = try store.run(["add", "cases", "nameRoman=NEW PERSON"] + own)
    #expect(added.exit == .code(0), "\(added)")
    #expect(try phone(store) != phone(store, stick.file))

    let trial = try store.run(["laptop", "return", stick.file, "--dry-run"] + lang)
    #expect(trial.exit == .code(0) && trial.output.contains("1"), "\(trial)")
    #expect(try store.objects("list", "cases").count == 3)
    let home = try store.run(["laptop", "return", stick.file] + lang)
    #expect(home.exit == .code(0), "\(home)")
    #expect(try store.objects("list", "cases").count == 4)
    #expect(try phone(store)?.hasSuffix("0000") == true)
    let again = try store.run(["laptop", "return", stick.file] + lang)
    #expect(again.exit == .code(0) && again.output.contains(stick.file), "\(again)")
    #expect(try store.run(["list", "cases"] + own).exit == .code(65))
    #expect(try store.run("journal", "verify").exit == .code(0))
    let undone = try store.run("undo")
    #expect(undone.exit == .code(0), "\(undone)")
    #expect(try store.objects("list", "cases").count == 3)
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `asks which side counts by names that can be typed`(language: LabelLanguage) throws {
    let store = try CommandStore()
    let stick = try Stick()
    try store.succeed("laptop", "take", stick.file, "--days", "7")
    try store.succeed("set", "case", "2026-0001", "phone=080-1111-1111", "--store", stick.file)
    try store.succeed("set", "case", "2026-0001", "phone=080-2222-2222")
    let refused = try store.run(
      "laptop", "return", stick.file, "--lang", language.rawValue)
    #expect(refused.exit == .code(65) && refused.errors.contains("--keep"), "\(refused)")
    let key = try #require(
      refused.output.split(separator: "\n").first { $0.contains(".phone") }?.split(separator: " ")
        .first.map(String.init))
    #expect(refused.output.contains("2222") && refused.output.contains("1111"))
    try store.succeed("laptop", "return", stick.file, "--take", key)
    #expect(try phone(store)?.hasSuffix("1111") == true)
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `at a terminal is decided field by field on a screen, which Esc leaves with nothing written`(
    language: LabelLanguage
  ) throws {
    let store = try CommandStore()
    let stick = try Stick()
    let words = Words(language)
    try store.succeed("laptop", "take", stick.file, "--days", "7")
    for (place, digit) in [(stick.file, "1"), (store.path, "2")] {
      try store.succeed(
        "set", "case", "2026-0001", "phone=080-1111-111\(digit)", "callName=Name\(digit)",
        "--store", place)
    }
    let terminal = {
      try PseudoTerminal(
        running: BuiltProduct.path("tomoni"),
        ["laptop", "return", stick.file, "--store", store.path, "--lang", language.rawValue],
        environment: ["HOME": store.folder.path], size: .init(rows: 24, columns: 80),
        terminal: "xterm-256color")
    }
    let left = try terminal()
    try left.wait(for: words("carry.conflict"))
    try left.wait(for: "Name2")
    left.press(.escape)
    try left.wait(for: "--keep")
    #expect(try left.waitForExit() == .code(65))
    #expect(try phone(store)?.hasSuffix("2") == true)
    let chosen = try terminal()
    try chosen.wait(for: words("carry.conflict"))
    // Somebody writes while it is looked at: nobody decides about what they have not seen.
    try store.succeed("set", "case", "2026-0001", "phone=080-1111-1132")
    chosen.press(.enter)
    try chosen.wait(for: "1132")
    // The name of the copy counts, and the telephone here.
    chosen.press([.down, .right, .enter])
    #expect(try chosen.waitForExit() == .code(0), "\(chosen.screen)")
    #expect(try phone(store)?.hasSuffix("1132") == true)
    let shown = try store.succeed("show", "case", "2026-0001")
    #expect(shown.contains("Name1") && !shown.contains("Name2"), "\(shown)")
  }

  @Test func `stays off disks that are not encrypted, whichever way the file came there`() throws {
    let store = try CommandStore()
    let check = try store.objects("check").first { $0["act"] == "encryption" }
    // Where the tests run on an encrypted disk, there is none to refuse.
    if check?["state"] == "held" { return }
    let here = store.folder.path("own.db")
    let refused = try store.run("laptop", "take", here, "--days", "7")
    #expect(refused.exit == .code(78) && refused.errors.contains("LUKS"), "\(refused)")
    #expect(!FileManager.default.fileExists(atPath: here))
    #expect(try store.succeed("laptop", "list").contains("No copy"))
    let stick = try Stick()
    try store.succeed("laptop", "take", stick.file, "--days", "7")
    for ending in ["", ".journal-key"] {
      try FileManager.default.copyItem(atPath: stick.file + ending, toPath: here + ending)
    }
    #expect(try store.run("list", "cases", "--store", stick.file).exit == .code(0))
    let moved = try store.run("list", "cases", "--store", here)
    #expect(moved.exit == .code(78) && !moved.output.contains("SALMA"), "\(moved)")
    #expect(try store.run("laptop", "take", stick.file + "2", "--days", "40").exit == .code(64))
  }

  @Test func `is missed by the check when it is overdue, and lost by a word`() throws {
    let store = try CommandStore()
    let stick = try Stick()
    try store.succeed("laptop", "take", stick.file, "--days", "1")
    let line = try store.succeed("laptop", "list")
    let id = try #require(line.split(separator: " ").first.map(String.init))
    let lost = try store.succeed("laptop", "lost", id)
    #expect(lost.contains("incidents"))
    #expect(try store.succeed("laptop", "list").contains("lost"))
  }

  /// Killed wherever it is, it came whole or not at all, and comes whole then.
  @Test func `killed in between comes whole the next time`() throws {
    let store = try CommandStore()
    for kill in 0..<5 {
      let stick = try Stick()
      try store.succeed("laptop", "take", stick.file, "--days", "7")
      for number in 0..<6 {
        try store.succeed(
          "log", "note", "2026-0001", "body=kill \(kill) \(number)", "--store", stick.file)
      }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: BuiltProduct.path("tomoni"))
      process.arguments = ["laptop", "return", stick.file]
      process.environment = ["HOME": store.folder.path, "TOMONI_STORE": store.path]
      (process.standardOutput, process.standardError) = (
        FileHandle.nullDevice, FileHandle.nullDevice
      )
      try process.run()
      // Each time a little later, from before it opens anything on.
      usleep(UInt32(kill) * 25_000)
      if kill == 4 { process.waitUntilExit() } else { Self.end(process) }
      try store.succeed("laptop", "return", stick.file)
      let notes = try store.objects("list", "notes").filter {
        $0["body"]?.hasPrefix("kill \(kill) ") == true
      }
      #expect(notes.count == 6, "kill \(kill)")
    }
    #expect(try store.run("journal", "verify").exit == .code(0))
  }

  private static func end(_ process: Process) {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Work by a seed on both sides of a fictional organisation: what only one changed is there, what both
  /// changed is asked about, and nothing else is different.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `loses nothing and invents nothing over a whole organisation`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let folder = try ScratchFolder()
    let path = folder.path("tomoni.db")
    let today = CivilDate(dayNumber: 20_700 + random.number(0...400))
    let now = Instant(Int64(today.dayNumber) * 86_400 + 3600)
    try DemoOrganisation(cases: 60, seed: seed, today: today, coordinator: RecordID(1))
      .fill(storeAt: path) { _, _ in }
    let viewer = Viewer.coordinator(RecordID(Int64(random.number(1...3))))
    let store = try CaseStore.open(path, as: viewer) { now }
    let away = folder.path("own.db")
    _ = try store.takeLaptop(to: away, until: today.adding(days: 3), account: "x")
    let copy = try CaseStore.open(away, as: viewer) { now }
    #expect(try copy.verifyJournal().isWhole)
    let cases = try copy.page(ListQuery(.case), .first, count: 99).cards
    try #require(!cases.isEmpty)
    #expect(cases.allSatisfy { $0.value(of: \Case.owner)?.id == viewer.address.id })

    func edit(_ store: CaseStore, _ card: Card, _ field: String, _ value: String) throws {
      let version = try store.detail(card.address, limit: 0).card.version
      _ = try store.save(
        Change(
          .case, id: card.address.id, version: version, values: [field: .text(value)],
          command: "edit"))
    }
    // Fields that say nothing to any rule, each side with its own words.
    let fields = ["safeContact", "emergencyContact", "city", "address"]
    var last: [String: [String: String]] = [:]
    var notes = 0
    for number in 0..<60 {
      guard let card = random.pick(cases), let field = random.pick(fields) else { continue }
      let isThere = random.number(0...2) > 0
      let words = "\(isThere ? "there" : "here") \(number)"
      try edit(isThere ? copy : store, card, field, words)
      last["\(card.number).\(field)", default: [:]][isThere ? "there" : "here"] = words
      if random.number(0...3) == 0 {
        var note = Note()
        note.case = Reference(card.address.id)
        note.on = today
        note.body = LongText(words)
        _ = try (isThere ? copy : store).save(Change(adding: note, command: "log"))
        notes += 1
      }
    }
    let notesBefore = try store.count(ListQuery(.note)).value
    let asked = try store.returnLaptop(
      away, decisions: CarryDecisions(), isTrial: false, isLate: false)
    let both = last.filter { $0.value.count == 2 }
    // A person may have two cases, which are one field then.
    #expect(asked.conflicts.count <= both.count)
    #expect(asked.conflicts.isEmpty == both.isEmpty)
    #expect(asked.refused.isEmpty, "\(asked.refused)")
    let side = random.number(0...1) == 0
    let report = try store.returnLaptop(
      away,
      decisions: side ? CarryDecisions(here: ["all"]) : CarryDecisions(there: ["all"]),
      isTrial: false, isLate: false)
    #expect(report.isWritten && report.left == 0 && report.erased == 0, "\(report)")
    for (key, sides) in last {
      let parts = key.split(separator: ".").map(String.init)
      let card = try #require(cases.first { $0.number == parts[0] })
      let now = try store.detail(card.address, limit: 0).card[parts[1]]
      let twins = cases.filter { other in
        other.value(of: \Case.person) == card.value(of: \Case.person)
      }
      if twins.count > 1 { continue }
      let expected = sides.count == 1 ? sides.values.first : sides[side ? "here" : "there"]
      #expect(now == expected.map { .text($0) }, "\(key)")
    }
    #expect(try store.count(ListQuery(.note)).value - notesBefore == report.added[.note] ?? 0)
    #expect(try store.verifyJournal().isWhole)
    let queue = try DatabaseQueue(path: away)
    let isWhole = try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(isWhole == "ok")
    // And one undo takes all of it back.
    _ = try store.undo()
    #expect(try store.count(ListQuery(.note)).value == notesBefore)
    #expect(try store.verifyJournal().isWhole)
    _ = notes
  }
}
