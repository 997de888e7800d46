import ArgumentParser
import CaseStore
import Exchange
import Glibc
import Labels

extension Tomoni {
  /// Makes this machine the server of an organisation, looks at it, and takes that back.
  struct Server: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.server"),
        subcommands: [
          Install.self, Check.self, Sheet.self, Uninstall.self, TrialKey.self,
        ])
    }

    struct Check: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          abstract: Speech.help("cli.server.check"),
          discussion: Speech.help("cli.server.check.more"))
      }

      @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
      @OptionGroup var options: StoreOptions

      func run() throws {
        try Server.requireRoot("check", naming: options.store)
        try Finding.tell(ServerPlan().acts.map { $0.finding() }, as: format)
      }
    }

    struct Sheet: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.server.sheet"))
      }

      @OptionGroup var options: StoreOptions

      func run() throws {
        try VolunteerSheet.write(in: options.lang.map { [$0] } ?? LabelLanguage.allCases)
      }
    }

    /// Puts a key that is nobody's where sshd finds it, for a login that tries the door.
    struct TrialKey: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.server.trialKey"), shouldDisplay: false)
      }

      @Argument(help: .words("cli.argument.key", value: "KEY")) var key: String
      @Flag(help: .words("cli.server.trialKey.remove")) var remove = false
      @OptionGroup var options: StoreOptions

      func run() throws {
        guard let key = SSHKey(key) else { throw Failure(.badData, "cli.keyUnreadable") }
        try Keyring.setTrial(key, beside: options.path, isThere: !remove)
      }
    }

    /// - Parameters:
    ///   - word: the command that was called.
    ///   - store: what was named as one; a server has its own place for it.
    static func requireRoot(_ word: String, naming store: String?) throws(Failure) {
      guard store == nil else { throw Failure(.usage, "server.noStoreOption", ServerPlace.store) }
      guard geteuid() == 0 else { throw Failure(.notPermitted, "server.notRoot", word) }
    }
  }
}
