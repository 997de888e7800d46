import ArgumentParser
import CaseStore
import Casework

extension Tomoni.Volunteer {
  /// The keys with which volunteers open a session.
  struct Key: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.volunteer.key"),
        subcommands: [Add.self, Revoke.self, List.self])
    }

    struct Add: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.volunteer.key.add"))
      }

      @Argument(help: .words("cli.argument.volunteer", value: "ID")) var volunteer: String
      @Argument(help: .words("cli.argument.key", value: "KEY")) var key: String
      @OptionGroup var options: StoreOptions

      func run() throws {
        guard let parsed = SSHKey(key) else { throw Failure(.badData, "cli.keyUnreadable") }
        let store = try OpenStore(options).store
        let owner = try store.find(.volunteer, volunteer)
        do {
          let added = try store.addKey(owner.id, key)
          try StandardOutput.writeLine(Speech.text("cli.keyAdded", added.fingerprint, volunteer))
        } catch Refusal.problems {
          throw Failure(.badData, "cli.keyTaken", parsed.fingerprint)
        }
      }
    }

    struct Revoke: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          abstract: Speech.help("cli.volunteer.key.revoke"),
          discussion: Speech.help("cli.volunteer.key.revoke.more"))
      }

      @Argument(help: .words("cli.argument.volunteer", value: "ID")) var volunteer: String
      @Argument(help: .words("cli.argument.fingerprint", value: "KEY")) var key: String?
      @OptionGroup var options: StoreOptions

      func run() throws {
        let store = try OpenStore(options).store
        let owner = try store.find(.volunteer, volunteer)
        let keys = try store.keys(of: owner.id)
          .filter { $0.revokedAt == nil && (key == nil || $0.isCalled(key ?? "")) }
        guard !keys.isEmpty else { throw Failure(.badData, "cli.noSuchKey") }
        for key in keys {
          let revoked = try store.revokeKey(key.id)
          try StandardOutput.writeLine(Speech.text("cli.keyRevoked", revoked.fingerprint))
        }
        let revoked = Set(keys.map(\.fingerprint))
        try SessionsTold(in: store) {
          $0.volunteer.address == owner && revoked.contains($0.key)
        }.waitForEnd()
      }
    }

    struct List: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.volunteer.key.list"))
      }

      @Argument(help: .words("cli.argument.volunteer", value: "ID")) var volunteer: String
      @OptionGroup var options: StoreOptions

      func run() throws {
        let store = try OpenStore(options).store
        for key in try store.keys(of: store.find(.volunteer, volunteer).id) {
          let state =
            key.revokedAt.map { Speech.text("cli.volunteer.key.revokedAt", $0.iso8601) }
            ?? Speech.text("cli.volunteer.key.since", key.addedAt.iso8601)
          try StandardOutput.writeLine(
            [String(key.id), key.fingerprint, state, key.comment].joined(separator: "  "))
        }
      }
    }
  }
}

extension SSHKeyInfo {
  /// Whether somebody means this key: by its number or its fingerprint.
  fileprivate func isCalled(_ name: String) -> Bool { name == String(id) || name == fingerprint }
}
