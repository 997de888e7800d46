import Casework
import Cells
import DeskWorld
import Labels
import Screens
import TestSupport
import Testing
import Wording

/// Records that are gone while they are on the screen.
@Suite struct GoneTests {
  /// The text without the ends of the lines within a box.
  private static func unwrapped(_ frame: Frame) -> String {
    frame.text.replacing(/\s*\|\n\|\s*/, with: "")
  }

  private static let gone = "この記録は表示できなくなった"

  /// A desk on an open case, and the address of it.
  private func deskWithCase(
    _ size: Size = Size(rows: 24, columns: 80), viewer: Viewer = .coordinator(RecordID(1))
  ) throws -> (DeskHarness, RecordAddress) {
    var harness = DeskHarness(size, viewer: viewer)
    harness.type("2<Enter>")
    return (harness, try #require(harness.desk.details.last?.detail.card.address))
  }

  @Test(arguments: [Viewer.coordinator(RecordID(1)), .volunteer(RecordID(7))])
  func `are closed with what was opened from them`(viewer: Viewer) throws {
    var (harness, address) = try deskWithCase(viewer: viewer)
    harness.type("<Tab><Enter>")
    harness.receive(.refused(.read(.record(address), for: .beside), .notFound))
    #expect(harness.desk.details.isEmpty && harness.desk.overlays.isEmpty)
    let said = viewer == .volunteer(RecordID(7)) ? "このケースの担当が終わった" : Self.gone
    #expect(harness.desk.draw().text.contains(said))
  }

  @Test func `leave nothing beside the list`() throws {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.type("2j")
    let address = try #require(harness.desk.list.selected?.address)
    harness.world.cards[.case]?.removeAll { $0.address == address }
    harness.receive(.changedElsewhere)
    harness.receive(.refused(.read(.record(address), for: .beside), .notFound))
    #expect(harness.desk.list.selected?.address != address)
  }

  @Test func `are never beside the row of another record`() throws {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.type("2")
    let name = try #require(harness.desk.list.selected.map { ValueText(Words(.ja)).title(of: $0) })
    func places(_ text: String) -> Int { text.ranges(of: name).count }
    let before = places(harness.screen)
    #expect(before > 1)
    // Until the answer is there, nothing stands beside the row.
    let asked = harness.desk.update(.key(.character("j")))
    #expect(places(harness.screen) == 1)
    #expect(asked.contains { if case .read(.record, for: .beside) = $0 { true } else { false } })
    harness.type("k")
    #expect(places(harness.screen) == before)
  }

  @Test func `leave what a member of staff is writing`() throws {
    var (harness, address) = try deskWithCase()
    harness.type("rn本文")
    harness.receive(.refused(.read(.record(address), for: .beside), .notFound))
    #expect(harness.desk.details.isEmpty && harness.form != nil)
    #expect(harness.desk.draw().text.contains("本文"))
  }

  @Test func `leave a volunteer the search they type`() throws {
    var (harness, address) = try deskWithCase(viewer: .volunteer(RecordID(7)))
    harness.type("<Esc>/ab")
    harness.receive(.refused(.read(.record(address), for: .beside), .notFound))
    #expect(harness.desk.overlays.count == 1)
  }

  @Test func `are read again by a volunteer also while they search`() {
    var harness = DeskHarness(viewer: .volunteer(RecordID(7)))
    harness.type("/a")
    #expect(harness.desk.followsOthers)
    var staff = DeskHarness()
    staff.type("2/a")
    #expect(!staff.desk.followsOthers)
  }

  @Test(arguments: [
    Size(rows: 24, columns: 80), Size(rows: 40, columns: 140), Size(rows: 10, columns: 40),
  ])
  func `as the store itself, are told of below what is being typed`(size: Size) throws {
    var harness = DeskHarness(size)
    harness.type("2rn<Tab>本文")
    let before = harness.desk.draw().cursor
    harness.receive(.storeLost(.storeReplaced(path: "/srv/tomoni.db")))
    let frame = harness.desk.draw()
    #expect(Self.unwrapped(frame).contains("置き換わりました。ここからは保存できません"))
    #expect(Self.unwrapped(frame).contains("終えるには"))
    #expect(frame.text.contains("Q"))
    #expect(frame.cursor == before)
    if size.rows > 10 { #expect(frame.text.contains("本文")) }
    harness.type("<Esc>")
    #expect(Self.unwrapped(harness.desk.draw()).contains("置き換わりました"))
  }

  @Test(arguments: [false, true])
  func `is waited for by name, with the one key that stops it`(isFormOpen: Bool) {
    var harness = DeskHarness()
    harness.type(isFormOpen ? "2rn" : "2")
    harness.desk.isWaiting = true
    let text = harness.desk.draw().text
    #expect(text.contains("待機") && text.contains("Esc で待つのをやめ"))
    #expect(text.contains("入力に戻ります") == isFormOpen)
  }
}
