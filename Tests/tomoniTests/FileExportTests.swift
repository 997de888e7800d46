import CaseStore
import Casework
import Demo
import Foundation
import Labels
import TestSupport
import Testing

@testable import Screens
@testable import tomoni

/// What the desk writes into files.
@Suite struct `A file of the desk` {
  private static let today = CivilDate(dayNumber: 20_786)
  private let folder: ScratchFolder
  private let path: String
  private let store: CaseStore

  init() throws {
    folder = try ScratchFolder()
    path = folder.path("store.db")
    try DemoOrganisation(cases: 30, seed: 2, today: Self.today).fill(storeAt: path) { _, _ in }
    let noon = Instant(Int64(Self.today.dayNumber) * 86_400 + 3 * 3600)
    store = try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: { noon })
  }

  private func export(_ format: FileExport.ListFormat, to path: String) -> FileExport {
    let columns = ListColumns.fields(of: .contact, for: .coordinator(RecordID(1))).map(\.name)
    var export = FileExport(.list(ListQuery(.contact), columns: columns, format), as: "x", in: .en)
    export.path = path
    return export
  }

  private var files: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
      .filter { !$0.hasPrefix("store.db") && $0 != "drafts.db" && $0 != "keys.db" } ?? []
  }

  @Test(arguments: FileExport.ListFormat.allCases)
  func `is there whole, or not at all where it was stopped`(format: FileExport.ListFormat) throws {
    let file = folder.path("contacts.\(format.rawValue)")
    let export = export(format, to: file)
    #expect(throws: Refusal.stopped) { try store.reply(to: export) { _, _ in false } }
    #expect(files == [])
    let total = try store.count(ListQuery(.contact)).value
    #expect(total > 60)
    let told = Told()
    let reply = try store.reply(to: export) { done, total in
      told.all.append([done, total])
      return true
    }
    #expect(reply == .exported(export, at: FilePlace(file), rows: total))
    #expect(told.all.first == [50, total])
    #expect(files == ["contacts.\(format.rawValue)"])
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    // What is there stays.
    #expect(
      try store.reply(to: export) { _, _ in true }
        == .notExported(export, .exists, at: FilePlace(file)))
  }

  private final class Told { var all: [[Int]] = [] }

  @Test func `is none of the store's own, no folder, and in no folder that is not there`() throws {
    func fault(_ path: String) throws -> FileFault? {
      guard
        case .notExported(_, let fault, _) = try store.reply(
          to: export(.csv, to: path), progress: { _, _ in true })
      else { return nil }
      return fault
    }
    for name in ["store.db", "store.db-wal", "store.db.journal-key", "./store.db"] {
      #expect(try fault(folder.path(name)) == .isStore, "\(name)")
    }
    #expect(try fault(folder.path) == .isFolder)
    #expect(try fault(folder.path("gone/x.csv")) == .noFolder)
    #expect(files == [])
  }

  @Test func `is no volunteer's`() throws {
    let volunteers = try store.page(ListQuery(.volunteer), .first, count: 50, fields: []).cards
    let opened = volunteers.lazy.compactMap { card in
      try? CaseStore.open(path, as: .volunteer(card.address.id), clock: { .now })
    }.first
    let volunteer = try #require(opened)
    let file = folder.path("taken.csv")
    #expect(throws: Refusal.notPermitted) {
      try volunteer.reply(to: export(.csv, to: file)) { _, _ in true }
    }
    #expect(files == [])
  }

  @Test func `is a brief too, and the journal says whose`() throws {
    let card = try #require(store.page(ListQuery(.case), .first, count: 1, fields: []).cards.first)
    for format in FileExport.PageFormat.allCases {
      var export = FileExport(
        .brief(card.address, number: card.number, format), as: card.number, in: .ja)
      export.path = folder.path(export.path)
      let reply = try store.reply(to: export) { _, _ in true }
      #expect(reply == .exported(export, at: FilePlace(export.path)))
      let text = try String(contentsOfFile: export.path, encoding: .utf8)
      #expect(text.contains(card.number))
    }
    #expect(files.count == 2)
  }
}
