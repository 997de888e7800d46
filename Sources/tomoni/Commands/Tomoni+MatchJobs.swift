import ArgumentParser
import CaseStore
import Casework

extension Tomoni {
  /// The jobs for a case.
  struct MatchJobs: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "jobs", abstract: Speech.help("cli.match.jobs"))
    }

    @Argument(help: .words("cli.argument.case", value: "CASE")) var number: String
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
    @OptionGroup var options: StoreOptions

    func run() throws {
      let store = try OpenStore(options).store
      let proposal = try store.jobOptions(of: store.find(.case, number).id)
      try MatchPrinter(store, format).write(proposal)
    }
  }

  /// The people for a job.
  struct MatchPeople: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "people", abstract: Speech.help("cli.match.people"))
    }

    @Argument(help: .words("cli.argument.job", value: "JOB")) var number: String
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
    @OptionGroup var options: StoreOptions

    func run() throws {
      let store = try OpenStore(options).store
      let proposal = try store.peopleOptions(of: store.find(.job, number).id)
      try MatchPrinter(store, format).write(proposal)
    }
  }
}
