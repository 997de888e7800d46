import Casework
import Cells
import DeskWorld
import Foundation
import Screens
import Testing

/// What is read goes to the page that asked for it, and to no other.
@Suite struct `An answer` {
  private func asked(_ harness: DeskHarness, for page: PageID) throws -> PageRequest {
    let requests = harness.effects.compactMap { effect -> PageRequest? in
      if case .read(.page(let request), page) = effect { request } else { nil }
    }
    return try #require(requests.last)
  }

  private static let other = Page(
    cards: [Card(RecordAddress(.case, RecordID(77)), number: "2026-0077")])

  @Test func `goes to its page though another one is shown`() throws {
    var harness = DeskHarness()
    harness.type("2")
    let request = try asked(harness, for: .screen(.cases))
    harness.type("3")
    let shown = harness.desk.list.cards
    harness.receive(.read(.page(request, Self.other), for: .screen(.cases)))
    #expect(harness.desk.list.cards == shown)
    // The list stands where its answer put it as soon as it is gone back to.
    _ = harness.desk.update(.key(.character("2")))
    #expect(harness.desk.list.cards == Self.other.cards)
  }

  @Test func `to the same question of another page changes nothing`() throws {
    var harness = DeskHarness()
    harness.type("2")
    let request = try asked(harness, for: .screen(.cases))
    let before = harness.desk
    let pages: [PageID] = [
      .screen(.today), .picture(.cases), .detail(RecordAddress(.case, RecordID(1))), .beside,
      .roll(RecordAddress(.salon, RecordID(1))), .reading,
    ]
    for page in pages {
      harness.receive(.read(.page(request, Self.other), for: page))
      #expect(harness.desk.list.cards == before.list.cards, "\(page)")
      #expect(harness.desk.draw() == before.draw(), "\(page)")
    }
  }

  @Test func `to an overtaken question changes nothing`() throws {
    var harness = DeskHarness()
    harness.type("2")
    let request = try asked(harness, for: .screen(.cases))
    harness.type("/FATI<Enter>")
    let before = harness.desk
    harness.receive(.read(.page(request, Self.other), for: .screen(.cases)))
    harness.receive(
      .read(.count(request.query, ListCount(9)), for: .screen(.cases)))
    #expect(harness.desk == before)
  }

  @Test func `to a picture that asks something else by now changes nothing`() throws {
    var harness = PictureWorld.desk("4p")
    let first = harness.effects.compactMap { effect -> PictureRequest? in
      if case .read(.picture(let request), .picture(.salons)) = effect { request } else { nil }
    }
    let request = try #require(first.last)
    harness.type(">")
    let before = harness.desk
    harness.receive(
      .read(
        .picture(request, .month(MonthRows(first: DeskHarness.today.firstOfMonth))),
        for: .picture(.salons)))
    #expect(harness.desk == before)
  }
}

/// The shape of the module, which the next kind, page and command must not bend.
@Suite struct `The sources of the screens` {
  private static let files: [(name: String, text: String)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Screens")
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .map { ($0.lastPathComponent, (try? String(contentsOf: $0, encoding: .utf8)) ?? "") }
  }()

  private func lines(_ text: String) -> Int { text.count { $0.isNewline } }

  @Test func `are small`() {
    let counts = Self.files.map { lines($0.text) }.sorted()
    #expect(counts.count > 100)
    #expect(counts[counts.count / 2] <= 80)
    #expect((counts.last ?? 0) <= 300)
  }

  @Test func `leave to the desk what is the desk's`() {
    let desk = Self.files.filter { file in
      file.text.split(separator: "\n").contains {
        $0 == "extension Desk {" || $0.hasPrefix("package struct Desk:")
      }
    }
    #expect(desk.count > 5)
    #expect(desk.reduce(0) { $0 + lines($1.text) } <= 1_900)
  }

  @Test func `ask in few places for one kind of record`() {
    let found = Self.files.flatMap { file in
      file.text.matches(of: /kind (?:==|!=) \./).map { _ in file.name }
    }
    #expect(found.count <= 6, "\(found)")
  }

  @Test func `name no command that has no row`() {
    let names = Self.files.flatMap { file in
      file.text.matches(of: /CommandName\(of: "(\w+)"\)/).map { String($0.output.1) }
    }
    #expect(names.count > 40)
    #expect(names.filter { CommandName(rawValue: $0) == nil } == [])
  }
}
