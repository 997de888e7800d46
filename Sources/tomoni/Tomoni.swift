import ArgumentParser
import Casework
import Glibc
import Terminal

/// The program: without a word the desk, with one of its words a command.
@main struct Tomoni: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tomoni", abstract: Speech.help("cli.tomoni"), version: "tomoni \(version)",
      subcommands: [
        Demo.self, Init.self, OrganisationCommand.self, List.self, Show.self, Brief.self,
        Import.self, Export.self,
        Merge.self, Match.self, Ledger.self, ReportCommand.self,
        Staff.self,
        Volunteer.self, Journal.self, Session.self, AuthorizedKeys.self, ManualCommand.self,
      ])
  }

  /// The version of the program; that of a store is the number of its schema.
  static let version = "0.2.0"

  @OptionGroup var options: StoreOptions

  func run() throws {
    // A named store that cannot be opened is the better news for a script without a terminal.
    guard options.isNamed || LocalDesk.hasTerminal else { throw TerminalError.notATerminal }
    do {
      try LocalDesk.open(options.path)
    } catch Refusal.storeMissing(let path) {
      throw Failure(.missing, "cli.noStore", path)
    }
  }

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Glibc.exit(Ending(error).announce().rawValue)
    }
  }
}
