import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Wording

@testable import Screens

@Suite struct `What is on the screen` {
  private func asked(_ harness: DeskHarness) -> FileExport? {
    if case .export(let export) = harness.effects.last { export } else { nil }
  }

  @Test(arguments: [("c", "csv"), ("x", "xlsx"), ("j", "json")])
  func `goes into a file with its rows, columns and order`(key: String, suffix: String) throws {
    var harness = DeskHarness()
    harness.type("2fmS")
    harness.type("o\(key)")
    #expect(harness.effects.last.map { if case .export = $0 { false } else { true } } ?? true)
    #expect(harness.screen.contains("cases_2026-11-22.\(suffix)"), "\(harness.screen)")
    harness.type("<Enter>")
    let export = try #require(asked(harness))
    guard case .list(let query, let columns, let format) = export.content else {
      Issue.record("\(export)")
      return
    }
    #expect(query == harness.desk.list.query && !query.filters.isEmpty)
    #expect(format.rawValue == suffix)
    #expect(columns.first == "number" && columns.contains("status"))
    // Nothing is said before it is on the disk.
    #expect(harness.desk.notice == nil)
    harness.receive(.exported(export, at: FilePlace("/x/\(export.path)"), rows: 12))
    let said = try #require(harness.desk.notice)
    #expect(said.text.contains("12 件") && said.text.contains("書き出しました") && !said.isError)
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `is stopped by Esc while it is written, and asked for another name`() throws {
    var harness = DeskHarness()
    harness.type("2oc<Ctrl-U>")
    harness.send(.paste("/tmp/"))
    harness.type("あ.csv<Enter>")
    let export = try #require(asked(harness))
    #expect(export.path == "/tmp/あ.csv")
    harness.type("<Esc>")
    #expect(harness.effects.last == .stopWork)
    harness.receive(.refused(.export(export), .stopped))
    #expect(harness.desk.overlays.isEmpty)
    for fault in FileFault.allCases {
      harness.receive(.notExported(export, fault, at: FilePlace("/tmp/あ.csv")))
      #expect(harness.desk.notice?.isError == true)
      expectSound(harness.desk, "\(fault)")
      harness.type("<Enter>")
      // A name that is taken goes on with a number; the others as they were.
      #expect(asked(harness)?.path == (fault == .exists ? "/tmp/あ_2.csv" : "/tmp/あ.csv"))
      harness.receive(.refused(.export(export), .stopped))
    }
    // A day is no number to go on with.
    for (name, next) in [
      ("a_2026-11-29.csv", "a_2026-11-29_2.csv"), ("b_2.x", "b_3.x"), ("c", "c_2"),
    ] {
      var taken = export
      taken.path = name
      harness.receive(.notExported(taken, .exists, at: FilePlace("/tmp/\(name)")))
      harness.type("<Enter>")
      #expect(asked(harness)?.path == next)
      harness.receive(.refused(.export(taken), .stopped))
    }
    harness.receive(.notExported(export, .exists, at: FilePlace("/tmp/あ.csv")))
    harness.type("<Ctrl-U><Enter>")
    #expect(harness.screen.contains(Words(.ja)("export.noName")))
  }

  @Test func `is a brief that is read, as a page to print`() throws {
    var harness = DeskHarness()
    harness.type("2boh<Enter>")
    let export = try #require(asked(harness))
    guard case .brief(let address, let number, .html) = export.content else {
      Issue.record("\(export)")
      return
    }
    #expect(
      address.kind == .case && export.path.hasPrefix(number) && export.path.hasSuffix(".html"))
    harness.receive(.exported(export, at: FilePlace("/x/\(export.path)")))
    // Back at the brief.
    #expect(harness.desk.overlays.count == 1)
  }

