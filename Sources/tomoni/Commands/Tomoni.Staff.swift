import ArgumentParser
import Casework

extension Tomoni {
  /// Those who work for the organisation.
  struct Staff: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.text("cli.staff"), subcommands: [Add.self, List.self])
    }

    struct Add: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.text("cli.staff.add"))
      }

      @Option(help: .words("cli.option.name", value: "NAME")) var name: String
      @Option(help: .words("cli.option.account", value: "ACCOUNT")) var account: String?
      @Flag(help: .words("cli.option.supervisor")) var supervisor = false
      @OptionGroup var options: StoreOptions

      func run() throws {
        let values: [String: FieldValue] = [
          "name": name.fieldValue, "account": (account ?? "").fieldValue,
          "isSupervisor": .flag(supervisor), "isActive": .flag(true),
        ]
        let change = Change(.staff, values: values, command: "add")
        try StandardOutput.writeLine(OpenStore(options).save(change))
      }
    }

    struct List: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.text("cli.staff.list"))
      }

      @OptionGroup var listing: PrintedListing
      @OptionGroup var options: StoreOptions

      func run() throws { try listing.print(.staff, in: options) }
    }
  }
}
