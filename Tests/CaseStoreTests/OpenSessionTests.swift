import CaseStore
import Casework
import Foundation
import Testing

@Suite struct `An open session` {
  private let desk: Desk
  private let volunteer: RecordID
  private let key: SSHKeyInfo
  private let session: CaseStore

  init() throws {
    let desk = try Desk()
    self.desk = desk
    volunteer = try desk.addVolunteer("内山")
    key = try desk.store.addKey(volunteer, `Keys`.key(7) + " note")
    session = try Self.open(desk, volunteer, 7)
  }

  private static func open(_ desk: Desk, _ volunteer: RecordID, _ key: UInt8) throws -> CaseStore {
    try CaseStore.open(
      desk.path, as: .volunteer(volunteer), by: SSHKey(`Keys`.key(key)), clock: { desk.now })
  }

  private var folder: String { desk.path + ".sessions" }

  @Test func `is told to staff, with who, since when and by which key, until it ends`() throws {
    #expect(try desk.store.openSessions().isEmpty)
    var mark = try session.enter(atMost: 3)
    mark?.touch()
    let open = try desk.store.openSessions()
    #expect(open.map(\.volunteer.address.id) == [volunteer] && open[0].volunteer.title == "内山")
    #expect(open.map(\.key) == [key.fingerprint] && open[0].keyComment == "note")
    #expect(open[0].since == desk.now && open[0].process == Int(getpid()))
    #expect(abs(open[0].lastKey.rawValue - Int64(time(nil))) < 60)
    #expect(refusal { try session.openSessions() } == .notPermitted)
    mark = nil
    #expect(try desk.store.openSessions().isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func `is one of few of its person, whatever others have`() throws {
    let other = try desk.addVolunteer("別人")
    _ = try desk.store.addKey(other, `Keys`.key(8))
    let others = try Self.open(desk, other, 8)
    var marks = [try session.enter(atMost: 2), try session.enter(atMost: 2)]
    #expect(!marks.contains { $0 == nil })
    #expect(try session.enter(atMost: 2) == nil)
    let apart = try others.enter(atMost: 2)
    #expect(apart != nil)
    marks.removeLast()
    #expect(try session.enter(atMost: 2) != nil)
  }

  /// Of a process that was killed the file stays, but nobody holds it.
  @Test func `is none where nobody holds its file`() throws {
    let mark = try session.enter(atMost: 3)
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: folder + "/ghost")
    #expect(try desk.store.openSessions().count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [name])
    _ = mark
  }

  @Test func `is refused where others could see or make such files`() throws {
    _ = try session.enter(atMost: 3)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    #expect(refusal { try session.enter(atMost: 3) } == .notPrivate(path: folder))
  }

  @Test func `has its end in the journal, also where the person may not look any more`() throws {
    try session.noteEnd()
    let other = try Self.open(desk, volunteer, 7)
    _ = try desk.store.revokeKey(key.id)
    #expect(refusal { try other.dataVersion() } != nil)
    try other.noteEnd()
    let told = try desk.store.journal(JournalFilter(), limit: 10)
      .filter { ["login", "logout"].contains($0.command) }
    #expect(told.map(\.command) == ["logout", "login", "logout", "login"])
    #expect(Set(told.map { $0.who?.address.id }) == [volunteer])
  }

  @Test func `is counted where it asks for what is not its person's, or is not there`() throws {
    let id = try desk.addCase("SECRET")
    let card = try desk.store.detail(RecordAddress(.case, id), limit: 0).card
    let asked = [card.number, "ABCD2345", "2099-0001"]
    for reference in asked {
      #expect(refusal { try session.find(.case, reference) } == .notFound)
    }
    // Staff who mistype a number are not counted.
    #expect(refusal { try desk.store.find(.case, "2099-0001") } == .notFound)
    let told = try desk.store.journal(JournalFilter(command: "refused"), limit: 10)
    #expect(
      told.map { $0.record?.address } == asked.map { _ in RecordAddress(.volunteer, volunteer) })
    let counts = try desk.store.refusals(since: desk.now)
    #expect(counts.map(\.count) == [3] && counts[0].volunteer.address.id == volunteer)
    #expect(try desk.store.refusals(since: Instant(desk.now.rawValue + 1)).isEmpty)
    #expect(refusal { try session.refusals(since: desk.now) } == .notPermitted)
  }

  @Test func `is counted where it may not even begin`() throws {
    let opened = try OpenedStore(desk.path)
    let own = try #require(SSHKey(`Keys`.key(7)))
    _ = try desk.store.revokeKey(key.id)
    try opened.noteRefusal(to: own, clock: { desk.now })
    try opened.noteRefusal(to: #require(SSHKey(`Keys`.key(9))), clock: { desk.now })
    #expect(try desk.store.refusals(since: desk.now).map(\.count) == [1])
    #expect(try desk.store.verifyJournal().fault == nil)
  }
}
