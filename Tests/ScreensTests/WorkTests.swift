import Widgets
import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

@Suite struct `The main job` {
  static let logs: [(keys: String, kind: RecordKind)] = [
    ("rh", .homestay), ("rs", .attendance), ("rj", .placement), ("rc", .contact), ("rn", .note),
    ("rf", .followUp), ("rd", .document), ("rb", .supportCategory), ("rp", .procedure),
    ("rz", .residence), ("rw", .workPermission), ("ro", .ownDeadline),
    ("rl", .lodging), ("B", .blockedPair), ("ri", .checkIn), ("ra", .application),
    ("rt", .detention), ("rm", .fee), ("ru", .allowance),
  ]

  @Test(arguments: logs)
  func `logs about a case in two keys`(keys: String, kind: RecordKind) throws {
    var harness = DeskHarness()
    harness.type("2" + keys)
    guard case .form(let form) = harness.desk.overlays.last else {
      Issue.record("no form after \(keys)")
      return
    }
    let part = try #require(form.parts.first)
    #expect(part.kind == kind)
    #expect(part.fixed["case"] == .link(Link(RecordAddress(.case, RecordID(1)))))
  }

  @Test func `marks a status with one letter where nothing is missing`() throws {
    var harness = DeskHarness()
    harness.type("2jms")  // assessment has no way to itself
    #expect(harness.changes.isEmpty)
    harness.type("mp")
    let change = try #require(harness.changes.first)
    #expect(change.values == ["status": .code("planning")])
    #expect(change.id == RecordID(2))
    #expect(change.command == "status")
  }

  @Test func `offers exactly the allowed moves`() {
    for status in CaseStatus.allCases {
      var world = World.full
      world.cards[.case]?[0]["status"] = .code(status.rawValue)
      world.cards[.case]?[0]["isOpen"] = .flag(true)
      var harness = DeskHarness(language: .en, world: world)
      harness.type("2m")
      if CaseMove.allowed(from: status).isEmpty {
        #expect(harness.desk.notice?.text == Words(.en)("desk.noMoves"))
        continue
      }
      guard case .letters(let choice) = harness.desk.overlays.last else {
        Issue.record("no box for \(status)")
        continue
      }
      #expect(
        choice.view.items.map(\.label)
          == CaseMove.allowed(from: status).map { Words(.en)($0.labelKey) })
    }
  }

  @Test func `asks for what a guard needs and saves it with the move`() throws {
    var harness = DeskHarness()
    harness.type("2jmh")  // on hold: a reason and the day to resume
    guard case .form = harness.desk.overlays.last else {
      Issue.record("no form")
      return
    }
    harness.type("2026-12-01<Enter>家族の都合<Ctrl-S>")
    let change = try #require(harness.changes.first)
    let day = try #require(CivilDate(year: 2026, month: 12, day: 1))
    #expect(change.values == ["status": .code("on_hold"), "resumeOn": .date(day)])
    #expect(change.reason == "家族の都合")
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `offers a next action where a move is refused for the lack of one`() throws {
    var harness = DeskHarness()
    harness.type("2j")
    harness.world.refusal = .problems([FieldProblem("nextAction", .nextActionRequired)])
    harness.type("ma")
    harness.world.refusal = nil
    harness.type("電話する<Enter>+3d<Ctrl-S>")
    let saved = Array(harness.changes.suffix(2))
    #expect(saved.map(\.kind) == [.followUp, .case])
    #expect(saved.first?.values["action"] == .text("電話する"))
    #expect(saved.first?.values["due"] == .date(DeskHarness.today.adding(days: 3)))
    #expect(saved.last?.values == ["status": .code("active")])
  }

  @Test func `keeps a form that was closed`() {
    var harness = DeskHarness()
    harness.type("2rn大事なメモ<Esc>")
    #expect(harness.desk.overlays.isEmpty)
    harness.type("j")
    harness.type("krn")
    #expect(harness.screen.contains("大事なメモ"))
  }

  @Test func `shows a problem beside its field and keeps what was typed`() {
    var harness = DeskHarness()
    harness.world.refusal = .problems([FieldProblem("due", .required)])
    harness.type("2rf<Tab>手紙を出す<Ctrl-S>")
    #expect(harness.screen.contains("手紙を出す"))
    #expect(harness.screen.contains(Words(.ja)("problem.required").prefix(6)))
  }

  @Test func `says what a date means and refuses what is none`() {
    var harness = DeskHarness()
    harness.type("2rf10/3")
    #expect(harness.screen.contains("2027-10-03"))
    harness.type("<Ctrl-U>R8.12.1")
    #expect(harness.screen.contains("2026-12-01"))
    harness.type("<Ctrl-U>2/30<Ctrl-S>")
    #expect(harness.changes.isEmpty)
  }

  @Test func `asks in English which number is the month, and says how far away a day is`() {
    var harness = DeskHarness(language: .en)
    harness.type("2rf10/3")
    #expect(harness.screen.contains("10 Mar or 3 Oct?"))
    harness.type("<Tab>Write<Ctrl-S>")
    #expect(harness.changes.isEmpty)
    harness.type("<S-Tab><Ctrl-U>3 oct")
    #expect(harness.screen.contains("Sun 3 Oct 2027, in "))
    harness.type("<Ctrl-S>")
    #expect(harness.changes.first?.values["due"] == .date(CivilDate(dayNumber: 21_094)))
  }

  @Test func `narrows the list letter by letter and takes it back with Esc`() {
    var harness = DeskHarness()
    harness.type("2/ファ")
    #expect(harness.screen.contains("ファティマ"))
    #expect(!harness.screen.contains("デニズ"))
    let searches = harness.effects.compactMap {
      if case .read(.page(let request), _) = $0 { request.query.search } else { nil }
    }
    #expect(searches.suffix(2) == ["フ", "ファ"])
    harness.type("<Esc>")
    #expect(harness.screen.contains("マウン"))
  }

  @Test func `marks rows, says how many and asks before it changes several`() {
    var harness = DeskHarness()
    harness.type("2V")
    #expect(harness.screen.contains("選択 4"))
    harness.type("<Esc>  ")
    #expect(harness.screen.contains("選択 2"))
    harness.type("1<Esc>")
    harness.type("   x")
    #expect(harness.changes.isEmpty)
    harness.type("y")
    #expect(harness.changes.count == 3)
    #expect(harness.changes.allSatisfy { $0.values["done"] == .date(DeskHarness.today) })
  }

  @Test func `shows the moves of the status on the one timeline, with who and why`() {
    var harness = DeskHarness()
    harness.world.history = [
      JournalEntry(
        sequence: 9, step: 9, at: Instant(1_795_305_600), who: DeskHarness.staff,
        command: "status", before: ["status": .code("intake")],
        after: ["status": .code("assessment")], reason: "面談で合意")
    ]
    harness.type("2j<Enter>")
    #expect(harness.screen.contains("I 初回 > S 評価  面談で合意  田中 恵"))
    #expect(harness.screen.contains("電話"))
  }

  @Test func `undoes`() {
    var harness = DeskHarness()
    harness.type("u")
    #expect(harness.effects.contains(.undo))
  }

  @Test func `sorts by any sortable field, and again the other way`() {
    var harness = DeskHarness()
    harness.type("2s")
    guard case .letters(let choice) = harness.desk.overlays.last else {
      Issue.record("no box")
      return
    }
    #expect(
      choice.view.items.count
        == RecordDescription.of(.case).fields.filter { $0.uses.contains(.sort) }.count)
    harness.type("a")
    let orders = harness.effects.compactMap {
      if case .read(.page(let request), _) = $0 { request.query.sort } else { nil }
    }
    #expect(orders.last?.field == "number")
  }

  @Test func `finds a command by either language and runs it`() {
    for typed in ["undo", "とりけす", "取り消す"] {
      var harness = DeskHarness()
      harness.type(":\(typed)<Enter>")
      #expect(harness.effects.contains(.undo), "\(typed)")
    }
  }
}

