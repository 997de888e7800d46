import ArgumentParser
import CaseStore
import Foundation

extension Tomoni {
  /// Answers sshd (`AuthorizedKeysCommand`): what may the owner of this key do here.
  struct AuthorizedKeys: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.authorizedKeys"))
    }

    @Option(help: .words("cli.authorizedKeys.keys", value: "FILE")) var keys: String
    @Argument(help: .words("cli.authorizedKeys.type", value: "TYPE")) var type: String
    @Argument(help: .words("cli.authorizedKeys.key", value: "KEY")) var key: String
    @OptionGroup var limits: SessionLimits
    @OptionGroup var options: StoreOptions

    /// Prints at most one line, and nothing of it comes from a stored text.
    func run() throws {
      guard let key = SSHKey("\(type) \(key)") else { return }
      try limits.check()
      guard
        let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
        Self.isPlain(program), Self.isPlain(options.path)
      else { throw Failure(.configuration, "cli.authorizedKeys.path", options.path) }
      // In the place of the shell that sshd starts it with, which would wait beside it.
      let command = "exec \(program) session --store \(options.path)\(limits.words)"
      let line: String?
      do {
        line = try Keyring.authorizedKeysLine(keysDatabase: keys, for: key, command: command)
      } catch {
        // sshd writes into its log that the command failed, and nothing of what it said.
        throw Failure(.configuration, "cli.authorizedKeys.unreadable", keys)
      }
      if let line { try StandardOutput.writeData(line + "\n") }
    }

    /// Whether sshd and a shell take the path as it stands: no quote, no blank, nothing they
    /// would read as more than a name.
    private static func isPlain(_ path: String) -> Bool {
      path.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "/._-".utf8.contains($0)
        }
      }
    }
  }
}
