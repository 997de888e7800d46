import ArgumentParser
import CaseStore
import Casework
import Exchange
import Wording

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
      try JobPrinter.write(proposal, of: store, as: format)
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
      try JobPrinter.write(proposal, of: store, as: format)
    }
  }
}

/// Prints who suits a job, or which jobs suit somebody.
private enum JobPrinter {
  static func write(
    _ proposal: JobProposal, of store: CaseStore, as format: TextFormat
  ) throws {
    try store.noteLeaving(
      proposal.options.map(\.case.address), as: "match", format: format)
    switch format {
    case .text:
      for line in JobMatchText(Speech.words).lines(proposal) {
        try StandardOutput.writeLine(line)
      }
    case .json: try StandardOutput.writeData(proposal.json.text + "\n")
    }
  }
}
