import CaseStore
import Casework
import Foundation
import GRDB
import Testing

@Suite struct `Keys` {
  static let plain =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"

  /// A key of 32 equal bytes.
  static func key(_ byte: UInt8, type: String = "ssh-ed25519", application: String? = nil)
    -> String
  {
    func part(_ data: Data) -> Data { Data([0, 0, 0, UInt8(data.count)]) + data }
    var data = part(Data(type.utf8)) + part(Data(repeating: byte, count: 32))
    if let application { data += part(Data(application.utf8)) }
    return "\(type) \(data.base64EncodedString())"
  }

  private static let hardware = "sk-ssh-ed25519@openssh.com"

  @Test(arguments: [
    plain, plain + " hanako@note", plain + " 花子のノート PC", plain + "\n",
    key(1, type: hardware, application: "ssh:"),
    key(1, type: hardware, application: "ssh:x") + " c",
  ])
  func `are read as ssh-keygen writes them`(line: String) throws {
    let key = try #require(SSHKey(line))
    #expect(line.hasPrefix("\(key.type) \(key.blob)"))
  }

  @Test(arguments: [
    "", "ssh-ed25519", "ssh-ed25519 ", "ssh-ed25519 AAAA", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB",
    "command=\"sh\" " + plain, " restrict " + plain,
    plain.replacing("ssh-ed25519 ", with: "ssh-ed25519  "),
    plain.replacing("AAAAC3", with: "AAAAC4"), plain.replacing("AAAAC3", with: "AAA AC3"),
    plain + "AAAA", String(plain.dropLast()) + "g=", plain + " a\nssh-ed25519 x",
    plain + " \u{1B}[31m",
    plain + " " + String(repeating: "x", count: 1000),
    key(1, type: "ssh-ed25519", application: "ssh:"), key(1, type: hardware),
    key(1, type: hardware, application: "web:"), key(1, type: "ssh-dss"),
    plain.replacing("ssh-ed25519", with: hardware),
  ])
  func `are refused unless they are exactly that`(line: String) {
    #expect(SSHKey(line) == nil)
  }

