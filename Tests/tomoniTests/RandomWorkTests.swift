import CaseStore
import Casework
import Cells
import CustomDump
import Demo
import Foundation
import GRDB
import Labels
import Screens
import TestSupport
import Testing

@testable import tomoni

/// Random work at the desk over a real store.
///
/// The whole of it, 50 seeds of 20,000 events: `TOMONI_WHOLE=1 Tests/run --filter RandomWork`.
@Suite struct `RandomWork` {
  private static let isWhole = ProcessInfo.processInfo.environment["TOMONI_WHOLE"] != nil
  static let seeds: [UInt64] = Array(isWhole ? 1...50 : 1...2)
  private static let events = isWhole ? 20_000 : 2_000

  @Test(arguments: seeds)
  func `never traps, and undone to its start leaves every record as it was`(seed: UInt64) throws {
    let folder = try ScratchFolder()
    let path = folder.path("tomoni.db")
    let organisation = DemoOrganisation(
      cases: 12, seed: seed, today: Self.today, coordinator: RecordID(1))
    try organisation.fill(storeAt: path) { _, _ in }
    // A second coordinator, who has done nothing yet that could be taken back.
    let (viewer, store) = try Self.newcomer(path)
    let before = try Self.records(path)

    var desk = Desk(
      Desk.Surroundings(
        viewer: viewer, viewerLink: store.viewerLink, organisation: "x", isDemo: true,
        today: Self.today, canSuspend: true),
      size: Size(rows: 24, columns: 80), language: .ja, width: .system)
    Self.answer(desk.start(), &desk, store)
    var events = RandomEvents(seed: seed)
    for _ in 0..<Self.events {
      Self.answer(desk.update(events.next()), &desk, store)
      _ = desk.draw()
    }

    var undone = 0
    do {
      while true {
        _ = try store.undo()
        undone += 1
      }
    } catch Refusal.nothingToUndo {}
    #expect(undone > 0)
    expectNoDifference(try Self.records(path), before)
    #expect(try store.verifyJournal().isWhole)
  }

  private static let today = CivilDate(dayNumber: 20_779)

  private static func newcomer(_ path: String) throws -> (Viewer, CaseStore) {
    let clock = { Instant(Int64(today.dayNumber) * 86_400) }
    let first = try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: clock)
    let staff = try first.save(
      Change(.staff, values: ["name": .text("新人")], command: "add")
    ).link.address.id
    return (.coordinator(staff), try CaseStore.open(path, as: .coordinator(staff), clock: clock))
  }

  private static func answer(_ effects: [Effect], _ desk: inout Desk, _ store: CaseStore) {
    var open = effects
    while !open.isEmpty {
      let effect = open.removeFirst()
      // What comes of a key is bounded; a page of 500 would only slow the test down.
      if case .read(.all, _) = effect { continue }
      if let reply = store.reply(to: effect) { open += desk.receive(reply) }
    }
  }

  /// Since when the store has a deadline as it stands, and what follows from that.
  private static let known: Set<String> = [
    "id", "knownSince", "unseenSince", "coverFrom", "supervisorFrom",
  ]

  /// Every row of every kind of record, without its version; a deadline, which the store makes anew
  /// from the facts, also without its place and since when it is there.
  private static func records(_ path: String) throws -> [String: [String]] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      try RecordKind.allCases.reduce(into: [:]) { tables, kind in
        tables[kind.rawValue] = try Row.fetchAll(
          db, sql: "SELECT * FROM \"\(kind.rawValue)\" ORDER BY id"
        ).map { row in
          row.filter { $0.0 != "version" && (kind != .deadline || !known.contains($0.0)) }
            .map { "\($0.0)=\($0.1)" }.joined(separator: " ")
        }
        if kind == .deadline { tables[kind.rawValue]?.sort() }
      }
    }
  }
}

/// Keys, sizes and pastes as a hurried person and a cat on the keyboard would send them.
private struct RandomEvents {
  private var random: SplitMix
  private var waiting: [Event] = []

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func next() -> Event {
    if waiting.isEmpty { waiting = burst().reversed() }
    return waiting.popLast() ?? .tick
  }

  private static let named: [Key] = [
    .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
    .pageUp, .pageDown, .control("s"), .control("c"), .control("w"), .control("x"), .control("r"),
    .control("n"), .function(2),
  ]
  private static let letters = Array(
    "abcdefghijklmnopqrstuvwxyzGJKLSVAU12345 8/?:[].,漢字かなｶﾞأحمدမောင်Йо👩‍👩‍👧ｊ？。")
  /// Work that leads to a change more often than chance does.
  private static let work = [
    "2mi", "2jma", "2jms", "2ju", "2U", "2rn<Tab>話した<Ctrl-S>", "2rf電話<Tab>+3d<Ctrl-S>",
    "1x", "1jx", "3ma", "3jmb", "5md", "4mc", "2 jj.", "1  xy", "2vjjmsy", "u", "U", ".",
    "8ha東京の家<Ctrl-S>", "2e<Tab>x<Ctrl-S>", "tl", "2rc<Tab><Tab>不在<Ctrl-S>", "<Esc><Esc>",
  ].map(keys)

  private mutating func burst() -> [Event] {
    switch random.number(0...19) {
    case 0:
      return [
        .resize(Size(rows: random.number(0...100), columns: random.number(0...300)))
      ]
    case 1: return [.paste("貼り付け\nأحمد\u{202E}x")]
    case 2: return [.tick]
    case 3...8: return [.key(random.pick(Self.named) ?? .tab)]
    case 9...14: return [.key(.character(random.pick(Self.letters) ?? "j"))]
    default: return (random.pick(Self.work) ?? []).map(Event.key)
    }
  }

  private static func keys(_ macro: String) -> [Key] {
    var keys: [Key] = []
    var rest = macro[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        keys +=
          KeySequence(stringLiteral: String(rest[rest.index(after: rest.startIndex)..<end]))
          .keys
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }
}
