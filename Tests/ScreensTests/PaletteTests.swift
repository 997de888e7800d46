import DeskWorld
import Casework
import Cells
import Labels
import Screens
import Testing
import Widgets

@Suite struct `The palette and help` {
  private func items(_ harness: DeskHarness) -> [PickerView.Item] {
    switch harness.desk.overlays.last {
    case .picker(let picker): return picker.view.items
    case .find(let box): return box.view.items
    default: return []
    }
  }

  @Test(arguments: [
    "とりけす", "トリケス", "取り消す", "undo", "Undo", "ｕｎｄｏ", "u",
  ])
  func `find a command by either language, its reading or its key`(typed: String) throws {
    for opener in [":", "?"] {
      var harness = DeskHarness()
      harness.type(opener + typed)
      let first = try #require(items(harness).first)
      #expect(first.label.hasPrefix("取り消す"), "\(opener)\(typed)")
      #expect(first.detail == "u")
      harness.type("<Enter>")
      #expect(harness.effects.contains(.undo))
    }
  }

  @Test func `find keys pressed one after the other`() throws {
    for typed in ["rc", "r c", "ｒｃ"] {
      var harness = DeskHarness()
      harness.type("2:" + typed)
      #expect(items(harness).first?.label == Words(.ja)("command.logContact"), "\(typed)")
    }
  }

  @Test(arguments: [("ctrl", 8), ("]", 1), ("Ctrl-D", 1), ("？", 1)])
  func `find by what a key is called`(typed: String, atMost: Int) throws {
    var harness = DeskHarness()
    harness.type(":" + typed)
    let found = items(harness)
    #expect((1...atMost).contains(found.count), "\(found.map(\.label))")
    let wanted = InputMethodFold.text(typed).lowercased()
    #expect(found.allSatisfy { $0.reason != nil || $0.detail.lowercased().contains(wanted) })
  }

  @Test func `show a command last given first while nothing is typed`() {
    var harness = DeskHarness()
    harness.type("2:取り消す<Enter>:並べ替える<Enter><Esc>:")
    let offered = items(harness).filter { !$0.isHeading }.map(\.label)
    #expect(offered.prefix(2) == ["並べ替える", "取り消す"])
    // A case at hand, then what can be done; what only moves about is found by its name alone.
    #expect(items(harness)[4].label.hasPrefix("2026-"), "\(offered)")
    #expect(offered.contains("連絡を記録") && !offered.contains("下へ"))
    #expect(items(harness).allSatisfy { $0.reason == nil })
    harness.type("下へ")
    #expect(items(harness).contains { $0.label == "下へ" })
    for _ in 0..<2 { harness.type("<BS>") }
    harness.type("れんらく")
    #expect(items(harness).first?.label == Words(.ja)("command.logContact"))
  }

  @Test(arguments: ["2026-0002", "２０２６ー０００２"])
  func `open the record whose number is typed`(typed: String) {
    var harness = DeskHarness()
    harness.type(":\(typed)<Enter>")
    #expect(harness.effects.contains(.find(.case, "2026-0002")))
    #expect(harness.desk.details.last?.detail.card.number == "2026-0002")
    harness.type(":2099-0001<Enter>")
    #expect(harness.desk.notice?.isError == true)
    #expect(harness.desk.details.count == 1)
  }

  @Test func `know how every kind of record is numbered`() {
    #expect(RecordNumber.kind(of: "h-0021") == .host)
    #expect(RecordNumber.kind(of: "ST-0001") == .staff)
    #expect(RecordNumber.kind(of: " 2026-12345") == .case)
    #expect(RecordNumber.kind(of: "7K3M-9QXA") == .case)
    for text in ["", "2026", "-", "2026-", "X-1", "2026-00a", "homestay", "2026-042"] {
      #expect(RecordNumber.kind(of: text) == nil, "\(text)")
    }
  }

  @Test func `group what can be done and say why the rest cannot`() throws {
    var harness = DeskHarness(language: .en, world: .empty)
    harness.type("2?")
    let all = items(harness)
    let headings = all.filter(\.isHeading).map(\.label)
    #expect(headings == CommandGroup.allCases.map { Words(.en)("commandGroup.\($0.rawValue)") })
    #expect(all.filter { !$0.isHeading }.count == CommandTable.all.count)
    let edit = try #require(all.first { $0.label.hasPrefix("Edit") })
    #expect(edit.reason == Words(.en)("desk.nothingSelected"))
    let done = try #require(all.first { $0.label.hasPrefix("Mark done") })
    #expect(done.reason == Words(.en)("desk.place.today"))
    harness.type("edit<Enter>")
    #expect(harness.desk.notice?.text == Words(.en)("desk.nothingSelected"))
    #expect(harness.desk.overlays.count == 1)
  }

  @Test func `name a volunteer nothing they may not do`() {
    var harness = DeskHarness(viewer: .volunteer(RecordID(7)))
    harness.type(":")
    let labels = Set(items(harness).map(\.label))
    // What they give on records of their own is there.
    let given = Set(RecordKind.allCases.flatMap { RecordDescription.of($0).access.commands })
    for command in CommandTable.all
    where !command.isForVolunteers && !given.contains(command.name.rawValue) {
      #expect(!labels.contains(Words(.ja)("command.\(command.name.rawValue)")))
    }
    #expect(
      CommandTable.all.contains { labels.contains(Words(.ja)("command.\($0.name.rawValue)")) })
    harness.type("<Esc>e")
    #expect(harness.desk.notice?.text == Words(.ja)("desk.forStaff"))
    harness.type("rh")
    #expect(harness.desk.overlays.isEmpty)
  }
}

@Suite struct `The box of a prefix` {
  @Test func `shows every way on at once`() {
    var harness = DeskHarness(language: .en)
    harness.type("2r")
    for label in ["h  Log homestay", "s  Log salon", "c  Log contact", "f  Add follow-up"] {
      #expect(harness.screen.contains(label), "\(label)")
    }
  }

  @Test func `says why nothing can be logged where there is no case`() {
    var hosts = World.full
    hosts.cards[.host] = [Card(RecordAddress(.host, RecordID(1)), number: "H-0001")]
    for (world, screen, reason) in [
      (hosts, "8h", "desk.place.caseRecord"),
      (World.empty, "2", "desk.noCaseSelected"), (World.full, "8v", "desk.noCaseSelected"),
    ] {
      var harness = DeskHarness(language: .en, world: world)
      harness.type(screen + "r")
      #expect(harness.screen.contains("| \(Words(.en)(reason))"), "\(screen)")
      harness.type("c")
      #expect(harness.desk.notice?.text == Words(.en)(reason))
      #expect(harness.desk.overlays.isEmpty)
    }
  }

  @Test func `says in a record that lists are narrowed in the list`() {
    var harness = DeskHarness(language: .en)
    harness.type("2<Enter>s")
    #expect(harness.desk.notice?.text == "Only in a list; h goes back to it.")
    harness.type("f")
    #expect(harness.screen.contains("| Only in a list; h goes back to it."))
  }

  @Test func `has a key for what is bound to no letter`() {
    let settings = SettingsFile("bind everywhere g Enter undo").settings
    var harness = DeskHarness(language: .en, settings: settings)
    harness.type("g")
    #expect(harness.screen.contains("Enter  Undo"))
    harness.type("<Enter>")
    #expect(harness.effects.contains(.undo))
  }
}
