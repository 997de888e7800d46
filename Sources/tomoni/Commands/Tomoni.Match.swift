import ArgumentParser
import CaseStore
import Casework
import Exchange
import Wording

extension Tomoni {
  /// Proposes who suits whom; a person decides.
  struct Match: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.matching"),
        subcommands: [Homestays.self, MatchJobs.self, MatchPeople.self, MatchWhy.self])
    }

    struct Homestays: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          abstract: Speech.help("cli.match"), discussion: Speech.help("cli.match.homestays"))
      }

      @Argument(help: .words("cli.argument.case", value: "CASE")) var number: String?
      @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
      @OptionGroup var options: StoreOptions

      func run() throws {
        let store = try OpenStore(options).store
        let plan =
          try number.map { StayProposals(try store.stayOptions(of: store.find(.case, $0).id)) }
          ?? store.stayAssignment()
        let proposals = plan.proposals
        if let gap = StayText(Speech.words).gap(plan) { StandardError.write([gap]) }
        try store.noteLeaving(
          proposals.map(\.about.address), as: "match", format: format)
        switch format {
        case .text:
          if proposals.isEmpty { StandardError.write([Speech.text("cli.match.nobody")]) }
          for line in proposals.flatMap(StayText(Speech.words).lines) {
            try StandardOutput.writeLine(line)
          }
        case .json:
          var writer = JSONArrayWriter()
          for proposal in proposals {
            try StandardOutput.writeData(writer.element(proposal.json))
          }
          try StandardOutput.writeData(writer.end)
        }
      }
    }
  }
}
