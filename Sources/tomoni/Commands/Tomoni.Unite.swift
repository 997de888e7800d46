import ArgumentParser
import CaseStore
import Casework

extension Tomoni {
  /// Brings a second store of the organisation into this one.
  struct Unite: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.unite"), discussion: Speech.help("cli.unite.more"))
    }

    @Argument(help: .words("cli.argument.otherStore", value: "FILE")) var file: String
    @Flag(help: .words("cli.option.uniteNew")) var new = false
    @OptionGroup var carrying: CarryOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
      let store = try OpenStore(options).store
      let path = StoreOptions.absolute(file)
      let report = try carrying.carry { decisions, isTrial in
        try store.unite(with: path, decisions: decisions, isTrial: isTrial, mayBeOther: new)
      }
      try StandardOutput.writeLine(Speech.text("cli.unite.shared", String(report.shared)))
      try carrying.tell(report)
      if report.isKnown { return try StandardOutput.writeLine(Speech.text("cli.unite.known")) }
      if !carrying.dryRun, report.shared == 0, !new {
        throw Failure(.badData, "cli.unite.other", path)
      }
      guard report.isWritten else { return }
      for line in Speech.lines("cli.unite.done", [path]) { try StandardOutput.writeLine(line) }
    }
  }
}
