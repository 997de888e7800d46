import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// The file under an open store, taken away or replaced.
@Suite struct `A store whose file is replaced` {
  private let desk: Desk
  private let record: RecordID

  init() throws {
    desk = try Desk()
    record = try desk.addCase("A")
  }

  /// What somebody does to the files past the program.
  enum Deed: CaseIterable {
    case removed, moved, folderMoved, folderRemoved, copyPutInPlace, overwritten, logRemoved
  }

  private func `do`(_ deed: Deed) throws {
    let files = FileManager.default
    let (path, aside) = (desk.path, desk.folder.appending(path: "aside.db").path)
    switch deed {
    case .removed: try files.removeItem(atPath: path)
    case .moved: try files.moveItem(atPath: path, toPath: aside)
    case .folderMoved:
      try files.moveItem(atPath: desk.folder.path, toPath: desk.folder.path + "-moved")
    case .folderRemoved: try files.removeItem(at: desk.folder)
    case .copyPutInPlace:
      try files.copyItem(atPath: path, toPath: aside)
      #expect(rename(aside, path) == 0)
    case .overwritten:
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.truncate(atOffset: 4096)
    case .logRemoved: try files.removeItem(atPath: path + "-wal")
    }
  }

  @Test(arguments: Deed.allCases)
  func `is refused from then on`(deed: Deed) throws {
    // What stands in the file itself, so that there is something to be shortened.
    try desk.execute("PRAGMA wal_checkpoint(PASSIVE)")
    _ = try desk.store.dataVersion()
    defer { try? FileManager.default.removeItem(atPath: desk.folder.path + "-moved") }
    try `do`(deed)
    let replaced = Refusal.storeReplaced(path: desk.path)
    let note = Change(
      .note,
      values: ["case": .to(.case, record), "on": .date(Desk.today), "body": .text("x")],
      command: "note.add")
    #expect(refusal { try desk.store.save(note) } == replaced)
    #expect(refusal { try desk.store.dataVersion() } == replaced)
    #expect(refusal { try desk.store.undo() } == replaced)
    #expect(refusal { try desk.store.count(ListQuery(.case)) } == replaced)
  }

  @Test func `is not called saved where it goes during the write`() throws {
    let found = refusal {
      try desk.store.write { step in
        try step.note("refused", of: RecordAddress(.case, record))
        try FileManager.default.removeItem(atPath: desk.path)
      }
    }
    #expect(found == .storeReplaced(path: desk.path))
  }

  @Test func `still keeps what is typed, also where the drafts were replaced`() throws {
    func draft(_ command: String) -> FormDraft {
      FormDraft(
        command: command, subject: "s", parts: [], also: [], asksReason: false, contents: [:],
        focus: "", insertionPoint: 0)
    }
    try desk.store.keep(draft("a"))
    try FileManager.default.removeItem(atPath: desk.path)
    for end in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: desk.folder.path + "/drafts.db" + end)
    }
    try desk.store.keep(draft("b"))
    #expect(try Set(desk.store.drafts().map(\.key)) == ["a", "b"])
  }

  @Test func `is none where others only write, checkpoint and change its mode`() throws {
    let other = try desk.open()
    for number in 0..<20 {
      _ = try other.save(
        Change(.host, values: ["name": .text("\(number)")], command: "host.add"))
      try desk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      #expect(chmod(desk.path, 0o600) == 0)
      _ = try desk.store.dataVersion()
    }
    try desk.add(.host, ["name": .text("x")])
  }
}