@Suite struct `A volunteer` {
  static let volunteer = Viewer.volunteer(RecordID(7))

  /// Whatever key is pressed, no more is asked of the store than the access of the kinds allows.
  @Test func `is given nothing that their access does not allow`() {
    for command in CommandTable.all {
      for sequence in command.keys {
        for place in ["", "<Enter>"] {
          var harness = DeskHarness(viewer: Self.volunteer)
          harness.type(place)
          sequence.keys.forEach { harness.send(.key($0)) }
          harness.type("ay<Ctrl-S>")
          for change in harness.changes {
            let writes = RecordDescription.of(change.kind).access.writes(isNew: change.id == nil)
            #expect(
              !change.values.isEmpty && writes.isSuperset(of: change.values.keys),
              "\(sequence.text) \(change)")
          }
        }
      }
    }
  }

  @Test func `asks for nothing but fields that are theirs`() {
    var harness = DeskHarness(viewer: Self.volunteer)
    harness.type("jG/x<Esc>")
    for case .read(.page(let request), _) in harness.effects {
      #expect(request.query.kind == .case)
      for field in request.fields {
        #expect(RecordDescription.of(.case)[field]?.audience == .assigned, "\(field)")
      }
    }
  }

  @Test func `opens a case only when they say so`() {
    var harness = DeskHarness(Size(rows: 40, columns: 140), viewer: Self.volunteer)
    harness.type("jk")
    #expect(!harness.effects.contains { if case .detail = $0 { true } else { false } })
    harness.type("<Enter>")
    #expect(harness.effects.contains { if case .detail = $0 { true } else { false } })
  }
}
