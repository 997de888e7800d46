import ArgumentParser
import Glibc

/// The program: without a word the desk, with one of its words a command.
@main struct Tomoni: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tomoni", abstract: Speech.words("cli.tomoni"),
      subcommands: [
        Demo.self, Init.self, List.self, Show.self, Import.self, Export.self, Staff.self,
        Volunteer.self, Journal.self, Session.self, AuthorizedKeys.self,
      ])
  }

  @OptionGroup var options: StoreOptions

  func run() throws {
    let path = options.path
    do {
      try LocalDesk.open(path)
    } catch Refusal.storeMissing {
      throw Failure(.missing, "cli.noStore", path)
    }
  }

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(Ending(error).announce().rawValue)
    }
  }
}
