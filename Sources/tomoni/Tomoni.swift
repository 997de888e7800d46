import ArgumentParser
import Glibc

/// The program: without a word the desk, with one of its words a command.
@main struct Tomoni: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tomoni", abstract: Speech.help("cli.tomoni"), version: versionLine,
      subcommands: [
        Demo.self, Init.self, OrganisationCommand.self, List.self, Show.self, Brief.self,
        Log.self, Mark.self, Done.self, SetFields.self, Add.self, Undo.self,
        Import.self, Export.self, Print.self, Backup.self, Restore.self, Standby.self,
        LaptopCommand.self, Unite.self, Check.self,
        Erase.self, Retention.self, Merge.self, Duplicates.self, Match.self, Ledger.self,
        Rules.self, ReportCommand.self, CalendarCommand.self, Digest.self, Staff.self,
        Volunteer.self, Partner.self, Refer.self, Server.self, Journal.self, Session.self,
        Visitor.self, AuthorizedKeys.self,
        ConfigCommand.self, ManualCommand.self,
      ])
  }

  /// The version of the program; that of a store is the number of its schema.
  static let version = "0.2.0"

  /// With the commit that it was built of, where it was built of one.
  private static var versionLine: String {
    guard !EmbeddedResources.commit.isEmpty else {
      return Speech.text("cli.versionAlone", version)
    }
    return "tomoni \(version) (\(EmbeddedResources.commit))"
  }

  @OptionGroup var desk: DeskOptions
  @OptionGroup var options: StoreOptions

  func run() throws { try PlainDesk(store: options.store, isLinear: desk.linear).run() }

  static func main() {
    // What makes a file longer than the process may is refused as any other write, and ends nothing.
    signal(SIGXFSZ, SIG_IGN)
    do {
      if let desk = PlainDesk(arguments: Array(CommandLine.arguments.dropFirst())) {
        return try desk.run()
      }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Glibc.exit(Ending(error).announce().rawValue)
    }
  }
}
