import Casework
import Cells
import DeskWorld
import Labels
import Testing

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
    guard case .paper(let address, "renewal", "ja") = export.content else {
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
    guard case .paper(_, "handover", "ja")? = asked(harness)?.content else {
      Issue.record("\(harness.screen)")
      return
    }
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