  @Test func `is a paper of a case, chosen by its name`() throws {
    var harness = DeskHarness()
    harness.type("2P")
    #expect(harness.screen.contains("在留期間更新許可申請書"), "\(harness.screen)")
    harness.type("在留期間更新<Enter>")
    #expect(asked(harness) == nil && harness.screen.contains("_renewal.pdf"), "\(harness.screen)")
    harness.type("<Enter>")
    let export = try #require(asked(harness))
    guard case .paper(.record(let address), "renewal", "ja", false) = export.content else {
      Issue.record("\(export)")
      return
    }
    #expect(address.kind == .case && export.path.hasSuffix("_renewal.pdf"))
    harness.receive(.notExported(export, .noConsent, at: FilePlace("/x/\(export.path)")))
    #expect(harness.screen.contains("同意"))
    harness.type("<Esc>")
    // In each of the languages that it is there in.
    harness.type("Phandover<Enter>")
    harness.type("<Enter><Enter>")
    guard case .paper(_, "handover", "ja", _)? = asked(harness)?.content else {
      Issue.record("\(harness.screen)")
      return
    }
  }

  @Test func `is a paper or, by a key where its name is asked, a proof of it`() throws {
    var harness = DeskHarness(language: .en)
    harness.type("2Prenewal<Enter>")
    #expect(harness.screen.contains(Words(.en)("export.proof.off")), "\(harness.screen)")
    harness.type("<Tab>")
    #expect(harness.screen.contains(Words(.en)("export.proof.on")), "\(harness.screen)")
    harness.type("<Enter>")
    guard case .paper(_, "renewal", _, true)? = asked(harness)?.content else {
      Issue.record("\(harness.screen)")
      return
    }
    // What has no proof has no such key.
    var list = DeskHarness(language: .en)
    list.type("2oc")
    #expect(!list.screen.contains(Words(.en)("export.proof.off")))
  }

  @Test func `is on Today the day sheet, and of a gathering its roll`() throws {
    var today = DeskHarness()
    today.type("1Pday_sheet<Enter><Enter><Enter>")
    guard case .paper(.day(DeskHarness.today), "day_sheet", _, false)? = asked(today)?.content
    else {
      Issue.record("\(today.screen)")
      return
    }
    var empty = DeskHarness(world: .empty)
    empty.type("1Pday_sheet<Enter><Enter><Enter>")
    #expect(asked(empty) != nil, "\(empty.screen)")
    var world = World.full
    var gathering = Card(RecordAddress(.salon, RecordID(5)), number: "S-0005")
    gathering["date"] = .date(DeskHarness.today)
    world.cards[.salon] = [gathering]
    var salon = DeskHarness(world: world)
    salon.type("4Proll<Enter><Enter><Enter>")
    guard case .paper(.record(let address), "roll", _, false)? = asked(salon)?.content else {
      Issue.record("\(salon.screen)")
      return
    }
    #expect(address.kind == .salon)
    // In a list without a record there is nothing to print.
    var none = DeskHarness(world: .empty)
    none.type("2P")
    #expect(none.desk.overlays.isEmpty && none.desk.notice?.text == Words(.ja)("desk.noPaper"))
  }

  @Test func `is a numbered sheet, whose number the next consent of the case is offered`() throws {
    var harness = DeskHarness()
    harness.type("2Pconsent<Enter><Enter><Enter>")
    let export = try #require(asked(harness))
    harness.receive(.exported(export, at: FilePlace("/x/a.pdf"), sheet: 1234))
    #expect(harness.desk.notice?.text.contains("1234") == true)
    harness.type("rk")
    let field = harness.form?.entries.first { $0.facts.name == Consent.name(\.sheet) }
    #expect(field?.offered == .number(1234))
    // Of another case nothing is offered.
    harness.type("<Esc>jrk")
    let other = harness.form?.entries.first { $0.facts.name == Consent.name(\.sheet) }
    #expect(other?.offered == .absent)
  }

  @Test func `is no paper for a volunteer`() {
    var volunteer = DeskHarness(viewer: .volunteer(RecordID(1)))
    volunteer.type("2P")
    #expect(volunteer.desk.overlays.isEmpty && asked(volunteer) == nil)
  }

  @Test func `is nobody's to take out but staff's, and nothing where there are no records`() {
    var volunteer = DeskHarness(viewer: .volunteer(RecordID(1)))
    volunteer.type("oc<Enter>O")
    #expect(asked(volunteer) == nil && volunteer.desk.overlays.isEmpty)
    var today = DeskHarness()
    today.type("1o")
    #expect(today.desk.overlays.isEmpty && today.desk.notice != nil)
  }
}
