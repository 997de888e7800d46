import Casework
import Cells
import CustomDump
import DeskWorld
import Labels
import Testing

@testable import Screens

/// Three fields that two people changed: each side of each, in every combination.
@Suite struct `Of two who changed the same` {
  private static let fields: [(name: String, mine: FieldValue, theirs: FieldValue)] = [
    ("phone", .text("070-0000-0000"), .absent),
    ("email", .text("mine@example.org"), .text("theirs@example.org")),
    ("city", .text("川崎市"), .text("横浜市")),
  ]

  /// The form with all three typed, refused in their order.
  private func refused(_ size: Size = Size(rows: 40, columns: 140)) -> DeskHarness {
    var harness = DeskHarness(size)
    harness.type("2e")
    for field in Self.fields {
      harness.go(to: field.name)
      if case .text(let text) = field.mine { harness.type("<Ctrl-U>\(text)") }
    }
    harness.world.refusal = .conflict(
      Self.fields.map { FieldConflict($0.name, yours: $0.mine, theirs: $0.theirs) },
      currentVersion: 9)
    harness.type("<Ctrl-S>")
    harness.world.refusal = nil
    return harness
  }

  private func isTheirs(_ field: Int, _ choice: Int) -> Bool { choice & (1 << field) != 0 }

  @Test(arguments: 0..<8, [["l", "j"], ["<Right>", "<Tab>"], [" ", "<Down>"]])
  func `each field is the one chosen`(choice: Int, keys: [String]) {
    var harness = refused()
    let saves = harness.changes.count
    for field in Self.fields.indices {
      if isTheirs(field, choice) { harness.type(keys[0]) }
      harness.type(keys[1])
    }
    harness.type("<Ctrl-S>")
    let kept = Self.fields.indices.filter { !isTheirs($0, choice) }.map { Self.fields[$0] }
    let later = Array(harness.changes.dropFirst(saves))
    if kept.isEmpty {
      #expect(later == [])
      #expect(harness.desk.notice?.text == Words(.ja)("desk.conflictKept"))
    } else {
      let values = Dictionary(uniqueKeysWithValues: kept.map { ($0.name, $0.mine) })
      expectNoDifference(
        later,
        [Change(.case, id: RecordID(1), version: 9, values: values, command: "edit")])
    }
    #expect(harness.desk.overlays.isEmpty && harness.desk.drafts.isEmpty)
  }

  @Test func `a side that was chosen is given back by the other key`() {
    for keys in ["lh", "<Right><Left>", "  ", "hh", "llh"] {
      var harness = refused()
      harness.type(keys + "<Enter>")
      #expect(
        harness.changes.last?.values
          == [
            "city": .text("川崎市"), "phone": .text("070-0000-0000"),
            "email": .text("mine@example.org"),
          ],
        "\(keys)")
    }
  }

  /// The ends of the list are ends: the last field stays the last one.
  @Test(arguments: [("kkkl", "phone"), ("jjjjjl", "city"), ("jkl", "phone"), ("jjkl", "email")])
  func `the row that is meant is the one that was gone to`(keys: String, field: String) {
    var harness = refused()
    harness.type(keys + "<Enter>")
    let names = Set(harness.changes.last?.values.keys.map(\.self) ?? [])
    #expect(names == Set(Self.fields.map(\.name)).subtracting([field]))
  }

  @Test(arguments: DeskSize.allCases) func `the row that has the keys is seen`(size: DeskSize) {
    var harness = refused(size.size)
    for (index, field) in ["phone", "email", "city"].enumerated() {
      let frame = harness.desk.draw()
      expectSound(harness.desk, field)
      let label = Words(.ja)("case.\(field)")
      let row = (0..<frame.size.columns).map { frame[frame.cursor.row, $0].text }.joined()
      #expect(
        row.contains(label) || row.contains(Words(.ja)("person.\(field)")),
        "\(index) \(field): \(frame.golden)")
      harness.type("j")
    }
  }
}
