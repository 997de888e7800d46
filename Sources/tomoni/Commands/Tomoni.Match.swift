import ArgumentParser
import CaseStore
import Casework
import Wording

extension Tomoni {
  /// Proposes who suits whom; a person decides.
  struct Match: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.matching"),
        subcommands: [
          Homestays.self, MatchPlan.self, MatchJobs.self, MatchPeople.self, MatchWhy.self,
        ])
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
          ?? store.stayAssignment(solve: StayPlanner().answer)
        let proposals = plan.proposals
        if let gap = StayText(Speech.words).gap(plan) { StandardError.write([gap]) }
        if proposals.isEmpty, format == .text {
          StandardError.write([Speech.text("cli.match.nobody")])
        }
        try MatchPrinter(store, format).write(proposals)
      }
    }
  }
}
