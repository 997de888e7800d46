import CaseStore
import Casework
import Cells
import Foundation
import Labels
import TestSupport
import Testing

/// Two desks over one store, whose lines break, while a third process writes and the disk fills up:
/// what was called saved or kept is there, what was refused is not, and the journal holds.
///
/// 20 runs by default; the whole 200 by
/// `TOMONI_WHOLE=1 Tests/run --filter TwoDesksTests`.
@Suite(.serialized) struct TwoDesksTests {
  static let runs = ProcessInfo.processInfo.environment["TOMONI_WHOLE"] == nil ? 20 : 200

  @Test func `lose nothing that was acknowledged, and say nothing that is not so`() throws {
    let made = try DemoStore(cases: 60)
    let first = ProcessInfo.processInfo.environment["FIRST_RUN"].flatMap { Int($0) } ?? 0
    for run in first..<first + Self.runs {
      var work = try SharedWork(run, copying: made)
      for _ in 0..<8 { try work.goOn() }
      try work.end()
    }
  }
}

/// What two people do at their desks, and what they were told of it.
private struct SharedWork {
  private let run: Int
  private let disk: TightDisk
  private let path: String
  private var random: SplitMix
  private var desks: [PseudoTerminal] = []
  private var isFull = false
  private var texts = 0
  /// Called saved, called kept, and refused and thrown away.
  private var saved: [String] = []
  private var kept: [String] = []
  private var lost: [String] = []
  private let words = Words(.ja)

  init(_ run: Int, copying store: DemoStore) throws {
    self.run = run
    random = SplitMix(seed: UInt64(run))
    disk = try TightDisk(megabytes: 24)
    path = disk.folder.appending(path: "demo.db").path
    for suffix in ["", ".journal-key"] {
      try FileManager.default.copyItem(atPath: store.path + suffix, toPath: path + suffix)
    }
    desks = try (0..<2).map { _ in try open() }
  }

  private func open() throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      running: BuiltProduct.path("tomoni"), ["demo", "--store", path, "--lang", "ja"],
      environment: ["HOME": disk.folder.path])
    try desk.wait(for: "全職員", within: .seconds(20))
    return desk
  }

  /// One thing that somebody does, or that happens to them.
  mutating func goOn() throws {
    let index = Int.random(in: 0...1, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      isFull.toggle()
      if isFull { disk.fill() } else { disk.free() }
    case 1, 2: try leave(index)
    case 3, 4: try hangUp(index)
    case 5: try writeBeside(index)
    default: try save(index)
    }
  }

  // MARK: What a person does

  /// Types a note about a case that has none from this run yet.
  private mutating func type(at index: Int) throws -> String {
    texts += 1
    let text = "第\(run)回の記録\(texts)番"
    let desk = desks[index]
    desk.type("\u{1B}2")
    try desk.wait(for: "案件番号")
    desk.type("gg" + String(repeating: "j", count: texts) + "rn")
    try desk.wait(for: words("command.logNote"))
    desk.type(text)
    try desk.wait(for: text)
    return text
  }

  private mutating func save(_ index: Int) throws {
    let text = try type(at: index)
    desks[index].press(.control("s"))
    try settle(text, at: index)
  }

  /// Saves while another process holds the store for a while.
  private mutating func writeBeside(_ index: Int) throws {
    let text = try type(at: index)
    let other = Process()
    other.executableURL = URL(fileURLWithPath: BuiltProduct.path("StoreWriter"))
    other.arguments = [path, "1", "beside \(run)", "3"]
    other.standardOutput = FileHandle.nullDevice
    other.standardError = FileHandle.nullDevice
    try other.run()
    desks[index].press(.control("s"))
    try settle(text, at: index)
    other.waitUntilExit()
  }

  /// Notes how a save ended, and closes the form of one that was refused.
  private mutating func settle(_ text: String, at index: Int) throws {
    let desk = desks[index]
    let refused = ["refusal.diskFull", "refusal.busy"].map { String(words($0).prefix(8)) }
    let isSaved = { (desk: PseudoTerminal) in
      desk.screen.contains("保存しました") && !desk.screen.contains(text)
    }
    try desk.wait(until: "\(text) is saved or refused", within: .seconds(45)) { desk in
      isSaved(desk) || refused.contains { desk.screen.contains($0) }
    }
    if isSaved(desk) { saved.append(text) } else { try close(text, at: index) }
  }

  private mutating func leave(_ index: Int) throws {
    let text = try type(at: index)
    try close(text, at: index)
  }

  /// Leaves a form; where it says that what is typed cannot be kept, throws it away.
  private mutating func close(_ text: String, at index: Int) throws {
    let desk = desks[index]
    let (isKept, isAsked) = (String(words("desk.formKept").prefix(8)), words("desk.unkeptYes"))
    desk.press(.escape)
    try desk.wait(until: "\(text) is kept or not", within: .seconds(45)) { desk in
      desk.screen.contains(isKept) || desk.screen.contains(isAsked)
    }
    if desk.screen.contains(isKept) {
      kept.append(text)
    } else {
      desk.type("y")
      try desk.wait(untilGone: isAsked)
      lost.append(text)
    }
  }

  /// The line breaks in the middle of a form: once it was there for a second without a word that it
  /// is not kept, it is.
  private mutating func hangUp(_ index: Int) throws {
    let text = try type(at: index)
    let desk = desks[index]
    desk.listen(for: .milliseconds(1500))
    let isUnkept = desk.screen.contains(words("desk.notKept"))
    if !isUnkept { kept.append(text) }
    desk.hangUp()
    _ = try desk.waitForExit()
    // No desk opens on a full disk.
    disk.free()
    isFull = false
    desks[index] = try open()
  }

  // MARK: What is there in the end

  mutating func end() throws {
    disk.free()
    for desk in desks {
      desk.type("\u{1B}Q")
      _ = try desk.waitForExit()
    }
    let store = try CaseStore.open(path, as: .coordinator(RecordID(1))) { Instant(1_800_000_000) }
    var bodies: [String] = []
    try store.forEach(ListQuery(.note), fields: ["body"]) { card in
      if case .text(let body) = card["body"] { bodies.append(body) }
    }
    let drafts = try store.drafts().flatMap { draft in
      draft.contents.values.compactMap { value in
        if case .text(let text) = value { text } else { nil }
      }
    }
    for text in saved {
      #expect(bodies.filter { $0 == text }.count == 1, "run \(run): \(text) was called saved")
    }
    for text in kept {
      #expect(drafts.contains(text), "run \(run): \(text) was called kept")
      #expect(!bodies.contains(text), "run \(run): \(text) was never saved")
    }
    for text in lost {
      #expect(!bodies.contains(text) && !drafts.contains(text), "run \(run): \(text) was refused")
    }
    #expect(try store.verifyJournal().isWhole, "run \(run)")
  }
}