  @Test func `have the fingerprint that ssh-keygen prints`() throws {
    #expect(
      SSHKey(Self.plain)?.fingerprint == "SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA")
  }

  @Test func `open a volunteer's session until they are revoked`() throws {
    let desk = try Desk()
    let volunteer = try desk.addVolunteer("内山")
    try desk.change(.volunteer, volunteer, ["skills": .text("通訳")])
    let keyring = try OpenedStore(desk.path).keyring
    let key = try #require(SSHKey(Self.key(7)))
    #expect(refusal { try keyring.volunteer(owning: key) } == .unknownViewer(key.fingerprint))
    let added = try desk.store.addKey(volunteer, Self.key(7) + " note")
    #expect(added.comment == "note" && added.fingerprint == key.fingerprint)
    #expect(try keyring.volunteer(owning: key) == .volunteer(volunteer))
    #expect(problems { try desk.store.addKey(volunteer, Self.key(7)) } == ["key": .alreadyThere])
    #expect(problems { try desk.store.addKey(volunteer, "rsa") } == ["key": .unreadableText])
    #expect(refusal { try desk.store.addKey(RecordID(99), Self.key(8)) } == .notFound)
    #expect(try desk.store.revokeKey(added.id).revokedAt == desk.now)
    #expect(try desk.store.revokeKey(added.id).revokedAt == desk.now)
    #expect(refusal { try keyring.volunteer(owning: key) } == .unknownViewer(key.fingerprint))
    let again = try desk.store.addKey(volunteer, Self.key(7))
    #expect(try desk.store.keys(of: volunteer).map(\.id) == [added.id, again.id])
    let commands = try desk.store.journal(JournalFilter(), limit: 3).map(\.command)
    #expect(commands == ["volunteer.key.add", "volunteer.key.revoke", "volunteer.key.add"])
    // Keys are taken back by revoking them; undo goes to the step before, and no further than a
    // volunteer who has keys.
    let link = Link(RecordAddress(.volunteer, volunteer))
    #expect(try desk.store.undo().link == link)
    #expect(refusal { try desk.store.undo() } == .stillReferredTo(link))
  }

  @Test func `stand in keys.db for those who may look`() throws {
    let desk = try Desk()
    let path = desk.folder.appending(path: "keys.db").path
    let files = FileManager.default
    let (first, second) = (try desk.addVolunteer("a"), try desk.addVolunteer("b"))
    #expect(!files.fileExists(atPath: path))
    let key = try #require(SSHKey(Self.key(7)))
    func line() throws -> String? {
      try Keyring.authorizedKeysLine(
        keysDatabase: path, for: key, command: "/usr/bin/tomoni session --store /srv/x.db")
    }
    #expect(try line() == nil)
    let info = try desk.store.addKey(first, Self.key(7))
    _ = try desk.store.addKey(second, Self.key(8))
    let expected =
      "restrict,pty,command=\"/usr/bin/tomoni session --store /srv/x.db\" \(key.type) \(key.blob)"
    #expect(try line() == expected)
    let mode = try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode.map { $0 & 0o777 } == 0o640)
    #expect(!files.fileExists(atPath: path + "-wal"))
    if geteuid() == 0 {
      try files.setAttributes([.groupOwnerAccountID: 2345], ofItemAtPath: desk.folder.path)
      try files.setAttributes([.groupOwnerAccountID: 6789], ofItemAtPath: path)
    }
    try desk.change(.volunteer, first, ["status": .code("paused")])
    #expect(try line() == nil)
    try desk.change(.volunteer, first, ["status": .code("active")])
    #expect(try line() == expected)
    _ = try desk.store.undo()
    #expect(try line() == nil)
    _ = try desk.store.undo()
    #expect(try line() == expected)
    _ = try desk.store.revokeKey(info.id)
    #expect(try line() == nil)
    if geteuid() == 0 {
      #expect(try files.attributesOfItem(atPath: path)[.groupOwnerAccountID] as? Int == 2345)
    }
    try Data("no keys".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: Refusal.self) { try line() }
  }

  @Test(arguments: ["", "a\"b", "a\\b", "a\nb"])
  func `give sshd no command that could be read as more than one`(command: String) throws {
    let desk = try Desk()
    _ = try desk.store.addKey(desk.addVolunteer("a"), Self.key(7))
    let key = try #require(SSHKey(Self.key(7)))
    let path = desk.folder.appending(path: "keys.db").path
    #expect(try Keyring.authorizedKeysLine(keysDatabase: path, for: key, command: "x") != nil)
    #expect(try Keyring.authorizedKeysLine(keysDatabase: path, for: key, command: command) == nil)
  }

  @Test func `accounts belong to active staff, and a demo to everybody`() throws {
    let desk = try Desk()
    let keyring = try OpenedStore(desk.path).keyring
    #expect(try keyring.staff(account: "hayashi") == .coordinator(RecordID(1)))
    #expect(refusal { try keyring.staff(account: "ota") } == .unknownViewer("ota"))
    #expect(refusal { try keyring.staff(account: "") } == .unknownViewer(""))
    #expect(refusal { try keyring.demoCoordinator() } == .notPermitted)
    let demo = try Desk(isDemo: true)
    #expect(try OpenedStore(demo.path).keyring.demoCoordinator() == .coordinator(RecordID(1)))
    try desk.change(.staff, RecordID(1), ["isSupervisor": .flag(false)])
    let other = try desk.add(.staff, ["name": .text("x"), "account": .text("ota")])
    #expect(try keyring.staff(account: "ota") == .coordinator(other))
    try desk.change(.staff, other, ["isActive": .flag(false)])
    #expect(refusal { try keyring.staff(account: "ota") } == .unknownViewer("ota"))
  }
}
