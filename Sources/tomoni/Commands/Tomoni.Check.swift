import ArgumentParser
import Casework
import Exchange

extension Tomoni {
  /// Looks through the store and what it depends on, and says of each what mends it.
  struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.check"), discussion: Speech.help("cli.check.discussion"))
    }

    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
    @OptionGroup var options: StoreOptions

    func run() throws {
      try Finding.tell(StoreCheck(path: options.path, now: .now).findings, as: format)
    }
  }
}
