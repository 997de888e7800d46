import ArgumentParser
import CaseStore

extension Tomoni {
  /// Makes a new store, whose first coordinator is whoever makes it.
  struct Init: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.words("cli.init"))
    }

    @Option(help: .words("cli.init.organisation", value: "NAME")) var organisation: String
    @Option(help: .words("cli.init.coordinator", value: "NAME")) var coordinator: String
    @OptionGroup var options: StoreOptions

    func run() throws {
      let account = Caller.account
      try StoreSetup.create(
        options.path, organisation: organisation, coordinator: coordinator, account: account,
        clock: { .now })
      try StandardOutput.write(
        line: Speech.words("cli.init.done", options.path, coordinator, account))
    }
  }
}
