import Foundation
import TestSupport
import Testing

extension OverSSHTests {
  /// A second machine over a real sshd: what it has was gone through there, and is the store of the first.
  @Suite final class StandbyTests {
    private let world: SSHWorld
    private let folder: ScratchFolder
    private let second: SSHServer
    private let settings: String

    private var kept: String { folder.path("second/standby.db") }
    private var store: String { folder.path("first/tomoni.db") }

    init() throws {
      world = try #require(SSHWorld.shared)
      folder = try ScratchFolder()
      let key = folder.path("key")
      try SystemProgram.run(
        "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key)
      // In root's own folder: sshd asks that of the file it reads keys from.
      let keys = "\(world.folder)/standby-keys-\(UUID().uuidString)"
      let command =
        "\(world.program) standby receive --standby-file \(folder.path("second/standby.db"))"
      try Data(
        "restrict,command=\"\(command)\" \(String(contentsOfFile: key + ".pub", encoding: .utf8))"
          .utf8
      ).write(to: URL(fileURLWithPath: keys))
      second = try SSHServer(
        folder: world.folder, hostKey: world.folder + "/host_key",
        settings: "AuthorizedKeysFile \(keys)\nPermitRootLogin yes\nUsePAM no")
      let host = try String(contentsOfFile: world.folder + "/host_key.pub", encoding: .utf8)
      try folder.write("[127.0.0.1]:\(second.port) \(host)", to: "known_hosts")
      settings = folder.path("ssh_config")
      try folder.write(
        """
        Host second
          HostName 127.0.0.1
          Port \(second.port)
          User root
          IdentityFile \(key)
          IdentitiesOnly yes
          UserKnownHostsFile \(folder.path("known_hosts"))
        """, to: "ssh_config")
      try tomoni(
        "init", "--organisation", "Kita Support", "--coordinator", "Mori Aki")
      try addCase("AUNG")
    }

    deinit { second.stop() }

    @discardableResult
    private func tomoni(_ arguments: String..., store: String? = nil, ends: Int32 = 0) throws
      -> ProgramRun
    {
      let run = try ProgramRun(
        BuiltProduct.path("tomoni"),
        arguments + ["--store", store ?? self.store, "--lang", "en"])
      #expect(run.exit == .code(ends), "\(arguments): \(run)")
      return run
    }

    private func send(ends: Int32 = 0) throws -> ProgramRun {
      try tomoni("standby", "send", "second", "--ssh-config", settings, ends: ends)
    }

    private func addCase(_ name: String) throws {
      try folder.write("nameRoman,status,opened\n\(name),active,2026-04-01\n", to: "cases.csv")
      try tomoni("import", "cases", folder.path("cases.csv"))
    }

    @discardableResult
    private func status(within minutes: Int = 5, ends: Int32 = 0) throws -> ProgramRun {
      try tomoni(
        "standby", "status", "--standby-file", kept, "--behind", "\(minutes)", ends: ends)
    }

    /// What a store holds; that it is looked at is an entry of its own.
    private func content(_ store: String) throws -> String {
      let journal = try tomoni("journal", "list", store: store).output
        .split(separator: "\n").filter { !$0.contains("Export") }
      return try tomoni("list", "cases", store: store).output + journal.joined(separator: "\n")
    }

    @Test func `has the store as it was, and takes over within a minute`() throws {
      try tomoni("standby", "status", "--standby-file", kept, ends: 66)
      let sent = try send()
      #expect(sent.output.contains("went through it"))
      #expect(try send().output.contains("is up to date"))
      try addCase("BIBI")
      #expect(try send().output.contains("went through it"))
      #expect(try status().output.contains("0 minutes ago"))
      // Only its owner reads it.
      let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
      #expect(mode == 0o600)

      let before = try content(store)
      let taken = folder.path("taken/tomoni.db")
      let began = ContinuousClock.now
      let run = try tomoni("standby", "take-over", "--standby-file", kept, store: taken)
      #expect(ContinuousClock.now - began < .seconds(60))
      #expect(run.output.contains("Make sure that the first machine is off"))
      #expect(try content(taken) == before)
      try tomoni("journal", "verify", store: taken)
      // What was kept stays, and no store is written over.
      try tomoni("standby", "take-over", "--standby-file", kept, store: taken, ends: 73)
      #expect(FileManager.default.fileExists(atPath: kept))
    }

    @Test func `keeps what it had where something else comes in`() throws {
      _ = try send()
      let good = try Data(contentsOf: URL(fileURLWithPath: kept))
      let key = kept + ".seal"
      func receive(_ bytes: Data) throws -> ProgramRun {
        let file = folder.path("input-\(UUID().uuidString)")
        try bytes.write(to: URL(fileURLWithPath: file))
        return try ProgramRun(
          "/bin/sh",
          [
            "-c", "exec \"$0\" standby receive --standby-file \"$1\" --lang en < \"$2\"",
            BuiltProduct.path("tomoni"), kept, file,
          ])
      }
      let seal = try #require(
        String(contentsOfFile: key, encoding: .utf8).split(separator: " ").last)
      let head = Data("tomoni-seal \(seal)\n".utf8.filter { $0 != 0x0A } + [0x0A])
      var cut = good
      cut.removeLast(good.count / 3)
      // Another store, and one that was rolled back to before this copy.
      try addCase("CHO")
      for bytes in [Data(), Data("hello\n".utf8), head + Data("hello".utf8), head + cut] {
        let run = try receive(bytes)
        #expect(run.exit != .code(0), "\(run)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == good)
      }
      _ = try send()
      let newer = try Data(contentsOf: URL(fileURLWithPath: kept))
      #expect(try receive(head + good).exit == .code(65))
      #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == newer)
      // Nothing half is left beside it.
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("second"))
      #expect(Set(names) == ["standby.db", "standby.db.seal"])
    }

    @Test func `says when it is behind, and when nobody answers`() throws {
      _ = try send()
      let then = Date.now.addingTimeInterval(-600)
      try FileManager.default.setAttributes([.modificationDate: then], ofItemAtPath: kept + ".seal")
      #expect(try status(ends: 1).errors.contains("10 minutes"))
      try status(within: 30)
      _ = try send()
      try status()
      second.stop()
      let none = folder.path("none.db")
      try tomoni("standby", "send", "second", "--ssh-config", settings, store: none, ends: 66)
      #expect(!FileManager.default.fileExists(atPath: none))
      let run = try send(ends: 65)
      #expect(run.errors.contains("did not keep the copy"))
      try tomoni("standby", "send", "-oProxyCommand=x", "--ssh-config", settings, ends: 64)
    }
  }
}
